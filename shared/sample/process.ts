/** Adds the sample region's statuses, events, stage meanings and sales cycle. */
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { CycleStep } from '../model/process'
import { firstDay, type SampleBuilder } from './builder'
import { cycleRows, endStages, eventRows, evenBuying, stages, statusRows } from './process-words'

/** What deals need of the process: event ids by key with their evidence, and the cycle version. */
export interface SampleProcess {
  readonly events: ReadonlyMap<string, { readonly id: Id<'eventDef'>; readonly evidence: string }>
  readonly version: RecordOf<'salesCycleVersion'>
}

/** The steps of the cycle as a plan copies them. */
export const cycleSteps: readonly CycleStep[] = cycleRows.map(
  ([key, name, objective, criterion, duration, events], at): CycleStep => ({
    key,
    name,
    side: at === 0 ? 'sell' : at === cycleRows.length - 1 ? 'buy' : 'joint',
    objective,
    prerequisites: [],
    sellerRoles: ['Rep'],
    buyerRoles: [],
    preparation: '',
    guidelines: '',
    postStep: '',
    tools: [],
    duration,
    lag: 0,
    mandatory: key !== 'evaluation',
    closesSale: at === cycleRows.length - 1,
    parallelGroup: null,
    dateRule: null,
    criteria: [{ key: `${key}-1`, text: criterion, kind: 'buyerAction', required: true, buyerRole: null }],
    events,
  }),
)

/** Adds statuses, events, stage meanings, the cycle and its version. */
export function makeProcess(build: SampleBuilder): SampleProcess {
  const life = { on: firstDay, source: 'manager' as const }
  for (const [side, rank, label, meaning] of statusRows)
    build.add(
      'statusDef',
      { side, rank, label, meaning, code: `${side === 'buying' ? 'B' : 'S'}${rank}` },
      life,
    )
  const events = new Map<string, { id: Id<'eventDef'>; evidence: string }>()
  for (const [key, side, rank, text, evidence] of eventRows) {
    const def = build.add(
      'eventDef',
      { key, side, rank, text, evidenceHint: evidence.replace('{who}', 'Who') },
      life,
    )
    events.set(key, { id: def.id, evidence })
  }
  stages.forEach((stage, order) =>
    build.add(
      'stageStatus',
      { stage, order, selling: order, buying: evenBuying[order] ?? 0, state: 'open' },
      life,
    ),
  )
  for (const [state, stage] of Object.entries(endStages) as [keyof typeof endStages, string][])
    build.add('stageStatus', { stage, order: build.all('stageStatus').length, state }, life)
  const cycle = build.add(
    'salesCycle',
    {
      name: 'Solution sale, plant monitoring',
      key: 'solution',
      productFamily: 'Watchline',
      owner: 'Helen Varga',
    },
    life,
  )
  const version = build.add(
    'salesCycleVersion',
    {
      cycle: cycle.id,
      no: 1,
      state: 'active',
      effectiveFrom: firstDay,
      changeNote: 'First version',
      steps: cycleSteps,
    },
    life,
  )
  return { events, version }
}
