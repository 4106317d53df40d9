/** Records as one text: each field's name, each value that all of them share and each text that returns stand in it once. */
import { present } from '../base/assert'
import type { AnyRecord, Values } from './change'

/** One value of each record: the same in all, one of a few, or its own; objects by their shapes. */
type Column =
  | { readonly all: unknown }
  | { readonly few: readonly string[]; readonly at: readonly number[] }
  | { readonly own: readonly unknown[] }
  | {
      /** Lists of keys, the list of each object (one number where all have the same), and a column a key. */
      readonly keys: readonly (readonly string[])[]
      readonly shapes: readonly number[] | number
      readonly parts: Readonly<Record<string, Column>>
    }

type Packed =
  | { readonly rows: readonly AnyRecord[] }
  | { readonly count: number; readonly names: readonly string[]; readonly columns: readonly Column[] }

/** More different texts than this are each written where they stand. */
const fewest = 100

/** The text of some records; they hold plain JSON, and come back from `unpackRecords` in their order. */
export function packRecords(records: readonly AnyRecord[]): string {
  const [first] = records
  const names = first ? Object.keys(first) : []
  const even = names.length > 0 && !names.includes('__proto__') && records.every(each => hasKeys(each, names))
  const packed: Packed = even
    ? { count: records.length, names, columns: names.map(name => fieldColumn(records, name)) }
    : { rows: records }
  return JSON.stringify(packed)
}

function hasKeys(object: object, keys: readonly string[]): boolean {
  let at = 0
  for (const key in object) if (key !== keys[at++]) return false
  return at === keys.length
}

/** The column of a field; most are the same in all records, and then no list of them is made. */
function fieldColumn(records: readonly AnyRecord[], name: string): Column {
  const first = (records[0] as AnyRecord)[name]
  if (typeof first !== 'object' || first === null) {
    let same = 1
    while (same < records.length && (records[same] as AnyRecord)[name] === first) same++
    if (same === records.length) return { all: first }
  }
  return columnOf(
    records.map(each => each[name]),
    true,
  )
}

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Any column; objects inside objects stay as they are. */
function columnOf(values: readonly unknown[], outer: boolean): Column {
  const [first] = values
  if (Array.isArray(first))
    return values.every(each => Array.isArray(each) && each.length === 0) ? { all: [] } : { own: values }
  if (isObject(first)) return outer && values.every(isObject) ? objectsOf(values) : { own: values }
  if (values.every(each => each === first)) return { all: first }
  return fewTexts(values) ?? { own: values }
}

function fewTexts(values: readonly unknown[]): Column | null {
  const few = new Map<string, number>()
  const at: number[] = []
  for (const value of values) {
    if (typeof value !== 'string') return null
    let place = few.get(value)
    if (place === undefined) {
      // Texts that hardly ever return are not worth a list.
      if (few.size >= fewest || (at.length >= 40 && few.size > at.length * 0.8)) return null
      few.set(value, (place = few.size))
    }
    at.push(place)
  }
  return { few: [...few.keys()], at }
}

function objectsOf(objects: readonly Values[]): Column {
  const keys: string[][] = []
  const shapes: number[] = []
  const parts = new Map<string, unknown[]>()
  for (const object of objects) {
    let shape = 0
    while (shape < keys.length && !hasKeys(object, keys[shape] as string[])) shape++
    if (shape === keys.length) {
      const own = Object.keys(object)
      if (keys.length >= fewest || own.includes('__proto__')) return { own: objects }
      keys.push(own)
      for (const key of own) if (!parts.has(key)) parts.set(key, [])
    }
    shapes.push(shape)
    for (const key of keys[shape] as string[]) parts.get(key)?.push(object[key])
  }
  return {
    keys,
    shapes: keys.length === 1 ? 0 : shapes,
    parts: Object.fromEntries([...parts].map(([key, values]) => [key, columnOf(values, false)])),
  }
}

/** The records that `packRecords` made a text of. */
export function unpackRecords(text: string): AnyRecord[] {
  const packed = JSON.parse(text) as Packed
  if ('rows' in packed) return [...packed.rows]
  const { count, names, columns } = packed
  // Every record starts as a copy of one that holds what all share; an object that was parsed is the quickest to copy.
  const blank = blankOf(names.map((name, at) => [name, sharedIn(columns[at] as Column)]))
  const records: Record<string, unknown>[] = []
  for (let row = 0; row < count; row++) records.push({ ...blank })
  columns.forEach((column, at) => setColumn(records, names[at] as string, column))
  return records as unknown as AnyRecord[]
}

const blankOf = (entries: readonly (readonly [string, unknown])[]): Values =>
  JSON.parse(JSON.stringify(Object.fromEntries(entries))) as Values

const sharedIn = (column: Column): unknown => ('all' in column ? column.all : null)

function setColumn(records: readonly Record<string, unknown>[], name: string, column: Column): void {
  if ('all' in column) return
  const values = listOf(column, records.length)
  for (let row = 0; row < values.length; row++) (records[row] as Record<string, unknown>)[name] = values[row]
}

/** The values of a column, one an object that has it. */
function listOf(column: Column, count: number): readonly unknown[] {
  if ('own' in column) return column.own
  if ('few' in column) return column.at.map(place => column.few[place])
  if ('all' in column) return Array.from({ length: count }, () => column.all)
  const { keys, shapes, parts } = column
  const list: Record<string, unknown>[] = []
  const nexts = new Map(
    Object.entries(parts).map(([key, part]) => [key, { values: listOf(part, count), at: 0 }]),
  )
  const steps = keys.map(own => ({
    blank: blankOf(own.map(key => [key, null])),
    parts: own.map(key => [key, present(nexts.get(key), 'each key has its part')] as const),
  }))
  for (let row = 0; row < count; row++) {
    const step = steps[typeof shapes === 'number' ? shapes : (shapes[row] as number)]
    const object: Record<string, unknown> = { ...step?.blank }
    for (const [key, next] of step?.parts ?? []) object[key] = next.values[next.at++]
    list.push(object)
  }
  return list
}
