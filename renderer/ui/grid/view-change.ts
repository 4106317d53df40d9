/** Changes to a view, each a plain function from one view to the next. */
import type { Condition } from './engine/filter'
import type { GridColumn } from './grid-props'
import type { ColumnState, GridView } from './grid-view'
import { orderedColumns } from './use-grid-columns'

/** Sorts by a column: rising, then falling, then not; `add` keeps the other levels. */
export function toggleSort(view: GridView, column: string, add: boolean): GridView {
  const now = view.sort.find(key => key.column === column)
  const next = !now ? { column } : now.descending ? null : { column, descending: true }
  if (!add) return { ...view, sort: next ? [next] : [] }
  const others = view.sort.map(key => (key.column === column ? next : key)).filter(key => key !== null)
  return { ...view, sort: now || !next ? others : [...others, next] }
}

/** Sorts by one column alone in one direction. */
export function sortBy(view: GridView, column: string, descending: boolean): GridView {
  return { ...view, sort: [descending ? { column, descending } : { column }] }
}

/** Sets or takes away the filter row's condition on a column. */
export function setQuick(view: GridView, column: string, condition: Condition | null): GridView {
  const others = view.quick.filter(one => one.column !== column)
  return { ...view, quick: condition ? [...others, condition] : others }
}

/** Takes every filter away: the row's, the builder's and the search. */
export function clearFilters(view: GridView): GridView {
  return { ...view, quick: [], filter: null, search: '' }
}

/** Whether a view filters at all. */
export function isFiltered(view: GridView): boolean {
  return (
    view.quick.length > 0 ||
    (view.filter?.parts.length ?? 0) > 0 ||
    (view.search.trim() !== '' && !view.searchAll)
  )
}

/** The state of every column, in order, with one of them changed. */
export function setColumn(
  view: GridView,
  columns: readonly GridColumn[],
  key: string,
  change: Partial<Omit<ColumnState, 'key'>>,
): GridView {
  const states = orderedColumns(columns, view.columns).map(({ def, state }): ColumnState => {
    const now = state ?? { key: def.key }
    return def.key === key ? { ...now, ...change } : now
  })
  return { ...view, columns: states }
}

/** Moves a column to stand before another, or last when `before` is null; it takes the other's pinning. */
export function moveColumn(
  view: GridView,
  columns: readonly GridColumn[],
  key: string,
  before: string | null,
): GridView {
  if (key === before) return view
  const states = orderedColumns(columns, view.columns).map(
    ({ def, state }): ColumnState => state ?? { key: def.key },
  )
  const moving = states.find(state => state.key === key)
  if (!moving) return view
  const rest = states.filter(state => state.key !== key)
  const at = before === null ? rest.length : rest.findIndex(state => state.key === before)
  const pinOf = (state: ColumnState | undefined) =>
    state?.pin !== undefined ? state.pin : (columns.find(column => column.key === state?.key)?.pin ?? null)
  const pin = before === null ? pinOf(moving) : pinOf(rest[at])
  rest.splice(at < 0 ? rest.length : at, 0, { ...moving, pin })
  return { ...view, columns: rest }
}

/** Adds a column as the deepest level of grouping, or takes it out. */
export function toggleGroup(view: GridView, column: string): GridView {
  const grouped = view.groups.some(level => level.column === column)
  const groups = grouped ? view.groups.filter(level => level.column !== column) : [...view.groups, { column }]
  return { ...view, groups }
}
