/** What reading a file noticed that its sheets do not show themselves, as sentences. */
import type { Note } from '#shared/tables/problem'
import { noteText } from '#shared/tables/problem-text'
import type { ReadFile } from '#shared/tables/read-file'

/** A sentence about a file of the import. */
export interface FileNote {
  readonly file: string
  readonly text: string
}

/** What is shown with the sheets, or is as it should be. */
const isPlain = (note: Note): boolean =>
  ((note.code === 'encoding' || note.code === 'dialect') && note.sure) ||
  note.code === 'hidden-sheet' ||
  note.code === 'hidden-rows' ||
  note.code === 'hidden-columns' ||
  note.code === 'claimed-larger' ||
  note.code === 'not-cells'

/** The sentences about a file. */
export function notesOf(file: string, { sheets, notes }: Pick<ReadFile, 'sheets' | 'notes'>): FileNote[] {
  const records = sheets.some(({ table }) => table.lastRow >= table.firstRow)
  if (records || notes.some(each => each.code === 'nothing-in-file'))
    return notes.filter(each => !isPlain(each)).map(each => ({ file, text: noteText(each) }))
  const isNamed = sheets.some(({ table }) => table.headerRow !== null)
  const text = isNamed
    ? 'The file has no rows below its column names. Export it again, with its records.'
    : 'The file holds nothing but blank rows.'
  return [{ file, text }]
}
