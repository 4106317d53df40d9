/** Edits one condition: its operator, and its values by the kind of column and operator. */
import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { isText, type ColumnData } from './engine/column-data'
import { arity, operatorsOf, type Condition, type Operator, type Period } from './engine/filter'
import { operatorName, periodWords } from './engine/filter-sentence'
import type { DecimalSign } from './engine/format-cell'
import type { ValueCount } from './engine/value-list'

/** What the editor needs. */
export interface ConditionEditorProps {
  readonly condition: Condition
  readonly data: ColumnData
  /** The sign before decimals as typed. */
  readonly decimal: DecimalSign
  /** The column's values with counts, for operators that take many. */
  readonly values: () => readonly ValueCount[]
  readonly onChange: (condition: Condition) => void
}

/** At most so many values are offered; typing finds the others. */
const offered = 100

/** The operator and its values, side by side. */
export function ConditionEditor({ condition, data, decimal, values, onChange }: ConditionEditorProps) {
  const { op } = condition
  const setOp = (next: Operator) => {
    const keep = arity(next) === arity(op) && (next === 'inPeriod') === (op === 'inPeriod')
    onChange({ ...condition, op: next, values: keep ? condition.values : [] })
  }
  return (
    <>
      <Select
        w={190}
        aria-label="Operator"
        value={op}
        data={operatorsOf(data.kind).map(one => ({ value: one, label: operatorName(one) }))}
        onChange={next => {
          const found = operatorsOf(data.kind).find(one => one === next)
          if (found) setOp(found)
        }}
      />
      <Values condition={condition} data={data} decimal={decimal} values={values} onChange={onChange} />
    </>
  )
}

function Values({ condition, data, decimal, values, onChange }: ConditionEditorProps) {
  const { op } = condition
  const need = arity(op)
  if (need === 0) return null
  if (op === 'inPeriod') {
    return (
      <Select
        w={170}
        aria-label="Period"
        value={condition.values[0] === undefined ? null : String(condition.values[0])}
        data={(Object.keys(periodWords) as Period[]).map(period => ({
          value: period,
          label: periodWords[period],
        }))}
        onChange={value => onChange({ ...condition, values: value === null ? [] : [value] })}
      />
    )
  }
  if (need === 'many')
    return (
      <ManyValues condition={condition} data={data} decimal={decimal} values={values} onChange={onChange} />
    )
  const set = (index: number, value: string | number) => {
    const next = [...condition.values]
    while (next.length < index) next.push('')
    next[index] = value
    onChange({ ...condition, values: next })
  }
  const one = (index: number) => {
    const value = condition.values[index] ?? ''
    const label = need === 2 ? (index === 0 ? 'From' : 'To') : 'Value'
    if (isText(data)) {
      return (
        <TextInput
          key={index}
          w={190}
          aria-label={label}
          value={String(value)}
          onChange={event => set(index, event.currentTarget.value)}
        />
      )
    }
    const days = op === 'inLast' || op === 'inNext' || op === 'olderThan'
    if (data.kind === 'date' && !days) {
      return (
        <TextInput
          key={index}
          w={130}
          type="date"
          aria-label={label}
          value={String(value)}
          onChange={event => set(index, event.currentTarget.value)}
        />
      )
    }
    const percent = data.kind === 'percent'
    const shown = value === '' ? '' : percent ? Number((Number(value) * 100).toPrecision(12)) : Number(value)
    return (
      <NumberInput
        key={index}
        w={130}
        aria-label={label}
        suffix={percent ? ' %' : days ? ' days' : ''}
        thousandSeparator={decimal === ',' ? '.' : ','}
        decimalSeparator={decimal}
        value={shown}
        onChange={next => {
          if (typeof next === 'number') set(index, percent ? Number((next / 100).toPrecision(12)) : next)
          else set(index, '')
        }}
      />
    )
  }
  return need === 2 ? (
    <>
      {one(0)}
      {one(1)}
    </>
  ) : (
    one(0)
  )
}

function ManyValues({ condition, data, values, onChange }: ConditionEditorProps) {
  const flags = data.kind === 'flags' ? data.flags : null
  const numeric = !isText(data) && data.kind !== 'flags' && data.kind !== 'date'
  const listed = flags
    ? flags.map(flag => ({ value: flag.key, label: flag.label }))
    : isText(data)
      ? values().flatMap(({ value, count }) =>
          typeof value === 'string' ? [{ value, label: `${value} (${count.toLocaleString()})` }] : [],
        )
      : condition.values.map(value => ({ value: String(value), label: String(value) }))
  return (
    <MultiSelect
      miw={220}
      maw={420}
      searchable
      limit={offered}
      aria-label="Values"
      placeholder="Type to find"
      value={condition.values.map(String)}
      data={listed}
      onChange={next => onChange({ ...condition, values: numeric ? next.map(Number) : next })}
    />
  )
}
