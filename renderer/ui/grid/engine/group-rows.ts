/** Groups ordered rows by several levels into a tree whose groups are ranges of one order. */
import { isText, type ColumnData } from './column-data'
import { identityOrder, sortByWords } from './radix'
import type { Ranker } from './rank'

/** How the values of a date column are gathered; other kinds group by value. */
export type GroupBy = 'value' | 'month' | 'quarter' | 'year'

/** One level of grouping. */
export interface GroupLevel {
  readonly column: string
  readonly by?: GroupBy
}

/** One group: rows `order[start..end)` share its value; its descendants stand right behind it up to `next`. */
export interface Group {
  readonly level: number
  /** The column and value of every level down to this one; lasting, for collapsing and for exports. */
  readonly path: string
  readonly column: string
  /** A word, a number in the column's units (a day number for dates), flags as bits, or null for empty. */
  readonly value: string | number | null
  readonly start: number
  readonly end: number
  /** The index of the first group behind this one that is not inside it. */
  readonly next: number
}

/** Rows in group order, and the groups in reading order. */
export interface Grouping {
  readonly order: Uint32Array
  readonly groups: readonly Group[]
}

interface LevelCodes {
  readonly codes: Uint32Array
  readonly values: readonly (string | number | null)[]
}

const msPerDay = 86_400_000

/** The first day of the month, fiscal quarter or fiscal year that holds `day`. */
export function bucketStart(day: number, by: Exclude<GroupBy, 'value'>, fiscalStart = 1): number {
  const date = new Date(day * msPerDay)
  const month = date.getUTCMonth()
  const into = (((month - (fiscalStart - 1)) % 12) + 12) % 12
  const first = by === 'month' ? month : by === 'quarter' ? month - (into % 3) : month - into
  return Date.UTC(date.getUTCFullYear(), first, 1) / msPerDay
}

/** A code per row whose order is the sorting order of the values; empty cells have the last code. */
export function levelCodes(
  column: ColumnData,
  rowCount: number,
  by: GroupBy,
  ranker: Ranker,
  fiscalStart: number,
): LevelCodes {
  const codes = new Uint32Array(rowCount)
  if (isText(column)) {
    const { strings } = column
    const ranks = column.ordered ? null : ranker.ranks(strings)
    const values: (string | null)[] = new Array<string | null>(strings.length + 1).fill(null)
    for (let code = 0; code < strings.length; code++)
      values[ranks ? (ranks[code] as number) : code] = strings[code] as string
    for (let row = 0; row < rowCount; row++) {
      const code = column.codes[row] as number
      codes[row] = code < 0 ? strings.length : ranks ? (ranks[code] as number) : code
    }
    return { codes, values }
  }
  const bucket =
    column.kind === 'date' && by !== 'value' ? (day: number) => bucketStart(day, by, fiscalStart) : null
  const seen = new Map<number, number>()
  const bucketOf = new Map<number, number>()
  const distinct: number[] = []
  for (let row = 0; row < rowCount; row++) {
    let value = column.values[row] as number
    if (value !== value) {
      codes[row] = 0xffffffff
      continue
    }
    if (bucket) {
      let start = bucketOf.get(value)
      if (start === undefined) bucketOf.set(value, (start = bucket(value)))
      value = start
    }
    let code = seen.get(value)
    if (code === undefined) {
      seen.set(value, (code = distinct.length))
      distinct.push(value)
    }
    codes[row] = code
  }
  const places = distinct
    .map((_, code) => code)
    .sort((a, b) => (distinct[a] as number) - (distinct[b] as number))
  const placeOf = new Uint32Array(distinct.length)
  places.forEach((code, place) => (placeOf[code] = place))
  for (let row = 0; row < rowCount; row++) {
    const code = codes[row] as number
    codes[row] = code === 0xffffffff ? distinct.length : (placeOf[code] as number)
  }
  return { codes, values: [...places.map(code => distinct[code] as number), null] }
}

/** One level made ready: its codes and whether its groups stand in falling order. */
export interface ReadyLevel extends LevelCodes {
  readonly level: GroupLevel
  readonly descending: boolean
}

/** Groups the rows of `order`, keeping their order inside the deepest groups. */
export function groupRows(order: Uint32Array, levels: readonly ReadyLevel[]): Grouping {
  const words = levels.map(({ codes, values, descending }) => {
    if (!descending) return codes
    const turned = new Uint32Array(codes.length)
    const lastCode = values.length - 1
    // Empty stays last in either direction.
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number
      turned[row] = code === lastCode ? code : lastCode - 1 - code
    }
    return turned
  })
  const sorted = sortByWords(order, words)
  const groups: { -readonly [K in keyof Group]: Group[K] }[] = []
  const cut = (level: number, start: number, end: number, path: string) => {
    const ready = levels[level]
    if (!ready) return
    const { codes, values } = ready
    const { column } = ready.level
    for (let from = start; from < end;) {
      const code = codes[sorted[from] as number] as number
      let to = from + 1
      while (to < end && codes[sorted[to] as number] === code) to++
      const value = values[code] ?? null
      const own = `${path}${path ? '\u0001' : ''}${column}\u0002${value === null ? '' : String(value)}`
      const group = { level, path: own, column, value, start: from, end: to, next: 0 }
      groups.push(group)
      cut(level + 1, from, to, own)
      group.next = groups.length
      from = to
    }
  }
  cut(0, 0, sorted.length, '')
  return { order: sorted, groups }
}

/** Reorders sibling groups by a figure (NaN last) and returns the grouping with its rows moved along. */
export function sortGroups(
  grouping: Grouping,
  figureOf: (group: Group) => number,
  descending: boolean,
): Grouping {
  const order = new Uint32Array(grouping.order.length)
  const groups: { -readonly [K in keyof Group]: Group[K] }[] = []
  const place = (from: number, to: number, at: number) => {
    const siblings: number[] = []
    for (let g = from; g < to; g = (grouping.groups[g] as Group).next) siblings.push(g)
    const figures = new Map(siblings.map(g => [g, figureOf(grouping.groups[g] as Group)]))
    siblings.sort(
      (a, b) => compareFigures(figures.get(a) as number, figures.get(b) as number, descending) || a - b,
    )
    for (const g of siblings) {
      const group = grouping.groups[g] as Group
      const size = group.end - group.start
      const moved = { ...group, start: at, end: at + size }
      groups.push(moved)
      if (group.next > g + 1) place(g + 1, group.next, at)
      else order.set(grouping.order.subarray(group.start, group.end), at)
      moved.next = groups.length
      at += size
    }
  }
  place(0, grouping.groups.length, 0)
  return { order, groups }
}

function compareFigures(a: number, b: number, descending: boolean): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  return descending ? b - a : a - b
}

/** The lines to show: a row as its number, a group as -(index + 1), the insides of collapsed groups left out. */
export function displayLines(
  order: Uint32Array,
  groups: readonly Group[] | null,
  isOpen: (group: Group) => boolean,
): Int32Array {
  if (!groups) return new Int32Array(order.buffer, order.byteOffset, order.length)
  const lines = new Int32Array(order.length + groups.length)
  let n = 0
  for (let g = 0; g < groups.length;) {
    const group = groups[g] as Group
    lines[n++] = -(g + 1)
    if (!isOpen(group)) {
      g = group.next
      continue
    }
    if (group.next === g + 1) for (let i = group.start; i < group.end; i++) lines[n++] = order[i] as number
    g++
  }
  return lines.subarray(0, n)
}

/** Rows in their own order, when nothing sorts or groups them. */
export function allRows(count: number): Uint32Array {
  return identityOrder(count)
}
