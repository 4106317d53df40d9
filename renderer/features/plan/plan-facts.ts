/** Everything that the plan of one deal shows, asked of the region at once. */
import type { WorkCalendar } from '#shared/base/calendar'
import type { Day } from '#shared/base/day'
import { asId } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { defaultCycle, fittingCycles, versionInForce, type CycleChoice } from '#shared/process/cycle'
import { planWarnings } from '#shared/process/cycle-warnings'
import type { DealState } from '#shared/process/deal-state'
import { planCalendar } from '#shared/process/plan-life'
import type { Schedule } from '#shared/process/plan-schedule'
import { regionCalendar } from '#shared/region/settings'
import { withAccepted, type Warning } from '#shared/region/warning'
import { askDealStates } from '../../store/deal-states'
import { askForecast, forecastTables } from '../../store/forecast-answers'
import { query } from '../../store/query'

/** A deal's plan with its dates, and what stands beside it. */
export interface PlanFacts {
  readonly plan: RecordOf<'opportunityPlan'>
  readonly schedule: Schedule
  readonly calendar: WorkCalendar
  readonly version: RecordOf<'salesCycleVersion'> | null
  readonly cycle: RecordOf<'salesCycle'> | null
  /** A newer version of the same cycle that is in force; null without one. */
  readonly newer: RecordOf<'salesCycleVersion'> | null
}

/** A deal as its plan tab shows it. */
export interface DealPlan {
  readonly row: DealState
  readonly facts: PlanFacts | null
  readonly warnings: readonly Warning[]
  /** FC-9: the close that the matrix gives; null where the deal counts nothing in the forecast. */
  readonly matrixClose: Day | null
  /** CY-1: the cycles that fit, best first, then the default one. */
  readonly choices: readonly CycleChoice[]
}

/** The plan of a deal as of a day; null where there is no such deal yet. */
export const askDealPlan = query(
  [...new Set([...forecastTables, 'warningAck' as const, 'targetMarket' as const])],
  (region, asOf: Day, id: string): DealPlan | null => {
    const row = askDealStates(region, asOf).byId.get(asId(id))
    if (!row) return null
    const { plan, schedule } = row
    const calendar = plan ? planCalendar(region, plan) : regionCalendar(region)
    const version = region.get('salesCycleVersion', plan?.version)
    const current = version ? versionInForce(region, version.cycle, asOf) : null
    const forecast = askForecast(region, asOf, 'quarter').rows.find(each => each.row.id === row.id)?.forecast
    const fitting = fittingCycles(region, row.deal, asOf)
    const fallback = defaultCycle(region, asOf)
    return {
      row,
      facts:
        plan && schedule
          ? {
              plan,
              schedule,
              calendar,
              version,
              cycle: region.get('salesCycle', version?.cycle),
              newer: version && current && current.no > version.no ? current : null,
            }
          : null,
      warnings: withAccepted(
        region,
        planWarnings(region, row, plan && schedule ? { plan, schedule } : null, calendar, asOf),
        asOf,
      ),
      matrixClose: forecast && forecast.p > 0 ? forecast.matrixClose : null,
      choices:
        fallback && !fitting.some(each => each.version.id === fallback.version.id)
          ? [...fitting, fallback]
          : fitting,
    }
  },
)
