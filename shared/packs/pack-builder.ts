/** Builds the content of a rep's coaching pack from a region as of a day. */
import { hashText, seededRandom } from '../base/random'
import type { Day } from '../base/day'
import { newId, type Id } from '../base/id'
import type { Region } from '../region/region'
import { actionSheet } from './action-sheet'
import { activitySheet } from './activity-sheet'
import { agendaSheet } from './agenda-sheet'
import { buyerSheet } from './buyer-sheet'
import { dealSheet } from './deal-sheet'
import { focusSheet } from './focus-sheet'
import { forecastSheet } from './forecast-sheet'
import { packSchema, type PackContent, type PackSheet } from './pack-content'
import { packFacts, repFacts, type PackFacts } from './pack-facts'
import { packLists } from './pack-lists'
import { skillSheet } from './skill-sheet'
import { strategySheet } from './strategy-sheet'
import { unknownSheet } from './unknown-sheet'
import { scorecardCharts, scorecardSheet } from './scorecard-sheet'

/** How a pack goes out. */
interface PackOptions {
  /** The pack's number for this rep and day, from 1. */
  readonly no?: number
  /** Who gets it back; the region's user where absent. */
  readonly returnTo?: string
}

/** The content of a rep's pack; null where the region has no such rep. The same region gives the same content (CO-10). */
export function coachingPack(
  region: Region,
  repId: Id<'rep'>,
  asOf: Day,
  facts: PackFacts = packFacts(region, asOf),
  options: PackOptions = {},
): PackContent | null {
  const record = region.get('rep', repId)
  if (!record) return null
  const rep = repFacts(region, record, facts)
  const { settings } = facts.states
  const no = options.no ?? 1
  const sheets: PackSheet[] = [
    scorecardSheet(rep),
    focusSheet(rep),
    dealSheet(rep),
    strategySheet(rep),
    buyerSheet(rep),
    unknownSheet(rep),
    actionSheet(rep),
    activitySheet(rep),
    forecastSheet(rep),
    skillSheet(rep),
    agendaSheet(rep),
  ]
  return {
    // Made from what it is about, so that exporting twice from the same state gives the same file.
    packId: newId(seededRandom(hashText(`${settings.regionName}/${repId}/${asOf}/${no}`))),
    schema: packSchema,
    no,
    region: settings.regionName,
    repId,
    repName: record.name,
    manager: record.manager,
    asOf,
    period: facts.periods[0]?.key ?? '',
    currency: facts.currency,
    returnTo: options.returnTo ?? (settings.userName || record.manager),
    sheets,
    charts: scorecardCharts(rep),
    lists: packLists(region),
  }
}
