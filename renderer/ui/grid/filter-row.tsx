/** The filter row under the header: a short language over each column, and its value list. */
import { ActionIcon } from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { memo, useState, type ReactNode } from 'react'
import { shapeOf, type ColumnData, type GridSource } from './engine/column-data'
import { isComplete, type Condition } from './engine/filter'
import { conditionWords } from './engine/filter-sentence'
import type { DecimalSign } from './engine/format-cell'
import { parseQuick, quickText } from './engine/quick-text'
import { pinClass, placeStyle } from './grid-cell'
import type { GridView } from './grid-view'
import styles from './grid.module.css'
import type { Run } from './line-window'
import { namedColumn } from './named-column'
import type { GridLayout, PlacedColumn } from './use-grid-columns'

/** What the filter row needs. */
export interface FilterRowProps {
  readonly source: GridSource
  readonly layout: GridLayout
  readonly view: GridView
  readonly centreRun: Run
  readonly centreOffset: number
  readonly gutter: number
  readonly width: number
  /** The sign before decimals as typed. */
  readonly decimal: DecimalSign
  readonly onQuick: (key: string, condition: Condition | null) => void
  readonly onValues: (key: string, anchor: HTMLElement) => void
  readonly onLeave: () => void
}

/** The line would look the same over another source: only the kinds and flags of columns count, which the layout follows. */
const sameRow = (before: FilterRowProps, now: FilterRowProps): boolean =>
  (Object.keys(now) as (keyof FilterRowProps)[]).every(
    key => key === 'source' || Object.is(before[key], now[key]),
  )

/** The line of filters. */
export const FilterRow = memo(function FilterRow(props: FilterRowProps) {
  const { layout, gutter, centreRun, source } = props
  const cell = (column: PlacedColumn): ReactNode => {
    const { def } = column
    const condition = props.view.quick.find(one => one.column === def.key) ?? null
    return (
      <div
        key={def.key}
        role="gridcell"
        aria-colindex={column.index + 2}
        className={`${styles.filterCell} ${pinClass(column, layout.all[column.index + 1])} ${
          condition && isComplete(condition) ? styles.filterOn : ''
        }`}
        style={placeStyle(column, gutter)}
      >
        {def.filterable === false ? null : (
          <QuickFilter
            column={column}
            data={shapeOf(source, def.key)}
            condition={condition}
            decimal={props.decimal}
            onQuick={next => props.onQuick(def.key, next)}
            onValues={anchor => props.onValues(def.key, anchor)}
            onLeave={props.onLeave}
          />
        )}
      </div>
    )
  }
  const before = props.centreOffset
  const shown = layout.centre.slice(centreRun.first, centreRun.end)
  const after = layout.centreWidth - before - shown.reduce((sum, column) => sum + column.width, 0)
  return (
    <div role="row" aria-rowindex={2} className={styles.headLine} style={{ width: props.width }}>
      <div role="gridcell" aria-colindex={1} className={styles.gutter} style={{ width: gutter }} />
      {layout.left.map(cell)}
      {before > 0 ? <div className={styles.spacer} style={{ width: before }} /> : null}
      {shown.map(cell)}
      {after > 0 ? <div className={styles.spacer} style={{ width: after }} /> : null}
      {layout.right.map(cell)}
    </div>
  )
}, sameRow)

const hints: Record<ColumnData['kind'], string> = {
  text: 'contains, =, !, ^…',
  choice: 'contains, =, !…',
  number: '>10, 5..20',
  money: '>20k, 5k..1M',
  percent: '>50, 20..80',
  date: '2017-03, this month',
  boolean: 'yes or no',
  flags: 'flag, !flag',
}

function QuickFilter(props: {
  readonly column: PlacedColumn
  readonly data: ColumnData
  readonly condition: Condition | null
  readonly decimal: DecimalSign
  readonly onQuick: (condition: Condition | null) => void
  readonly onValues: (anchor: HTMLElement) => void
  readonly onLeave: () => void
}) {
  const { column, data, condition, decimal } = props
  const { def } = column
  const asText = condition ? quickText(condition, data.kind, decimal) : ''
  const [typed, setTyped] = useState<string | null>(null)
  // What was typed stays as typed while it is what the condition says, or while it says nothing yet.
  const meant = typed === null ? null : parseQuick(def.key, data, typed, decimal)
  const current = meant === undefined || JSON.stringify(meant) === JSON.stringify(condition)
  const text = typed !== null && current ? typed : (asText ?? '')
  const bad = parseQuick(def.key, data, text, decimal) === undefined
  const take = (next: string) => {
    setTyped(next)
    const parsed = parseQuick(def.key, data, next, decimal)
    if (parsed !== undefined) props.onQuick(parsed)
  }
  const list = (
    <ActionIcon
      size={20}
      aria-label={`Values of ${def.title}`}
      tabIndex={-1}
      onClick={event => props.onValues(event.currentTarget)}
    >
      <IconFilter size={12} />
    </ActionIcon>
  )
  if (condition && asText === null) {
    const words = conditionWords(condition, namedColumn(def, data))
    return (
      <>
        <button
          type="button"
          className={styles.filterSet}
          title={words}
          onClick={event => props.onValues(event.currentTarget)}
        >
          {words}
        </button>
        <ActionIcon
          size={20}
          aria-label={`Clear the filter on ${def.title}`}
          onClick={() => props.onQuick(null)}
        >
          <IconX size={12} />
        </ActionIcon>
      </>
    )
  }
  return (
    <>
      <input
        className={`${styles.filterInput} ${bad ? styles.filterBad : ''}`}
        aria-label={`Filter ${def.title}`}
        aria-invalid={bad}
        placeholder={hints[data.kind]}
        title={bad ? `Not understood. Try ${hints[data.kind]}` : undefined}
        value={text}
        onChange={event => take(event.target.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Escape') {
            setTyped(null)
            props.onQuick(null)
            props.onLeave()
          } else if (event.key === 'ArrowDown' && event.altKey) props.onValues(event.currentTarget)
          else if (event.key === 'ArrowDown' || event.key === 'Enter') props.onLeave()
        }}
      />
      {list}
    </>
  )
}
