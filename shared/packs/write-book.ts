/** Writes a described workbook as .xlsx bytes: checked, written by hucre, finished; the same book gives the same bytes. */
import { writeXlsx, type Cell, type ConditionalRule, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { assert } from '../base/assert'
import {
  areaName,
  columnName,
  daySerial,
  fixedArea,
  sheetReference,
  type Book,
  type BookCell,
  type BookSheet,
  type Chart,
  type Condition,
  type Rule,
} from './book'
import { formatCode, seriesColour, styleOf, tabColour, toneStyle } from './book-style'
import { finishBook } from './finish-book'
import { lintBook } from './lint-book'

type WriteChart = NonNullable<WriteSheet['charts']>[number]

/** Writes a workbook. A book with flaws is a mistake of ours and ends in an error that names the first. */
export async function writeBook(book: Book): Promise<Uint8Array> {
  const [flaw] = lintBook(book)
  assert(!flaw, flaw ? `${flaw.sheet}!${flaw.at ?? ''}: ${flaw.what}` : 'the book has no flaw')
  // A fixed moment in UTC: the library turns it into text, and the machine's time zone must not matter.
  const moment = new Date(`${book.date}T12:00:00Z`)
  const bytes = await writeXlsx({
    sheets: book.sheets.map(sheet => writeSheet(sheet, book)),
    properties: {
      title: book.title,
      subject: book.subject,
      creator: book.creator,
      created: moment,
      modified: moment,
    },
    defaultFont: { name: 'Calibri', size: 10 },
    namedRanges: book.sheets.flatMap(sheet => [...filterName(sheet), ...printTitles(sheet)]),
    activeSheet: 0,
  })
  return finishBook(bytes, book.sheets)
}

/** Excel keeps the area of a filter under this name too. */
const filterName = (sheet: BookSheet): { name: string; range: string; scope: string }[] =>
  sheet.filter
    ? [{ name: '_xlnm._FilterDatabase', range: fixedArea(sheet.name, sheet.filter), scope: sheet.name }]
    : []

/** As a defined name, because the library's own field leaves a name that needs quotes without them. */
function printTitles(sheet: BookSheet): { name: string; range: string; scope: string }[] {
  if (sheet.printTitle === undefined) return []
  const { row, columns } = sheet.printTitle
  const name = sheetReference(sheet.name)
  const left = columns > 0 ? `${name}!$A:$${columnName(columns - 1)},` : ''
  const range = `${left}${name}!$${row + 1}:$${row + 1}`
  return [{ name: '_xlnm.Print_Titles', range, scope: sheet.name }]
}

function writeSheet(sheet: BookSheet, book: Book): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  sheet.rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell) cells.set(`${r},${c}`, writeCell(cell))
    }),
  )
  return {
    name: sheet.name,
    columns: sheet.widths.map(width => ({ width })),
    rows: sheet.rows.map(row => row.map(cell => cell?.value ?? null)),
    cells,
    rowDefs: new Map([...(sheet.heights ?? [])].map(([row, height]) => [row, { height }])),
    merges: (sheet.merges ?? []).map(each => ({
      startRow: each.top,
      startCol: each.left,
      endRow: each.bottom,
      endCol: each.right,
    })),
    dataValidations: (sheet.rules ?? []).map(writeRule),
    conditionalRules: (sheet.conditions ?? []).map(writeCondition),
    charts: (sheet.charts ?? []).map(each => writeChart(each, sheet.name)),
    view: {
      showGridLines: false,
      ...(sheet.tab ? { tabColor: { rgb: tabColour[sheet.tab] } } : {}),
    },
    pageSetup: {
      paperSize: 'a4',
      orientation: sheet.landscape ? 'landscape' : 'portrait',
      // Where it is told how wide a page is, manual breaks count only without "fit to".
      ...(sheet.printScale
        ? { scale: sheet.printScale }
        : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      margins: { top: 0.6, bottom: 0.6, left: 0.45, right: 0.45, header: 0.3, footer: 0.3 },
    },
    // An ampersand begins a code in headers and footers; doubled it stands for itself.
    headerFooter: { oddFooter: `&L&8${plain(book.footer)}&C&8&A&R&8Page &P of &N` },
    ...(sheet.pageBreaks ? { colBreaks: sheet.pageBreaks.map(each => each - 1) } : {}),
    ...(sheet.freeze ? { freezePane: { rows: sheet.freeze.rows, columns: sheet.freeze.columns } } : {}),
    ...(sheet.filter ? { autoFilter: { range: areaName(sheet.filter) } } : {}),
    ...(sheet.protect
      ? {
          protection: {
            sheet: true,
            formatCells: true,
            formatColumns: true,
            formatRows: true,
            autoFilter: true,
            sort: true,
            insertRows: true,
          },
        }
      : {}),
    ...(sheet.hidden === 'veryHidden' ? { veryHidden: true } : {}),
  }
}

