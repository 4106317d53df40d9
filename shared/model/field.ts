/** The kinds of field that a record can have, each with its label, its rule of presence and its value at run time. */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { CurrencyCode, Minor } from '../base/money'

/** A moment in UTC, ISO 8601 text such as `2017-12-31T08:00:00.000Z`; compares correctly as text. */
export type Stamp = string

/** A value that survives JSON unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The names of the kinds. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'whole'
  | 'number'
  | 'percent'
  | 'money'
  | 'currency'
  | 'day'
  | 'stamp'
  | 'flag'
  | 'choice'
  | 'ref'
  | 'refs'
  | 'list'
  | 'json'

/** One choice of a choice field: the stored key and the word shown. */
export interface Choice {
  readonly key: string
  readonly label: string
}

/** A field: how it is called, what it holds and whether it may be empty. `V` is the type of its value in a record. */
export interface Field<V = unknown> {
  readonly kind: FieldKind
  /** Sentence case, without the unit. */
  readonly label: string
  readonly required: boolean
  /** The choices of a choice field, in their order. */
  readonly choices?: readonly Choice[]
  /** The table that a reference points to. */
  readonly table?: string
  /** The field of the same record that holds the currency of a money field. */
  readonly currencyField?: string
  /** Lowest and highest value allowed, both included. */
  readonly range?: readonly [number, number]
  /** What the field means, where the label does not say it all. */
  readonly help?: string
  /** Personal: leaves in a pack only when ticked (CV-12). */
  readonly private?: boolean
  /** The value of a new record. */
  readonly empty: V
}

type Options<V> = Partial<Pick<Field<V>, 'help' | 'private' | 'range'>>

const field = <V>(kind: FieldKind, label: string, empty: V, more: object = {}): Field<V> => ({
  kind,
  label,
  required: false,
  empty,
  ...more,
})

/** Short text. */
export const text = (label: string, more: Options<string> = {}): Field<string | null> =>
  field<string | null>('text', label, null, more)
/** Text of several lines. */
export const longText = (label: string, more: Options<string> = {}): Field<string | null> =>
  field<string | null>('longText', label, null, more)
/** A whole number. */
export const whole = (label: string, more: Options<number> = {}): Field<number | null> =>
  field<number | null>('whole', label, null, more)
/** Any number. */
export const number = (label: string, more: Options<number> = {}): Field<number | null> =>
  field<number | null>('number', label, null, more)
/** A share stored as 0 to 1 and shown as per cent. */
export const percent = (label: string, more: Options<number> = {}): Field<number | null> =>
  field<number | null>('percent', label, null, { range: [0, 1], ...more })
/** Money in minor units of the currency that stands in `currencyField`. */
export const money = (
  label: string,
  currencyField = 'currency',
  more: Options<number> = {},
): Field<Minor | null> => field<Minor | null>('money', label, null, { currencyField, ...more })
/** A currency code. */
export const currency = (label = 'Currency'): Field<CurrencyCode | null> =>
  field<CurrencyCode | null>('currency', label, null)
/** A calendar day. */
export const day = (label: string, more: Options<string> = {}): Field<Day | null> =>
  field<Day | null>('day', label, null, more)
/** A moment in UTC. */
export const stamp = (label: string, more: Options<string> = {}): Field<Stamp | null> =>
  field<Stamp | null>('stamp', label, null, more)
/** Yes or no. */
export const flag = (label: string, empty = false, more: Options<boolean> = {}): Field<boolean> => ({
  ...field('flag', label, empty, more),
  required: true,
})
/** One of a closed list; `choices` maps keys to words. */
export const choice = <K extends string>(
  label: string,
  choices: Readonly<Record<K, string>>,
  more: Options<string> = {},
): Field<K | null> =>
  field<K | null>('choice', label, null, {
    choices: Object.entries<string>(choices).map(([key, word]) => ({ key, label: word })),
    ...more,
  })
/** A reference to one record of `table`. */
export const ref = <T extends string>(
  table: T,
  label: string,
  more: Options<string> = {},
): Field<Id<T> | null> => field<Id<T> | null>('ref', label, null, { table, ...more })
/** References to several records of `table`. */
export const refs = <T extends string>(table: T, label: string): Field<readonly Id<T>[]> => ({
  ...field<readonly Id<T>[]>('refs', label, [], { table }),
  required: true,
})
/** Several short texts. */
export const list = (label: string): Field<readonly string[]> => ({
  ...field<readonly string[]>('list', label, []),
  required: true,
})
/** A structure of its own, described by its type. */
export const json = <V>(label: string, empty: V, more: Options<V> = {}): Field<V> => ({
  ...field('json', label, empty, more),
  required: true,
})

/** The same field, which may not be empty; `empty` is the value that a new record starts with where the caller gives none. */
export const must = <V>(f: Field<V>, empty?: NonNullable<V>): Field<NonNullable<V>> => ({
  ...(f as Field<NonNullable<V>>),
  required: true,
  empty: empty ?? (f.empty as NonNullable<V>),
})

/** A table: its words and its own fields, besides those of every record. */
export interface Table<
  T extends string = string,
  F extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>,
> {
  readonly name: T
  /** One record, sentence case: "Account". */
  readonly one: string
  /** Several: "Accounts". */
  readonly many: string
  readonly fields: F
  /** The field that names a record to people; null where records have no name of their own. */
  readonly title: (keyof F & string) | null
  /** Not read when a region opens, only when asked for. */
  readonly lazy: boolean
}

/** Makes a table. */
export const table = <T extends string, F extends Readonly<Record<string, Field>>>(
  name: T,
  one: string,
  many: string,
  fields: F,
  more: { title?: (keyof F & string) | null; lazy?: boolean } = {},
): Table<T, F> => ({
  name,
  one,
  many,
  fields,
  title: more.title !== undefined ? more.title : 'name' in fields ? 'name' : null,
  lazy: more.lazy ?? false,
})

/** Where a fact came from (CV-3). */
export type Source = 'import' | 'manager' | 'rep' | 'pack' | 'derived' | 'assumed'

/** What every record has. */
export interface RecordBase<T extends string> {
  readonly id: Id<T>
  readonly source: Source
  readonly createdAt: Stamp
  /** When a value last changed; an import that changes nothing leaves it alone (PL-7). */
  readonly updatedAt: Stamp
  /** Set instead of deleting (CV-10). */
  readonly archivedAt: Stamp | null
}

/** The record type of a table. */
export type RecordIn<Tab> =
  Tab extends Table<infer T, infer F>
    ? RecordBase<T> & { readonly [K in keyof F]: F[K] extends Field<infer V> ? V : never }
    : never
