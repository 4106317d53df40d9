/** A tidy organisation chart: bosses over their people, those without people of their own in a compact block. */
import { boxGap, boxSize, type GraphPlaces, type GraphPoint } from './graph-shapes'

/** Somebody in the tree; `parent` is null at the top. */
interface TreeItem {
  readonly id: string
  readonly parent: string | null
}

interface Block {
  readonly width: number
  readonly height: number
  /** The middle of the box at the top, from the left of the block. */
  readonly middle: number
  readonly places: readonly (readonly [string, GraphPoint])[]
}

const near = 14
/** A team without teams of its own stands side by side up to so many, and in columns of so many above that. */
const small = { flat: 3, tall: 4 }
const large = { flat: 1, tall: 8 }

/** Places for a tree or several; somebody in a circle stands at the top, and nobody is left out. */
export function treeLayout(items: readonly TreeItem[]): GraphPlaces {
  const ids = new Set(items.map(each => each.id))
  const under = new Map<string, string[]>()
  for (const { id, parent } of items)
    if (parent !== null && ids.has(parent) && parent !== id)
      under.set(parent, [...(under.get(parent) ?? []), id])
  const placed = new Set<string>()
  const blocks: Block[] = []
  const alone: string[] = []
  const start = (id: string): void => {
    if (placed.has(id)) return
    if ((under.get(id) ?? []).length === 0) {
      placed.add(id)
      alone.push(id)
    } else blocks.push(branch(id, under, placed, items.length > 40 ? large : small))
  }
  for (const { id, parent } of items) if (parent === null || !ids.has(parent)) start(id)
  // Whoever is left stands in a circle of reporting lines.
  for (const { id } of items) start(id)
  if (alone.length > 0) blocks.push(packed(alone, Math.ceil(Math.sqrt(alone.length * 2))))
  return new Map(beside(blocks).places)
}

function branch(
  id: string,
  under: ReadonlyMap<string, readonly string[]>,
  placed: Set<string>,
  team: typeof small,
): Block {
  const { flat, tall } = team
  placed.add(id)
  const children = (under.get(id) ?? []).filter(each => !placed.has(each))
  for (const child of children) placed.add(child)
  const leaves = children.filter(each => (under.get(each) ?? []).length === 0)
  const deep = children.filter(each => (under.get(each) ?? []).length > 0)
  const parts = deep.map(each => branch(each, under, placed, team))
  if (leaves.length > 0)
    parts.push(packed(leaves, leaves.length <= flat ? leaves.length : Math.ceil(leaves.length / tall)))
  if (parts.length === 0) return { ...boxSize, middle: boxSize.width / 2, places: [[id, { x: 0, y: 0 }]] }
  const row = beside(parts)
  const middle = Math.max(boxSize.width / 2, row.middle)
  const shift = Math.max(0, boxSize.width / 2 - row.middle)
  const down = boxSize.height + boxGap.y
  return {
    width: Math.max(row.width + shift, middle + boxSize.width / 2),
    height: down + row.height,
    middle,
    places: [[id, { x: middle - boxSize.width / 2, y: 0 }], ...moved(row.places, shift, down)],
  }
}

/** Boxes in lines of so many. */
function packed(ids: readonly string[], perLine: number): Block {
  const wide = Math.max(1, Math.min(perLine, ids.length))
  const width = wide * boxSize.width + (wide - 1) * near
  const lines = Math.ceil(ids.length / wide)
  return {
    width,
    height: lines * boxSize.height + (lines - 1) * near,
    middle: width / 2,
    places: ids.map((id, at) => [
      id,
      { x: (at % wide) * (boxSize.width + near), y: Math.floor(at / wide) * (boxSize.height + near) },
    ]),
  }
}

/** Blocks side by side; the middle is that between the outermost tops. */
function beside(blocks: readonly Block[]): Block {
  let x = 0
  let height = 0
  const places: (readonly [string, GraphPoint])[] = []
  const tops: number[] = []
  for (const block of blocks) {
    places.push(...moved(block.places, x, 0))
    tops.push(x + block.middle)
    x += block.width + boxGap.x
    height = Math.max(height, block.height)
  }
  return {
    width: Math.max(0, x - boxGap.x),
    height,
    middle: ((tops[0] ?? 0) + (tops.at(-1) ?? 0)) / 2,
    places,
  }
}

const moved = (places: Block['places'], x: number, y: number): Block['places'] =>
  places.map(([id, at]) => [id, { x: at.x + x, y: at.y + y }])
