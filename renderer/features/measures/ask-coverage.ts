/** Coverage of the region and of each rep for a quarter, asked once for the screen and the warnings. */
import type { Day } from '#shared/base/day'
import { periodOf, shiftPeriod, type Period } from '#shared/base/fiscal'
import { quotaOf } from '#shared/forecast/region-quota'
import { coverageFacts, type CoverageFacts } from '#shared/process/coverage-facts'
import type { DealState } from '#shared/process/deal-state'
import { regionCalendar, settingsOf } from '#shared/region/settings'
import type { Region } from '#shared/region/region'
import { query } from '../../store/query'
import { askMeasured } from './measured'

/** Coverage of one rep. */
export interface CoverageRow {
  readonly id: string
  readonly name: string
  readonly manager: string | null
  readonly facts: CoverageFacts
}

/** The quota of a quarter: its own, else the sum of its months; the region's is asked without a rep. */
function quotaFor(region: Region, asOf: Day, period: Period, rep: string | null): number | null {
  const { rates } = askMeasured(region, asOf, null)
  const of = (key: string): number | null => quotaOf(region, rates, key, asOf, rep as never).amount
  const own = of(period.key)
  if (own !== null) return own
  const start = settingsOf(region).fiscalStart
  const first = periodOf(period.first, 'month', start)
  const months = [0, 1, 2].map(by => of(shiftPeriod(first, by, start).key))
  return months.some(each => each !== null)
    ? months.reduce<number>((sum, each) => sum + (each ?? 0), 0)
    : null
}

/** Coverage of the region and of each rep for the quarter `ahead` of the as-of date. */
export const askCoverage = query(
  [...askMeasured.tables, 'quota'],
  (region, asOf: Day, ahead: number, segment: string | null) => {
    const states = askMeasured(region, asOf, segment)
    const { fiscalStart } = states.settings
    const period = shiftPeriod(periodOf(asOf, 'quarter', fiscalStart), ahead, fiscalStart)
    const calendar = regionCalendar(region)
    const byOwner = new Map<string, DealState[]>()
    for (const row of states.rows) {
      if (row.owner === null) continue
      const list = byOwner.get(row.owner.id)
      if (list) list.push(row)
      else byOwner.set(row.owner.id, [row])
    }
    const reps = region.all('rep').flatMap((rep): CoverageRow[] => {
      const rows = byOwner.get(rep.id) ?? []
      const quota = quotaFor(region, asOf, period, rep.id)
      if (!rep.active || (rows.length === 0 && quota === null)) return []
      return [
        {
          id: rep.id,
          name: rep.name,
          manager: rep.manager,
          facts: coverageFacts(states, rows, period, quota, calendar),
        },
      ]
    })
    return {
      period,
      reps,
      all: coverageFacts(states, states.rows, period, quotaFor(region, asOf, period, null), calendar),
    }
  },
)
