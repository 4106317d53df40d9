/** What is seen in a grid as a file: a styled workbook with groups and totals, or CSV with the rows alone. */
import type { Day } from '../base/day'
import { parseDay } from '../base/day'
import { utf8Bytes } from '../tables/platform'
import { cellName, daySerial, type Book, type BookCell, type Format } from './book'
import { csvText } from './csv-text'
import { cellText, safeSheetName } from './lint-book'
import {
  columnCurrency,
  cellCurrency,
  seenValue,
  wholeUnits,
  type SeenColumn,
  type SeenData,
  type SeenFigure,
  type SeenGrid,
  type SeenTitle,
  type SeenValue,
} from './seen-grid'
import { writeBook } from './write-book'

/** The name of an exported file: `QD_<region>_<title>_<asOf>.<extension>`. */
export function gridFileName({ region, title, asOf }: SeenTitle, extension: 'xlsx' | 'csv'): string {
  const part = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
  return `QD_${part(region) || 'region'}_${part(title) || 'grid'}_${asOf}.${extension}`
}

/** One column of the file; a money column of several currencies is followed by one that names them. */
interface OutColumn {
  readonly column: SeenColumn
  readonly data: SeenData
  readonly header: string
  readonly currencyOnly: boolean
}

function outColumns(grid: SeenGrid): readonly OutColumn[] {
  return grid.columns.flatMap((column): OutColumn[] => {
    const data = grid.source.column(column.key)
    const unit = data.kind === 'money' ? columnCurrency(data) : (column.unit ?? null)
    const header = unit ? `${column.title} (${unit})` : column.title
    const own: OutColumn = { column, data, header, currencyOnly: false }
    const mixed = data.kind === 'money' && data.currency !== undefined && unit === null
    return mixed ? [own, { column, data, header: `${column.title}, currency`, currencyOnly: true }] : [own]
  })
}

const valueOf = (out: OutColumn, row: number): SeenValue =>
  out.currencyOnly ? cellCurrency(out.data, row) : seenValue(out.data, row)

/** The rows as CSV bytes, in the order and with the columns seen; groups and totals are left out. */
export function gridCsv(grid: SeenGrid): Uint8Array {
  const columns = outColumns(grid)
  function* rows(): Generator<readonly SeenValue[]> {
    yield columns.map(each => each.header)
    for (const line of grid.lines())
      if (line.kind === 'row') yield columns.map(each => valueOf(each, line.row))
  }
  return utf8Bytes(csvText(rows()))
}

/** The grid as a workbook: title, filter in words, header, groups, rows and totals, ready for print. */
export const gridWorkbook = (grid: SeenGrid, title: SeenTitle): Promise<Uint8Array> =>
  writeBook(gridBook(grid, title))

const headerRow = 3

/** The workbook's description. */
export function gridBook(grid: SeenGrid, title: SeenTitle): Book {
  const columns = outColumns(grid)
  const body = [...bodyRows(grid, columns)]
  const grouped = body.some(([first]) => first?.look === 'group')
  const last = headerRow + body.length
  const widths = columns.map(each => Math.min(60, Math.max(8, (each.column.width ?? widthByKind(each)) / 7)))
  const name = safeSheetName(title.title)
  return {
    title: title.title,
    subject: title.region,
    creator: 'Quarterdeck',
    date: title.asOf,
    footer: `${title.region}, ${title.title}, as of ${title.asOf}`,
    sheets: [
      {
        name,
        widths,
        rows: [
          [{ value: cellText(title.title), look: 'title' }],
          [
            {
              value: cellText(
                `${title.region}, as of ${title.asOf}, ${grid.rowCount} ${grid.rowCount === 1 ? 'row' : 'rows'}`,
              ),
              look: 'subtitle',
            },
          ],
          [
            {
              value: grid.sentence === null ? 'All rows' : cellText(`Filter: ${grid.sentence}`),
              look: 'subtitle',
            },
          ],
          columns.map((each): BookCell => ({
            value: cellText(each.header),
            look: isRight(each) ? 'headerRight' : 'header',
          })),
          ...body,
          ...totalRows(grid, columns, grouped, last),
        ],
        heights: new Map([
          [0, 27],
          [headerRow, 30],
        ]),
        freeze: { rows: headerRow + 1, columns: 1 },
        printTitle: { row: headerRow, columns: 0 },
        landscape: columns.length > 5,
        ...(grouped || body.length === 0
          ? {}
          : { filter: { top: headerRow, left: 0, bottom: last, right: columns.length - 1 } }),
      },
    ],
  }
}

