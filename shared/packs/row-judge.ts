/** How the answers of one row are judged against the region as it is now, and carried out. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Stamp } from '../model/field'
import type { Edit } from '../region/edit'
import type { Region } from '../region/region'
import type { PackValue } from './pack-content'
import type { PackMeta } from './pack-meta'

/** The answers of one row by column key. */
export interface RowAnswers {
  readonly key: string
  readonly ref: string | null
  readonly values: ReadonlyMap<string, PackValue>
}

/** Where a judgement is made. */
export interface JudgeContext {
  readonly region: Region
  readonly rep: RecordOf<'rep'>
  readonly meta: PackMeta
  /** Nothing can have happened after this day. */
  readonly today: Day
}

/** What answers are carried out with. */
export interface Carrier {
  readonly edit: Edit
  readonly at: Stamp
  /** The next one-on-one with the rep, planned where there is none. */
  readonly meeting: () => Id<'meeting'>
}

/** What a row's answers come to. */
export interface RowJudgement {
  /** What each column stands for in the region now; compared with what it stood for when the pack went out. */
  readonly bases: Readonly<Record<string, PackValue>>
  /** Columns whose answer the region already holds. */
  readonly done: ReadonlySet<string>
  /** Answers that cannot be taken, with the reason. */
  readonly wrong: ReadonlyMap<string, string>
  /** What the row is about, for people. */
  readonly about: string
  /** Carries out the answers that are asked for by `take`, which gives undefined for those that are not taken. */
  readonly apply: (carrier: Carrier, take: (column: string) => PackValue | undefined) => void
}

/** The judge of a sheet; null where the record of the row is no longer there. */
export type RowJudge = (context: JudgeContext, row: RowAnswers) => RowJudgement | null

/** A text answer; null where it is empty or no text. */
export const textOf = (value: PackValue | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

/** A number answer. */
export const numberOf = (value: PackValue | undefined): number | null =>
  typeof value === 'number' ? value : null
