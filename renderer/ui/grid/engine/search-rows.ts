/** Quick search over many columns at once: a row passes when every word typed is found in one of its cells. */
import { isText, type ColumnData } from './column-data'
import { fold, foldedWords } from './fold'
import { minorDigits } from './money'
import { isoDay } from './rows-source'

/** The rows that hold every word of `text` in some column of `columns`. */
export function searchRows(text: string, columns: readonly ColumnData[], rowCount: number): Uint8Array {
  const mask = new Uint8Array(rowCount).fill(1)
  for (const word of fold(text).split(/\s+/).filter(Boolean)) {
    const found = new Uint8Array(rowCount)
    for (const column of columns) findWord(word, column, found, rowCount)
    for (let row = 0; row < rowCount; row++) mask[row] = (mask[row] as number) & (found[row] as number)
  }
  return mask
}

/** The cells that hold every word of `text`, by column; where no cell holds them all, the cells that hold any of them. */
export function findCells(
  text: string,
  columns: ReadonlyMap<string, ColumnData>,
  rowCount: number,
): ReadonlyMap<string, Uint8Array> {
  const words = fold(text).split(/\s+/).filter(Boolean)
  const all = new Map<string, Uint8Array>()
  const any = new Map<string, Uint8Array>()
  for (const [key, column] of columns) {
    const masks = words.map(word => {
      const found = new Uint8Array(rowCount)
      findWord(word, column, found, rowCount)
      return found
    })
    const whole = new Uint8Array(rowCount)
    const some = new Uint8Array(rowCount)
    for (let row = 0; row < rowCount; row++) {
      let hits = 0
      for (const mask of masks) hits += mask[row] as number
      if (hits > 0) some[row] = 1
      if (hits > 0 && hits === masks.length) whole[row] = 1
    }
    if (some.includes(1)) any.set(key, some)
    if (whole.includes(1)) all.set(key, whole)
  }
  return all.size > 0 ? all : any
}

/** Marks in `found` the rows whose cell holds the folded `word`; numbers and dates as they are plainly written. */
function findWord(word: string, column: ColumnData, found: Uint8Array, rowCount: number): void {
  if (isText(column)) {
    const words = foldedWords(column.strings)
    const hit = new Uint8Array(words.length)
    let any = false
    for (let code = 0; code < words.length; code++) {
      if ((words[code] as string).includes(word)) {
        hit[code] = 1
        any = true
      }
    }
    if (!any) return
    for (let row = 0; row < rowCount; row++) {
      const code = column.codes[row] as number
      if (code >= 0 && hit[code]) found[row] = 1
    }
    return
  }
  if (column.kind === 'flags') {
    let wanted = 0
    column.flags.forEach((flag, bit) => {
      if (fold(flag.label).includes(word)) wanted |= 1 << bit
    })
    if (wanted)
      for (let row = 0; row < rowCount; row++) if ((column.values[row] as number) & wanted) found[row] = 1
    return
  }
  if (column.kind === 'boolean' || !/[0-9]/.test(word)) return
  const plain = word.replace(/[,\u00a0']/g, '')
  const cache = new Map<number, boolean>()
  const scale =
    column.kind === 'money' && typeof column.currency === 'string' ? 10 ** minorDigits(column.currency) : 1
  for (let row = 0; row < rowCount; row++) {
    const value = column.values[row] as number
    if (value !== value || found[row]) continue
    let hit = cache.get(value)
    if (hit === undefined) {
      const shown =
        column.kind === 'date'
          ? isoDay(value)
          : String(column.kind === 'percent' ? value * 100 : value / scale)
      hit = shown.includes(plain)
      cache.set(value, hit)
    }
    if (hit) found[row] = 1
  }
}
