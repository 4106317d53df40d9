/** What the columns of an opportunity mean together: its state, its two close dates and its amounts. */
import type { FieldValues } from './field-values'
import type { StateCount } from './drafts'
import type { Made } from './made'
import { stageMeaning, statusMeaning, type OpportunityState } from './stage-meaning'

type Texts = readonly (string | null)[] | null
type Flags = readonly (boolean | null)[] | null

/** Works out state, dates and amounts, and rejects rows that name nothing. */
export function dealMeaning(values: FieldValues, made: Made): void {
  const states = dealStates(values, made)
  made.columns.set('state', states)
  if (!values.of('stage')) {
    const stage = values.of('status_reason') ?? values.of('status')
    if (stage) made.columns.set('stage', stage)
  }
  closeDates(values, made, states)
  wonAmounts(values, made, states)
  const named = ['deal_id', 'deal_name', 'account', 'account_id', 'product', 'amount', 'actual_amount'].map(
    name => values.of(name),
  )
  values.rows.forEach((_, at) => {
    if (!named.some(column => column?.[at] !== undefined && column[at] !== null))
      made.rejects.set(at, 'no-identity')
  })
}

function dealStates(values: FieldValues, made: Made): (OpportunityState | null)[] {
  const stage = values.of('stage') as Texts
  const status = values.of('status') as Texts
  const reason = values.of('status_reason') as Texts
  const won = values.of('is_won') as Flags
  const lost = values.of('is_lost') as Flags
  const closed = values.of('is_closed') as Flags
  const active = values.of('is_active') as Flags
  const wonTime = values.of('won_time')
  const lostTime = values.of('lost_time')
  const said = values.mapping.states
  const meanings = new Map<string, OpportunityState>()
  const meaning = (text: string): OpportunityState => {
    let state = meanings.get(text)
    if (!state) meanings.set(text, (state = said[text] ?? stageMeaning(text)))
    return state
  }
  const keys = stage ?? status ?? reason
  const any = keys ?? won ?? closed
  if (!any) {
    made.states = []
    return values.rows.map(() => null)
  }
  const states = values.rows.map((_, at): OpportunityState => {
    const key = keys?.[at] ?? null
    // What the user said of a stage goes before everything else.
    if (key !== null && said[key]) return said[key]
    const byStage = stage?.[at] ? meaning(stage[at]) : null
    const ended =
      byStage === 'lost' || byStage === 'noDecision' || byStage === 'disqualified' ? byStage : 'lost'
    if (won?.[at] === true) return 'won'
    if (lost?.[at] === true) return ended
    if (closed?.[at] === true && won) return ended
    const byStatus = status?.[at] ? statusMeaning(status[at]) : null
    if (byStatus === 'lost' && reason?.[at]) {
      const why = stageMeaning(reason[at])
      if (why === 'noDecision' || why === 'disqualified') return why
    }
    if (byStatus !== null && byStatus !== 'open') return byStatus
    if (wonTime?.[at] && !lostTime?.[at]) return 'won'
    if (lostTime?.[at] && !wonTime?.[at]) return ended
    if (active?.[at] === false && byStage !== 'won') return ended
    return byStatus ?? byStage ?? (reason?.[at] ? meaning(reason[at]) : 'open')
  })
  made.states = countStates(keys, states)
  return states
}

function countStates(keys: Texts, states: readonly OpportunityState[]): StateCount[] {
  const counts = new Map<string, Map<OpportunityState, number>>()
  states.forEach((state, at) => {
    const key = keys?.[at] ?? ''
    let one = counts.get(key)
    if (!one) counts.set(key, (one = new Map<OpportunityState, number>()))
    one.set(state, (one.get(state) ?? 0) + 1)
  })
  return [...counts]
    .map(([value, each]) => {
      const sorted = [...each].sort((a, b) => b[1] - a[1])
      return {
        value,
        count: sorted.reduce((sum, [, n]) => sum + n, 0),
        state: sorted[0]?.[0] ?? 'open',
        mixed: sorted.length > 1,
      }
    })
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** One close date is expected while a deal is open and actual once it is closed; with two, each keeps its own. */
function closeDates(values: FieldValues, made: Made, states: readonly (OpportunityState | null)[]): void {
  const expected = values.of('expected_close')
  const actual = values.of('actual_close')
  const wonTime = values.of('won_time')
  const lostTime = values.of('lost_time')
  if (!expected && !actual && !wonTime && !lostTime) return
  const two = actual !== null || wonTime !== null || lostTime !== null
  const isClosed = (at: number): boolean => states[at] !== null && states[at] !== 'open'
  made.columns.set(
    'expectedClose',
    values.rows.map((_, at) => {
      if (!isClosed(at)) return expected?.[at] ?? (expected ? null : (actual?.[at] ?? null))
      return two ? (expected?.[at] ?? null) : null
    }),
  )
  made.columns.set(
    'closedOn',
    values.rows.map((row, at) => {
      if (!isClosed(at)) return null
      const ended = states[at] === 'won' ? wonTime?.[at] : lostTime?.[at]
      const on = actual?.[at] ?? ended ?? (two ? null : expected?.[at]) ?? null
      if (on === null)
        values.issues.push({ row, column: null, code: 'closed-without-date', text: states[at] ?? '' })
      return on
    }),
  )
}

/** What a won deal brought: the actual amount, else the amount itself; nothing for deals that are not won. */
function wonAmounts(values: FieldValues, made: Made, states: readonly (OpportunityState | null)[]): void {
  const amount = made.columns.get('amount')
  const actual = made.columns.get('wonAmount')
  if (!amount && !actual) return
  made.columns.set(
    'wonAmount',
    values.rows.map((_, at) => (states[at] === 'won' ? (actual?.[at] ?? amount?.[at] ?? null) : null)),
  )
}
