/** Runs a view over a source step by step, redoing only the steps whose inputs moved. */
import { aggregateRange, type Aggregate, type AggregateInputs, type Figure } from './aggregate'
import { isNumeric, isText, type ColumnData, type GridSource } from './column-data'
import { columnsOf, isComplete, type Condition, type FilterGroup, type FilterNode } from './filter'
import { foldedWords } from './fold'
import {
  allRows,
  groupRows,
  levelCodes,
  sortGroups,
  type Group,
  type Grouping,
  type GroupLevel,
  type ReadyLevel,
} from './group-rows'
import type { PeriodBase } from './period'
import { runPivot, type Pivot, type PivotSpec } from './pivot'
import { Ranker } from './rank'
import { runFilter } from './run-filter'
import { searchRows } from './search-rows'
import { sortRows, type SortKey } from './sort-rows'
import { valueList, type ValueCount } from './value-list'

/** The parts of a view that decide which rows are seen and in what order. */
export interface RowsView {
  readonly sort: readonly SortKey[]
  readonly filter: FilterGroup | null
  readonly quick: readonly Condition[]
  readonly search: string
  readonly groups: readonly GroupLevel[]
}

/** Rows seen, in order, with their groups when the view groups. */
export interface SeenRows {
  readonly order: Uint32Array
  readonly groups: readonly Group[] | null
}

/** What the engine needs beside the view. */
export interface EngineBase extends PeriodBase {
  /** Keys of the columns that quick search looks into. */
  readonly searchIn: readonly string[]
  /** The aggregate of a column, by which groups can be sorted. */
  readonly aggregateOf: (key: string) => Aggregate | null
}

/** Remembers one result by the identity of its inputs. */
class Step<T> {
  private inputs: readonly unknown[] | null = null
  private result: T | null = null

  run(inputs: readonly unknown[], make: () => T): T {
    const last = this.inputs
    if (
      this.result === null ||
      !last ||
      last.length !== inputs.length ||
      inputs.some((x, i) => !Object.is(x, last[i]))
    ) {
      this.result = make()
      this.inputs = inputs
    }
    return this.result
  }
}

/** One grid's engine; holds what it computed last, so give every grid its own. */
export class ViewEngine {
  private readonly ranker: Ranker
  private readonly sorted = new Step<Uint32Array>()
  private readonly filtered = new Step<Uint8Array>()
  private readonly searched = new Step<Uint8Array>()
  private readonly picked = new Step<Uint32Array>()
  private readonly grouped = new Step<Grouping>()
  private readonly levels = new Map<string, Step<ReadyLevel>>()

  constructor(locale?: string) {
    this.ranker = new Ranker(locale)
  }

  /** The rows that `view` shows of `source`. */
  seen(source: GridSource, view: RowsView, base: EngineBase): SeenRows {
    const order = this.picks(source, view, base)
    if (view.groups.length === 0) return { order, groups: null }
    return this.groups(source, view, base, order)
  }

  private picks(source: GridSource, view: RowsView, base: EngineBase): Uint32Array {
    const keys = view.sort.map(key => ({
      data: source.column(key.column),
      descending: key.descending === true,
    }))
    const sorted = this.sorted.run(
      [source.rowCount, ...keys.flatMap(key => [key.data, key.descending])],
      () => (keys.length === 0 ? allRows(source.rowCount) : sortRows(source.rowCount, keys, this.ranker)),
    )
    const mask = this.mask(source, view, base, null)
    if (!mask) return sorted
    return this.picked.run([sorted, mask], () => pick(sorted, mask))
  }

