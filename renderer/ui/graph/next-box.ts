/** The box that an arrow key leads to. */
import type { GraphPlaces } from './graph-shapes'

/** A way of an arrow key. */
export type Direction = 'left' | 'right' | 'up' | 'down'

/** The nearest box in a direction, sideways distance counting double; null where there is none. */
export function nextInDirection(from: string, way: Direction, places: GraphPlaces): string | null {
  const here = places.get(from)
  if (!here) return null
  const across = way === 'left' || way === 'right'
  const sign = way === 'left' || way === 'up' ? -1 : 1
  let best: string | null = null
  let least = Infinity
  for (const [id, at] of places) {
    const ahead = sign * (across ? at.x - here.x : at.y - here.y)
    const aside = Math.abs(across ? at.y - here.y : at.x - here.x)
    if (id === from || ahead <= 0) continue
    const distance = ahead + 2 * aside
    if (distance < least) [best, least] = [id, distance]
  }
  return best
}
