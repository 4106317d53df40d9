/** Builds a nested and/or filter, with the sentence that it makes. */
import { ActionIcon, Button, Group, Modal, Select, SegmentedControl } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { ConditionEditor } from './condition-editor'
import { shapeOf, type GridSource } from './engine/column-data'
import { isGroup, operatorsOf, type Condition, type FilterGroup, type FilterNode } from './engine/filter'
import { filterSentence } from './engine/filter-sentence'
import type { DecimalSign } from './engine/format-cell'
import type { ValueCount } from './engine/value-list'
import styles from './filter-builder.module.css'
import type { GridColumn } from './grid-props'
import { namedColumn } from './named-column'

/** What the builder needs. */
export interface FilterBuilderProps {
  readonly source: GridSource
  readonly columns: readonly GridColumn[]
  readonly filter: FilterGroup | null
  readonly valuesOf: (key: string) => readonly ValueCount[]
  /** The sign before decimals as typed. */
  readonly decimal: DecimalSign
  /** How many rows pass a filter. */
  readonly countOf: (filter: FilterGroup) => number
  readonly onTake: (filter: FilterGroup | null) => void
  readonly onClose: () => void
}

const nothing: FilterGroup = { join: 'and', parts: [] }

/** The dialog with the tree. */
export function FilterBuilder(props: FilterBuilderProps) {
  const { source } = props
  const columns = props.columns.filter(column => column.filterable !== false)
  const [tree, setTree] = useState<FilterGroup>(props.filter ?? nothing)
  const fresh = (key?: string): Condition => {
    const column = columns.find(one => one.key === key) ?? columns[0]
    const op = operatorsOf(column ? shapeOf(source, column.key).kind : 'text')[0] ?? 'contains'
    return { column: column?.key ?? '', op, values: [] }
  }
  const words = filterSentence(tree, key => {
    const def = columns.find(column => column.key === key)
    return def ? namedColumn(def, shapeOf(source, key)) : { title: key, kind: 'text' }
  })
  const draw = (group: FilterGroup, depth: number, onChange: (group: FilterGroup) => void): ReactNode => {
    const setPart = (index: number, part: FilterNode | null) => {
      const parts = group.parts.flatMap((one, i) => (i !== index ? [one] : part ? [part] : []))
      onChange({ ...group, parts })
    }
    return (
      <div className={styles.group} data-depth={depth}>
        <div className={styles.groupHead}>
          <SegmentedControl
            aria-label="How the conditions are joined"
            value={group.not ? 'none' : group.join}
            onChange={value =>
              onChange(
                value === 'none'
                  ? { join: 'or', not: true, parts: group.parts }
                  : { join: value === 'or' ? 'or' : 'and', parts: group.parts },
              )
            }
            data={[
              { value: 'and', label: 'All of' },
              { value: 'or', label: 'Any of' },
              { value: 'none', label: 'None of' },
            ]}
          />
          <Button
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() => onChange({ ...group, parts: [...group.parts, fresh()] })}
          >
            Condition
          </Button>
          {depth < 4 ? (
            <Button
              variant="subtle"
              leftSection={<IconPlus size={13} />}
              onClick={() =>
                onChange({
                  ...group,
                  parts: [...group.parts, { join: group.join === 'and' ? 'or' : 'and', parts: [fresh()] }],
                })
              }
            >
              Group
            </Button>
          ) : null}
        </div>
        {group.parts.map((part, index) => (
          <div key={index} className={styles.part}>
            {isGroup(part) ? (
              draw(part, depth + 1, next => setPart(index, next))
            ) : (
              <div className={styles.condition}>
                <Select
                  w={170}
                  searchable
                  aria-label="Column"
                  value={part.column}
                  data={columns.map(column => ({ value: column.key, label: column.title }))}
                  onChange={key => {
                    if (key !== null) setPart(index, fresh(key))
                  }}
                />
                <ConditionEditor
                  decimal={props.decimal}
                  key={part.column}
                  condition={part}
                  data={shapeOf(source, part.column)}
                  values={() => props.valuesOf(part.column)}
                  onChange={next => setPart(index, next)}
                />
              </div>
            )}
            <ActionIcon aria-label="Remove" onClick={() => setPart(index, null)}>
              <IconX size={13} />
            </ActionIcon>
          </div>
        ))}
      </div>
    )
  }
  const passing = props.countOf(tree)
  return (
    <Modal opened onClose={props.onClose} title="Filter" size="xl">
      {draw(tree, 0, setTree)}
      <p className={styles.sentence} role="status">
        {words === '' ? 'Every row passes.' : `Rows where ${words}: ${passing.toLocaleString()}.`}
      </p>
      <Group justify="flex-end" gap={8}>
        <Button
          variant="default"
          onClick={() => {
            props.onTake(null)
            props.onClose()
          }}
        >
          Remove the filter
        </Button>
        <Button
          onClick={() => {
            props.onTake(tree.parts.length > 0 ? tree : null)
            props.onClose()
          }}
        >
          Filter
        </Button>
      </Group>
    </Modal>
  )
}
