/** Tells totals and closing remarks from records by what they say and how little they fill. */
import { fillsAtMost, filledColumns, isEmpty, isTyped, nameText } from './row-profile'
import type { Cell } from './sheet'

// Words for totals in the languages of the exports we know, at the beginning or the end of a cell.
const totalFirst =
  /^(grand[ -]?|sub[ -]?|report |overall |running |sous-|gesamt|zwischen|end)?(totals?|totaux|totale|totaal|summen?|suma|sum|gesamt|insgesamt|итого|合計|总计|小计)(?![\p{L}\d])/iu
const totalLast = /(^|\s)(grand total|sub-?total|total|gesamt|ergebnis|summe|count|average)\s*:?$/i
const grand = /grand|report total|gesamtsumme|gesamtergebnis|итого|总计/i
const footer =
  /^(©|\(c\)\s|copyright|confidential|proprietary|vertraulich|generated (by|on|at)|created (by|on) .*\d|exported (by|on|from)|printed (by|on)|report (generated|run|created)|run (by|on|date)|as of (date )?\d|page \d+|source:|sources:|quelle:|notes?:|\*+\s?\S|filters?( applied)?:|applied filters|data (as of|from)|last (refreshed|updated)|end of (report|file|data)|\d+ (records?|rows?|items?) ?(total|found|exported|selected|returned)?\.?$|(total )?(number of )?(records?|rows?)\s?(count)?:?\s?\d+$|\(\d+ rows? affected\)|-+$|=+$)/i

/** What a row that is no record is, or null when it may be one. `usual` is how many cells records usually fill. */
export function totalRole(row: readonly Cell[], usual: number): 'subtotal' | 'total' | null {
  if (!mayTotal(row)) return null
  const filled = filledColumns(row)
  const column = filled.find(c => typeof row[c] === 'string' && !isTyped(row[c]))
  if (column === undefined) return null
  const text = nameText(row[column])
  if (!totalFirst.test(text) && !totalLast.test(text)) return null
  if (text.length > 60) return null
  const others = filled.filter(c => c !== column)
  const onlyNumbers = others.every(c => isTyped(row[c]))
  if (others.length > 0 ? !onlyNumbers : usual < 2) return null
  if (filled.length > Math.max(2, usual * 0.75) && column > 0) return null
  return grand.test(text) ? 'total' : 'subtotal'
}

// Nearly every row is a record: look at its first two filled cells only, and only for parts of the words.
const partOfTotal = /tot|su[bm]|gesamt|zwischen|ergebnis|count|average|итого|合|总|小/i

function mayTotal(row: readonly Cell[]): boolean {
  let seen = 0
  for (let c = 0; c < row.length && seen < 2; c++) {
    const cell = row[c]
    if (isEmpty(cell)) continue
    if (typeof cell === 'string' && partOfTotal.test(cell)) return true
    seen++
  }
  return false
}

/** Whether a row reads like a closing remark: few cells, and words that close a report. */
export function isRemark(row: readonly Cell[], usual: number): boolean {
  if (!fillsAtMost(row, Math.max(1, usual * 0.4))) return false
  const filled = filledColumns(row)
  if (filled.length === 0) return false
  return footer.test(nameText(row[filled[0] as number]))
}
