/** A history of opportunities as dated facts: what each row says was so from its day on (CV-2). */
import type { Day } from '../base/day'
import { stageMeaning } from '../mapping/stage-meaning'
import type { Drafts, Rejected } from '../mapping/drafts'
import type { SheetMapping } from '../mapping/mapping'
import type { WorkedSheet } from './plan-sheet'
import type { RowPlan } from './plan'
import { resolveReference } from './resolve'
import type { Run } from './run'

interface Step {
  readonly at: number
  readonly row: number
  readonly on: Day
}

/** Works out the facts of a history sheet; a row is new where any of its facts is. */
export function planHistory(run: Run, drafts: Drafts, mapping: SheetMapping, sheet: number): WorkedSheet {
  const reference = drafts.references.find(each => each.field === 'opportunity')
  const place = { file: drafts.file, sheet, rows: drafts.rows }
  const deals = reference ? resolveReference(run, reference, place) : []
  const days = drafts.columns.find(each => each.field === 'occurredOn')?.values ?? []
  const facts = drafts.columns
    .filter(each => each.field.startsWith('fact.'))
    .map(each => ({ field: each.field.slice('fact.'.length), values: each.values }))
  const rejected: Rejected[] = [...drafts.rejected]
  const byDeal = new Map<string, Step[]>()
  drafts.rows.forEach((row, at) => {
    const deal = deals[at]
    if (typeof deal !== 'string') {
      rejected.push({ row, code: 'no-opportunity' })
      return
    }
    const step = { at, row, on: days[at] as Day }
    const steps = byDeal.get(deal)
    if (steps) steps.push(step)
    else byDeal.set(deal, [step])
  })
  const known = knownFacts(run)
  const rows: RowPlan[] = []
  for (const [deal, steps] of byDeal) {
    const last = new Map<string, unknown>()
    steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.at - b.at))
    for (const step of steps) {
      let added = 0
      let id = deal
      const say = (field: string, value: unknown): void => {
        if (value === null || value === undefined || last.get(field) === value) return
        const before = last.get(field) ?? null
        last.set(field, value)
        const key = factKey(deal, field, step.on, value)
        if (known.has(key)) return
        known.add(key)
        added++
        // The CRM learned it on that day, so a forecast of the past may use it from then on.
        const recordedAt = `${step.on}T00:00:00.000Z`
        id = run.add('oppFact', { opportunity: deal, field, value, before, occurredOn: step.on, recordedAt })
      }
      for (const fact of facts) {
        const value = fact.values[step.at]
        say(fact.field, value)
        if (fact.field === 'stage' && typeof value === 'string')
          say('state', mapping.states[value] ?? stageMeaning(value))
      }
      rows.push({ row: step.row, id, fate: added > 0 ? 'new' : 'unchanged', changes: [] })
    }
  }
  const added = rows.filter(each => each.fate === 'new').length
  return {
    drafts,
    mapping,
    rows: rows.sort((a, b) => a.row - b.row),
    leftOut: drafts.leftOut,
    rejected,
    seen: new Set(byDeal.keys()),
    counts: {
      read: drafts.read,
      added,
      changed: 0,
      unchanged: rows.length - added,
      rejected: rejected.length,
      skipped: drafts.leftOut.length,
      vanished: 0,
    },
  }
}

const factKey = (deal: string, field: string, on: string, value: unknown): string =>
  `${deal}|${field}|${on}|${JSON.stringify(value)}`

function knownFacts(run: Run): Set<string> {
  const known = new Set<string>()
  for (const fact of run.input.region.table('oppFact').values())
    known.add(factKey(fact.opportunity, fact.field, fact.occurredOn, fact.value))
  return known
}
