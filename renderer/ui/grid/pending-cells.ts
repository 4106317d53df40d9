/** Edits that are taken and not yet saved, and those that came back; an app may keep them longer than a grid is on the screen. */
import { textCell, type ColumnData } from './engine/column-data'
import type { CellEdit, EditCause, EditOutcome, TakenEdits } from './edit-answer'

/** One cell as it will be once it is saved. */
export interface PendingCell {
  /** As typed. */
  readonly text: string
  /** A column of one row. */
  readonly data: ColumnData
  /** Which edit it belongs to; a later one of the same cell has a higher number. */
  readonly turn: number
}

/** The pending cells of one row by column; the same object while they are the same cells. */
export type PendingRow = ReadonlyMap<string, PendingCell>

/** Edits that were taken and then refused, with the sentence that says why. */
export interface RefusedEdits {
  readonly edits: readonly CellEdit[]
  readonly cause: EditCause
  readonly reason: string
}

/** What waits, and what came back, oldest first. */
export interface Pending {
  readonly rows: ReadonlyMap<string, PendingRow>
  readonly refused: readonly RefusedEdits[]
}

const nothing: Pending = { rows: new Map(), refused: [] }

const sameCell = (a: CellEdit, b: CellEdit): boolean => a.rowId === b.rowId && a.column === b.column

/** Holds taken edits until they are saved or refused. */
export class PendingCells {
  private current = nothing
  private turns = 0
  private readonly listeners = new Set<() => void>()

  /** What waits and what came back; a new object with every change. */
  get state(): Pending {
    return this.current
  }

  /** Whether a grid shows them now. */
  get isSeen(): boolean {
    return this.listeners.size > 0
  }

  /** Hears of every change; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Shows those of `edits` that were judged good as they will be, until they are saved or come back. */
  hold(edits: readonly CellEdit[], cause: EditCause, { judged, saved }: TakenEdits): void {
    if (!saved) return
    const turn = ++this.turns
    const good = edits.filter((_, i) => judged[i]?.ok === true)
    const rows = new Map(this.current.rows)
    edits.forEach(({ rowId, column, text }, i) => {
      const outcome = judged[i]
      if (!outcome?.ok) return
      const cell = { text, data: outcome.cell ?? textCell(text), turn }
      rows.set(rowId, new Map(rows.get(rowId)).set(column, cell))
    })
    // What is typed anew into a cell stands in for what came back from it.
    const refused = this.current.refused.filter(
      one => !one.edits.every(old => good.some(edit => sameCell(old, edit))),
    )
    this.tell({ rows, refused })
    void saved.then(outcomes => this.settle(edits, cause, turn, outcomes))
  }

  /** Forgets edits that came back. */
  letGo(one: RefusedEdits): void {
    this.tell({ ...this.current, refused: this.current.refused.filter(each => each !== one) })
  }

  private settle(
    edits: readonly CellEdit[],
    cause: EditCause,
    turn: number,
    outcomes: readonly EditOutcome[],
  ): void {
    const rows = new Map(this.current.rows)
    const back: CellEdit[] = []
    let reason = ''
    edits.forEach((edit, i) => {
      const row = rows.get(edit.rowId)
      if (!row || row.get(edit.column)?.turn !== turn) return
      const rest = new Map(row)
      rest.delete(edit.column)
      if (rest.size > 0) rows.set(edit.rowId, rest)
      else rows.delete(edit.rowId)
      const outcome = outcomes[i]
      if (!outcome || outcome.ok) return
      back.push(edit)
      reason ||= outcome.reason
    })
    const { refused } = this.current
    this.tell({ rows, refused: back.length > 0 ? [...refused, { edits: back, cause, reason }] : refused })
  }

  private tell(next: Pending): void {
    this.current = next
    for (const listener of [...this.listeners]) listener()
  }
}
