/** Chooses what a pivot shows: rows, across, and the figure in every crossing. */
import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { aggregatesOf, type Aggregate } from './engine/aggregate'
import { shapeOf, type GridSource } from './engine/column-data'
import { aggregateName } from './engine/figure-text'
import type { GroupBy, GroupLevel } from './engine/group-rows'
import type { PivotSpec } from './engine/pivot'
import type { GridColumn } from './grid-props'

/** What the dialog needs. */
export interface PivotDialogProps {
  readonly source: GridSource
  readonly columns: readonly GridColumn[]
  readonly pivot: PivotSpec | null
  readonly aggregateOf: (key: string) => Aggregate | null
  readonly onTake: (pivot: PivotSpec | null) => void
  readonly onClose: () => void
}

const bys: readonly { readonly value: GroupBy; readonly label: string }[] = [
  { value: 'month', label: 'by month' },
  { value: 'quarter', label: 'by quarter' },
  { value: 'year', label: 'by year' },
  { value: 'value', label: 'by day' },
]

/** The dialog. */
export function PivotDialog(props: PivotDialogProps) {
  const { source, columns } = props
  const groupable = columns.filter(column => column.groupable !== false)
  const kindOf = (key: string) => shapeOf(source, key).kind
  const [first, setFirst] = useState<GroupLevel | null>(props.pivot?.rows[0] ?? null)
  const [second, setSecond] = useState<GroupLevel | null>(props.pivot?.rows[1] ?? null)
  const [across, setAcross] = useState<GroupLevel | null>(props.pivot?.across ?? null)
  const [value, setValue] = useState<string | null>(props.pivot?.value.column ?? null)
  const [aggregate, setAggregate] = useState<Aggregate | null>(props.pivot?.value.aggregate ?? null)
  const options = groupable.map(column => ({ value: column.key, label: column.title }))
  const level = (
    label: string,
    now: GroupLevel | null,
    set: (level: GroupLevel | null) => void,
    optional = false,
  ) => (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <Select
        flex={1}
        searchable
        label={label}
        clearable={optional}
        value={now?.column ?? null}
        data={options}
        onChange={key => {
          set(key === null ? null : kindOf(key) === 'date' ? { column: key, by: 'quarter' } : { column: key })
        }}
      />
      {now && kindOf(now.column) === 'date' ? (
        <Select
          w={120}
          aria-label={`Period of ${label.toLowerCase()}`}
          value={now.by ?? 'value'}
          data={bys}
          onChange={by => {
            const found = bys.find(one => one.value === by)
            if (found) set({ ...now, by: found.value })
          }}
        />
      ) : null}
    </Group>
  )
  const offered =
    value === null ? [] : aggregatesOf(kindOf(value)).filter(fn => fn !== 'weightedMean' && fn !== 'ratio')
  const own = value === null ? null : (columns.find(column => column.key === value)?.aggregate ?? null)
  const ready = first && across && value !== null && aggregate
  return (
    <Modal opened onClose={props.onClose} title="Pivot" size="sm">
      <Stack gap={10}>
        {level('Rows', first, setFirst)}
        {level('Then rows by', second, setSecond, true)}
        {level('Across', across, setAcross)}
        <Group gap={6} align="flex-end" wrap="nowrap">
          <Select
            flex={1}
            searchable
            label="Figure of"
            value={value}
            data={columns.map(column => ({ value: column.key, label: column.title }))}
            onChange={key => {
              setValue(key)
              setAggregate(key === null ? null : (props.aggregateOf(key) ?? { fn: 'count' }))
            }}
          />
          <Select
            w={150}
            aria-label="Which figure"
            value={aggregate?.fn ?? null}
            data={[...offered, ...(own && !offered.some(fn => fn === own.fn) ? [own.fn] : [])].map(fn => ({
              value: fn,
              label: aggregateName(own?.fn === fn ? own : { fn }),
            }))}
            onChange={fn => {
              const found = offered.find(one => one === fn)
              if (found) setAggregate({ fn: found })
              else if (own && own.fn === fn) setAggregate(own)
            }}
          />
        </Group>
      </Stack>
      <Group justify="flex-end" mt={16} gap={8}>
        <Button
          variant="default"
          onClick={() => {
            props.onTake(null)
            props.onClose()
          }}
        >
          No pivot
        </Button>
        <Button
          disabled={!ready}
          onClick={() => {
            if (!first || !across || value === null || !aggregate) return
            props.onTake({
              rows: second ? [first, second] : [first],
              across,
              value: { column: value, aggregate },
            })
            props.onClose()
          }}
        >
          Show the pivot
        </Button>
      </Group>
    </Modal>
  )
}
