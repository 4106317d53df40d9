/** Carries out the keyboard's commands over a grid. */
import { useRef, type KeyboardEvent } from 'react'
import { commandOf } from './grid-keys'
import { mainBounds, selectOnly } from './selection'
import type { GridActions } from './use-grid-actions'
import type { GridCore } from './use-grid-core'

/** What the keyboard needs beside the grid. */
export interface KeyboardDoors {
  readonly onFind: () => void
  readonly onNext: (step: 1 | -1) => void
  readonly onColumnMenu: (col: number) => void
  readonly onRowMenu: (line: number, col: number) => void
}

/** The key handler of the grid. */
export function useGridKeyboard(core: GridCore, actions: GridActions, doors: KeyboardDoors) {
  // After Escape the next Tab leaves the grid, so that nobody is caught in it.
  const leaving = useRef(false)
  const { props, selection, rows } = core
  return (event: KeyboardEvent<HTMLElement>) => {
    const command = commandOf(event)
    if (!command || core.editing.editor) return
    const at = selection?.anchor ?? null
    const group = at ? core.groupAt(at.line) : null
    const wasLeaving = leaving.current
    leaving.current = command.do === 'cancel'
    const { go, extent } = actions
    const take = (done: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      done()
    }
    switch (command.do) {
      case 'move':
        if (group && !command.far && !command.extend && (command.to === 'left' || command.to === 'right')) {
          const want = command.to === 'right'
          if (at && rows.isOpen(group) !== want) return take(() => actions.toggleGroup(at.line, want))
        }
        return take(() => actions.move(command.to, command.far, command.extend))
      case 'next': {
        if (!at) return command.by === 'tab' ? undefined : take(() => go({ line: 0, col: 0 }))
        if (command.by === 'enter') {
          if (command.back) return take(() => go({ line: at.line - 1, col: at.col }))
          if (group) return take(() => actions.toggleGroup(at.line))
          const place = core.placeAt(at.line, at.col)
          if (place && props.onOpen) return take(() => props.onOpen?.(place.rowId))
          return take(() => {
            if (!actions.edit(at, null)) go({ line: at.line + 1, col: at.col })
          })
        }
        const col = at.col + (command.back ? -1 : 1)
        if (wasLeaving || col < 0 || col >= extent.cols) return
        return take(() => go({ line: at.line, col }))
      }
      case 'type':
        if (at && actions.edit(at, command.text)) take(() => undefined)
        return
      case 'edit':
        return take(() => {
          if (at && !actions.edit(at, null)) actions.say('This cell cannot be edited')
        })
      case 'open': {
        const place = at && core.placeAt(at.line, at.col)
        return take(() => place && props.onOpen?.(place.rowId))
      }
      case 'clear':
        return take(actions.clear)
      case 'selectAll':
        return take(actions.selectAll)
      case 'selectColumn': {
        if (!selection) return
        const { left, right } = mainBounds(selection)
        return take(() =>
          core.select({
            anchor: { line: 0, col: left },
            focus: { line: extent.lines - 1, col: right },
            more: [],
          }),
        )
      }
      case 'selectRow': {
        if (!selection) return
        const { top, bottom } = mainBounds(selection)
        return take(() =>
          core.select({
            anchor: { line: top, col: 0 },
            focus: { line: bottom, col: extent.cols - 1 },
            more: [],
          }),
        )
      }
      case 'fillDown':
        return take(() => actions.fill('down'))
      case 'fillSeries':
        return take(actions.fillOn)
      case 'fillRight':
        return take(() => actions.fill('right'))
      case 'undo':
        return props.onUndo ? take(props.onUndo) : undefined
      case 'redo':
        return props.onRedo ? take(props.onRedo) : undefined
      case 'find':
        return take(doors.onFind)
      case 'findNext':
        return take(() => doors.onNext(1))
      case 'findBefore':
        return take(() => doors.onNext(-1))
      case 'history': {
        const place = at && core.placeAt(at.line, at.col)
        return place && props.onHistory ? take(() => props.onHistory?.(place)) : undefined
      }
      case 'cancel':
        if (selection && (selection.more.length > 0 || selection.anchor !== selection.focus)) {
          take(() => core.select(selectOnly(selection.anchor)))
        }
        return
      case 'menu':
        return at ? take(() => doors.onRowMenu(at.line, at.col)) : undefined
      case 'filterHere':
        return at ? take(() => doors.onColumnMenu(at.col)) : undefined
      case 'toggleGroup':
        return at && group ? take(() => actions.toggleGroup(at.line)) : undefined
    }
  }
}
