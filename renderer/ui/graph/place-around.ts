/** Boxes that a hand has put somewhere stay there; the others make room. */
import { boxSize, type GraphPlaces, type GraphPoint } from './graph-shapes'

const margin = 12

const overlap = (a: GraphPoint, b: GraphPoint): boolean =>
  Math.abs(a.x - b.x) < boxSize.width + margin && Math.abs(a.y - b.y) < boxSize.height + margin

/** Steps away from a place, the nearest first. */
const steps: readonly GraphPoint[] = Array.from({ length: 25 * 25 }, (_, at) => ({
  x: ((at % 25) - 12) * (boxSize.width + margin + 8),
  y: (Math.floor(at / 25) - 12) * (boxSize.height + margin + 8),
})).sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))

/** The automatic places with the pinned ones put over them; whoever lay under a pinned box moves to the nearest free place. */
export function placeAround(places: GraphPlaces, pinned: GraphPlaces): GraphPlaces {
  if (pinned.size === 0) return places
  const result = new Map<string, GraphPoint>(pinned)
  const taken: GraphPoint[] = [...pinned.values()]
  const waiting: [string, GraphPoint][] = []
  for (const [id, at] of places) {
    if (pinned.has(id)) continue
    if (taken.some(other => overlap(at, other))) waiting.push([id, at])
    else {
      result.set(id, at)
      taken.push(at)
    }
  }
  for (const [id, at] of waiting) {
    const step = steps.find(
      one => !taken.some(other => overlap({ x: at.x + one.x, y: at.y + one.y }, other)),
    ) ?? { x: 0, y: 0 }
    const free = { x: at.x + step.x, y: at.y + step.y }
    result.set(id, free)
    taken.push(free)
  }
  return result
}