  /** The rows that the view's filters let pass, leaving out the filter row's condition on `except`; null when all pass. */
  mask(source: GridSource, view: RowsView, base: EngineBase, except: string | null): Uint8Array | null {
    const quick = view.quick.filter(condition => condition.column !== except && isComplete(condition))
    const tree = view.filter && view.filter.parts.length > 0 ? view.filter : null
    const parts: FilterNode[] = tree ? [tree, ...quick] : quick
    const found = view.search.trim() === '' ? null : this.search(source, view.search, base)
    if (parts.length === 0) return found
    const node: FilterGroup = { join: 'and', parts }
    const columns = columnsOf(node).map(key => source.column(key))
    const make = () => {
      const mask = runFilter(node, source, base)
      if (found)
        for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] as number) & (found[row] as number)
      return mask
    }
    if (except !== null) return make()
    const inputs = [JSON.stringify(parts), source.rowCount, base.asOf, base.fiscalStart, found, ...columns]
    return this.filtered.run(inputs, make)
  }

  /** How many rows pass a filter tree on its own. */
  count(source: GridSource, filter: FilterGroup, base: PeriodBase): number {
    let passing = 0
    for (const bit of runFilter(filter, source, base)) passing += bit
    return passing
  }

  private search(source: GridSource, text: string, base: EngineBase): Uint8Array {
    const columns = base.searchIn.map(key => source.column(key))
    return this.searched.run([text, source.rowCount, ...columns], () =>
      searchRows(text, columns, source.rowCount),
    )
  }

  private level(source: GridSource, level: GroupLevel, descending: boolean, base: PeriodBase): ReadyLevel {
    const by = level.by ?? 'value'
    const id = `${level.column} ${by}`
    const step = this.levels.get(id) ?? new Step<ReadyLevel>()
    this.levels.set(id, step)
    const column = source.column(level.column)
    return step.run([column, source.rowCount, descending, base.fiscalStart], () => ({
      ...levelCodes(column, source.rowCount, by, this.ranker, base.fiscalStart ?? 1),
      level,
      descending,
    }))
  }

  private groups(source: GridSource, view: RowsView, base: EngineBase, order: Uint32Array): SeenRows {
    const ready = view.groups.map(level => {
      const key = view.sort.find(sort => sort.column === level.column)
      return this.level(source, level, key?.descending === true, base)
    })
    const first = view.sort[0]
    const aggregate =
      first && !view.groups.some(level => level.column === first.column)
        ? base.aggregateOf(first.column)
        : null
    const by = first && aggregate ? first : null
    return this.grouped.run(
      [order, ...ready, by?.column, by?.descending, by && source.column(by.column)],
      () => {
        const grouping = groupRows(order, ready)
        if (!by || !aggregate) return grouping
        const inputs = this.inputs(source, by.column, aggregate, base)
        const figureOf = (group: Group) =>
          aggregateRange(aggregate, inputs, grouping.order, group.start, group.end).value
        return sortGroups(grouping, figureOf, by.descending === true)
      },
    )
  }

  /** What an aggregate reads, fetched once for many ranges. */
  inputs(source: GridSource, key: string, aggregate: Aggregate, base: PeriodBase): AggregateInputs {
    const data: ColumnData = source.column(key)
    if (aggregate.fn === 'weightedMean') {
      const weight = source.column(aggregate.weight)
      return isNumeric(weight) ? { data, weight } : { data }
    }
    if (aggregate.fn === 'ratio') {
      const among = aggregate.among && runFilter(aggregate.among, source, base)
      const of = runFilter(aggregate.of, source, base)
      return { data, of, among }
    }
    return { data }
  }

  /** Works out ahead what the first sort and the first search of a column need. */
  warm(source: GridSource, key: string): void {
    const column = source.column(key)
    if (!isText(column)) return
    if (!column.ordered) this.ranker.ranks(column.strings)
    foldedWords(column.strings)
  }

  /** The figure over `order[start..end)`. */
  figure(
    aggregate: Aggregate,
    inputs: AggregateInputs,
    order: Uint32Array,
    start: number,
    end: number,
  ): Figure {
    return aggregateRange(aggregate, inputs, order, start, end)
  }

  /** The distinct values of a column with counts, among the rows that all other filters let pass. */
  values(source: GridSource, view: RowsView, base: EngineBase, key: string): readonly ValueCount[] {
    return valueList(source.column(key), source.rowCount, this.mask(source, view, base, key), this.ranker)
  }

  /** The pivot of the rows seen. */
  pivot(source: GridSource, view: RowsView, base: EngineBase, spec: PivotSpec): Pivot {
    const order = this.picks(source, { ...view, groups: [] }, base)
    const levels = spec.rows.map(level => this.level(source, level, false, base))
    const across = this.level(source, spec.across, false, base)
    const { column, aggregate } = spec.value
    return runPivot(order, levels, across, aggregate, this.inputs(source, column, aggregate, base))
  }
}

function pick(sorted: Uint32Array, mask: Uint8Array): Uint32Array {
  const out = new Uint32Array(sorted.length)
  let n = 0
  for (let i = 0; i < sorted.length; i++) {
    const row = sorted[i] as number
    if (mask[row]) out[n++] = row
  }
  return out.subarray(0, n)
}
