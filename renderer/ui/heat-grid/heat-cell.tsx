/** One cell of a heat grid: its value, how warm it is, and the signs that do not rest on colour. */
import { IconAlertTriangleFilled, IconLock } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import styles from './heat-grid.module.css'
import type { HeatPlace } from './heat-selection'

/** What a cell shows. */
export interface HeatCell {
  readonly text: string
  /** A second, smaller line. */
  readonly note?: string
  /** 0 to 1 along the scale; null stays plain. */
  readonly heat: number | null
  /** Which scale: one colour from weak to strong, or away from the middle to either side. */
  readonly scale?: 'up' | 'down'
  /** Blocked cells are hatched, check cells carry a question mark. */
  readonly kind: 'value' | 'check' | 'blocked'
  readonly locked?: boolean
  /** A short sign of where the value comes from. */
  readonly origin?: string
  /** Why the cell is out of order; it is outlined, with a sign. */
  readonly violation?: string | undefined
  /** Differs from what it is compared with: a corner is turned down. */
  readonly changed?: boolean
  /** A reason is still owed. */
  readonly owed?: boolean
  /** Why this cell cannot be typed into; absent where it can. */
  readonly closed?: string
  readonly editText?: string
  readonly copyText?: string
  /** All of it in words, for those who do not see it, and on hover. */
  readonly words: string
}

/** Settings of `HeatCellView`. */
interface HeatCellViewProps {
  readonly cell: HeatCell
  readonly place: HeatPlace
  /** "B4, S4". */
  readonly name: string
  readonly active: boolean
  readonly selected: boolean
  readonly onDown: (extend: boolean) => void
  readonly onOver: () => void
  readonly onEdit: () => void
  readonly typing: {
    readonly text: string
    readonly problem: string | null
    readonly onText: (text: string) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
    readonly onLeave: () => void
  } | null
}

/** The cell. */
export function HeatCellView({ cell, place, name, typing, ...props }: HeatCellViewProps) {
  const heat = cell.heat === null ? null : Math.min(1, Math.max(0, cell.heat))
  const title = cell.violation === undefined ? cell.words : `${cell.words}. ${cell.violation}`
  return (
    <div
      role="gridcell"
      aria-colindex={place.column + 2}
      aria-selected={props.selected}
      aria-invalid={cell.violation !== undefined || undefined}
      aria-readonly={cell.closed !== undefined || undefined}
      aria-label={`${name}: ${title}`}
      title={title}
      tabIndex={props.active ? 0 : -1}
      data-row={place.row}
      data-column={place.column}
      data-kind={cell.kind}
      data-scale={heat === null ? undefined : (cell.scale ?? 'one')}
      data-changed={cell.changed ? '' : undefined}
      data-violation={cell.violation === undefined ? undefined : ''}
      className={styles.cell}
      style={heat === null ? undefined : ({ '--heat': `${Math.round(heat * 52)}%` } as object)}
      onMouseDown={event => {
        if (event.button !== 0 || typing) return
        props.onDown(event.shiftKey)
      }}
      onMouseEnter={props.onOver}
      onDoubleClick={props.onEdit}
    >
      {typing ? (
        <input
          className={styles.input}
          aria-label={`Value of ${name}`}
          aria-invalid={typing.problem !== null}
          title={typing.problem ?? undefined}
          autoFocus
          value={typing.text}
          onChange={event => typing.onText(event.currentTarget.value)}
          onKeyDown={typing.onKeyDown}
          onBlur={typing.onLeave}
          onPaste={event => event.stopPropagation()}
          onCopy={event => event.stopPropagation()}
        />
      ) : (
        <>
          <span className={styles.value} data-long={cell.text.length > 7 ? '' : undefined}>
            {cell.text}
          </span>
          {cell.note === undefined ? null : <span className={styles.note}>{cell.note}</span>}
          <span className={styles.signs} aria-hidden>
            {cell.violation === undefined ? null : <IconAlertTriangleFilled size={11} />}
            {cell.kind === 'check' ? <b>?</b> : null}
            {cell.owed ? <b>…</b> : null}
            {cell.locked ? <IconLock size={11} /> : null}
            {cell.origin === undefined ? null : <i>{cell.origin}</i>}
          </span>
        </>
      )}
    </div>
  )
}
