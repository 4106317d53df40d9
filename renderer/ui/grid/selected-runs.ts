/** The part of a selection that one line needs, as a short text that lines compare cheaply, and back. */
import type { Bounds } from './selection'

/** "2-5,7-7" for the columns of `line` that lie in any of `bounds`; empty text for none. */
export function selectedRuns(bounds: readonly Bounds[], line: number): string {
  let text = ''
  for (const one of bounds) {
    if (line < one.top || line > one.bottom) continue
    text += `${text === '' ? '' : ','}${one.left}-${one.right}`
  }
  return text
}

/** Runs of column numbers, bounds included. */
type Runs = readonly (readonly [number, number])[]

const noRuns: Runs = []

/** Whether a column number lies in any of the runs. */
export function inRuns(runs: Runs, index: number): boolean {
  return runs.some(([from, to]) => index >= from && index <= to)
}

/** The runs in a text such as "2-5,7-7". */
export function runsOf(text: string): Runs {
  if (text === '') return noRuns
  return text.split(',').map(run => {
    const [from, to] = run.split('-')
    return [Number(from), Number(to)]
  })
}

/** The columns that any of `bounds` touches, on whatever line. */
export const selectedColumns = (bounds: readonly Bounds[]): string =>
  bounds.map(one => `${one.left}-${one.right}`).join(',')
