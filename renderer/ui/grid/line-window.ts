/** Which lines and columns of a large table are on the screen: plain arithmetic, since lines have one height. */

/** A run of items: from `first` up to, not including, `end`. */
export interface Run {
  readonly first: number
  readonly end: number
}

/** The lines of `height` pixels seen between `top` and `top + room`, with `spare` more on either side. */
export function linesSeen(top: number, room: number, height: number, count: number, spare: number): Run {
  const first = Math.max(0, Math.min(count, Math.floor(top / height)) - spare)
  const end = Math.min(count, Math.ceil((top + room) / height) + spare)
  return { first, end: Math.max(first, end) }
}

/** Offsets of columns laid side by side: `offsets[i]` is where column `i` starts, the last entry their sum. */
export function offsetsOf(widths: readonly number[]): Float64Array {
  const offsets = new Float64Array(widths.length + 1)
  for (let i = 0; i < widths.length; i++) offsets[i + 1] = (offsets[i] as number) + (widths[i] as number)
  return offsets
}

/** The columns that touch the pixels from `left` to `left + room`, with one more on either side. */
export function columnsSeen(left: number, room: number, offsets: Float64Array): Run {
  const count = offsets.length - 1
  let first = 0
  while (first < count - 1 && (offsets[first + 1] as number) <= left) first++
  let end = first
  while (end < count && (offsets[end] as number) < left + room) end++
  return { first: Math.max(0, first - 1), end: Math.min(count, end + 1) }
}

/** The scroll position nearest to `now` at which the pixels from `start` to `end` are in view. */
export function scrollInto(now: number, room: number, start: number, end: number): number {
  if (start < now) return start
  if (end > now + room) return Math.max(0, end - room)
  return now
}
