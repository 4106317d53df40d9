/** The rules of conditional formats: which cells get a tone, a bar or a scale. */
import { ActionIcon, Button, Group, Modal, Select } from '@mantine/core'
import { IconArrowUp, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { ConditionEditor } from './condition-editor'
import { shapeOf, type GridSource, type Tone } from './engine/column-data'
import { operatorsOf } from './engine/filter'
import type { FormatRule } from './engine/format-rules'
import type { DecimalSign } from './engine/format-cell'
import type { ValueCount } from './engine/value-list'
import styles from './filter-builder.module.css'
import type { GridColumn } from './grid-props'

/** What the dialog needs. */
export interface FormatsDialogProps {
  readonly source: GridSource
  readonly columns: readonly GridColumn[]
  readonly rules: readonly FormatRule[]
  readonly valuesOf: (key: string) => readonly ValueCount[]
  /** The sign before decimals as typed. */
  readonly decimal: DecimalSign
  readonly onTake: (rules: readonly FormatRule[]) => void
  readonly onClose: () => void
}

const tones: readonly { readonly value: Tone; readonly label: string }[] = [
  { value: 'ok', label: 'Good (●)' },
  { value: 'info', label: 'Note (◆)' },
  { value: 'warn', label: 'Warning (▲)' },
  { value: 'danger', label: 'Serious (■)' },
  { value: 'neutral', label: 'Quiet (○)' },
]

const kinds = [
  { value: 'tone', label: 'Mark cells' },
  { value: 'bar', label: 'Draw a bar' },
  { value: 'scale', label: 'Colour by size' },
  { value: 'diverging', label: 'Colour around zero' },
]

function kindOf(rule: FormatRule): string {
  return rule.kind === 'scale' && rule.diverging ? 'diverging' : rule.kind
}

/** The dialog with the list of rules; the first that speaks for a cell wins. */
export function FormatsDialog(props: FormatsDialogProps) {
  const { source, columns } = props
  const [rules, setRules] = useState(props.rules)
  const make = (kind: string, column: string): FormatRule => {
    if (kind === 'bar') return { kind: 'bar', column }
    if (kind === 'scale' || kind === 'diverging')
      return { kind: 'scale', column, diverging: kind === 'diverging' }
    const op = operatorsOf(shapeOf(source, column).kind)[0] ?? 'contains'
    return { kind: 'tone', column, when: { column, op, values: [] }, tone: 'warn' }
  }
  const set = (index: number, rule: FormatRule | null) =>
    setRules(rules.flatMap((one, i) => (i !== index ? [one] : rule ? [rule] : [])))
  const up = (index: number) => {
    const next = [...rules]
    const [one] = next.splice(index, 1)
    if (one) next.splice(index - 1, 0, one)
    setRules(next)
  }
  const first = columns[0]?.key
  return (
    <Modal opened onClose={props.onClose} title="Conditional formats" size="xl">
      {rules.length === 0 ? <p>No rules yet.</p> : null}
      {rules.map((rule, index) => (
        <div key={index} className={styles.part}>
          <div className={styles.condition}>
            <Select
              w={160}
              searchable
              aria-label="Column"
              value={rule.column}
              data={columns.map(column => ({ value: column.key, label: column.title }))}
              onChange={key => {
                if (key !== null) set(index, make(kindOf(rule), key))
              }}
            />
            <Select
              w={150}
              aria-label="What to draw"
              value={kindOf(rule)}
              data={'values' in shapeOf(source, rule.column) ? kinds : kinds.slice(0, 1)}
              onChange={kind => {
                if (kind !== null) set(index, make(kind, rule.column))
              }}
            />
            {rule.kind === 'tone' ? (
              <>
                <ConditionEditor
                  decimal={props.decimal}
                  key={rule.column}
                  condition={rule.when}
                  data={shapeOf(source, rule.column)}
                  values={() => props.valuesOf(rule.column)}
                  onChange={when => set(index, { ...rule, when })}
                />
                <Select
                  w={130}
                  aria-label="Mark"
                  value={rule.tone}
                  data={tones}
                  onChange={tone => {
                    const found = tones.find(one => one.value === tone)
                    if (found) set(index, { ...rule, tone: found.value })
                  }}
                />
              </>
            ) : null}
          </div>
          {index > 0 ? (
            <ActionIcon aria-label="Move the rule up" onClick={() => up(index)}>
              <IconArrowUp size={13} />
            </ActionIcon>
          ) : null}
          <ActionIcon aria-label="Remove the rule" onClick={() => set(index, null)}>
            <IconX size={13} />
          </ActionIcon>
        </div>
      ))}
      <Group justify="space-between" mt={14}>
        <Button
          variant="default"
          disabled={first === undefined}
          onClick={() => first !== undefined && setRules([...rules, make('tone', first)])}
        >
          Add a rule
        </Button>
        <Button
          onClick={() => {
            props.onTake(rules)
            props.onClose()
          }}
        >
          Apply
        </Button>
      </Group>
    </Modal>
  )
}
