/** The list of a column's values with counts, to tick; opens over a column. */
import { Button, Checkbox, Group, Popover, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { AnchorSpot, type AnchorRect } from './anchor-spot'
import type { ColumnData } from './engine/column-data'
import type { Condition } from './engine/filter'
import { fold } from './engine/fold'
import type { CellFormat } from './engine/format-cell'
import { minorDigits } from './engine/money'
import { isoDay } from './engine/rows-source'
import type { ValueCount } from './engine/value-list'
import type { GridColumn } from './grid-props'
import { linesSeen } from './line-window'
import styles from './value-picker.module.css'

/** What the picker needs. */
export interface ValuePickerProps {
  readonly rect: AnchorRect
  readonly def: GridColumn
  readonly data: ColumnData
  readonly values: readonly ValueCount[]
  readonly condition: Condition | null
  readonly format: CellFormat
  readonly onTake: (condition: Condition | null) => void
  readonly onClose: () => void
}

const lineHeight = 24
const listHeight = 240

/** A value as a condition holds it: words, keys, `YYYY-MM-DD`, major units; '' for empty. */
export function conditionValue(value: ValueCount['value'], data: ColumnData): string | number {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (data.kind === 'date') return isoDay(value)
  if (data.kind === 'money') {
    const code = typeof data.currency === 'string' ? data.currency : (data.currency?.strings[0] ?? null)
    return value / 10 ** minorDigits(code)
  }
  return value
}

/** A value as the list shows it. */
export function valueWords(
  value: ValueCount['value'],
  data: ColumnData,
  format: CellFormat,
  digits: number | null,
): string {
  if (value === null) return '(empty)'
  if (data.kind === 'flags') return data.flags.find(flag => flag.key === value)?.label ?? String(value)
  if (typeof value === 'string') return value
  if ('codes' in data) return String(value)
  const code = data.kind === 'money' && typeof data.currency === 'string' ? data.currency : null
  return format.value(data.kind, value, code, digits)
}

/** The popover with the list. */
export function ValuePicker(props: ValuePickerProps) {
  const { data, values, condition, def, format } = props
  const [needle, setNeedle] = useState('')
  const [top, setTop] = useState(0)
  const [ticked, setTicked] = useState<ReadonlySet<string | number>>(() => {
    if (condition?.op === 'in' || condition?.op === 'has') return new Set(condition.values)
    if (condition?.op !== 'notIn') return new Set(values.map(one => conditionValue(one.value, data)))
    const out = new Set(condition.values)
    return new Set(values.map(one => conditionValue(one.value, data)).filter(value => !out.has(value)))
  })
  const entries = useMemo(
    () =>
      values.map(one => ({
        ...one,
        key: conditionValue(one.value, data),
        words: valueWords(one.value, data, format, def.digits ?? null),
      })),
    [values, data, format, def],
  )
  const shown = useMemo(() => {
    const wanted = fold(needle.trim())
    return wanted === '' ? entries : entries.filter(entry => fold(entry.words).includes(wanted))
  }, [entries, needle])
  const run = linesSeen(top, listHeight, lineHeight, shown.length, 4)
  const allTicked = shown.length > 0 && shown.every(entry => ticked.has(entry.key))
  const someTicked = shown.some(entry => ticked.has(entry.key))
  const setMany = (on: boolean) => {
    const next = new Set(ticked)
    for (const { key } of shown) {
      if (on) next.add(key)
      else next.delete(key)
    }
    setTicked(next)
  }
  const take = () => {
    // With something typed, what is taken is what can be seen and is ticked.
    const chosen = (needle.trim() === '' ? entries : shown).filter(entry => ticked.has(entry.key))
    const left = entries.length - chosen.length
    const keys = chosen.map(entry => entry.key)
    const op = data.kind === 'flags' ? 'has' : 'in'
    props.onTake(left === 0 ? null : { column: def.key, op, values: keys })
    props.onClose()
  }
  return (
    <Popover opened onClose={props.onClose} position="bottom-start" trapFocus width={280}>
      <Popover.Target>
        <AnchorSpot rect={props.rect} />
      </Popover.Target>
      <Popover.Dropdown
        p={8}
        aria-label={`Values of ${def.title}`}
        onKeyDown={event => event.stopPropagation()}
      >
        <TextInput
          data-autofocus
          aria-label={`Find among the values of ${def.title}`}
          placeholder={`Find among ${format.number(values.length, 0)}`}
          value={needle}
          onChange={event => {
            setNeedle(event.currentTarget.value)
            setTop(0)
          }}
          onKeyDown={event => {
            if (event.key === 'Enter' && shown.some(entry => ticked.has(entry.key))) take()
          }}
        />
        <Checkbox
          mt={8}
          mb={4}
          label={needle.trim() === '' ? 'All values' : `All ${format.number(shown.length, 0)} found`}
          checked={allTicked}
          indeterminate={someTicked && !allTicked}
          onChange={event => setMany(event.currentTarget.checked)}
        />
        <div
          className={styles.list}
          style={{ maxHeight: listHeight }}
          onScroll={event => setTop(event.currentTarget.scrollTop)}
        >
          <div style={{ height: shown.length * lineHeight, position: 'relative' }}>
            {shown.slice(run.first, run.end).map((entry, index) => (
              <div
                key={String(entry.key)}
                className={styles.line}
                style={{ top: (run.first + index) * lineHeight, height: lineHeight }}
              >
                <Checkbox
                  label={entry.words}
                  checked={ticked.has(entry.key)}
                  classNames={{ root: styles.box ?? '', label: styles.label ?? '' }}
                  onChange={event => {
                    const next = new Set(ticked)
                    if (event.currentTarget.checked) next.add(entry.key)
                    else next.delete(entry.key)
                    setTicked(next)
                  }}
                />
                <button
                  type="button"
                  className={styles.only}
                  onClick={() => setTicked(new Set([entry.key]))}
                  aria-label={`Only ${entry.words}`}
                >
                  only
                </button>
                <span className={styles.count}>{format.number(entry.count, 0)}</span>
              </div>
            ))}
          </div>
        </div>
        <Group justify="space-between" mt={8} gap={6}>
          <Button
            variant="default"
            onClick={() => {
              props.onTake(null)
              props.onClose()
            }}
          >
            Clear
          </Button>
          <Button onClick={take} disabled={!someTicked}>
            Filter
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
