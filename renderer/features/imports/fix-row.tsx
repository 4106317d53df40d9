/** The cell at fault of a row, to be put right for this row or for all that hold the same. */
import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { wordAt } from '../../ui/grid/engine/column-data'
import classes from './imports.module.css'
import { counted } from './import-words'
import type { PlanColumn } from './plan-columns'
import type { PlanSource } from './plan-source'
import type { SheetPlanView } from './plan-view'
import { rowStatuses, type Listed } from './row-status'
import { countedColumn } from './use-counted'
import type { ImportActions } from './import-actions'

/** The rows that are listed and have a cell to put right. */
function faultyRows({ rows, column }: PlanSource, listed: Listed, isCounted: boolean): number[] {
  const counted = isCounted ? column(countedColumn) : null
  const isShown = (row: number): boolean =>
    counted === null || ('values' in counted && !Number.isNaN(counted.values[row]))
  const wanted = rowStatuses.findIndex(each => each === listed)
  const faulty: number[] = []
  for (let row = 0; row < rows.fix.length; row++)
    if ((rows.fix[row] ?? -1) >= 0 && isShown(row) && (wanted < 0 || rows.status[row] === wanted))
      faulty.push(row)
  return faulty
}

/** A form for the cell at fault of the active row, else of the first row that has one. */
export function FixRow({
  actions,
  sheet,
  source,
  columns,
  active,
  listed,
  isCounted,
}: {
  readonly actions: ImportActions
  readonly sheet: SheetPlanView
  readonly source: PlanSource
  readonly columns: readonly PlanColumn[]
  /** Place in the source; null where no row is active. */
  readonly active: number | null
  readonly listed: Listed
  /** Only rows that an opened number counts are listed. */
  readonly isCounted: boolean
}) {
  const [skipped, setSkipped] = useState(0)
  const faulty = useMemo(() => faultyRows(source, listed, isCounted), [source, listed, isCounted])
  const start = active === null ? -1 : faulty.indexOf(active)
  const row = faulty[(Math.max(0, start) + skipped) % Math.max(1, faulty.length)]
  if (row === undefined) return null
  const column = columns.find(each => each.column === source.rows.fix[row])
  if (!column) return null
  const text = wordAt(source.rows.fixText, row) ?? ''
  const same = faulty.filter(
    each => source.rows.fix[each] === column.column && (wordAt(source.rows.fixText, each) ?? '') === text,
  )
  return (
    <div className={classes.fix}>
      <Text size="sm">
        Row {source.rows.line[row]}: {wordAt(source.rows.words, row)}
      </Text>
      <FixForm
        key={`${row}.${column.column}.${text}`}
        label={`${column.title} of row ${source.rows.line[row]}`}
        text={text}
        alike={same.length}
        onFix={(next, all) =>
          actions.fix(
            sheet.key,
            (all ? same : [row]).map(each => ({
              row: (source.rows.line[each] ?? NaN) - 1,
              column: column.column,
              text: next,
            })),
          )
        }
        onNext={faulty.length > 1 ? () => setSkipped(skipped + 1) : null}
      />
    </div>
  )
}

function FixForm({
  label,
  text,
  alike,
  onFix,
  onNext,
}: {
  readonly label: string
  readonly text: string
  readonly alike: number
  readonly onFix: (text: string, all: boolean) => void
  readonly onNext: (() => void) | null
}) {
  const [next, setNext] = useState(text)
  const [all, setAll] = useState(false)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        onFix(next, all)
      }}
    >
      <Group gap="sm">
        <TextInput
          aria-label={label}
          placeholder={label}
          value={next}
          w={260}
          onChange={event => setNext(event.currentTarget.value)}
        />
        {alike > 1 && (
          <Checkbox
            label={`All ${counted(alike, 'row')} alike`}
            checked={all}
            onChange={event => setAll(event.currentTarget.checked)}
          />
        )}
        <Button type="submit" size="compact-sm">
          Put right
        </Button>
        {onNext && (
          <Button size="compact-sm" variant="default" onClick={onNext}>
            Next
          </Button>
        )}
      </Group>
    </form>
  )
}
