/** Rep by rep: what is closed, called, expected by the matrix and asked for, and where call and matrix disagree (FC-16). */
import type { Day } from '../base/day'
import { parsePeriod, type Period } from '../base/fiscal'
import type { RecordOf } from '../model/catalog'
import type { DealStates } from '../process/deal-state'
import type { Region } from '../region/region'
import type { Distribution } from './distribution'
import {
  type CallCategory,
  type CallDifference,
  callDifferences,
  callRow,
  type CallRow,
} from './forecast-call'
import { managerCall, repBias, type RepBias, repCalls } from './region-calls'
import type { ForecastRow, RegionForecast } from './region-forecast'
import { quotaOf } from './region-quota'

/** A rep with open deals, calls or a quota in a period; amounts in minor units of the region's currency. */
export interface RepCallRow {
  readonly rep: RecordOf<'rep'>
  readonly closed: number
  readonly closedDeals: readonly string[]
  readonly rows: readonly ForecastRow[]
  readonly spread: number
  readonly call: RecordOf<'forecastCall'> | null
  readonly commit: number | null
  readonly bestCase: number | null
  readonly manager: number | null
  readonly quota: number | null
  readonly bias: RepBias
  readonly differences: readonly { readonly row: ForecastRow; readonly why: CallDifference }[]
}

/** What a CRM's forecast category says, by its words. */
export function categoryOf(words: string | null): CallCategory {
  const text = (words ?? '').toLowerCase()
  if (text.includes('commit')) return 'commit'
  if (text.includes('best') || text.includes('upside')) return 'bestCase'
  return text.includes('omit') ? 'omitted' : 'pipeline'
}

/** The category of a deal: as called, else as the CRM has it. */
export const calledAs = (call: RecordOf<'forecastCall'> | null, { row }: ForecastRow): CallCategory =>
  call?.categories[row.id] ?? categoryOf(row.deal.forecastCategory)

/** The day on which the rep means a deal to close. */
const meantDay = ({ row }: ForecastRow): Day | null => row.deal.expectedClose

/** FC-16 for every rep in period `at` of a forecast, in the order of their names. */
export function repCallRows(
  region: Region,
  states: DealStates,
  forecast: RegionForecast,
  at: number,
): readonly RepCallRow[] {
  const period = forecast.periods[at]
  if (!period) return []
  const calls = repCalls(region, period.key, states.asOf)
  const home = (amount: number | null, call: RecordOf<'forecastCall'> | null): number | null => {
    if (amount === null || !call) return null
    const found = states.rates.convert(amount, call.currency, call.asOf)
    return found.ok ? found.value : null
  }
  const byOwner = new Map<string, ForecastRow[]>()
  for (const row of forecast.rows) {
    const owner = row.row.owner?.id
    if (owner === undefined) continue
    const list = byOwner.get(owner)
    if (list) list.push(row)
    else byOwner.set(owner, [row])
  }
  return region
    .all('rep')
    .map((rep): RepCallRow => {
      const own = byOwner.get(rep.id) ?? []
      const call = calls.get(rep.id) ?? null
      const manager = managerCall(region, period.key, states.asOf, rep.id)
      const won = wonBy(states, rep.id, period)
      return {
        rep,
        ...won,
        rows: own.filter(row => (row.forecast.spread[at] ?? 0) > 0),
        spread: own.reduce((sum, row) => sum + (row.forecast.spread[at] ?? 0), 0),
        call,
        commit: home(call?.commit ?? null, call),
        bestCase: home(call?.bestCase ?? null, call),
        manager: home(manager?.commit ?? null, manager),
        quota: quotaOf(region, states.rates, period.key, states.asOf, rep.id).amount,
        bias: repBias(region, states, rep.id, key => parsePeriod(key, states.settings.fiscalStart)),
        differences: differencesOf(own, call, period),
      }
    })
    .filter(row => row.rows.length > 0 || row.call !== null || row.quota !== null || row.closed > 0)
    .sort((a, b) => a.rep.name.localeCompare(b.rep.name, 'en'))
}

function wonBy(states: DealStates, rep: string, period: Period): { closed: number; closedDeals: string[] } {
  const won = states.rows.filter(
    ({ state, owner, deal }) =>
      state === 'won' &&
      owner?.id === rep &&
      deal.closedOn !== null &&
      deal.closedOn >= period.first &&
      deal.closedOn <= period.last,
  )
  return {
    closed: won.reduce((sum, each) => sum + (each.value.amount ?? 0), 0),
    closedDeals: won.map(each => each.id),
  }
}

/** Deals that rep or matrix expect in the period, where the two disagree. */
function differencesOf(
  rows: readonly ForecastRow[],
  call: RecordOf<'forecastCall'> | null,
  period: Period,
): RepCallRow['differences'] {
  const inside = (day: Day | null): boolean => day !== null && day >= period.first && day <= period.last
  const here = rows.filter(row => inside(meantDay(row)) || inside(row.forecast.close))
  const byId = new Map(here.map(row => [row.row.id as string, row]))
  return callDifferences(
    here.map(row => ({
      id: row.row.id,
      category: calledAs(call, row),
      p: row.forecast.p,
      commitDate: meantDay(row),
      buyerDate: row.deal.buyerDate,
    })),
  ).flatMap(({ id, why }) => {
    const row = byId.get(id)
    return row ? [{ row, why }] : []
  })
}

/** FC-16: the row of a rep with the range of the open deals; null without a call. */
export const callOf = ({ closed, commit, quota }: RepCallRow, curve: Distribution): CallRow | null =>
  commit === null ? null : callRow(closed, commit, curve, quota)
