/** What hands do to a grid: moving, editing, filling, clearing, copying and pasting, each as one step. */
import { useState } from 'react'
import { textToBlock } from './engine/block-text'
import { isEmptyCell } from './engine/column-data'
import { figureText } from './engine/figure-text'
import { continueSeries } from './engine/series'
import { fittingWidth } from './auto-size'
import { cellBlock, clipboardForms, copyLimit } from './copy-cells'
import { takenOf, type CellEdit, type EditCause, type EditOutcome } from './edit-answer'
import type { CellPlace } from './grid-props'
import { scrollInto } from './line-window'
import { planPaste, type PastePlan } from './paste-cells'
import { allBounds, clampSpot, jump, mainBounds, selectOnly, type Bounds, type Spot } from './selection'
import { lineHeight, type GridCore } from './use-grid-core'
import { setColumn } from './view-change'

/** A paste that waits for the user's yes, with the app's judgement of each cell. */
export interface WaitingPaste {
  readonly plan: PastePlan
  readonly outcomes: readonly EditOutcome[]
}

/** The actions of a grid. */
export type GridActions = ReturnType<typeof useGridActions>

function count(n: number, word: string): string {
  return `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`
}

/** Actions over a worked-out grid. */
export function useGridActions(core: GridCore, element: HTMLElement | null) {
  const { props, rows, layout, ground, selection, editing } = core
  const [said, setSaid] = useState('')
  const [paste, setPaste] = useState<WaitingPaste | null>(null)
  const extent = { lines: rows.lines.length, cols: layout.all.length }

  const reveal = (spot: Spot) => {
    if (!element) return
    const room = element.clientHeight - core.headHeight - core.footHeight
    const top = scrollInto(element.scrollTop, room, spot.line * lineHeight, (spot.line + 1) * lineHeight)
    const column = layout.all[spot.col]
    const across = element.clientWidth - core.gutter - layout.leftWidth - layout.rightWidth
    const left =
      !column || column.pin
        ? element.scrollLeft
        : scrollInto(element.scrollLeft, across, column.offset, column.offset + column.width)
    if (top !== element.scrollTop || left !== element.scrollLeft) element.scrollTo({ top, left })
  }

  const go = (spot: Spot, extend = false) => {
    if (extent.lines === 0 || extent.cols === 0) return
    const to = clampSpot(spot, extent)
    if (extend && selection) core.extendTo(to)
    else core.select(selectOnly(to))
    reveal(to)
  }

  const emptyAt = (line: number, col: number): boolean => {
    const row = rows.lines[line] ?? -1
    const column = layout.all[col]
    if (row < 0 || !column) return true
    const { data, at } = core.cellAt(row, column.def.key)
    return isEmptyCell(data, at)
  }

  const move = (to: string, far: boolean, extend: boolean) => {
    const from = selection ? (extend ? selection.focus : selection.anchor) : { line: 0, col: 0 }
    if (!selection) return go(from)
    const { line, col } = from
    const page = Math.max(
      1,
      Math.floor(((element?.clientHeight ?? 0) - core.headHeight - core.footHeight) / lineHeight) - 1,
    )
    const lastLine = extent.lines - 1
    const lastCol = extent.cols - 1
    const downTo = (step: 1 | -1) => jump(line, step, extent.lines, at => emptyAt(at, col))
    const acrossTo = (step: 1 | -1) => jump(col, step, extent.cols, at => emptyAt(line, at))
    switch (to) {
      case 'up':
        return go({ line: far ? downTo(-1) : line - 1, col }, extend)
      case 'down':
        return go({ line: far ? downTo(1) : line + 1, col }, extend)
      case 'left':
        return go({ line, col: far ? acrossTo(-1) : col - 1 }, extend)
      case 'right':
        return go({ line, col: far ? acrossTo(1) : col + 1 }, extend)
      case 'pageUp':
        return go({ line: line - page, col }, extend)
      case 'pageDown':
        return go({ line: line + page, col }, extend)
      case 'home':
        return go({ line: far ? 0 : line, col: 0 }, extend)
      case 'end':
        return go({ line: far ? lastLine : line, col: lastCol }, extend)
    }
  }

  /** Hands edits in as one step and says how it went. */
  const handIn = (edits: readonly CellEdit[], cause: EditCause, verb: string) => {
    if (edits.length === 0 || !props.onEdit) return
    const tell = (outcomes: readonly EditOutcome[]) => {
      const refused = outcomes.filter(outcome => !outcome.ok)
      const done = edits.length - refused.length
      const first = refused[0]
      const why = first && !first.ok ? `, ${count(refused.length, 'cell')} refused: ${first.reason}` : ''
      setSaid(`${count(done, 'cell')} ${verb}${why}`)
    }
    const taken = takenOf(props.onEdit(edits, cause))
    tell(taken.judged)
    core.waiting.hold(edits, cause, taken)
  }

  /** Only the edits of cells that can be edited. */
  const allowed = (edits: readonly CellEdit[]): CellEdit[] => {
    const byKey = new Map(layout.all.map(column => [column.def.key, column]))
    return edits.filter(edit => {
      const column = byKey.get(edit.column)
      const row = ground.source.rowOf(edit.rowId)
      if (!column || row < 0) return false
      const { data, at } = core.cellAt(row, edit.column)
      const text = core.format.cell(data, at, column.def.digits ?? null)
      return core.canEdit(column, { rowId: edit.rowId, row, column: edit.column, text })
    })
  }

  const textAt = (line: number, col: number): string => {
    const row = rows.lines[line] ?? -1
    const key = layout.all[col]?.def.key
    if (row < 0 || key === undefined) return ''
    const { data, at } = core.cellAt(row, key)
    return core.format.plain(data, at)
  }

  /** The text that editing a cell starts from: what was typed there last while it is pending. */
  const startText = (place: CellPlace, line: number, col: number): string =>
    core.pending.rows.get(place.rowId)?.get(place.column)?.text ??
    layout.all[col]?.def.edit?.textOf?.(place) ??
    textAt(line, col)

  const edit = (spot: Spot, typed: string | null): boolean => {
    const place = core.placeAt(spot.line, spot.col)
    const column = layout.all[spot.col]
    if (!place || !column || !core.canEdit(column, place)) return false
    const start = startText(place, spot.line, spot.col)
    core.select(selectOnly(spot))
    reveal(spot)
    editing.open({
      rowId: place.rowId,
      column: place.column,
      text: typed ?? start,
      over: typed !== null,
      problem: null,
    })
    return true
  }

  const clear = () => {
    if (!selection) return
    const edits: CellEdit[] = []
    for (const bounds of allBounds(selection)) {
      for (let line = bounds.top; line <= bounds.bottom; line++) {
        const row = rows.lines[line] ?? -1
        if (row < 0) continue
        for (let col = bounds.left; col <= bounds.right; col++) {
          const key = layout.all[col]?.def.key
          if (key !== undefined && !emptyAt(line, col)) {
            edits.push({ rowId: ground.source.rowId(row), column: key, text: '' })
          }
        }
      }
    }
    handIn(allowed(edits), 'cleared', 'cleared')
  }

  const editAt = (line: number, col: number, text: string): CellEdit[] => {
    const row = rows.lines[line] ?? -1
    const key = layout.all[col]?.def.key
    return row < 0 || key === undefined ? [] : [{ rowId: ground.source.rowId(row), column: key, text }]
  }

  /** Ctrl+D and Ctrl+R: the first line (column) of the selection into the rest; a single one takes from its neighbour. */
  const fill = (way: 'down' | 'right') => {
    if (!selection) return
    const { top, bottom, left, right } = mainBounds(selection)
    const edits: CellEdit[] = []
    const fromLine = way === 'down' && top === bottom ? top - 1 : top
    const fromCol = way === 'right' && left === right ? left - 1 : left
    if (fromLine < 0 || fromCol < 0) return
    for (let line = top; line <= bottom; line++) {
      for (let col = left; col <= right; col++) {
        if (way === 'down' ? line > fromLine : col > fromCol) {
          edits.push(...editAt(line, col, way === 'down' ? textAt(fromLine, col) : textAt(line, fromCol)))
        }
      }
    }
    handIn(allowed(edits), 'filled', 'filled')
  }

  /** The fill handle: continues each column (or line) of `from` into the rest of `to`. */
  const fillSeries = (from: Bounds, to: Bounds) => {
    const edits: CellEdit[] = []
    const along = (index: number, vertical: boolean) => {
      const [lo, hi, min, max] = vertical
        ? [from.top, from.bottom, to.top, to.bottom]
        : [from.left, from.right, to.left, to.right]
      const read = (at: number) => (vertical ? textAt(at, index) : textAt(index, at))
      const put = (at: number, text: string) =>
        edits.push(...(vertical ? editAt(at, index, text) : editAt(index, at, text)))
      const given = Array.from({ length: hi - lo + 1 }, (_, i) => read(lo + i))
      if (max > hi)
        continueSeries(given, max - hi, core.format.decimal).forEach((text, i) => put(hi + 1 + i, text))
      if (min < lo)
        continueSeries([...given].reverse(), lo - min, core.format.decimal).forEach((text, i) =>
          put(lo - 1 - i, text),
        )
    }
    const vertical = to.top !== from.top || to.bottom !== from.bottom
    const [start, stop] = vertical ? [from.left, from.right] : [from.top, from.bottom]
    for (let index = start; index <= stop; index++) along(index, vertical)
    handIn(allowed(edits), 'filled', 'filled')
    core.select({
      anchor: { line: to.top, col: to.left },
      focus: { line: to.bottom, col: to.right },
      more: [],
    })
  }

  /** Alt+D: in each column of the selection goes on with what its filled cells at the top began. */
  const fillOn = () => {
    if (!selection) return
    const { top, bottom, left, right } = mainBounds(selection)
    const edits: CellEdit[] = []
    for (let col = left; col <= right; col++) {
      let from = top
      while (from < bottom && !emptyAt(from + 1, col)) from++
      // A column without empty cells goes on from its first cell.
      if (from === bottom) from = top
      const given = Array.from({ length: from - top + 1 }, (_, i) => textAt(top + i, col))
      const next = continueSeries(given, bottom - from, core.format.decimal)
      next.forEach((text, i) => edits.push(...editAt(from + 1 + i, col, text)))
    }
    if (edits.length === 0) return setSaid('Select the cells to fill, those with a value at the top')
    handIn(allowed(edits), 'filled', 'filled')
  }

  const copy = (data: DataTransfer): boolean => {
    if (!selection) return false
    const bounds = mainBounds(selection)
    const cells = (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1)
    if (cells > copyLimit) {
      setSaid(`Too much to copy: at most ${count(copyLimit, 'cell')} at once`)
      return false
    }
    const block = cellBlock(
      ground,
      core.pendingOf,
      layout.all,
      bounds,
      core.format,
      line => {
        const group = core.groupAt(line)
        return group ? core.labelOf(group) : ''
      },
      (line, key) => {
        const group = core.groupAt(line)
        const figure = group && rows.figureOf(group, key)
        return figure ? figureText(figure, ground.source.column(key), core.format, null) : ''
      },
    )
    const forms = clipboardForms(block, ground, layout.all, bounds)
    data.setData('text/plain', forms.text)
    data.setData('text/html', forms.html)
    setSaid(`${count(cells, 'cell')} copied`)
    return true
  }

  const pasteText = (text: string) => {
    if (!selection || !props.onEdit) return
    const block = textToBlock(text)
    if (block.length === 0) return
    const plan = planPaste(block, mainBounds(selection), ground)
    if (!props.onCheck || plan.edits.length === 0) return takePaste(plan.edits, plan)
    const judged = (outcomes: readonly EditOutcome[]) => setPaste({ plan, outcomes })
    const answer = props.onCheck(plan.edits)
    if (answer instanceof Promise) void answer.then(judged)
    else judged(answer)
  }

  const takePaste = (edits: readonly CellEdit[], plan: PastePlan) => {
    setPaste(null)
    handIn(allowed(edits), 'pasted', 'pasted')
    const { bounds } = plan
    core.select({
      anchor: { line: bounds.top, col: bounds.left },
      focus: { line: bounds.bottom, col: bounds.right },
      more: [],
    })
  }

  const toggleGroup = (line: number, want?: boolean) => {
    const group = core.groupAt(line)
    if (!group) return
    const now = rows.isOpen(group)
    if (want === now) return
    const flipped = new Set(rows.open.flipped)
    if (flipped.has(group.path)) flipped.delete(group.path)
    else flipped.add(group.path)
    rows.setOpen({ ...rows.open, flipped })
  }

  const selectAll = () => {
    const { lines, cols } = extent
    if (lines === 0 || cols === 0) return
    core.select({ anchor: { line: 0, col: 0 }, focus: { line: lines - 1, col: cols - 1 }, more: [] })
  }

  const autoSize = (key: string) => {
    const def = props.columns.find(column => column.key === key)
    if (!def || !element) return
    const { fontSize, fontFamily } = getComputedStyle(element)
    const width = fittingWidth(def, ground.source, rows.order, core.format, `${fontSize} ${fontFamily}`)
    props.onView(setColumn(props.view, props.columns, key, { width }))
  }

  return {
    said,
    say: setSaid,
    paste,
    setPaste,
    takePaste,
    go,
    move,
    edit,
    textAt,
    startText,
    handIn,
    clear,
    fill,
    fillSeries,
    fillOn,
    copy,
    pasteText,
    toggleGroup,
    selectAll,
    autoSize,
    reveal,
    extent,
  }
}
