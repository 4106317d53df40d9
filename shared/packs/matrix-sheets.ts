/** The two matrices of a version as sheets that can be filled in and taken back, with what _meta remembers of them. */
import type { Matrix, Measure } from '../forecast/matrix'
import { cellAt } from '../forecast/matrix'
import type { BookCell, BookSheet, Condition, Rule } from './book'

/** A version as workbooks show it. */
export interface SheetVersion {
  readonly id: string
  readonly name: string
  readonly no: number
  readonly state: string
  readonly rows: readonly { readonly code: string; readonly label: string }[]
  readonly columns: readonly { readonly code: string; readonly label: string }[]
  readonly matrix: Matrix
  readonly kind: 'event' | 'stage'
}

/** The names of the sheets; they are found by them when a workbook comes back. */
export const matrixSheetNames: Readonly<Record<Measure, string>> = { poc: 'Matrix POC', tuc: 'Matrix TUC' }

/** The sign of a blocked cell. */
export const blockedSign = '×'

const titles: Readonly<Record<Measure, string>> = {
  poc: 'Probability of Close',
  tuc: 'Time Until Close',
}

const top = 4

/** One matrix as a sheet: codes and labels of both axes, one fill-in cell per open cell, a sign in blocked ones. */
export function matrixSheet(version: SheetVersion, measure: Measure): BookSheet {
  const { rows, columns, matrix } = version
  const unit =
    measure === 'poc'
      ? 'in %; more than 0 and at most 98 %'
      : version.kind === 'stage'
        ? 'in days, 0 to 750'
        : 'in working days, 0 to 750'
  const cells: (BookCell | null)[][] = [
    [{ value: `${titles[measure]}, ${version.name}`, look: 'title' }],
    [
      {
        value: `${version.no > 0 ? `Version ${version.no} (${version.state})` : 'Not approved by anyone'}, ${unit}. Change the pale cells and take the workbook back: what changed lands in a draft. ${blockedSign} marks statuses that contradict each other.`,
        look: 'subtitle',
      },
    ],
    [
      null,
      { value: version.kind === 'stage' ? 'CRM stage' : 'Buying ↓  Sales →', look: 'muted' },
      ...columns.map((each): BookCell => ({
        value: each.label || null,
        look: 'muted',
        wrap: true,
        align: 'right',
      })),
    ],
    [
      { value: 'Code', look: 'header' },
      { value: 'Status', look: 'header' },
      ...columns.map((each): BookCell => ({ value: each.code, look: 'headerFillRight' })),
    ],
    ...rows.map((row, b): (BookCell | null)[] => [
      { value: row.code, look: 'key' },
      { value: row.label || null, look: 'cell' },
      ...columns.map((_, s): BookCell => {
        const cell = cellAt(matrix, b, s)
        if (!cell || cell.kind === 'blocked') return { value: blockedSign, look: 'muted', align: 'right' }
        const note = noteOf(cell)
        return {
          value: cell[measure],
          look: 'fill',
          format: measure === 'poc' ? 'percent' : 'whole',
          ...(note === '' ? {} : { note }),
        }
      }),
    ]),
    [],
    ...(measure === 'poc'
      ? [
          [
            {
              value: 'History: a note in a cell tells its visits, wins and interval.',
              look: 'muted',
            } as BookCell,
          ],
        ]
      : []),
  ]
  const area = { top, left: 2, bottom: top + rows.length - 1, right: 1 + columns.length }
  const rule: Rule = {
    area,
    allow: measure === 'poc' ? { kind: 'decimal', from: 0, to: 0.98 } : { kind: 'whole', from: 0, to: 750 },
    hint: measure === 'poc' ? 'A probability up to 98 %' : 'Whole days up to 750',
  }
  const first = `C${top + 1}`
  const strong: Condition[] =
    measure === 'poc' ? [{ area, formula: `AND(ISNUMBER(${first}),${first}>=0.6)`, tone: 'good' }] : []
  return {
    name: matrixSheetNames[measure],
    widths: [8, 30, ...columns.map(() => 13)],
    rows: cells,
    heights: new Map([
      [0, 27],
      [2, 42],
    ]),
    freeze: { rows: top, columns: 2 },
    rules: [rule],
    conditions: strong,
    protect: true,
    landscape: true,
    tab: 'fill',
  }
}

const noteOf = (cell: NonNullable<ReturnType<typeof cellAt>>): string =>
  [
    cell.n > 0 ? `${cell.wins} of ${cell.n} visits won` : '',
    cell.lo95 !== null && cell.hi95 !== null
      ? `95 % interval ${(cell.lo95 * 100).toFixed(1)} to ${(cell.hi95 * 100).toFixed(1)} %`
      : '',
    cell.kind === 'check' ? 'to be checked' : '',
    cell.reason ?? '',
  ]
    .filter(each => each !== '')
    .join('; ')

/** The lines of _meta about a version: its id, its axes and the values that went out. */
export function matrixMeta(version: SheetVersion): (BookCell | null)[][] {
  const line = (...values: string[]): BookCell[] => values.map(value => ({ value, format: 'text' }))
  const values = (measure: Measure): string =>
    JSON.stringify(
      version.matrix.cells.map(row => row.map(cell => (cell.kind === 'blocked' ? null : cell[measure]))),
    )
  return [
    line('matrix', 'version', version.id),
    line('matrix', 'name', `${version.name}, version ${version.no}`),
    line('matrix', 'rows', JSON.stringify(version.rows.map(each => each.code))),
    line('matrix', 'columns', JSON.stringify(version.columns.map(each => each.code))),
    line('matrix', 'poc', values('poc')),
    line('matrix', 'tuc', values('tuc')),
  ]
}
