/** Refuses whatever the workbook library would write without a word and a spreadsheet program would stumble over. */
import { areaName, cellName, type Area, type Book, type BookCell, type BookSheet } from './book'

/** What is wrong with a workbook's description: a mistake of ours, told with its place. */
interface Flaw {
  readonly sheet: string
  readonly at: string | null
  readonly what: string
}

/** The longest text of one cell. */
const longestText = 32_767

const allowedLink = /^(https?:\/\/|mailto:|#)/i

/** All flaws of a workbook; an empty list is what may be written. */
export function lintBook(book: Book): readonly Flaw[] {
  const flaws: Flaw[] = []
  const seen = new Set<string>()
  if (!book.sheets.some(each => (each.hidden ?? 'no') === 'no'))
    flaws.push({ sheet: '', at: null, what: 'no sheet is visible' })
  for (const sheet of book.sheets) {
    const what = sheetNameFlaw(sheet.name)
    if (what) flaws.push({ sheet: sheet.name, at: null, what })
    if (seen.has(sheet.name.toLowerCase()))
      flaws.push({ sheet: sheet.name, at: null, what: 'the name is taken' })
    seen.add(sheet.name.toLowerCase())
    flaws.push(...cellFlaws(sheet), ...areaFlaws(sheet, book))
  }
  return flaws
}

/** What is wrong with a sheet's name; null for a good one. */
export function sheetNameFlaw(name: string): string | null {
  if (name.trim() === '' || name.length > 31) return 'a sheet’s name has 1 to 31 characters'
  if (/[[\]:*?/\\\p{Cc}]/u.test(name)) return 'a sheet’s name has none of [ ] : * ? / \\'
  if (name.startsWith("'") || name.endsWith("'"))
    return 'a sheet’s name neither begins nor ends with an apostrophe'
  return name.toLowerCase() === 'history' ? 'the name History is reserved' : null
}

/** A name for a sheet made from any text, free of what is not allowed. */
export function safeSheetName(text: string): string {
  const name = text
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '')
    .slice(0, 31)
    .trim()
  return name === '' || name.toLowerCase() === 'history' ? 'Sheet 1' : name
}

function cellFlaws(sheet: BookSheet): Flaw[] {
  const flaws: Flaw[] = []
  sheet.rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      const what = cell ? cellFlaw(cell) : null
      if (what) flaws.push({ sheet: sheet.name, at: cellName(r, c), what })
    }),
  )
  return flaws
}

function cellFlaw({ value, formula, link, note }: BookCell): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number is not finite'
  if (typeof value === 'string' && value.length > longestText) return 'a text is too long for a cell'
  if (note !== undefined && note.length > longestText) return 'a note is too long'
  if (typeof value === 'string' && unwritable.test(value))
    return 'a text has a character that XML does not allow'
  if (formula !== undefined && formula.startsWith('=')) return 'a formula begins with an equals sign'
  if (formula !== undefined && formula.length > 8_192) return 'a formula is too long'
  if (link !== undefined && !allowedLink.test(link)) return 'a link leads somewhere it may not'
  return null
}

// What an XML document cannot hold: control characters, two non-characters and halves of surrogate pairs.
const unwritable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/u

/** A text that a cell can hold: without what XML forbids, cut with an ellipsis where it is too long. */
export function cellText(text: string): string {
  const clean = unwritable.test(text) ? text.replace(new RegExp(unwritable, 'gu'), '') : text
  return clean.length > longestText ? `${clean.slice(0, longestText - 1)}…` : clean
}

function areaFlaws(sheet: BookSheet, book: Book): Flaw[] {
  const flaws: Flaw[] = []
  const check = (area: Area): void => {
    const turned = area.top > area.bottom || area.left > area.right || area.top < 0 || area.left < 0
    if (turned || area.bottom >= 1_048_576 || area.right >= 16_384)
      flaws.push({ sheet: sheet.name, at: null, what: `${areaName(area)} is no area` })
  }
  for (const area of sheet.merges ?? []) check(area)
  for (const { area, allow, hint } of sheet.rules ?? []) {
    check(area)
    if (hint.length > 255)
      flaws.push({ sheet: sheet.name, at: areaName(area), what: 'a hint has at most 255 characters' })
    if (allow.kind === 'list' && !book.sheets.some(each => each.name === allow.sheet))
      flaws.push({
        sheet: sheet.name,
        at: areaName(area),
        what: `its list is on ${allow.sheet}, which is not there`,
      })
  }
  for (const { area, formula } of sheet.conditions ?? []) {
    check(area)
    if (formula.startsWith('='))
      flaws.push({ sheet: sheet.name, at: areaName(area), what: 'a formula begins with an equals sign' })
  }
  return flaws
}
