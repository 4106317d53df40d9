/** Warnings about sales cycles and opportunity plans: CY-W1 to CY-W9. */
import { businessDays, type WorkCalendar } from '../base/calendar'
import { daysBetween, type Day } from '../base/day'
import type { Id } from '../base/id'
import { quantileOf } from '../base/statistics'
import type { RecordOf } from '../model/catalog'
import type { CycleStep } from '../model/process'
import type { Region } from '../region/region'
import { warning, type Warning } from '../region/warning'
import { startOf } from './deal-age'
import type { DealState } from './deal-state'
import { schedulePlan, type Schedule } from './plan-schedule'
import { versionInForce } from './cycle'

/** CY-W1 and CY-W2 of one version's steps; the block stops it from becoming active. */
export function versionWarnings(
  steps: readonly CycleStep[],
  version: Id<'salesCycleVersion'>,
): readonly Warning[] {
  const records = [{ table: 'salesCycleVersion' as const, id: version }]
  const closing = steps.filter(step => step.closesSale).length
  const found: Warning[] = []
  if (closing !== 1) found.push(warning('CY-W1', 'block', version, { n: closing }, records))
  for (const step of steps)
    if (step.criteria.length === 0)
      found.push(warning('CY-W2', 'warn', `${version}/${step.key}`, { step: step.name }, records))
  return found
}

/** Median working days that won deals took for a step, with n; by step key (CY-W7). */
export function stepMedians(
  region: Region,
  calendar: WorkCalendar,
): ReadonlyMap<string, { readonly median: number; readonly n: number }> {
  const times = new Map<string, number[]>()
  for (const plan of region.all('opportunityPlan')) {
    if (region.get('opportunity', plan.opportunity)?.state !== 'won') continue
    for (const { step, start, end } of schedulePlan(plan.steps, plan.startOn, calendar, null).steps) {
      if (step.key === null || step.actualEnd === null) continue
      const took = businessDays(calendar, start, end) + 1
      times.set(step.key, [...(times.get(step.key) ?? []), took])
    }
  }
  return new Map(
    [...times].map(([key, list]) => [key, { median: quantileOf(list, 0.5) ?? 0, n: list.length }]),
  )
}

/** CY-W7: steps of a version whose duration is more than 50 % off what won deals took, with n ≥ `minN`. */
export function durationWarnings(
  steps: readonly CycleStep[],
  version: Id<'salesCycleVersion'>,
  medians: ReturnType<typeof stepMedians>,
  minN: number,
): readonly Warning[] {
  return steps.flatMap(step => {
    const seen = medians.get(step.key)
    if (!seen || seen.n < minN || Math.abs(step.duration - seen.median) <= 0.5 * seen.median) return []
    return [
      warning(
        'CY-W7',
        'warn',
        `${version}/${step.key}`,
        { step: step.name, duration: step.duration, median: seen.median, n: seen.n },
        [{ table: 'salesCycleVersion', id: version }],
      ),
    ]
  })
}

/** What CY-W3 to CY-W9 need besides the deal. */
export interface PlanView {
  readonly plan: RecordOf<'opportunityPlan'>
  readonly schedule: Schedule
}

/** CY-W3 to CY-W6, CY-W8 and CY-W9 of one open deal; `view` is null without a plan. */
export function planWarnings(
  region: Region,
  row: DealState,
  view: PlanView | null,
  calendar: WorkCalendar,
  asOf: Day,
): readonly Warning[] {
  if (row.state !== 'open') return []
  const deal = { table: 'opportunity' as const, id: row.id }
  const found: Warning[] = []
  const say = (
    code: string,
    severity: Warning['severity'],
    facts: Warning['facts'],
    subject: string = row.id,
  ): void => {
    found.push(warning(code, severity, subject, { deal: row.deal.name, ...facts }, [deal]))
  }
  if (!view) {
    const start = startOf(row.deal)
    const days = start === null ? null : businessDays(calendar, start, asOf)
    if (days !== null && days > 5) say('CY-W4', 'info', { days })
    return found
  }
  const { plan, schedule } = view
  const crm = row.deal.expectedClose
  if (crm !== null && schedule.close !== null) {
    const off = businessDays(calendar, crm, schedule.close)
    if (Math.abs(off) > 10) say('CY-W3', 'warn', { plan: schedule.close, crm, days: off })
  }
  for (const { step, late, missed } of schedule.steps) {
    const planned = step.baselineEnd
    const overdue = late && planned !== null ? businessDays(calendar, planned, asOf) : 0
    const since = plan.revisions.at(-1)?.on ?? null
    if (overdue > 3 && (since === null || planned === null || since <= planned))
      say('CY-W5', 'warn', { step: step.name, days: overdue }, `${row.id}/${step.id}`)
    if (missed)
      say(
        'CY-W8',
        'warn',
        { step: step.name, was: missed.was, now: missed.now, because: missed.because, slip: schedule.slip },
        `${row.id}/${step.id}`,
      )
  }
  for (const step of plan.steps)
    if (step.status === 'removed' && step.mandatory && (step.reason ?? '').trim() === '')
      say('CY-W6', 'block', { step: step.name }, `${row.id}/${step.id}`)
  const version = region.get('salesCycleVersion', plan.version)
  const current = version ? versionInForce(region, version.cycle, asOf) : null
  if (version && current && current.no > version.no && current.effectiveFrom !== null) {
    const days = daysBetween(current.effectiveFrom, asOf)
    if (days > 60) say('CY-W9', 'info', { pinned: version.no, active: current.no, days })
  }
  return found
}
