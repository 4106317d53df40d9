/** All rows of a sheet in the grid, by what becomes of them; cells at fault are put right in place. */
import { Group, SegmentedControl, Select, Text, Title } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useAsOf } from '../../store/use-region'
import { Grid } from '../../ui/grid/grid'
import type { Condition } from '../../ui/grid/engine/filter'
import type { CellEdit, EditOutcome, GridColumn } from '../../ui/grid/grid-props'
import { plainView, type GridView } from '../../ui/grid/grid-view'
import { FixRow } from './fix-row'
import classes from './imports.module.css'
import { figure } from './import-words'
import { planColumns, type PlanColumn } from './plan-columns'
import { usePlanSource, type PlanSource } from './plan-source'
import type { PlanView, SheetPlanView } from './plan-view'
import { rowStatuses, type Listed } from './row-status'
import type { ImportActions } from './use-import'

/** Which rows are shown. */
export interface ShownRows {
  readonly sheet: number
  readonly listed: Listed
}

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

/** `silent` where there is nothing to say of any row. */
const gridColumns = (columns: readonly PlanColumn[], silent: boolean): GridColumn[] => [
  ...(silent ? first.filter(each => each.key !== 'words') : first),
  ...columns.map(({ key, title, help, reads }): GridColumn => ({
    key,
    title,
    help,
    section: reads === null ? 'Not used' : 'Imported',
    hidden: reads === null,
    edit: {},
  })),
]

const conditionOf = (listed: Listed): Condition[] =>
  listed === 'all'
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
  return at < 0 ? { sheet: 0, listed: 'all' } : { sheet: at, listed: 'Rejected' }
}

/** The rows. */
export function RowList({
  actions,
  plan,
  shown,
  onShow,
}: {
  readonly actions: ImportActions
  readonly plan: PlanView
  readonly shown: ShownRows
  readonly onShow: (shown: ShownRows) => void
}) {
  const at = shown.sheet < plan.sheets.length ? shown.sheet : 0
  const sheet = plan.sheets[at]
  const view = actions.wizard.sheets.find(each => each.key === sheet?.key)
  const columns = useMemo(() => planColumns(view?.table ?? null, view?.columns ?? []), [view])
  const source = usePlanSource(actions, plan, at, columns)
  if (!sheet) return null
  const counts = countsOf(sheet)
  const kinds: readonly Listed[] = ['all', ...rowStatuses, 'notUsed']
  return (
    <section aria-label="Rows">
      <Group mb={6}>
        <Title order={2}>Rows</Title>
        <Select
          aria-label="Rows of"
          data={plan.sheets.map((each, i) => ({ value: String(i), label: sheetLabel(each, plan) }))}
          value={String(at)}
          allowDeselect={false}
          onChange={value => onShow({ sheet: Number(value), listed: 'all' })}
        />
        <SegmentedControl
          aria-label="Kind of row"
          data={kinds
            .filter(each => each === 'all' || each === shown.listed || counts[each] > 0)
            .map(each => ({
              value: each,
              label: `${each === 'notUsed' ? 'With cells not used' : each === 'all' ? 'All' : each} ${figure(counts[each])}`,
            }))}
          value={shown.listed}
          onChange={value => onShow({ sheet: at, listed: value as Listed })}
        />
      </Group>
      {source?.columns === columns && (
        <SheetGrid
          key={`${sheet.key} ${shown.listed}`}
          actions={actions}
          sheet={sheet}
          source={source}
          columns={columns}
          listed={shown.listed}
        />
      )}
    </section>
  )
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
}: {
  readonly actions: ImportActions
  readonly sheet: SheetPlanView
  readonly source: PlanSource
  readonly columns: readonly PlanColumn[]
  readonly listed: Listed
}) {
  const asOf = useAsOf()
  const [view, setView] = useState<GridView>({
    ...plainView,
    filterRow: true,
    formats: tones,
    quick: conditionOf(listed),
  })
  const [active, setActive] = useState<number | null>(null)
  const silent = source.rows.words.strings.length === 0
  const defs = useMemo(() => gridColumns(columns, silent), [columns, silent])
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
      <FixRow
        key={active ?? 'first'}
        actions={actions}
        sheet={sheet}
        source={source}
        columns={columns}
        active={active}
        listed={listed}
      />
      <div className={classes.rows} aria-busy={source.isComing}>
        <Grid
          label={`Rows of ${sheet.file}`}
          noun={{ one: 'row', many: 'rows' }}
          source={source}
          columns={defs}
          view={view}
          onView={setView}
          asOf={asOf}
          onEdit={edit}
          onSelect={selection => setActive(selection.active === null ? null : Number(selection.active.rowId))}
          empty={<Text className={classes.soft}>No rows.</Text>}
        />
      </div>
    </>
  )
}
