/** A grid of coloured cells that is worked like a spreadsheet: typed into, selected by ranges, copied, pasted and filled. */
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import { blockToHtml, blockToText, textToBlock } from '../grid/engine/block-text'
import { commandOf } from '../grid/grid-keys'
import { HeatCellView, type HeatCell } from './heat-cell'
import styles from './heat-grid.module.css'
import {
  areaOf,
  isIn,
  moved,
  oneCell,
  placesIn,
  type HeatArea,
  type HeatPlace,
  type HeatSelection,
} from './heat-selection'

/** A row's or column's heading. */
interface HeatHeading {
  readonly code: string
  readonly label: string
}

/** Settings of `HeatGrid`. */
interface HeatGridProps {
  readonly label: string
  /** What rows and columns are, over the row headings. */
  readonly corner: ReactNode
  readonly rows: readonly HeatHeading[]
  readonly columns: readonly HeatHeading[]
  readonly cell: (at: HeatPlace) => HeatCell
  readonly selection: HeatSelection
  readonly onSelection: (selection: HeatSelection) => void
  /** Why nothing can be typed; null where it can. */
  readonly closed: string | null
  /** While something is being typed: its text, or null once that has ended. */
  readonly onTyping?: (at: HeatPlace, text: string | null) => void
  /** Takes a typed text; a sentence says why it is refused. */
  readonly onEnter?: (at: HeatPlace, text: string) => string | null
  readonly onPaste?: (area: HeatArea, block: readonly (readonly string[])[]) => void
  readonly onFill?: (area: HeatArea, to: 'down' | 'right') => void
  /** Enter on a cell of a grid that cannot be edited, and Ctrl+Enter on any. */
  readonly onOpen?: (at: HeatPlace) => void
}

interface Typing {
  readonly at: HeatPlace
  readonly text: string
  readonly problem: string | null
}

