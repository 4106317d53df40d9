/** The rows of a plan as a source of the grid: the columns come from the worker one after the other. */
import { useEffect, useState } from 'react'
import type { CellMark, ColumnData, GridSource, TextColumn } from '../../ui/grid/engine/column-data'
import { columnKey, type PlanColumn } from './plan-columns'
import type { PlanRows, RowMark } from './plan-rows'
import type { PlanView } from './plan-view'
import { rowStatuses } from './row-status'
import type { ImportActions } from './import-actions'

/** A source of the grid with what the worker said of its rows. */
export interface PlanSource extends GridSource {
  readonly rows: PlanRows
  readonly columns: readonly PlanColumn[]
  /** True while columns are still to come. */
  readonly isComing: boolean
}

const numbers = (values: Float64Array): ColumnData => ({ kind: 'number', values })

/** A column that has not come yet. */
function emptyColumn(kind: PlanColumn['kind'], count: number): ColumnData {
  if (kind === 'text') return { kind, codes: new Int32Array(count).fill(-1), strings: [] }
  return { kind, values: new Float64Array(count).fill(NaN) }
}

const markKey = (row: number, key: string): string => `${row}.${key}`

function makeSource(
  rows: PlanRows,
  columns: readonly PlanColumn[],
  version: number,
  base: ReadonlyMap<string, ColumnData>,
  come: ReadonlyMap<string, ColumnData>,
  marks: ReadonlyMap<string, CellMark>,
  isComing: boolean,
): PlanSource {
  return {
    version,
    rows,
    columns,
    isComing,
    rowCount: rows.count,
    rowId: row => String(row),
    rowOf: id => (Number(id) < rows.count ? Number(id) : -1),
    column: key => {
      const data = come.get(key) ?? base.get(key)
      if (!data) throw new Error(`the preview has no column "${key}"`)
      return data
    },
    mark: (row, key) => marks.get(markKey(row, key)) ?? null,
  }
}

function marksOf(list: readonly RowMark[]): ReadonlyMap<string, CellMark> {
  const marks = new Map<string, CellMark>()
  for (const { row, column, kind, text } of list)
    marks.set(
      markKey(row, columnKey(column)),
      kind === 'changed' ? { kind, was: text } : { kind, note: text },
    )
  return marks
}

/**
 * The source of one sheet of a plan; the one before stays until the next is there (it holds other `columns` then), null
 * before the first.
 */
export function usePlanSource(
  actions: ImportActions,
  plan: PlanView,
  sheet: number,
  columns: readonly PlanColumn[],
): PlanSource | null {
  const [source, setSource] = useState<PlanSource | null>(null)
  const { rows: askRows, column: askColumn } = actions
  useEffect(() => {
    let stale = false
    const fetch = async (): Promise<void> => {
      const rows = await askRows(sheet)
      if (stale || !rows) return
      const status: TextColumn = { kind: 'choice', codes: rows.status, strings: rowStatuses, ordered: true }
      const base = new Map<string, ColumnData>([
        ['line', numbers(rows.line)],
        ['status', status],
        ['record', rows.record],
        ['words', rows.words],
        ['notUsed', numbers(rows.notUsed)],
        ...columns.map(each => [each.key, emptyColumn(each.kind, rows.count)] as const),
      ])
      const marks = marksOf(rows.marks)
      const come = new Map<string, ColumnData>()
      let version = 1
      setSource(makeSource(rows, columns, version, base, new Map(), marks, columns.length > 0))
      for (const [at, { key, column }] of columns.entries()) {
        const data = await askColumn(sheet, column)
        if (stale || !data) return
        come.set(key, data)
        setSource(makeSource(rows, columns, ++version, base, new Map(come), marks, at < columns.length - 1))
      }
    }
    void fetch()
    return () => {
      stale = true
    }
    // The plan is a new object with every answer, and then the rows may be others.
  }, [askRows, askColumn, plan, sheet, columns])
  return source
}
