/** What a coaching pack says, as plain rows: the same content gives the same cells (CO-10), whatever program shows them. */
import type { Day } from '../base/day'
import type { CurrencyCode } from '../base/money'

/** The version of the pack's own format; a pack of an older one is not read (CO-9). */
export const packSchema = 1

/** The keys of the sheets that carry rows. */
export type SheetKey =
  | 'scorecard'
  | 'focus'
  | 'deals'
  | 'strategy'
  | 'buyers'
  | 'unknowns'
  | 'actions'
  | 'activity'
  | 'forecast'
  | 'skills'
  | 'agenda'

/** A value of a pack's cell: money in minor units, a share as 0 to 1, a day as `YYYY-MM-DD`. */
export type PackValue = string | number | boolean | null

/** The keys of the lists of allowed values. */
export type ListKey =
  | 'yesNo'
  | 'agrees'
  | 'disposition'
  | 'category'
  | 'event'
  | 'weight'
  | 'effect'
  | 'factorStatus'
  | 'factorType'
  | 'role'
  | 'influence'
  | 'mode'
  | 'answerState'

/** One allowed value with what it means. */
export interface ListItem {
  readonly word: string
  readonly meaning: string
}

/** What a column holds. A column of kind `any` takes its kind from each row (figures of different kinds under one header). */
export type ColumnKind = 'text' | 'whole' | 'number' | 'money' | 'percent' | 'day' | 'list' | 'any'

/** A column. `fill` columns are for the rep (✎) and are read back; all others are only shown. */
export interface PackColumn {
  readonly key: string
  readonly header: string
  readonly kind: ColumnKind
  readonly fill: boolean
  /** In characters. */
  readonly width: number
  readonly list?: ListKey
  /** What a fill-in column wants, in one sentence. */
  readonly hint?: string
  /** Lowest and highest number, both included. */
  readonly range?: readonly [number, number]
  /** Earliest day. */
  readonly from?: Day
  readonly longest?: number
  /** Summed below the rows. */
  readonly total?: boolean
  readonly wrap?: boolean
  /** In print a new page begins with this column. */
  readonly newPage?: boolean
}

/** A row. `ref` is the record it is about; a row without one is a place for something new. */
export interface PackRow {
  readonly key: string
  readonly ref: string | null
  readonly values: Readonly<Record<string, PackValue>>
  /** The kind of the values in columns of kind `any`. */
  readonly kind?: Exclude<ColumnKind, 'any' | 'list'>
  /** What a fill-in cell that goes out empty stands beside, so that a later change of it is seen as a conflict. */
  readonly bases?: Readonly<Record<string, PackValue>>
}

/** How an empty row for something new about a deal names that deal. */
export const newAbout = (deal: string): string => `new/${deal}`

/** The deal that an empty row is for; null for every other row. */
export const dealOfNew = (ref: string | null): string | null =>
  ref?.startsWith('new/') ? ref.slice('new/'.length) : null

/** Whether a row shows nothing yet and waits for something new. */
export const isEmptyRow = (row: Pick<PackRow, 'ref'>): boolean =>
  row.ref === null || dealOfNew(row.ref) !== null

/** A sheet of rows. */
export interface PackSheet {
  readonly key: SheetKey
  readonly name: string
  readonly title: string
  /** One sentence above the table: what it shows and what to do. */
  readonly hint: string
  readonly columns: readonly PackColumn[]
  readonly rows: readonly PackRow[]
  /** Empty rows at the end where something new can be written. */
  readonly spareRows: number
  /** Said in place of rows where there are none: what would be here and how it comes here. */
  readonly empty: string
  /** Columns that stay in sight while the rest scrolls. */
  readonly frozen: number
}

/** A group of columns of numbers that is drawn as a chart on the scorecard; `values` run along the categories. */
export interface PackChart {
  readonly title: string
  readonly kind: 'column' | 'bar' | 'line'
  readonly money: boolean
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

/** Everything in a coaching pack. */
export interface PackContent {
  readonly packId: string
  readonly schema: number
  readonly no: number
  readonly region: string
  readonly repId: string
  readonly repName: string
  readonly manager: string | null
  readonly asOf: Day
  /** The fiscal quarter that the figures are about, such as `2026-Q4`. */
  readonly period: string
  readonly currency: CurrencyCode
  readonly returnTo: string | null
  readonly sheets: readonly PackSheet[]
  readonly charts: readonly PackChart[]
  readonly lists: Readonly<Partial<Record<ListKey, readonly ListItem[]>>>
}

/** The mark in front of headers of fill-in columns, by which they are found again after another program saved the file. */
export const fillMark = '✎ '

/** The header as it stands in the sheet: the mark, the words, the currency. */
export function headerText(column: PackColumn, currency: CurrencyCode): string {
  const unit = column.kind === 'money' ? ` (${currency})` : ''
  return `${column.fill ? fillMark : ''}${column.header}${unit}`
}

const filePart = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)

/** The pack's file name: `QD_<region>_<rep>_<asOf>_v<n>.xlsx`. */
export const packFileName = (content: Pick<PackContent, 'region' | 'repName' | 'asOf' | 'no'>): string =>
  `QD_${filePart(content.region) || 'region'}_${filePart(content.repName) || 'rep'}_${content.asOf}_v${content.no}.xlsx`
