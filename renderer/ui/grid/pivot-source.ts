/** Shows a pivot in the same grid as everything else: a source and columns made of its lines and figures. */
import type { Figure } from './engine/aggregate'
import type { ColumnData, NumericColumn, NumericKind } from './engine/column-data'
import { figureNote, figureText } from './engine/figure-text'
import type { CellFormat } from './engine/format-cell'
import type { Pivot, PivotCell } from './engine/pivot'
import type { CellPlace, GridColumn } from './grid-props'
import type { GridSource } from './engine/column-data'

/** A pivot as a grid shows it. */
export interface PivotTable {
  readonly source: GridSource
  readonly columns: readonly GridColumn[]
}

/** How the pivot's parts are named. */
export interface PivotWords {
  readonly rowTitles: readonly string[]
  readonly rowWords: (level: number, value: string | number | null) => string
  readonly acrossWords: (value: string | number | null) => string
  readonly data: ColumnData
  readonly digits: number | null
  readonly format: CellFormat
}

const totalKey = 'total'

function kindOf(figure: Figure, data: ColumnData): NumericKind {
  if (figure.fn === 'ratio') return 'percent'
  if (figure.fn === 'count' || figure.fn === 'distinct' || 'codes' in data || data.kind === 'flags')
    return 'number'
  return data.kind === 'boolean' ? 'percent' : data.kind
}

/** The last line of the table holds the totals of the columns. */
export function pivotTable(pivot: Pivot, words: PivotWords, onCell?: (cell: PivotCell) => void): PivotTable {
  const lines = [...pivot.lines, pivot.totals]
  const acrossKeys = pivot.across.map((_, index) => `across ${index}`)
  // The cell of the pivot behind a cell of the grid; null for row titles and empty crossings.
  const cellAt = (row: number, column: string): PivotCell | null => {
    const line = lines[row]
    if (!line) return null
    if (column === totalKey) return line.total
    return line.cells[acrossKeys.indexOf(column)] ?? null
  }
  const built = new Map<string, ColumnData>()
  const titles = (level: number): ColumnData => {
    const strings = lines.map((line, index) =>
      index === lines.length - 1
        ? level === 0
          ? 'Total'
          : ''
        : words.rowWords(level, line.values[level] ?? null),
    )
    const codes = Int32Array.from(strings, (word, index) => (word === '' ? -1 : index))
    return { kind: 'text', codes, strings, ordered: true }
  }
  const figures = (key: string): NumericColumn => {
    const cells = lines.map((_, row) => cellAt(row, key))
    const values = Float64Array.from(cells, cell => cell?.figure.value ?? NaN)
    const one = pivot.totals.total.figure
    const kind = kindOf(one, words.data)
    const currency = cells.find(cell => cell?.figure.currency)?.figure.currency
    return kind === 'money' && currency !== undefined ? { kind, values, currency } : { kind, values }
  }
  const source: GridSource = {
    version: 1,
    rowCount: lines.length,
    rowId: row => String(row),
    rowOf: id => Number(id),
    column(key) {
      let data = built.get(key)
      if (!data) {
        data = key.startsWith('row ') ? titles(Number(key.slice(4))) : figures(key)
        built.set(key, data)
      }
      return data
    },
    mark: (row, key) => {
      const figure = cellAt(row, key)?.figure
      return figure && figure.mixed ? { kind: 'problem', note: figureNote(figure) } : null
    },
  }
  const value = (key: string, title: string, pin?: 'right'): GridColumn => ({
    key,
    title,
    width: 124,
    ...(words.digits === null ? {} : { digits: words.digits }),
    ...(pin ? { pin } : {}),
    groupable: false,
    render: place => {
      const cell = cellAt(place.row, key)
      return cell ? figureText(cell.figure, words.data, words.format, words.digits) : ''
    },
    ...(onCell
      ? {
          onLink: (place: CellPlace) => {
            const cell = cellAt(place.row, key)
            if (cell) onCell(cell)
          },
        }
      : {}),
  })
  const columns: GridColumn[] = [
    ...words.rowTitles.map((title, level): GridColumn => ({
      key: `row ${level}`,
      title,
      pin: 'left',
      width: 170,
      groupable: false,
    })),
    ...pivot.across.map((across, index) => value(acrossKeys[index] as string, words.acrossWords(across))),
    value(totalKey, 'Total', 'right'),
  ]
  return { source, columns }
}
