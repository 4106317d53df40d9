/** Where actions come from, in words: the factor, the buyer, the question or the plan step behind each of them. */
import { fieldsOf, type RecordOf, type TableName } from '../model/catalog'
import { recordTitle } from '../region/record-title'
import type { Region } from '../region/region'

type Action = RecordOf<'actionItem'>

/** The tables that origins are read from. */
export const originTables: readonly TableName[] = [
  'actionItem',
  'strategySheet',
  'buyerRole',
  'person',
  'scriptTemplate',
  'opportunityPlan',
  'opportunity',
  'meeting',
  'coachingEntry',
]

const labels = new Map(fieldsOf('actionItem')['origin']?.choices?.map(each => [each.key, each.label]))

/** The word of an origin: "Strategy sheet". */
export const originLabel = (origin: Action['origin']): string => labels.get(origin) ?? origin

/** Reads the record behind an action's origin; null where it names none. Made once for many actions. */
export function originReader(region: Region): (action: Action) => string | null {
  const words = new Map<string, string>()
  for (const sheet of region.all('strategySheet'))
    for (const factor of sheet.factors) words.set(`strategy/${factor.id}`, factor.text)
  for (const script of region.all('scriptTemplate'))
    for (const question of script.questions) words.set(`review/${question.key}`, question.text)
  for (const plan of region.all('opportunityPlan'))
    for (const step of plan.steps) words.set(`plan/${plan.opportunity}/${step.id}`, step.name)
  const titled = (table: 'buyerRole' | 'meeting' | 'coachingEntry', id: string): string | null => {
    const record = region.get(table, id as never) as RecordOf<typeof table> | null
    return record ? recordTitle(region, table, record as never) : null
  }
  return action => {
    const { origin, originId: id } = action
    if (id === null) return null
    if (origin === 'plan') return words.get(`plan/${action.opportunity}/${id}`) ?? null
    if (origin === 'buyers') return titled('buyerRole', id)
    if (origin === 'meeting') return titled('meeting', id)
    if (origin === 'coaching') return titled('coachingEntry', id)
    return words.get(`${origin}/${id}`) ?? null
  }
}

/** The tab of the deal on which an origin is at home; null for origins without one. */
export const originTab = (origin: Action['origin']): string | null =>
  origin === 'strategy' || origin === 'buyers' || origin === 'review' || origin === 'plan' ? origin : null
