/** Fills in a pack the way a rep would, in another program: sorted, with styles and formats lost, under another name. */
import * as XLSX from 'xlsx'

/** The cells of one sheet, editable. */
export type Grid = (string | number | boolean | null)[][]

/** Opens a pack's bytes, lets `edit` change the cells of its sheets by name, and saves it without styles. */
export function refill(
  bytes: Uint8Array,
  edit: (sheet: (name: string) => Grid, drop: (name: string) => void) => void,
): Uint8Array {
  const book = XLSX.read(bytes, { type: 'array' })
  const grids = new Map<string, Grid>(
    book.SheetNames.map(name => [
      name,
      XLSX.utils.sheet_to_json(book.Sheets[name] as XLSX.WorkSheet, {
        header: 1,
        raw: true,
        defval: null,
        blankrows: true,
      }),
    ]),
  )
  edit(
    name => {
      const grid = grids.get(name)
      if (!grid) throw new Error(`no sheet ${name}`)
      return grid
    },
    name => grids.delete(name),
  )
  const out = XLSX.utils.book_new()
  for (const [name, grid] of grids) XLSX.utils.book_append_sheet(out, XLSX.utils.aoa_to_sheet(grid), name)
  return new Uint8Array(XLSX.write(out, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** The column whose header ends with `words`. */
export function columnOf(grid: Grid, words: string): number {
  const at = (grid[2] ?? []).findIndex(cell => typeof cell === 'string' && cell.endsWith(words))
  if (at < 0) throw new Error(`no column ${words}`)
  return at
}

/** Puts a value into the row with a key. */
export function put(grid: Grid, key: string, header: string, value: string | number | null): void {
  const row = grid.find(each => each[0] === key)
  if (!row) throw new Error(`no row ${key}`)
  row[columnOf(grid, header)] = value
}
