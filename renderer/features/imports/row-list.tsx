/** All rows of a sheet in the grid, by what becomes of them; cells at fault are put right in place. */
import { Group, SegmentedControl, Select, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useAsOf } from '../../store/use-region'
import { Grid } from '../../ui/grid/grid'
import type { Condition } from '../../ui/grid/engine/filter'
import type { CellEdit, EditOutcome } from '../../ui/grid/edit-answer'
import type { GridColumn } from '../../ui/grid/grid-props'
import { plainView, type GridView } from '../../ui/grid/grid-view'
import { FixRow } from './fix-row'
import type { CountedSheets } from './import-session'
import classes from './imports.module.css'
import { figure } from './import-words'
import { OpenedCount, type Reach } from './opened-count'
import { planColumns, type PlanColumn } from './plan-columns'
import { usePlanSource, type PlanSource } from './plan-source'
import type { PlanView, SheetPlanView } from './plan-view'
import { rowStatuses, type Listed } from './row-status'
import { countedColumn, useCounted, useCountedSource } from './use-counted'
import type { ImportActions } from './import-actions'
import type { SheetView } from './sheet-view'

/** A number that was opened. */
export interface Opened {
  readonly words: string
  /** The key of its rows; null where they are all rows of the status listed. */
  readonly count: string | null
  /** Where it stands, to go back to. */
  readonly from: Element | null
}

/** Which rows are shown. */
export interface ShownRows {
  /** Null for the first sheet that has any of them. */
  readonly sheet: number | null
  readonly listed: Listed
  readonly opened: Opened | null
}

/** The rows of a number, from the element that has the focus. */
export const openedRows = (words: string, count: string): ShownRows => ({
  sheet: null,
  listed: 'all',
  opened: { words, count, from: document.activeElement },
})

const first: readonly GridColumn[] = [
  { key: 'line', title: 'Row', width: 70, pin: 'left', help: 'The row in the file, counted from 1.' },
  { key: 'status', title: 'Becomes', width: 100, pin: 'left' },
  { key: 'record', title: 'Record', width: 180, pin: 'left' },
  {
    key: 'words',
    title: 'Why, or what changes',
    width: 320,
    help: 'Why a row or a cell is not used, or which fields change from what to what.',
  },
  { key: 'notUsed', title: 'Cells not used', hidden: true, width: 110 },
]

const counted: GridColumn = { key: countedColumn, title: 'Counted', hidden: true, width: 90 }

/** `silent` where there is nothing to say of any row. */
const gridColumns = (
  columns: readonly PlanColumn[],
  silent: boolean,
  isCounted: boolean,
  isDone: boolean,
): GridColumn[] => [
  ...(silent ? first.filter(each => each.key !== 'words') : first),
  ...(isCounted ? [counted] : []),
  ...columns.map(({ key, title, help, reads }): GridColumn => ({
    key,
    title,
    help,
    section: reads === null ? 'Not used' : 'Imported',
    hidden: reads === null,
    ...(isDone ? {} : { edit: {} }),
  })),
]

const conditionOf = (listed: Listed, isCounted: boolean): Condition[] =>
  isCounted
    ? [{ column: countedColumn, op: 'notEmpty', values: [] }]
    : listed === 'all'
      ? []
      : listed === 'notUsed'
        ? [{ column: 'notUsed', op: 'notEmpty', values: [] }]
        : [{ column: 'status', op: 'in', values: [listed] }]

const tones: GridView['formats'] = [
  {
    kind: 'tone',
    column: 'status',
    when: { column: 'status', op: 'in', values: ['Rejected'] },
    tone: 'danger',
  },
  {
    kind: 'tone',
    column: 'status',
    when: { column: 'status', op: 'in', values: ['Vanished'] },
    tone: 'warn',
  },
  { kind: 'tone', column: 'status', when: { column: 'status', op: 'in', values: ['Changed'] }, tone: 'info' },
]

/** How many rows of a sheet each kind has. */
const countsOf = (sheet: SheetPlanView): Readonly<Record<Listed, number>> => ({
  all: sheet.counts.read + sheet.counts.vanished,
  New: sheet.counts.added,
  Changed: sheet.counts.changed,
  Unchanged: sheet.counts.unchanged,
  Rejected: sheet.counts.rejected,
  Skipped: sheet.counts.skipped,
  Vanished: sheet.counts.vanished,
  notUsed: sheet.faultyRows,
})

/** The rows that want to be looked at first: what was rejected, else everything. */
export const rowsAtFirst = (plan: PlanView): ShownRows => {
  const at = plan.sheets.findIndex(each => each.counts.rejected > 0)
  return at < 0 ? { sheet: 0, listed: 'all', opened: null } : { sheet: at, listed: 'Rejected', opened: null }
}

/** The files that hold rows of the status listed. */
const reachOf = (plan: PlanView, listed: Listed): Omit<Reach, 'sheets'> & Pick<CountedSheets, 'sheets'> => ({
  sheets: plan.sheets.flatMap((each, sheet) => {
    const count = countsOf(each)[listed]
    return count > 0 ? [{ sheet, count }] : []
  }),
  elsewhere: 0,
  naming: false,
})

