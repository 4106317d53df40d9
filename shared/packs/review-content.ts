/** What a pipeline review holds, as plain data that can travel to a worker: sheets of tables as of one day. */
import type { Day } from '../base/day'
import { hashText } from '../base/random'
import type { CurrencyCode } from '../base/money'
import type { ColumnKind, PackValue } from './pack-content'

/** A column of a table; money is in minor units of the review's currency and written in whole ones. */
interface ReviewColumn {
  readonly header: string
  readonly kind: ColumnKind
}

/** A table under a heading, with a sentence that says what it shows. */
export interface ReviewTable {
  readonly title: string
  readonly note: string
  readonly columns: readonly ReviewColumn[]
  readonly rows: readonly (readonly PackValue[])[]
  /** Columns (from 0) that are added up below. */
  readonly sums: readonly number[]
  /** Said where there are no rows. */
  readonly empty: string
  /** Drawn as columns: the categories' column and the columns of numbers. */
  readonly chart?: { readonly title: string; readonly category: number; readonly values: readonly number[] }
}

/** A sheet with its tables, one under the other; `widths` in characters. */
export interface ReviewSheet {
  readonly name: string
  readonly title: string
  readonly tables: readonly ReviewTable[]
  readonly widths: readonly number[]
}

/** A whole review. */
export interface ReviewContent {
  readonly region: string
  readonly asOf: Day
  readonly currency: CurrencyCode
  /** The findings in sentences, for the first sheet. */
  readonly findings: readonly string[]
  readonly sheets: readonly ReviewSheet[]
}

/** The version of this workbook's form. */
export const reviewSchema = 1

/** A number that is the same for equal content, as _meta keeps it. */
export const reviewHash = (content: ReviewContent): string =>
  hashText(JSON.stringify(content)).toString(16).padStart(8, '0')

/** The name of the file: QD_review_West_2017-12-31.xlsx. */
export const reviewFileName = ({ region, asOf }: ReviewContent): string =>
  `QD_review_${region.replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-+|-+$/g, '') || 'region'}_${asOf}.xlsx`
