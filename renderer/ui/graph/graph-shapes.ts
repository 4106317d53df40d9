/** What a picture of people and ties is made of: boxes, lines and the words on them. */

/** What a colour stands for; it always stands beside a word. */
export type GraphTone = 'neutral' | 'ok' | 'warn' | 'danger' | 'accent'

/** A chip in a box. */
export interface GraphChip {
  readonly text: string
  readonly tone: GraphTone
  /** Drawn with a broken border: only assumed. */
  readonly loose?: boolean
}

/** A box of the picture. */
export interface GraphNode {
  readonly id: string
  readonly title: string
  readonly subtitle: string
  /** A last line, such as when they were spoken to. */
  readonly note: string
  /** The figure at the right of the title, such as a rating. */
  readonly mark: GraphChip | null
  readonly chips: readonly GraphChip[]
  /** The edge of the box. */
  readonly tone: GraphTone
  /** Drawn with a broken border: somebody who is not known yet. */
  readonly open: boolean
  /** Drawn faint: somebody who has left, or what is old. */
  readonly faint: boolean
  /** Stands where a hand put it. */
  readonly pinned: boolean
  /** What is read out. */
  readonly label: string
}

/** A line of the picture. */
export interface GraphLink {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly text: string
  /** 1 to 3: how thick it is. */
  readonly weight: number
  readonly tone: GraphTone
  readonly loose: boolean
  readonly arrow: boolean
  /** What is read out. */
  readonly label: string
}

/** A place of a box: its upper left corner, in pixels. */
export interface GraphPoint {
  readonly x: number
  readonly y: number
}

/** Places of boxes by id. */
export type GraphPlaces = ReadonlyMap<string, GraphPoint>

/** The size of every box, in pixels. */
export const boxSize = { width: 200, height: 96 } as const

/** The free room between two boxes, in pixels. */
export const boxGap = { x: 28, y: 56 } as const
