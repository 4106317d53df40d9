/** Warnings about the pipeline: PL-W1 to PL-W10. */
import { addDays, daysBetween } from '../base/day'
import { periodOf } from '../base/fiscal'
import type { Region } from '../region/region'
import { warning, withAccepted, type Facts, type Severity, type Warning } from '../region/warning'
import { concentrationOf } from './concentration'
import { coverageOf, type CoverageParts } from './coverage'
import { creationBy, stretchesOf } from './creation'
import type { DealState, DealStates } from './deal-state'
import { isInWork } from './decide-deals'
import type { WinRatio } from './win-ratio'

/** PL-W1 to PL-W4, PL-W7 and PL-W8 of one deal. */
export function dealWarnings(row: DealState, states: DealStates): readonly Warning[] {
  if (!isInWork(row)) return []
  const found: Warning[] = []
  const say = (code: string, severity: Severity, facts: Facts): void => {
    found.push(
      warning(code, severity, row.id, { deal: row.deal.name, amount: row.value.amount, ...facts }, [
        { table: 'opportunity', id: row.id },
      ]),
    )
  }
  const { settings, asOf } = states
  if (row.noNextStep === true) say('PL-W1', 'warn', { kind: row.nextStep.kind, on: row.nextStep.on })
  if (row.stuck.is === true) {
    const limit = states.stuckLimits.of(row.deal, row.status)
    say('PL-W2', 'warn', { days: row.stuck.days, limit: limit?.days ?? null, n: limit?.n ?? 0 })
  }
  if (row.stale.is === true) say('PL-W3', 'warn', { days: row.stale.days, limit: settings.staleDays })
  if (row.deadByAge === true && row.age.kind === 'known') {
    const limit = states.ageLimits.of(row.family)
    say('PL-W4', 'warn', {
      days: row.age.days,
      limit: limit?.days ?? null,
      n: limit?.n ?? 0,
      family: limit?.family ?? null,
    })
  }
  const evidence = row.class.evidenceAge
  if (row.class.kind === 'qualified' && evidence !== null && evidence > settings.evidenceAgeDays)
    say('PL-W7', 'warn', { days: evidence, limit: settings.evidenceAgeDays })
  if (row.class.kind === 'suspect' && row.start !== null) {
    const due = row.deal.reviewOn ?? addDays(row.start, settings.suspectReviewDays)
    if (due < asOf) say('PL-W8', 'info', { days: daysBetween(row.start, asOf), due })
  }
  return found
}

/** PL-W5 of one scope; empty where coverage suffices or has nothing to be compared with. */
export function coverageWarnings(scope: string, parts: CoverageParts): readonly Warning[] {
  const found = coverageOf(parts)
  if (found.verdict !== 'short') return []
  return [
    warning(
      'PL-W5',
      'warn',
      scope,
      { coverage: found.coverage, required: found.required, open: parts.open, needed: found.needed },
      [],
    ),
  ]
}

/** Relative fall of creation from which PL-W6 speaks. */
const creationFall = -0.3

/** PL-W6 of the whole region and of each rep, against the period before. */
export function creationWarnings(states: DealStates): readonly Warning[] {
  const { fiscalStart } = states.settings
  const stretches = stretchesOf(periodOf(states.asOf, 'quarter', fiscalStart), states.asOf, fiscalStart)
  return [...creationBy(states, stretches, null), ...creationBy(states, stretches, 'rep')].flatMap(each => {
    if (each.change === null || each.change > creationFall || each.before < 10) return []
    return [
      warning(
        'PL-W6',
        'warn',
        each.key ?? 'region',
        { who: each.label, now: each.now, before: each.before, change: each.change },
        each.key === null ? [] : [{ table: 'rep', id: each.key }],
      ),
    ]
  })
}

/** PL-W9: one rep holds at least the set share of the open amount; A16: of what a manager's people won. */
function concentrationWarnings(states: DealStates): readonly Warning[] {
  const limit = states.settings.repConcentration
  const open = concentrationOf(states, null, row => row.state === 'open')
  const won = concentrationOf(states, 'manager', row => row.state === 'won')
  const say = (each: (typeof open)[number], of: 'open' | 'won'): Warning =>
    warning(
      'PL-W9',
      'warn',
      `${of}/${each.group ?? 'region'}/${each.member}`,
      { who: each.label, group: each.group, of, amount: each.amount, total: each.total, share: each.share },
      each.deals.map(id => ({ table: 'opportunity', id })),
    )
  return [
    ...open.filter(each => each.share >= limit).map(each => say(each, 'open')),
    ...won.filter(each => each.share >= limit).map(each => say(each, 'won')),
  ]
}

/** PL-W10: a view shows a ratio whose n is below the least that may be ranked. */
export function thinWarnings(view: string, ratios: readonly WinRatio[]): readonly Warning[] {
  const thin = ratios.filter(each => each.closed.thin)
  if (thin.length === 0) return []
  return [
    warning(
      'PL-W10',
      'info',
      view,
      { view, n: thin.length, of: ratios.length, least: Math.min(...thin.map(each => each.closed.n)) },
      [],
    ),
  ]
}

/** All warnings about a region's pipeline with what was accepted; PL-W5 comes from the screens that know a quota. */
export function pipelineWarnings(region: Region, states: DealStates): readonly Warning[] {
  return withAccepted(
    region,
    [
      ...creationWarnings(states),
      ...concentrationWarnings(states),
      ...states.rows.flatMap(row => dealWarnings(row, states)),
    ],
    states.asOf,
  )
}
