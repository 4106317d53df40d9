/** Files given under a name that an import already has: the same file again, or another one of that name. */
import type { Cell, Sheet } from '#shared/tables/sheet'

/** A file whose name was taken. */
export interface GivenTwice {
  /** What it is called in the import: its own name, or the next free one. */
  readonly file: string
  /** True where it holds what the first held, and was therefore not taken again. */
  readonly isSame: boolean
  /** The file that had the name. */
  readonly first: string
}

/** What to call a file that holds `sheets`; `known` gives the sheets of a file of the import, none where it has no such file. */
export function nameOfGiven(
  name: string,
  sheets: readonly Sheet[],
  known: (file: string) => readonly Sheet[],
): { readonly name: string; readonly given: GivenTwice | null } {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let copy = 1; ; copy++) {
    const called = copy === 1 ? name : `${stem} (${copy})${ending}`
    const there = known(called)
    if (there.length === 0)
      return { name: called, given: copy === 1 ? null : { file: called, isSame: false, first: name } }
    if (areSame(there, sheets)) return { name: called, given: { file: called, isSame: true, first: called } }
  }
}

/** What to say of a file whose name was taken. */
export const givenText = ({ file, isSame, first }: GivenTwice): string =>
  isSame
    ? `“${file}” was given again and holds the same. It is imported once.`
    : `Another file of the name “${first}” holds something else. Both are here, this one as “${file}”; remove the one that is not meant.`

const areSame = (one: readonly Sheet[], two: readonly Sheet[]): boolean =>
  one.length === two.length &&
  one.every((sheet, at) => {
    const other = two[at]
    return (
      other !== undefined &&
      sheet.name === other.name &&
      sheet.rows.length === other.rows.length &&
      sheet.rows.every((row, r) => areEqual(row, other.rows[r] ?? []))
    )
  })

const areEqual = (one: readonly Cell[], two: readonly Cell[]): boolean =>
  one.length === two.length && one.every((cell, at) => plain(cell) === plain(two[at] ?? null))

const plain = (cell: Cell): unknown =>
  typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell
