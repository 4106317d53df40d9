/** The figures of a map: support, threads, roles filled; each opens to its formula. */
import { threadsOf, supportIndex } from '#shared/strategy/buyer-map'
import type { DealMap } from '../../store/deal-map'
import { useAsOf, useSettings } from '../../store/use-region'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'
import { ratingText } from '../../records/buyer-words'

const weight = { high: 3, medium: 2, low: 1 } as const

/** The line of figures. */
export function MapFigures({ deal, vocabulary }: { readonly deal: DealMap; readonly vocabulary: string }) {
  const asOf = useAsOf()
  const { threadDays } = useSettings()
  const { buyers, words } = deal.map
  const live = buyers.filter(each => each.state !== 'gone')
  const { index, unknown } = supportIndex(live.map(each => each.role))
  const rated = live.filter(each => each.role.rating !== null && each.role.rating !== 0)
  const terms = rated.map(
    ({ role }) => `${role.influence === null ? 1 : weight[role.influence]}·(${ratingText(role.rating)})`,
  )
  const weights = rated.reduce(
    (sum, { role }) => sum + (role.influence === null ? 1 : weight[role.influence]),
    0,
  )
  const threads = threadsOf(buyers, asOf, threadDays)
  const required = (words.get(vocabulary) ?? []).filter(each => each.required)
  const filled = required.filter(role => live.some(each => each.cores.includes(role.core)))
  return (
    <FigureRow>
      <NamedFigure
        label="Support"
        words={{
          measure:
            'How the rated people stand, from −1 (all hostile) to +1 (all advocates), by their influence',
          formula:
            index === null
              ? 'Nobody is rated'
              : `(${terms.slice(0, 8).join(' + ')}${terms.length > 8 ? ' + …' : ''}) ÷ (5 × ${weights}) = ${signed(index)}`,
          basis: `${rated.length} rated, ${unknown} not rated and left out`,
          asOf,
          rule: 'Influence weighs high 3, medium 2, low 1',
          ...(unknown > rated.length ? { caution: 'More people are not rated than rated' } : {}),
        }}
      >
        {index === null ? 'not rated' : signed(index)}
      </NamedFigure>
      <NamedFigure
        label="Threads"
        words={{
          measure: `People we had a two-way contact with in the last ${threadDays} days`,
          formula: `${threads.persons} of ${live.length} people, in ${threads.departments} departments`,
          basis: 'Activities in which the buyer took part, and contacts typed on the map',
          asOf,
        }}
        unit={
          threads.departments > 0
            ? `in ${threads.departments} ${threads.departments === 1 ? 'department' : 'departments'}`
            : 'people'
        }
      >
        {threads.persons}
      </NamedFigure>
      <NamedFigure
        label="Roles filled"
        words={{
          measure: 'Required roles of these words that somebody holds',
          formula: `${filled.length} of ${required.length}: ${required.map(each => `${each.label} ${filled.includes(each) ? 'yes' : 'no'}`).join(', ')}`,
          asOf,
        }}
      >
        {filled.length} of {required.length}
      </NamedFigure>
      <NamedFigure
        label="Champions"
        words={{
          measure: 'People who pass all the tests of a champion',
          formula: `${live.filter(each => each.champion.passed).length} of ${live.filter(each => each.cores.includes('coach')).length} in a coach’s role`,
          basis: 'Power, a personal win, having sold for us on a known day, and a role that is not assumed',
          asOf,
        }}
      >
        {live.filter(each => each.champion.passed).length}
      </NamedFigure>
    </FigureRow>
  )
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
