/** CSV that Excel opens well and that cannot run: UTF-8 with a mark, every field that could be a formula made plain text. */

/** A value of a field. */
type Field = string | number | boolean | null

/**
 * What a spreadsheet program may take for the beginning of a formula, after spaces and line breaks too; full-width signs
 * count, since some programs read them as the narrow ones.
 */
const formula = /^[\s\u200b\ufeff]*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** True where a text would be given an apostrophe. Texts such as the telephone number "+1 617 555 0100" are, too. */
export const looksLikeFormula = (text: string): boolean => formula.test(text)

/** Takes back the apostrophe of `csvText`; only for files that this program wrote (see `isOwnCsv`). */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text

/** True for the name of a CSV file that this program wrote. */
export const isOwnCsv = (fileName: string): boolean => /^QD_.*\.csv$/i.test(fileName.replace(/^.*[/\\]/, ''))

function field(value: Field): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const safe = looksLikeFormula(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV: comma, CRLF, UTF-8 with its mark; numbers stay numbers, texts that could be formulas get an apostrophe. */
export function csvText(rows: Iterable<readonly Field[]>): string {
  let text = '\ufeff'
  for (const row of rows) text += `${row.map(field).join(',')}\r\n`
  return text
}