const plain = (text: string): string => text.replaceAll('&', '&&')

function writeCell(cell: BookCell): Partial<Cell> {
  const style = styleOf(cell)
  return {
    value: cell.value,
    style,
    ...(cell.formula === undefined ? {} : { formula: cell.formula, formulaResult: cell.value }),
    ...(cell.note === undefined ? {} : { comment: { text: cell.note, author: 'Quarterdeck' } }),
    ...(cell.link === undefined ? {} : { hyperlink: writeLink(cell.link) }),
  }
}

const writeLink = (link: string): { target: string; location?: string } =>
  link.startsWith('#') ? { target: '', location: link.slice(1) } : { target: link }

function writeRule({ area, allow, hint }: Rule): DataValidation {
  const common = {
    range: areaName(area),
    allowBlank: true,
    showInputMessage: hint !== '',
    showErrorMessage: true,
    ...(hint === '' ? {} : { inputMessage: hint }),
    errorTitle: 'Not one of the values allowed',
    errorMessage: hint === '' ? 'See the sheet Lists.' : hint,
    errorStyle: 'stop' as const,
  }
  switch (allow.kind) {
    case 'list':
      return { ...common, type: 'list', formula1: fixedArea(allow.sheet, allow.area) }
    case 'text':
      return { ...common, type: 'textLength', operator: 'lessThanOrEqual', formula1: String(allow.longest) }
    case 'day':
      return {
        ...common,
        type: 'date',
        operator: 'between',
        formula1: String(allow.from ? daySerial(allow.from) : 1),
        formula2: String(allow.to ? daySerial(allow.to) : 2_958_465),
      }
    default:
      return {
        ...common,
        type: allow.kind,
        operator: 'between',
        formula1: String(allow.from ?? -1e15),
        formula2: String(allow.to ?? 1e15),
      }
  }
}

const writeCondition = (condition: Condition, at: number): ConditionalRule => ({
  type: 'expression',
  priority: at + 1,
  range: areaName(condition.area),
  formula: condition.formula,
  style: toneStyle(condition.tone),
})

const writeChart = (chart: Chart, sheet: string): WriteChart => ({
  type: chart.kind,
  title: chart.title,
  titleFontSize: 11,
  titleBold: true,
  altText: chart.alt,
  legend: chart.series.length > 1 ? 'bottom' : false,
  anchor: {
    from: { row: chart.place.top, col: chart.place.left },
    to: { row: chart.place.bottom, col: chart.place.right },
  },
  gapWidth: 70,
  axes: {
    y: { gridlines: { major: true }, numberFormat: { formatCode: formatCode(chart.format) } },
  },
  series: chart.series.map(each => ({
    name: each.name,
    values: fixedArea(sheet, each.values),
    categories: fixedArea(sheet, chart.categories),
    color: seriesColour[each.tone],
  })),
})
