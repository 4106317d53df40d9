/** The steps that a deal has entered, with dates: selling statuses from events, else CRM stages. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { Region } from '../region/region'
import type { DealState, DealStates } from './deal-state'
import { stageMeanings } from './stage-meaning'
import { stageStays } from './won-times'

/** One step that a deal entered. */
interface PathStep {
  readonly step: string
  readonly order: number
  readonly on: Day
}

/** A deal's way through the process, in order. */
export interface DealPath {
  readonly id: Id<'opportunity'>
  readonly row: DealState
  readonly steps: readonly PathStep[]
}

/** A step of the process in its order, with the words shown. */
export interface PathColumn {
  readonly step: string
  readonly order: number
  readonly label: string
}

/** All paths with the steps that they run through; `won` is always the last column. */
export interface DealPaths {
  readonly kind: 'statuses' | 'stages'
  readonly columns: readonly PathColumn[]
  readonly paths: readonly DealPath[]
}

/** The step that stands for a win. */
const wonStep = 'won'

/** The paths of all deals: by selling status where any deal has events, else by CRM stage. */
export function dealPaths(region: Region, states: DealStates): DealPaths {
  const byEvents = states.rows.some(row => row.status.basis === 'events')
  return byEvents ? statusPaths(region, states) : stagePaths(region, states)
}

function withWin(row: DealState, steps: PathStep[], order: number): DealPath {
  const end = row.deal.closedOn
  if (row.state === 'won' && end !== null) steps.push({ step: wonStep, order, on: end })
  return { id: row.id, row, steps }
}

function statusPaths(region: Region, states: DealStates): DealPaths {
  const columns = region
    .all('statusDef')
    .filter(each => each.set === 'default' && each.side === 'selling')
    .sort((a, b) => a.rank - b.rank)
    .map(each => ({ step: each.code, order: each.rank, label: `${each.code} ${each.label}` }))
  const top = (columns.at(-1)?.order ?? 0) + 1
  const paths = states.rows
    .filter(row => row.status.basis === 'events')
    .map(row => {
      const steps: PathStep[] = []
      let reached = -1
      for (const visit of row.status.visits)
        for (; reached < visit.selling;) {
          reached++
          const column = columns.find(each => each.order === reached)
          if (column) steps.push({ step: column.step, order: reached, on: visit.enteredOn })
        }
      return withWin(row, steps, top)
    })
  return { kind: 'statuses', columns: [...columns, { step: wonStep, order: top, label: 'Won' }], paths }
}

/** Stages in the order of their meanings; unknown ones after them, by the share of their deals that have begun. */
function inOrder(states: DealStates, found: ReadonlyMap<string, number | null>): string[] {
  const counts = new Map<string, { all: number; begun: number }>()
  for (const { deal, start } of states.rows) {
    if (deal.stage === null) continue
    const { all, begun } = counts.get(deal.stage) ?? { all: 0, begun: 0 }
    counts.set(deal.stage, { all: all + 1, begun: begun + (start === null ? 0 : 1) })
  }
  const share = (stage: string): number => {
    const { all, begun } = counts.get(stage) ?? { all: 1, begun: 0 }
    return begun / all
  }
  const last = Math.max(0, ...[...found.values()].map(order => order ?? 0)) + 1
  return [...found]
    .map(([stage, order]) => ({ stage, place: order ?? last + share(stage) }))
    .sort((a, b) => a.place - b.place)
    .map(each => each.stage)
}

/** The paths of all deals by CRM stage; where only one stage carries dates, every dated deal went through it. */
export function stagePaths(region: Region, states: DealStates): DealPaths {
  const meanings = stageMeanings(region)
  const found = new Map<string, number | null>()
  for (const row of states.rows)
    if (row.state === 'open' && row.deal.stage !== null)
      found.set(row.deal.stage, meanings.get(row.deal.stage)?.order ?? null)
  for (const [stage, meaning] of meanings) if (meaning.state === 'open') found.set(stage, meaning.order)
  const columns = inOrder(states, found).map((step, order) => ({ step, order, label: step }))
  const orderOf = new Map(columns.map(each => [each.step, each.order]))
  // Where only one stage carries dates, every dated deal went through it.
  const begun = new Set(states.rows.filter(row => row.start !== null).map(row => row.deal.stage))
  const dated = columns.filter(each => meanings.get(each.step)?.dated !== false && begun.has(each.step))
  const single = dated.length === 1 ? dated[0] : undefined
  const top = columns.length
  const paths = states.rows.map(row => {
    const steps: PathStep[] = []
    const enter = (step: string, on: Day): void => {
      const order = orderOf.get(step)
      if (order !== undefined && !steps.some(each => each.step === step)) steps.push({ step, order, on })
    }
    const facts = states.links.facts.get(row.id) ?? []
    for (const stay of stageStays(facts, row.start)) enter(stay.stage, stay.from)
    if (row.state === 'open' && row.deal.stage !== null) {
      const since = row.deal.stageSince ?? (steps.length === 0 ? row.start : null)
      if (since !== null) enter(row.deal.stage, since)
    }
    if (steps.length === 0 && single && row.start !== null) enter(single.step, row.start)
    return withWin(row, steps, top)
  })
  return { kind: 'stages', columns: [...columns, { step: wonStep, order: top, label: 'Won' }], paths }
}
