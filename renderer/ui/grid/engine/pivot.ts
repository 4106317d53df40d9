/** Pivot: rows by some columns, across by one, a figure in every crossing, each of which still knows its rows. */
import { aggregateRange, type Aggregate, type AggregateInputs, type Figure } from './aggregate'
import { groupRows, type GroupBy, type GroupLevel, type ReadyLevel } from './group-rows'

/** What a pivot shows. */
export interface PivotSpec {
  readonly rows: readonly GroupLevel[]
  readonly across: GroupLevel
  readonly value: { readonly column: string; readonly aggregate: Aggregate }
}

/** One line of a pivot: its values by level, its figures by column of the pivot, and its own total. */
export interface PivotLine {
  readonly values: readonly (string | number | null)[]
  readonly cells: readonly (PivotCell | null)[]
  readonly total: PivotCell
}

/** A figure and the rows that it rests on. */
export interface PivotCell {
  readonly figure: Figure
  readonly rows: Uint32Array
}

/** A pivot made ready to show. */
export interface Pivot {
  readonly across: readonly (string | number | null)[]
  readonly by: GroupBy
  readonly lines: readonly PivotLine[]
  readonly totals: PivotLine
}

/** Crosses the rows of `order` by `levels` and `across`. */
export function runPivot(
  order: Uint32Array,
  levels: readonly ReadyLevel[],
  across: ReadyLevel,
  aggregate: Aggregate,
  inputs: AggregateInputs,
): Pivot {
  const cellOf = (rows: Uint32Array): PivotCell => ({
    figure: aggregateRange(aggregate, inputs, rows, 0, rows.length),
    rows,
  })
  const top = groupRows(order, [across])
  const acrossValues = top.groups.map(group => group.value)
  const place = new Map(acrossValues.map((value, index) => [value, index]))
  const deepest = levels.length - 1
  const tree = groupRows(order, [...levels, across])
  const trail: (string | number | null)[] = []
  const lines: PivotLine[] = []
  let cells: (PivotCell | null)[] = []
  for (const group of tree.groups) {
    const rows = tree.order.subarray(group.start, group.end)
    if (group.level <= deepest) {
      trail[group.level] = group.value
      if (group.level === deepest) {
        cells = acrossValues.map(() => null)
        lines.push({ values: trail.slice(0, levels.length), cells, total: cellOf(rows) })
      }
    } else cells[place.get(group.value) as number] = cellOf(rows)
  }
  const totals: PivotLine = {
    values: levels.map(() => null),
    cells: top.groups.map(group => cellOf(top.order.subarray(group.start, group.end))),
    total: cellOf(order),
  }
  return { across: acrossValues, by: across.level.by ?? 'value', lines, totals }
}