function* bodyRows(grid: SeenGrid, columns: readonly OutColumn[]): Generator<(BookCell | null)[]> {
  let shown = 0
  for (const line of grid.lines()) {
    if (line.kind === 'row') {
      const look = shown++ % 2 === 1 ? 'band' : 'cell'
      yield columns.map((each, at) => ({
        ...bookValue(valueOf(each, line.row), each),
        look,
        ...(at === 0 && line.level > 0 ? { indent: line.level } : {}),
      }))
    } else {
      shown = 0
      yield columns.map((each, at): BookCell => {
        if (at === 0)
          return { value: cellText(`${line.label} (${line.rowCount})`), look: 'group', indent: line.level }
        const figure = each.currencyOnly ? undefined : line.figures[each.column.key]
        return { ...figureCell(figure, each), look: 'group' }
      })
    }
  }
}

function totalRows(
  grid: SeenGrid,
  columns: readonly OutColumn[],
  grouped: boolean,
  last: number,
): (BookCell | null)[][] {
  if (Object.keys(grid.totals).length === 0) return []
  return [
    columns.map((each, at): BookCell => {
      const figure = each.currencyOnly ? undefined : grid.totals[each.column.key]
      if (at === 0 && !figure) return { value: 'Total', look: 'total' }
      const cell: BookCell = { ...figureCell(figure, each), look: 'total' }
      const summed = figure?.fn === 'sum' && !grouped && typeof cell.value === 'number' && last > headerRow
      // A live sum follows the file's own filter; a mean or a ratio stands as it was seen.
      return summed
        ? { ...cell, formula: `SUBTOTAL(109,${cellName(headerRow + 1, at)}:${cellName(last, at)})` }
        : cell
    }),
  ]
}

function figureCell(figure: SeenFigure | undefined, out: OutColumn): BookCell {
  if (!figure || Number.isNaN(figure.value)) return { value: null }
  if (figure.mixed) return { value: 'several currencies', align: 'right' }
  if (figure.fn === 'ratio')
    return { value: `${(figure.value * 100).toFixed(1)} % (${figure.k ?? 0}/${figure.n})`, align: 'right' }
  if (figure.fn === 'count' || figure.fn === 'distinct') return { value: figure.value, format: 'whole' }
  switch (out.data.kind) {
    case 'money':
      return {
        value: exact(wholeUnits(figure.value, figure.currency ?? columnCurrency(out.data))),
        format: 'money',
      }
    case 'date':
      return { value: Math.round(figure.value) + 25_569, format: 'day' }
    case 'percent':
    case 'boolean':
      return { value: figure.value, format: 'percent' }
    default:
      return { value: exact(figure.value), format: 'number' }
  }
}

/** Sums of fractions carry noise behind the fifteenth digit. */
const exact = (value: number): number => Number(value.toPrecision(15))

function bookValue(value: SeenValue, out: OutColumn): BookCell {
  if (value === null) return { value: null }
  if (typeof value === 'boolean') return { value: value ? 'Yes' : 'No', format: 'text' }
  if (typeof value === 'number') return { value: exact(value), format: numberFormat(out, value) }
  const day: Day | null = out.data.kind === 'date' ? parseDay(value) : null
  return day ? { value: daySerial(day), format: 'day' } : { value: cellText(value), format: 'text' }
}

function numberFormat({ data, column }: OutColumn, value: number): Format {
  if (data.kind === 'money') return Number.isInteger(value) ? 'money' : 'cents'
  if (data.kind === 'percent') return 'percent'
  return column.digits === 0 || Number.isInteger(value) ? 'whole' : 'number'
}

const isRight = ({ data, currencyOnly }: OutColumn): boolean =>
  !currencyOnly && (data.kind === 'number' || data.kind === 'money' || data.kind === 'percent')

const widthByKind = ({ data, currencyOnly }: OutColumn): number =>
  currencyOnly ? 70 : data.kind === 'text' ? 180 : data.kind === 'date' ? 90 : 110
