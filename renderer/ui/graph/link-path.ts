/** The course of a line between two boxes, the same on the screen and in a saved picture. */
import { boxSize, type GraphPoint } from './graph-shapes'

/** A line as an SVG path, with the middle of it for its words. */
export interface LinkPath {
  readonly d: string
  /** The head of its arrow, as another path. */
  readonly head: string
  readonly middle: GraphPoint
}

/** Where an organisation chart draws a line: down from the boss, across, and down to the person. */
export function elbowPath(boss: GraphPoint, person: GraphPoint): LinkPath {
  const from = { x: boss.x + boxSize.width / 2, y: boss.y + boxSize.height }
  const to = { x: person.x + boxSize.width / 2, y: person.y }
  const bend = from.y + 22
  return {
    d: `M${from.x} ${from.y} V${bend} H${to.x} V${to.y}`,
    head: headAt(to, { x: 0, y: 1 }),
    middle: { x: to.x, y: (bend + to.y) / 2 },
  }
}

/** A straight line from edge to edge of two boxes, a little to the right of its way so that there and back do not meet. */
export function straightPath(a: GraphPoint, b: GraphPoint): LinkPath {
  const from = { x: a.x + boxSize.width / 2, y: a.y + boxSize.height / 2 }
  const to = { x: b.x + boxSize.width / 2, y: b.y + boxSize.height / 2 }
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const side = { x: (-(to.y - from.y) / length) * 7, y: ((to.x - from.x) / length) * 7 }
  const start = edgePoint(from, to)
  const end = edgePoint(to, from)
  const s = { x: round(start.x + side.x), y: round(start.y + side.y) }
  const e = { x: round(end.x + side.x), y: round(end.y + side.y) }
  return {
    d: `M${s.x} ${s.y} L${e.x} ${e.y}`,
    head: headAt(e, { x: (to.x - from.x) / length, y: (to.y - from.y) / length }),
    middle: { x: (s.x + e.x) / 2, y: (s.y + e.y) / 2 },
  }
}

/** A triangle that points along a way. */
function headAt(tip: GraphPoint, way: GraphPoint): string {
  const back = { x: tip.x - way.x * 9, y: tip.y - way.y * 9 }
  const side = { x: -way.y * 4.5, y: way.x * 4.5 }
  const [a, b] = [
    `${round(back.x + side.x)} ${round(back.y + side.y)}`,
    `${round(back.x - side.x)} ${round(back.y - side.y)}`,
  ]
  return `M${round(tip.x)} ${round(tip.y)} L${a} L${b} Z`
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Where the way from the middle of a box leaves it. */
function edgePoint(from: GraphPoint, to: GraphPoint): GraphPoint {
  const dx = to.x - from.x
  const dy = to.y - from.y
  if (dx === 0 && dy === 0) return from
  const scale = Math.min(
    dx === 0 ? Infinity : boxSize.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : boxSize.height / 2 / Math.abs(dy),
  )
  return { x: from.x + dx * scale, y: from.y + dy * scale }
}