/** The grid. */
export function HeatGrid(props: HeatGridProps) {
  const { rows, columns, selection, onSelection, closed } = props
  const grid = useRef<HTMLDivElement>(null)
  const [typing, setTyping] = useState<Typing | null>(null)
  const [said, setSaid] = useState('')
  const dragging = useRef(false)
  const area = areaOf(selection)
  const { anchor } = selection

  const focusCell = (at: HeatPlace) =>
    grid.current
      ?.querySelector<HTMLElement>(`[data-row="${at.row}"][data-column="${at.column}"]`)
      ?.focus({ preventScroll: false })
  const go = (at: HeatPlace) => {
    onSelection(oneCell(at))
    focusCell(at)
  }
  useEffect(() => {
    const end = () => (dragging.current = false)
    window.addEventListener('mouseup', end)
    return () => window.removeEventListener('mouseup', end)
  }, [])

  const begin = (text: string | null) => {
    const now = props.cell(anchor)
    const why = closed ?? now.closed ?? null
    if (why !== null) return setSaid(why)
    setSaid('')
    const start = text ?? now.editText ?? now.text
    setTyping({ at: anchor, text: start, problem: null })
    props.onTyping?.(anchor, start)
  }
  const stop = () => {
    setTyping(null)
    if (typing) {
      props.onTyping?.(typing.at, null)
      focusCell(typing.at)
    }
  }
  const enter = (next: HeatPlace | null) => {
    if (!typing) return
    const problem = props.onEnter?.(typing.at, typing.text) ?? null
    if (problem !== null) return setTyping({ ...typing, problem })
    setTyping(null)
    props.onTyping?.(typing.at, null)
    if (next) go(next)
  }
  const step = (at: HeatPlace, down: number, right: number): HeatPlace => ({
    row: Math.min(rows.length - 1, Math.max(0, at.row + down)),
    column: Math.min(columns.length - 1, Math.max(0, at.column + right)),
  })

  const typedKeys = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    if (!typing) return
    const back = event.shiftKey ? -1 : 1
    const { key } = event
    if (key === 'Enter') enter(step(typing.at, back, 0))
    else if (key === 'Tab') enter(step(typing.at, 0, back))
    else if (key === 'ArrowDown') enter(step(typing.at, 1, 0))
    else if (key === 'ArrowUp') enter(step(typing.at, -1, 0))
    else if (key === 'Escape') stop()
    else return
    event.preventDefault()
  }

  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (typing) return
    // Tab leaves the grid: it holds the keyboard in one cell at a time, as grids do.
    if (event.key === 'Tab') return
    const command = commandOf(event)
    if (!command) return
    const take = (act: () => void) => {
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    switch (command.do) {
      case 'move': {
        const from = command.extend ? selection.focus : anchor
        const to = moved(from, command.to, command.far, rows.length, columns.length)
        return take(() => (command.extend ? onSelection({ anchor, focus: to }) : go(to)))
      }
      case 'type':
        return take(() => begin(command.text))
      case 'edit':
        return take(() => begin(null))
      case 'next':
        return take(() =>
          closed === null ? begin(null) : props.onOpen ? props.onOpen(anchor) : setSaid(closed),
        )
      case 'open':
        return take(() => props.onOpen?.(anchor))
      case 'clear':
        return take(() => setSaid('A cell cannot be empty: type a value, or block the cell'))
      case 'selectAll':
        return take(() =>
          onSelection({
            anchor: { row: 0, column: 0 },
            focus: { row: rows.length - 1, column: columns.length - 1 },
          }),
        )
      case 'selectColumn':
        return take(() => selectLine('column', anchor.column))
      case 'selectRow':
        return take(() => selectLine('row', anchor.row))
      case 'fillDown':
        return take(() => fill('down'))
      case 'fillRight':
        return take(() => fill('right'))
      case 'cancel':
        return take(() => onSelection(oneCell(anchor)))
      default:
        return
    }
  }
  const selectLine = (side: 'row' | 'column', at: number) =>
    onSelection(
      side === 'row'
        ? { anchor: { row: at, column: 0 }, focus: { row: at, column: columns.length - 1 } }
        : { anchor: { row: 0, column: at }, focus: { row: rows.length - 1, column: at } },
    )
  const fill = (to: 'down' | 'right') => {
    if (closed !== null) return setSaid(closed)
    if ((to === 'down' ? area.bottom - area.top : area.right - area.left) === 0)
      return setSaid(
        `Select the cells to fill, with the one to fill from ${to === 'down' ? 'at the top' : 'at the left'}`,
      )
    setSaid('')
    props.onFill?.(area, to)
  }

  const copy = (event: ClipboardEvent) => {
    if (typing) return
    event.preventDefault()
    const block: string[][] = []
    for (const at of placesIn(area)) {
      const line = (block[at.row - area.top] ??= [])
      const { text, copyText } = props.cell(at)
      line.push(copyText ?? text)
    }
    event.clipboardData.setData('text/plain', blockToText(block))
    event.clipboardData.setData(
      'text/html',
      blockToHtml(block, () => false),
    )
    const count = block.length * (block[0]?.length ?? 0)
    setSaid(count === 1 ? 'Copied one cell' : `Copied ${count} cells`)
  }
  const paste = (event: ClipboardEvent) => {
    if (typing) return
    event.preventDefault()
    if (closed !== null) return setSaid(closed)
    const block = textToBlock(event.clipboardData.getData('text/plain'))
    if (block.length === 0) return setSaid('The clipboard holds no text')
    setSaid('')
    props.onPaste?.(area, block)
  }

  const line = {
    gridTemplateColumns: `minmax(116px, 190px) repeat(${columns.length}, minmax(56px, 1fr))`,
    minWidth: 116 + 56 * columns.length,
  }
  return (
    <div className={styles.root}>
      <div
        ref={grid}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-readonly={closed !== null}
        className={styles.grid}
        onKeyDown={keys}
        onCopy={copy}
        onPaste={paste}
      >
        <div role="row" aria-rowindex={1} className={styles.row} style={line}>
          <div role="columnheader" aria-colindex={1} className={styles.corner}>
            {props.corner}
          </div>
          {columns.map(({ code, label }, at) => (
            <div
              key={code}
              role="columnheader"
              aria-colindex={at + 2}
              className={styles.columnHead}
              data-on={at >= area.left && at <= area.right ? '' : undefined}
              title={`${code} ${label}`}
              onClick={() => selectLine('column', at)}
            >
              <b>{code}</b>
              <span className={styles.headLabel}>{label}</span>
            </div>
          ))}
        </div>
        {rows.map((heading, row) => (
          <div key={heading.code} role="row" aria-rowindex={row + 2} className={styles.row} style={line}>
            <div
              role="rowheader"
              aria-colindex={1}
              className={styles.rowHead}
              data-on={row >= area.top && row <= area.bottom ? '' : undefined}
              title={`${heading.code} ${heading.label}`}
              onClick={() => selectLine('row', row)}
            >
              <b>{heading.code}</b>
              <span className={styles.headLabel}>{heading.label}</span>
            </div>
            {columns.map((column, at) => {
              const place = { row, column: at }
              const here = typing?.at.row === row && typing.at.column === at ? typing : null
              return (
                <HeatCellView
                  key={column.code}
                  cell={props.cell(place)}
                  place={place}
                  name={`${heading.code}, ${column.code}`}
                  active={anchor.row === row && anchor.column === at}
                  selected={isIn(area, place)}
                  onDown={extend => {
                    dragging.current = true
                    onSelection(extend ? { anchor, focus: place } : oneCell(place))
                  }}
                  onOver={() => {
                    if (dragging.current) onSelection({ anchor, focus: place })
                  }}
                  onEdit={() => begin(null)}
                  typing={
                    here && {
                      text: here.text,
                      problem: here.problem,
                      onText: text => {
                        setTyping({ at: place, text, problem: null })
                        props.onTyping?.(place, text)
                      },
                      onKeyDown: typedKeys,
                      onLeave: () => enter(null),
                    }
                  }
                />
              )
            })}
          </div>
        ))}
      </div>
      <p role="status" className={styles.said}>
        {typing?.problem ?? said}
      </p>
    </div>
  )
}
