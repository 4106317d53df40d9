/** One cell of a grid line: its text, flags, link, mark and look. */
import type { CSSProperties, ReactNode } from 'react'
import { cellOf, type CellMark, type FlagsColumn, type GridSource, type Tone } from './engine/column-data'
import type { CellFormat } from './engine/format-cell'
import type { CellLook } from './engine/format-rules'
import styles from './grid.module.css'
import type { PendingCell } from './pending-cells'
import type { PlacedColumn } from './use-grid-columns'

/** The class that lays out a column's cells by kind. */
export function alignClass(column: PlacedColumn): string {
  switch (column.kind) {
    case 'number':
    case 'money':
    case 'percent':
      return styles.end ?? ''
    case 'boolean':
      return styles.middle ?? ''
    default:
      return ''
  }
}

/** Where a column's cell stands: its width, and its edge when pinned. */
export function placeStyle(column: PlacedColumn, gutter: number): CSSProperties {
  if (column.pin === 'left') return { width: column.width, left: column.offset + gutter }
  if (column.pin === 'right') return { width: column.width, right: column.offset }
  return { width: column.width }
}

/** Classes of a pinned cell; the last one at the left draws the edge, those at the right each draw theirs. */
export function pinClass(column: PlacedColumn, next: PlacedColumn | undefined): string {
  if (!column.pin) return ''
  const edge = column.pin === 'left' && next?.pin !== 'left' ? styles.pinEdgeLeft : ''
  return `${styles.pinned} ${column.pin === 'right' ? styles.pinEdgeRight : edge}`
}

/** The classes and the place that all cells of a column share. */
export interface CellBox {
  readonly className: string
  readonly style: CSSProperties
  readonly gutter: number
}

const boxes = new WeakMap<PlacedColumn, CellBox>()

/** The box of a column; the same object while the layout is the same, so that unchanged cells cost nothing. */
export function cellBox(column: PlacedColumn, next: PlacedColumn | undefined, gutter: number): CellBox {
  const known = boxes.get(column)
  if (known?.gutter === gutter) return known
  const className = [styles.cell, alignClass(column), pinClass(column, next)].filter(Boolean).join(' ')
  const box = { className, style: placeStyle(column, gutter), gutter }
  boxes.set(column, box)
  return box
}

/** Flags as small labelled chips. */
export function FlagChips({ column, bits }: { readonly column: FlagsColumn; readonly bits: number }) {
  return (
    <span className={styles.flags}>
      {column.flags.map((flag, bit) =>
        bits & (1 << bit) ? (
          <span key={flag.key} className={`${styles.flag} ${toneClass(flag.tone)}`}>
            {flag.label}
          </span>
        ) : null,
      )}
    </span>
  )
}

/** The class of a tone: its ink on its wash. */
export function toneClass(tone: Tone): string {
  return styles[`tone-${tone}`] ?? ''
}

/** What stands inside a cell, and the further classes (each with a space before it) and note that go with it. */
export interface CellFace {
  readonly content: ReactNode
  readonly className: string
  /** What there is to say about the cell beside its value, shown on hover. */
  readonly note: string | undefined
  readonly style: CSSProperties | null
}

/** The face of one cell; as it will be where an edit of it is pending. */
export function cellFace(
  source: GridSource,
  row: number,
  column: PlacedColumn,
  format: CellFormat,
  look: CellLook | null,
  pending: PendingCell | undefined,
): CellFace {
  const { def } = column
  const { data, at } = pending ? { data: pending.data, at: 0 } : cellOf(source, row, def.key)
  const text = format.cell(data, at, def.digits ?? null)
  const mark = source.mark?.(row, def.key) ?? null
  const place = () => ({ rowId: source.rowId(row), row, column: def.key, text })
  let content: ReactNode = text
  if (def.render && def.onLink) {
    content = (
      <span className={styles.link} data-link="">
        {def.render(place())}
      </span>
    )
  } else if (def.render) content = def.render(place())
  else if (data.kind === 'flags') content = <FlagChips column={data} bits={data.values[at] ?? 0} />
  else if (def.onLink && text !== '') {
    content = (
      <span className={styles.link} data-link="">
        {text}
      </span>
    )
  }
  const tone = look?.tone ? ` ${styles.look} ${toneClass(look.tone)}` : ''
  const waits = pending ? ` ${styles.pending}` : ''
  const className = mark || tone || waits ? ` ${markClass(mark)}${tone}${waits}` : ''
  const bar = look?.bar
  return {
    content:
      bar === undefined ? (
        content
      ) : (
        <>
          <span className={styles.bar} style={{ width: `${Math.abs(bar) * 100}%` }} />
          {content}
        </>
      ),
    className,
    note: markTitle(mark),
    style: look?.scale === undefined ? null : scaleStyle(look.scale, look.diverging === true),
  }
}

function markClass(mark: CellMark | null): string {
  return mark ? (styles[mark.kind] ?? '') : ''
}

function markTitle(mark: CellMark | null): string | undefined {
  if (!mark) return undefined
  const was = mark.was === undefined ? '' : `Was ${mark.was === '' ? 'empty' : mark.was}`
  return [mark.note, was].filter(Boolean).join('. ') || undefined
}

/** Sequential: one hue growing stronger. Diverging: orange below, blue above, both safe for colour-blind eyes. */
function scaleStyle(share: number, diverging: boolean): CSSProperties {
  const strength = Math.round(Math.abs(share) * 55)
  const hue = diverging && share < 0 ? '#d9822b' : '#3b82c4'
  return { backgroundColor: `color-mix(in srgb, ${hue} ${strength}%, var(--qd-surface))` }
}