/** The rows; `isDone` once they are imported, when nothing is put right any more. */
export function RowList({
  actions,
  sheets,
  plan,
  shown,
  onShow,
  isDone = false,
}: {
  readonly actions: ImportActions
  readonly sheets: readonly SheetView[]
  readonly plan: PlanView
  readonly shown: ShownRows
  readonly onShow: (shown: ShownRows) => void
  readonly isDone?: boolean
}) {
  const { opened, listed } = shown
  const count = opened?.count ?? null
  const found = useCounted(actions, plan, count)
  const reach = opened === null ? null : count === null ? reachOf(plan, listed) : found
  const wanted = shown.sheet ?? reach?.sheets[0]?.sheet ?? 0
  const at = wanted < plan.sheets.length ? wanted : 0
  const sheet = plan.sheets[at]
  const view = sheets.find(each => each.key === sheet?.key)
  const columns = useMemo(() => planColumns(view?.table ?? null, view?.columns ?? []), [view])
  const plain = usePlanSource(actions, plan, at, columns)
  const source = useCountedSource(actions, plain, at, count)
  if (!sheet) return null
  const counts = countsOf(sheet)
  const kinds: readonly Listed[] = ['all', ...rowStatuses, 'notUsed']
  const all = (): void => onShow({ sheet: at, listed: 'all', opened: null })
  return (
    <section aria-label="Rows">
      {opened && reach && (
        <OpenedCount
          words={opened.words}
          reach={{
            ...reach,
            sheets: reach.sheets.map(each => ({ ...each, label: labelAt(plan, each.sheet) })),
          }}
          shown={at}
          isReady={source?.columns === columns}
          onSheet={to => onShow({ ...shown, sheet: to })}
          onBack={() => {
            if (opened.from instanceof HTMLElement) {
              opened.from.scrollIntoView({ block: 'center' })
              opened.from.focus()
            }
            all()
          }}
          onAll={all}
        />
      )}
      <Group mb={6}>
        <Title order={2}>Rows</Title>
        <Select
          aria-label="Rows of"
          data={plan.sheets.map((_, i) => ({ value: String(i), label: labelAt(plan, i) }))}
          value={String(at)}
          allowDeselect={false}
          onChange={value => onShow({ sheet: Number(value), listed: 'all', opened: null })}
        />
        <SegmentedControl
          aria-label="Kind of row"
          data={[
            ...(count === null
              ? []
              : [
                  {
                    value: 'counted',
                    label: `Counted ${figure(found?.sheets.find(each => each.sheet === at)?.count ?? 0)}`,
                  },
                ]),
            ...kinds
              .filter(each => each === 'all' || each === listed || counts[each] > 0)
              .map(each => ({
                value: each,
                label: `${each === 'notUsed' ? 'With cells not used' : each === 'all' ? 'All' : each} ${figure(counts[each])}`,
              })),
          ]}
          value={count === null ? listed : 'counted'}
          onChange={value => onShow({ sheet: at, listed: value as Listed, opened: null })}
        />
      </Group>
      {source?.columns === columns && (reach === null || reach.sheets.length > 0) && (
        <SheetGrid
          key={`${sheet.key} ${listed} ${count ?? ''}`}
          actions={actions}
          sheet={sheet}
          source={source}
          columns={columns}
          listed={listed}
          isCounted={count !== null}
          isDone={isDone}
        />
      )}
    </section>
  )
}

const labelAt = (plan: PlanView, at: number): string => {
  const sheet = plan.sheets[at]
  return sheet ? sheetLabel(sheet, plan) : ''
}

const sheetLabel = (sheet: SheetPlanView, plan: PlanView): string =>
  plan.sheets.filter(each => each.file === sheet.file).length > 1
    ? `${sheet.file}, ${sheet.sheet}`
    : sheet.file

function SheetGrid({
  actions,
  sheet,
  source,
  columns,
  listed,
  isCounted,
  isDone,
}: {
  readonly actions: ImportActions
  readonly sheet: SheetPlanView
  readonly source: PlanSource
  readonly columns: readonly PlanColumn[]
  readonly listed: Listed
  readonly isCounted: boolean
  readonly isDone: boolean
}) {
  const asOf = useAsOf()
  const [view, setView] = useState<GridView>({
    ...plainView,
    filterRow: true,
    formats: tones,
    quick: conditionOf(listed, isCounted),
  })
  const [active, setActive] = useState<number | null>(null)
  const silent = source.rows.words.strings.length === 0
  const defs = useMemo(
    () => gridColumns(columns, silent, isCounted, isDone),
    [columns, silent, isCounted, isDone],
  )
  const fileRow = (id: string): number => (source.rows.line[Number(id)] ?? NaN) - 1
  const edit = (edits: readonly CellEdit[]): EditOutcome[] => {
    const fixes = edits.flatMap(({ rowId, column, text }) => {
      const [row, one] = [fileRow(rowId), columns.find(each => each.key === column)]
      return Number.isNaN(row) || !one ? [] : [{ row, column: one.column, text }]
    })
    if (fixes.length > 0) actions.fix(sheet.key, fixes)
    return edits.map(({ rowId }) =>
      Number.isNaN(fileRow(rowId))
        ? { ok: false, reason: 'The file has no such row: what stands in the region is changed there.' }
        : { ok: true },
    )
  }
  return (
    <>
      {!isDone && (
        <FixRow
          key={active ?? 'first'}
          actions={actions}
          sheet={sheet}
          source={source}
          columns={columns}
          active={active}
          listed={listed}
          isCounted={isCounted}
        />
      )}
      <div className={classes.rows} aria-busy={source.isComing}>
        <Grid
          label={`Rows of ${sheet.file}`}
          noun={{ one: 'row', many: 'rows' }}
          source={source}
          columns={defs}
          view={view}
          onView={setView}
          asOf={asOf}
          {...(isDone ? {} : { onEdit: edit })}
          onSelect={selection => setActive(selection.active === null ? null : Number(selection.active.rowId))}
          empty={<Text className={classes.soft}>No rows.</Text>}
        />
      </div>
    </>
  )
}
