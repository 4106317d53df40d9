/** Opportunities that a file repeats once a product: the rows become their lines, and their amounts add up. */
import { asId } from '../base/id'
import type { Drafts } from '../mapping/drafts'
import type { Beside } from './match-rows'
import { mergeField } from './merge'
import type { FieldChange, RowPlan } from './plan'
import type { Run } from './run'

/** The value of a draft's field, references resolved. */
type DraftValue = (at: number, field: string) => unknown

/** The rows of each opportunity that has lines, its own row first, by the draft of that row. */
export function groupLines(lines: readonly Beside[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const { at, first } of lines) {
    if (first === null) continue
    const group = groups.get(first)
    if (group) group.push(at)
    else groups.set(first, [first, at])
  }
  return groups
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/**
 * The amount of an opportunity whose rows are lines: the sum where the rows hold the lines' own amounts, which differ or
 * are quantity times price; else the one amount that all of them repeat.
 */
export function wholeAmount(
  rows: readonly number[],
  value: (at: number) => unknown,
  line: (at: number, field: 'quantity' | 'price') => unknown,
): { readonly whole: number | null; readonly isSum: boolean } {
  const amounts = rows.map(at => number(value(at)))
  const given = amounts.filter(each => each !== null)
  if (given.length === 0) return { whole: null, isSum: false }
  const priced = rows.every((at, i) => {
    const [quantity, price] = [number(line(at, 'quantity')) ?? 1, number(line(at, 'price'))]
    return price !== null && amounts[i] === Math.round(quantity * price)
  })
  const isSum = priced || given.length < rows.length || given.some(each => each !== given[0])
  return { whole: isSum ? given.reduce((sum, each) => sum + each, 0) : (given[0] ?? null), isSum }
}

/** Writes the lines of one opportunity; returns what became of the rows that are no opportunity of their own. */
export function planLines(
  run: Run,
  drafts: Drafts,
  deal: string,
  rows: readonly number[],
  value: DraftValue,
): RowPlan[] {
  const line = (at: number, field: 'quantity' | 'price'): unknown =>
    drafts.lines.find(each => each.field === field)?.values[at] ?? null
  const { isSum } = wholeAmount(rows, at => value(at, 'amount'), line)
  const known = new Map<string, string>()
  for (const each of run.input.region.where('oppLine', 'opportunity', asId(deal)))
    if (each.product !== null) known.set(each.product, each.id)
  return rows.flatMap((at, i): RowPlan[] => {
    const product = value(at, 'product')
    const quantity = number(line(at, 'quantity'))
    const price = number(line(at, 'price'))
    const amount = isSum
      ? number(value(at, 'amount'))
      : price === null
        ? null
        : Math.round((quantity ?? 1) * price)
    const says: Record<string, unknown> = { opportunity: deal }
    for (const [field, each] of [
      ['product', product],
      ['quantity', quantity],
      ['price', price],
      ['amount', amount],
      ['currency', price === null && amount === null ? null : value(at, 'currency')],
    ] as const)
      if (each !== null && each !== undefined) says[field] = each
    const plan = writeLine(
      run,
      drafts,
      at,
      typeof product === 'string' ? (known.get(product) ?? null) : null,
      says,
    )
    // The opportunity's own row is counted as the opportunity.
    return i === 0 ? [] : [plan]
  })
}

function writeLine(
  run: Run,
  drafts: Drafts,
  at: number,
  id: string | null,
  says: Readonly<Record<string, unknown>>,
): RowPlan {
  const row = drafts.rows[at] as number
  if (id === null) {
    const added = run.add('oppLine', { ...says })
    run.say('oppLine', added, drafts.file, row, says)
    return { row, id: says['opportunity'] as string, fate: 'new', changes: [], line: true }
  }
  const changes: FieldChange[] = []
  for (const [field, theirs] of Object.entries(says)) {
    const mine = run.value('oppLine', id, field)
    if (mergeField(theirs, run.saidOf(id, field), mine) !== 'take') continue
    changes.push({ field, before: mine, after: theirs })
    run.set('oppLine', id, field, theirs)
  }
  run.say('oppLine', id, drafts.file, row, says)
  return {
    row,
    id: says['opportunity'] as string,
    fate: changes.length > 0 ? 'changed' : 'unchanged',
    changes,
    line: true,
  }
}
