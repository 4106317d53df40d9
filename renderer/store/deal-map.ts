/** The buyer map of one deal with its gaps and warnings, remembered until something that it reads changes. */
import type { Day } from '#shared/base/day'
import { asId } from '#shared/base/id'
import type { TableName } from '#shared/model/catalog'
import { briefOf, defaultWords, gapContext } from '#shared/packs/deal-gaps'
import type { DealState } from '#shared/process/deal-state'
import { warning, withAccepted, type Warning } from '#shared/region/warning'
import { mapReader, type BuyerMap } from '#shared/strategy/buyer-map'
import type { DealBrief } from '#shared/strategy/deal-brief'
import { gapsOf, mapWarnings, type Gap } from '#shared/strategy/gap'
import { askContacts } from './people-contacts'
import { askDealStates } from './deal-states'
import { query } from './query'

/** The tables that a map and its gaps rest on. */
export const mapTables: readonly TableName[] = [
  ...askDealStates.tables,
  'buyerRole',
  'influenceLink',
  'competitorStanding',
  'person',
  'actionItem',
  'roleVocabulary',
  'warningAck',
]

/** A map as the screen shows it. */
export interface DealMap {
  readonly row: DealState
  readonly brief: DealBrief
  readonly map: BuyerMap
  /** Gaps that nobody has accepted. */
  readonly gaps: readonly Gap[]
  /** Gaps as warnings with the reason for which they were accepted. */
  readonly accepted: readonly { readonly gap: Gap; readonly found: Warning }[]
  /** BR-W1 to BR-W3, accepted ones included. */
  readonly warnings: readonly Warning[]
}

/** A gap as a warning, so that it can be accepted with a reason like every other. */
export const gapWarning = (deal: DealBrief, gap: Gap): Warning =>
  warning('BR-4', gap.severity === 'info' ? 'info' : 'warn', `${deal.id}/${gap.key}`, gap.facts, [
    { table: 'opportunity', id: deal.id },
  ])

/** The map of a deal in the words of a vocabulary (empty for the default one); null where there is no such deal. */
export const askDealMap = query(
  mapTables,
  (region, id: string, asOf: Day, vocabulary: string): DealMap | null => {
    const states = askDealStates(region, asOf)
    const row = states.byId.get(asId<'opportunity'>(id))
    if (!row) return null
    const brief = briefOf(row)
    const map = mapReader(region, asOf, states.settings.threadDays, askContacts(region, asOf))(row.id)
    const found = gapsOf(brief, map, gapContext(region, states, row.id, vocabulary || defaultWords(region)))
    const judged = withAccepted(
      region,
      found.map(gap => gapWarning(brief, gap)),
      asOf,
    )
    return {
      row,
      brief,
      map,
      gaps: found.filter((_, at) => judged[at]?.accepted === null),
      accepted: found.flatMap((gap, at) => {
        const each = judged[at]
        return each?.accepted ? [{ gap, found: each }] : []
      }),
      warnings: withAccepted(region, mapWarnings(brief, map), asOf),
    }
  },
)
