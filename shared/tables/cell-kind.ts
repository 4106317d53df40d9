/** What a text cell looks like, so that delimiters and headers can be judged by what the cells become. */

/** Looks of a cell; 'words' is ordinary text, 'odd' is text that a wrong delimiter tends to make. */
export type CellKind = 'empty' | 'number' | 'date' | 'code' | 'words' | 'odd'

const number =
  /^[-+(]?\s?(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}\s)?\s?[-+]?(?:\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+|\d+)?(?:[.,]\d+)?(?:[eE][-+]?\d+)?\s?(?:%|[KMB]|[$€£¥₹]|[A-Z]{3})?\)?$/
const date =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[- ](?:[A-Za-zÀ-ÿ]{3,9})[-, ]+\d{2,4}|[A-Za-z]{3,9} \d{1,2},? \d{4})(?:[T ,]+\d{1,2}:\d{2}.*)?$/
const time = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[AaPp]\.?[Mm]\.?)?$/
const address = /^(?:https?:\/\/|www\.|mailto:)\S+$|^[^\s@,;]+@[^\s@,;]+\.[A-Za-z]{2,}$/
const code = /^[A-Za-z0-9_]+(?:[-/._#][A-Za-z0-9_]+)*$/
const words = /^[\p{L}\p{N}"'(«¿¡#&@$*<[„“][^\t|;]*$/u

/** The kind of a cell's text. */
export function cellKind(text: string): CellKind {
  const cell = text.trim()
  if (cell === '') return 'empty'
  if (cell.length <= 40) {
    if (/\d/.test(cell) && number.test(cell)) return 'number'
    if (date.test(cell) || time.test(cell)) return 'date'
    if (code.test(cell)) return 'code'
  }
  if (cell.length <= 320 && address.test(cell)) return 'code'
  return words.test(cell) ? 'words' : 'odd'
}
