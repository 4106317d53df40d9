/** The sentences for what can go wrong while a file is read: what, where, and what to do. */
import type { Damage, FileKind, Note, Problem } from './problem'

const kindNames: Partial<Record<FileKind, string>> = {
  pdf: 'a PDF document',
  image: 'a picture',
  rtf: 'a text document (RTF)',
  archive: 'a packed archive',
  json: 'a JSON file',
  program: 'a program',
  database: 'a database',
  media: 'a sound or video file',
}

const damages: Record<Damage, string> = {
  cut: 'it ends too early, as if a download was interrupted',
  checksum: 'its content does not match its checksum',
  compression: 'its content cannot be unpacked',
  length: 'its content is longer or shorter than it should be',
  directory: 'its table of contents is broken',
  duplicate: 'it holds the same part twice',
  empty: 'its content is missing',
  reference: 'it has cell addresses that do not exist',
}

const again = 'Open it in Excel or LibreOffice, save it anew and try again, or export it once more.'

/** The sentence for a problem; `fileName` is how the user knows the file. */
export function problemText(problem: Problem, fileName: string): string {
  const file = `“${fileName}”`
  switch (problem.code) {
    case 'too-many-bytes':
      return `${file} has ${size(problem.bytes)}; files up to ${size(problem.limit)} can be read. Export fewer rows or columns.`
    case 'too-many-cells':
      return `${problem.sheet === null ? file : `Sheet “${problem.sheet}” of ${file}`} has more than ${count(problem.limit)} cells. Export fewer rows or columns.`
    case 'too-many-columns':
      return `Row ${problem.row + 1} of ${file} has more than ${count(problem.limit)} cells. Check that its lines end where they should, or choose another delimiter.`
    case 'inflates-too-far':
      return `${file} unpacks to more than ${size(problem.limit)} (part “${problem.part}”). Remove what is not needed from the workbook, or export fewer rows.`
    case 'binary-part-too-large':
      return `${file} holds a binary sheet of ${size(problem.bytes)} (part “${problem.part}”); up to ${size(problem.limit)} can be read. Save the workbook as XLSX or CSV and import that.`
    case 'bomb':
      return `${file} was not opened: its part “${problem.part}” is built to unpack to far more than it claims. Ask where the file came from before trying another copy.`
    case 'too-many-parts':
      return `${file} has ${count(problem.parts)} parts; workbooks have at most ${count(problem.limit)}. ${again}`
    case 'not-a-table':
      return `${file} is ${kindNames[problem.kind] ?? 'not a table'}, whatever its name says. Export the data as CSV or Excel and import that.`
    case 'not-a-workbook':
      return `${file} is a packed file but no workbook. If it is an archive, unpack it and import the files in it.`
    case 'encrypted':
      return `${file} is protected with a password. Open it in Excel, remove the password under File, Info, Protect Workbook, save it and import it again.`
    case 'damaged':
      return `${file} is damaged${problem.part === null ? '' : ` in its part “${problem.part}”`}: ${damages[problem.what]}. ${again}`
    case 'damaged-sheet':
      return `Sheet “${problem.sheet}” of ${file} is damaged: ${damages[problem.what]}. ${again}`
    case 'unreadable':
      return `${file} could not be read as a workbook (${problem.said}). ${again}`
    case 'unknown-encoding':
      return `The encoding “${problem.encoding}” is not known. Choose another for ${file}.`
    case 'wrong-encoding':
      return `${file} cannot be read as ${problem.encoding}. Choose another encoding.`
    case 'bad-dialect':
      return `${dialectWords[problem.what]} Choose another for ${file}.`
    case 'cancelled':
      return `Reading ${file} was cancelled.`
  }
}

const dialectWords = {
  delimiter: 'The delimiter must be one or more characters and no line break.',
  quote: 'The quote must be one character, or nothing, and not the delimiter.',
  escape: 'The escape must be one character or nothing.',
  rowDelimiter: 'The line end must be at least one character.',
} as const

/** The sentence for a note; rows are told as a spreadsheet counts them, from 1. */
export function noteText(note: Note): string {
  switch (note.code) {
    case 'nothing-in-file':
      return 'The file is empty.'
    case 'encoding':
      return `Read as ${note.encoding}${note.sure ? '' : ', which is a guess'}.`
    case 'undecodable':
      return `${count(note.count)} characters could not be read and show as �. Choose another encoding if names look wrong.`
    case 'dialect':
      return `Cells are separated by ${delimiterName(note.delimiter)}${note.sure ? '' : ', which is a guess'}.`
    case 'repaired-row':
      return `${count(note.count)} ${note.count === 1 ? 'row has' : 'rows have'} broken quotes and ${note.count === 1 ? 'was' : 'were'} read as best they could be; the first is row ${note.row + 1}. Check it in the preview.`
    case 'other-delimiter':
      return `${count(note.count)} ${note.count === 1 ? 'row is' : 'rows are'} separated in another way than the rest and ${note.count === 1 ? 'was' : 'were'} split to fit; the first is row ${note.row + 1}. Check it in the preview.`
    case 'uneven-rows':
      return `${count(note.count)} rows do not have ${note.expected} cells; the first is row ${note.row + 1}.`
    case 'unclosed-quote':
      return `A quote in row ${note.row + 1} is never closed; the row was read to the end of its line.`
    case 'error-cells':
      return `Sheet “${note.sheet}” has ${count(note.count)} cells with an error such as #N/A; the first is ${cellName(note.row, note.column)}.`
    case 'formulas-without-values':
      return `Sheet “${note.sheet}” has ${count(note.count)} formulas without a saved result. Open the file in Excel, save it and import it again.`
    case 'bad-addresses':
      return `Sheet “${note.sheet}” has ${count(note.count)} cells at addresses that no sheet has; they were left out.`
    case 'missing-texts':
      return `Sheet “${note.sheet}” has ${count(note.count)} cells whose text is missing from the file; they were read as empty.`
    case 'claimed-larger':
      return `Sheet “${note.sheet}” claims to reach ${note.claimed}; only the cells that have something were read.`
    case 'rows-beyond-limit':
      return `Sheet “${note.sheet}” has ${count(note.rows)} rows; the first ${count(note.limit)} were read.`
    case 'hidden-sheet':
      return `Sheet “${note.sheet}” is hidden.`
    case 'hidden-rows':
      return `Sheet “${note.sheet}” has ${count(note.count)} hidden rows, which were read too.`
    case 'hidden-columns':
      return `Sheet “${note.sheet}” has ${count(note.count)} hidden columns, which were read too.`
    case 'not-cells':
      return `“${note.sheet}” is a chart or macro sheet without cells and was left out.`
  }
}

const count = (n: number): string => n.toLocaleString('en-US')

const size = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${count(Math.round(bytes / 2 ** 20))} MB`

function delimiterName(delimiter: string): string {
  const names: Record<string, string> = {
    ',': 'commas',
    ';': 'semicolons',
    '\t': 'tabs',
    '|': 'bars',
    ':': 'colons',
    ' ': 'spaces',
  }
  return names[delimiter] ?? `“${delimiter}”`
}

function cellName(row: number, column: number): string {
  let name = ''
  for (let c = column + 1; c > 0; c = Math.floor((c - 1) / 26))
    name = String.fromCharCode(65 + ((c - 1) % 26)) + name
  return `${name}${row + 1}`
}
