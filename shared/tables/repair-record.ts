/** Reads a row whose quotes are broken in the way that fits the table best, at least cost. */
import type { Dialect } from './dialect'

const literalOpening = 3
const literalClosing = 2
const looseQuote = 1
const strayQuote = 0.2
const spaceAroundQuote = 0.5
const wrongCount = 4
const stateLimit = 400_000

interface Step {
  readonly cost: number
  readonly from: number
  readonly cell: string
}

/**
 * The cells of `line`, read so that as few quotes as possible are odd and as nearly `columns` cells come out as
 * can be. A line that could also be read by the rules (`readable`) is only read anew when it gives exactly
 * `columns` cells at little cost; otherwise null.
 */
export function repairRecord(
  line: string,
  dialect: Dialect,
  columns: number | null,
  readable: boolean,
): string[] | null {
  if (readable && columns === null) return null
  const reader = new LineReader(line, dialect)
  const most = columns === null ? 0 : columns + 16
  if (reader.starts * (most + 1) > stateLimit) return null
  return columns === null ? reader.cheapest() : reader.fitting(columns, most, readable)
}

class LineReader {
  private readonly delimiters: number[] = []

  constructor(
    private readonly line: string,
    private readonly dialect: Dialect,
  ) {
    const { delimiter } = dialect
    for (let at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, at + delimiter.length))
      this.delimiters.push(at)
  }

  get starts(): number {
    return this.delimiters.length + 1
  }

  cheapest(): string[] | null {
    return this.best(1, true)[0]?.cells ?? null
  }

  fitting(columns: number, most: number, readable: boolean): string[] | null {
    let chosen: string[] | null = null
    let least = Infinity
    for (const { cells, cost } of this.best(most, false)) {
      const off = Math.abs(cells.length - columns)
      if (readable && (off > 0 || cost > literalOpening)) continue
      if (cost + off * wrongCount < least) {
        least = cost + off * wrongCount
        chosen = cells
      }
    }
    return chosen
  }

  // Shortest paths over (where a cell begins, how many cells were read); the count is ignored when `anyCount`.
  private best(most: number, anyCount: boolean): { cells: string[]; cost: number }[] {
    const { line, dialect } = this
    const finish = line.length + dialect.delimiter.length
    const at = new Map<number, (Step | undefined)[]>([[0, [{ cost: 0, from: -1, cell: '' }]]])
    for (const start of [0, ...this.delimiters.map(d => d + dialect.delimiter.length)]) {
      const here = at.get(start)
      if (here === undefined) continue
      for (const option of this.cellsAt(start))
        here.forEach((step, count) => {
          if (step === undefined) return
          const next = anyCount ? 0 : count + 1
          if (next > most) return
          const there = at.get(option.next) ?? []
          at.set(option.next, there)
          const cost = step.cost + option.cost
          const known = there[next]
          if (known === undefined || cost < known.cost) there[next] = { cost, from: start, cell: option.cell }
        })
    }
    const results: { cells: string[]; cost: number }[] = []
    ;(at.get(finish) ?? []).forEach((step, count) => {
      if (step !== undefined) results.push({ cells: trace(at, finish, count, anyCount), cost: step.cost })
    })
    return results
  }

  /** The ways to read one cell at `start`: as it stands to the next delimiter, or quoted to each fitting quote. */
  private cellsAt(start: number): { next: number; cell: string; cost: number }[] {
    const { line, dialect } = this
    const { delimiter, quote } = dialect
    const stop = this.delimiterFrom(start)
    const plain = line.slice(start, stop)
    const options = [{ next: stop + delimiter.length, cell: plain, cost: plainCost(plain, quote) }]
    const open = skipSpaces(line, start)
    if (quote === '' || !line.startsWith(quote, open)) return options
    const from = open + quote.length
    for (let close = line.indexOf(quote, from); close >= 0; close = line.indexOf(quote, close + 1)) {
      const after = close + quote.length
      const end = skipSpaces(line, after)
      const ends = line.startsWith(delimiter, after) ? after : end
      if (ends < line.length && !line.startsWith(delimiter, ends)) continue
      const { cell, loose } = unwrap(line.slice(from, close), dialect)
      const spaces = (open > start ? spaceAroundQuote : 0) + (ends > after ? spaceAroundQuote : 0)
      options.push({ next: ends + delimiter.length, cell, cost: loose * looseQuote + spaces })
    }
    return options
  }

  private delimiterFrom(start: number): number {
    let low = 0
    let high = this.delimiters.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.delimiters[middle] as number) < start) low = middle + 1
      else high = middle
    }
    return this.delimiters[low] ?? this.line.length
  }
}

function trace(
  at: Map<number, (Step | undefined)[]>,
  finish: number,
  count: number,
  anyCount: boolean,
): string[] {
  const cells: string[] = []
  let position = finish
  let left = count
  while (position > 0) {
    const step = at.get(position)?.[left]
    if (step === undefined) break
    cells.push(step.cell)
    position = step.from
    if (!anyCount) left--
  }
  return cells.reverse()
}

function plainCost(cell: string, quote: string): number {
  if (quote === '' || !cell.includes(quote)) return 0
  if (cell.trimStart().startsWith(quote)) return literalOpening
  return cell.trimEnd().endsWith(quote) ? literalClosing : strayQuote
}

const skipSpaces = (line: string, from: number): number => {
  let at = from
  while (line.charCodeAt(at) === 32) at++
  return at
}

/** The content between two quotes, and how many quotes in it are neither doubled nor escaped. */
function unwrap(raw: string, { quote, escape }: Dialect): { cell: string; loose: number } {
  let cell = ''
  let loose = 0
  let from = 0
  for (let at = raw.indexOf(quote); at >= 0; at = raw.indexOf(quote, from)) {
    const escaped =
      escape !== quote && escape !== '' && raw.endsWith(escape, at) && at - escape.length >= from
    const doubled = raw.startsWith(quote, at + quote.length)
    cell += raw.slice(from, escaped ? at - escape.length : at) + quote
    if (!escaped && !doubled) loose++
    from = at + quote.length + (doubled && !escaped ? quote.length : 0)
  }
  return { cell: cell + raw.slice(from), loose }
}
