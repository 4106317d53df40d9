/** The part of a selection that one line needs, as a short text that lines compare cheaply. */
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
