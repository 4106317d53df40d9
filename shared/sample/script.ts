/** The review script of the sample region, its other words for buying roles, and sheets of lost deals that share an obstacle. */
import { addDays } from '../base/day'
import type { RecordOf } from '../model/catalog'
import { defaultQuestions } from '../strategy/default-script'
import { defaultVocabularies } from '../strategy/default-vocabularies'
import { firstDay, type SampleBuilder } from './builder'
import type { SampleDeal } from './deals'

/** Adds the vocabularies that ship, beside the sample's own, and the script that ships. */
export function addScript(build: SampleBuilder): RecordOf<'scriptTemplate'> {
  const life = { on: firstDay, source: 'manager' } as const
  for (const { key, name, roles } of defaultVocabularies)
    build.add('roleVocabulary', { key, name, roles }, life)
  return build.add(
    'scriptTemplate',
    { name: 'Known and unknown', version: 1, isDefault: true, questions: defaultQuestions },
    life,
  )
}

const obstacles = ['Finance would rather wait a year', 'Stillvane was asked first'] as const
const lostWith = 5

/** Sheets of lost deals of the product that was lost most often: the first obstacle is the same in all of them. */
export function addLostSheets(build: SampleBuilder, deals: readonly SampleDeal[]): void {
  const lost = deals.filter(
    each => each.path.end === 'lost' && each.path.endOn !== null && each.record.product,
  )
  const counts = new Map<string, number>()
  for (const { record } of lost) counts.set(record.product ?? '', (counts.get(record.product ?? '') ?? 0) + 1)
  const worst = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number])[0]
  for (const deal of lost
    .filter(each => each.record.product === worst)
    .sort((a, b) => (b.record.amount ?? 0) - (a.record.amount ?? 0))
    .slice(0, lostWith)) {
    const on = deal.path.endOn ?? firstDay
    const reviewedOn = addDays(on, -10) > deal.path.startOn ? addDays(on, -10) : deal.path.startOn
    build.add(
      'strategySheet',
      {
        opportunity: deal.record.id,
        state: 'archived',
        reviewedOn,
        objective: 'Order in this fiscal year',
        factors: obstacles.map((text, at) => ({
          id: `${deal.record.externalId}-F${at + 1}`,
          direction: 'against' as const,
          text,
          category: at === 0 ? ('statusQuo' as const) : ('competition' as const),
          weight: 4,
          evidence: null,
          evidenceOn: null,
          persons: [],
          competitor: null,
          status: 'open' as const,
          effect: 0,
          createdOn: reviewedOn,
        })),
      },
      { on: reviewedOn, source: 'manager' },
    )
  }
}
