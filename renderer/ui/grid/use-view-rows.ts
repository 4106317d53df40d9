/** The lines that a grid shows: the view run by the engine over the source, with open and closed groups. */
import { useMemo, useState } from 'react'
import type { Aggregate, Figure } from './engine/aggregate'
import type { GridSource } from './engine/column-data'
import { displayLines, type Group } from './engine/group-rows'
import { dayNumber } from './engine/rows-source'
import { ViewEngine, type EngineBase } from './engine/view-engine'
import type { GridColumn } from './grid-props'
import type { GridView } from './grid-view'

/** Which groups are open: all or none, except those flipped. */
export interface OpenGroups {
  readonly all: boolean
  readonly flipped: ReadonlySet<string>
}

/** Lines and what stands behind them. */
export interface ViewRows {
  readonly engine: ViewEngine
  readonly base: EngineBase
  /** A source row by its number, or a group as -(index + 1). */
  readonly lines: Int32Array
  readonly order: Uint32Array
  readonly groups: readonly Group[] | null
  readonly open: OpenGroups
  readonly setOpen: (open: OpenGroups) => void
  readonly isOpen: (group: Group) => boolean
  readonly aggregateOf: (key: string) => Aggregate | null
  /** The figure of one column over one group. */
  readonly figureOf: (group: Group, key: string) => Figure | null
  /** The figure of one column over all rows seen. */
  readonly totalOf: (key: string) => Figure | null
}

/** Runs `view` over `source`. */
export function useViewRows(
  source: GridSource,
  columns: readonly GridColumn[],
  view: GridView,
  asOf: string,
  fiscalStart: number,
  locale: string | undefined,
): ViewRows {
  const [engine] = useState(() => new ViewEngine(locale))
  const [open, setOpen] = useState<OpenGroups>({ all: false, flipped: new Set() })
  const { aggregates } = view
  const base = useMemo((): EngineBase => {
    const byKey = new Map(columns.map(column => [column.key, column]))
    return {
      asOf: dayNumber(asOf),
      fiscalStart,
      searchIn: columns.map(column => column.key),
      aggregateOf: key => aggregates[key] ?? byKey.get(key)?.aggregate ?? null,
    }
  }, [columns, aggregates, asOf, fiscalStart])
  const { sort, filter, quick, groups: levels } = view
  const search = view.searchAll ? '' : view.search
  const seen = useMemo(
    () => engine.seen(source, { sort, filter, quick, search, groups: levels }, base),
    [engine, source, sort, filter, quick, search, levels, base],
  )
  const isOpen = useMemo(() => (group: Group) => open.all !== open.flipped.has(group.path), [open])
  const lines = useMemo(() => displayLines(seen.order, seen.groups, isOpen), [seen, isOpen])
  const figures = useMemo(() => {
    const inputs = new Map<string, ReturnType<ViewEngine['inputs']>>()
    const known = new Map<string, Figure>()
    const figure = (key: string, id: string, start: number, end: number) => {
      const aggregate = base.aggregateOf(key)
      if (!aggregate) return null
      const cell = `${key}\u0000${id}`
      let found = known.get(cell)
      if (!found) {
        let input = inputs.get(key)
        if (!input) inputs.set(key, (input = engine.inputs(source, key, aggregate, base)))
        found = engine.figure(aggregate, input, seen.order, start, end)
        known.set(cell, found)
      }
      return found
    }
    return {
      of: (group: Group, key: string) => figure(key, group.path, group.start, group.end),
      total: (key: string) => figure(key, '\u0000', 0, seen.order.length),
    }
  }, [engine, source, seen, base])
  return {
    engine,
    base,
    lines,
    order: seen.order,
    groups: seen.groups,
    open,
    setOpen,
    isOpen,
    aggregateOf: base.aggregateOf,
    figureOf: figures.of,
    totalOf: figures.total,
  }
}
