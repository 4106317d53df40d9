/** A table of the region in the grid: views kept in the place, edits through the store's one door, selection in the inspector. */
import { Button, Group, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { asId } from '#shared/base/id'
import { fieldOf, type TableName } from '#shared/model/catalog'
import type { Json } from '#shared/model/field'
import type { Values } from '#shared/region/change'
import { useCommand } from '../host/command-desk'
import type { RegionStore } from '../store/region-store'
import { findByTitle } from '../store/titles'
import { usePlaceFilters, usePlaces } from '../store/use-place'
import { useAsOf, useRegionStore, useSettings } from '../store/use-region'
import { markedSource } from '../ui/grid/engine/marked-source'
import { numberTag } from '../fields/decimal-sign'
import type { RowsSpec } from '../ui/grid/engine/rows-source'
import { Grid } from '../ui/grid/grid'
import type { CellEdit, EditCause } from '../ui/grid/edit-answer'
import type { CellPlace, GridDoors, GridSelection, RowAction } from '../ui/grid/grid-props'
import { plainView, type GridView } from '../ui/grid/grid-view'
import { useRowsSource } from '../ui/grid/use-rows-source'
import { useExportGrid } from './use-export-grid'
import { useUndo } from './use-undo'
import { checkCells, commitCells } from './cell-edits'
import { CellHistoryDialog } from './cell-history-dialog'
import type { RecordColumn } from './catalog-columns'
import { useSavedViews, type ShippedView } from './saved-views'
import { pendingCellsOf, tellIfAway } from './pending-edits'
import { useImportMarks } from './use-import-marks'
import styles from './record-grid.module.css'

/** What a screen says about its grid; `rows` are keyed by the ids of records of `table`. */
interface RecordGridProps<R> {
  readonly table: TableName
  /** Under which the view, the saved views and the opened rows are kept. */
  readonly name: string
  readonly label: string
  readonly noun: { readonly one: string; readonly many: string }
  readonly rows: readonly R[]
  readonly spec: RowsSpec<R>
  readonly columns: readonly RecordColumn[]
  /** Views that ship with the grid; the first one is shown at first. */
  readonly views: readonly ShippedView[]
  readonly empty?: ReactNode
  readonly tools?: ReactNode
  readonly rowActions?: (id: string) => readonly RowAction[]
  /** Hears of the rows that the selection touches; keep it the same function. */
  readonly onSelected?: (ids: readonly string[]) => void
}

/** At most so many names are offered in a cell. */
const offered = 2000

/** Rows that a figure was opened to: only these are shown, under these words, until the user lets go. */
export interface OpenedRows {
  readonly ids: readonly string[]
  readonly words: string
}

/** The filter of a place that shows only some rows of a grid. */
export const openedRows = (grid: string, opened: OpenedRows | null): Readonly<Record<string, Json>> => ({
  [`rows:${grid}`]: opened as unknown as Json,
})

/** References offer the names that they may take; typing finds those of a long list too. */
const withNames = (
  store: RegionStore,
  table: TableName,
  columns: readonly RecordColumn[],
): readonly RecordColumn[] =>
  columns.map(column => {
    const field = column.field === undefined ? null : fieldOf(table, column.field)
    const target = field?.kind === 'ref' && field.table !== undefined ? field.table : null
    if (target === null || !column.edit || column.edit.choices) return column
    const choices = () =>
      [...new Set(findByTitle(store.region, target, '', offered).map(each => each.title))].sort((a, b) =>
        a.localeCompare(b),
      )
    return { ...column, edit: { ...column.edit, choices } }
  })

/** A table of records with everything that a grid can do. */
export function RecordGrid<R>(props: RecordGridProps<R>) {
  const { table, name, rows, spec } = props
  const store = useRegionStore()
  const columns = useMemo(() => withNames(store, table, props.columns), [store, table, props.columns])
  const filters = usePlaceFilters()
  const places = usePlaces()
  const settings = useSettings()
  const asOf = useAsOf()
  const locale = numberTag(settings.locale)
  const { undo, redo } = useUndo()
  const first = props.views[0]
  const kept = filters[`view:${name}`] as unknown as GridView | undefined
  const view = useMemo(() => ({ ...plainView, ...(kept ?? first?.view) }), [kept, first])
  const current =
    (filters[`named:${name}`] as string | null | undefined) ?? (kept ? null : (first?.id ?? null))
  const opened = (filters[`rows:${name}`] ?? null) as unknown as OpenedRows | null

  const shown = useMemo(() => {
    if (!opened) return rows
    const wanted = new Set(opened.ids)
    return rows.filter(row => wanted.has(spec.id(row)))
  }, [rows, opened, spec])
  const plain = useRowsSource(shown, spec)
  const fieldsOfColumn = useMemo(() => {
    const fields = new Map(columns.map(column => [column.key, column.of ?? [column.field ?? column.key]]))
    return (column: string) => fields.get(column) ?? [column]
  }, [columns])
  const marks = useImportMarks(table)
  const source = useMemo(
    () => (marks ? markedSource(plain, (id, key) => marks.mark(id, fieldsOfColumn(key))) : plain),
    [plain, marks, fieldsOfColumn],
  )
  const [history, setHistory] = useState<{ readonly id: string; readonly field: string } | null>(null)

  const onView = useCallback(
    (next: GridView) => places.setFilters({ [`view:${name}`]: next as unknown as Json }),
    [places, name],
  )
  const choose = useCallback(
    (id: string | null, next: GridView) =>
      places.setFilters({ [`view:${name}`]: next as unknown as Json, [`named:${name}`]: id }),
    [places, name],
  )
  const views = useSavedViews(name, props.views, current, choose)
  const fieldOfColumn = useMemo(() => {
    const fields = new Map(columns.map(column => [column.key, column.field ?? null]))
    return (column: string) => fields.get(column) ?? null
  }, [columns])
  const pending = pendingCellsOf(store, name)
  const onEdit = useCallback(
    (edits: readonly CellEdit[], cause: EditCause) => {
      const taken = commitCells(store, table, edits, { cause, place: places.trail.here, fieldOfColumn })
      tellIfAway(pending, edits, taken, places)
      return taken
    },
    [store, table, places, fieldOfColumn, pending],
  )
  const onCheck = useCallback(
    (edits: readonly CellEdit[]) => checkCells(store.region, table, edits, fieldOfColumn),
    [store, table, fieldOfColumn],
  )
  const { onSelected } = props
  const onSelect = useCallback(
    (selection: GridSelection) => {
      onSelected?.(selection.rowIds)
      const id = selection.active?.rowId
      if (id !== undefined && store.region.table(table).get(asId(id))) places.select({ table, id })
    },
    [store, places, table, onSelected],
  )

  const exportSeen = useExportGrid(props.label)
  const doors = useRef<GridDoors>(null)
  useCommand('find.inGrid', () => doors.current?.find())
  useCommand('export.grid', () => doors.current?.exportSeen('xlsx'))
  const showOnly = useCallback(
    (ids: readonly string[], words: string) =>
      places.go({
        ...places.trail.here,
        filters: { ...places.trail.here.filters, ...openedRows(name, { ids, words }) },
      }),
    [places, name],
  )
  const isOpened = opened !== null
  const tools = useMemo(
    () => (
      <>
        {marks && !isOpened ? (
          <Button
            size="compact-xs"
            variant="subtle"
            title={`What ${marks.label} changed`}
            onClick={() => showOnly(marks.ids, `changed by ${marks.label}`)}
          >
            {marks.ids.length.toLocaleString(locale)} changed
          </Button>
        ) : null}
        {props.tools}
      </>
    ),
    [marks, isOpened, showOnly, locale, props.tools],
  )
  const recordHistory = (id: string) => places.open({ table, id }, { tab: 'history' })
  const onHistory = ({ rowId, column }: CellPlace) => {
    const record = store.region.table(table).get(asId(rowId)) as unknown as Values | undefined
    const fields = fieldsOfColumn(column).filter(name => fieldOf(table, name))
    const field = fields.find(name => (record?.[name] ?? null) !== null) ?? fields[0]
    if (field !== undefined) setHistory({ id: rowId, field })
    else recordHistory(rowId)
  }

  return (
    <div className={styles.stack}>
      {opened && (
        <Group gap="xs" className={styles.opened} role="status">
          <Text size="sm">
            Showing {shown.length.toLocaleString(locale)}{' '}
            {shown.length === 1 ? props.noun.one : props.noun.many}: {opened.words}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconX size={14} />}
            onClick={() => places.setFilters(openedRows(name, null))}
          >
            Show all
          </Button>
        </Group>
      )}
      <div className={styles.grid}>
        <Grid
          doors={doors}
          label={props.label}
          noun={props.noun}
          source={source}
          columns={columns}
          view={view}
          onView={onView}
          asOf={asOf}
          fiscalStart={settings.fiscalStart}
          {...(locale === undefined ? {} : { locale })}
          views={views}
          onEdit={onEdit}
          pending={pending}
          onCheck={onCheck}
          onUndo={undo}
          onRedo={redo}
          onSelect={onSelect}
          onOpen={id => places.open({ table, id }, { full: true })}
          onOpenRows={showOnly}
          onExport={(seen, format) => void exportSeen(seen, format)}
          onHistory={onHistory}
          {...(props.rowActions ? { rowActions: props.rowActions } : {})}
          {...(props.empty === undefined ? {} : { empty: props.empty })}
          tools={tools}
        />
      </div>
      {history ? (
        <CellHistoryDialog
          table={table}
          {...history}
          onClose={() => setHistory(null)}
          onRecord={() => {
            setHistory(null)
            recordHistory(history.id)
          }}
        />
      ) : null}
    </div>
  )
}
