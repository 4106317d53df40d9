/** A sheet before its table is looked for, and the number formats gathered while its cells are walked. */
import { formatKind } from './cell-format'
import type { Cell, NumberFormats, Sheet } from './sheet'

/** A sheet without its table. */
export type RawSheet = Omit<Sheet, 'table'>

/** Rows without a cell share this one, so that a lone cell at the far end of a sheet costs little; it is frozen. */
export const emptyRow = Object.freeze([]) as unknown as Cell[]

/** Gathers the number formats worth keeping while cells are read row by row. */
export class FormatKeeper {
  private readonly palette: string[] = ['']
  private readonly numbers = new Map<string, number>()
  private readonly found: number[] = []
  private width = 0

  /** Keeps a format unless it says nothing, such as General. */
  keep(row: number, column: number, format: string): void {
    let number = this.numbers.get(format)
    if (number === undefined) {
      number = isPlain(format) || this.palette.length > 65_000 ? 0 : this.palette.push(format) - 1
      this.numbers.set(format, number)
    }
    if (number === 0) return
    this.found.push(row, column, number)
    this.width = Math.max(this.width, column + 1)
  }

  finish(rows: readonly Cell[][]): NumberFormats | null {
    const { palette, width, found } = this
    // A lone formatted cell at the far end of a sheet is not worth a grid of a billion.
    if (found.length === 0 || width * rows.length > 50_000_000) return null
    const index = new Uint16Array(width * rows.length)
    for (let i = 0; i < found.length; i += 3)
      index[(found[i] as number) * width + (found[i + 1] as number)] = found[i + 2] as number
    return { palette, width, index }
  }
}

const isPlain = (format: string): boolean =>
  format === '' || /^(general|@|0|#|#0)$/i.test(format) || formatKind(format) === 'date'
