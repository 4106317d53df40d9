/** A buyer's date: none, one day, or a weekday of each month. */
import { Group, Select } from '@mantine/core'
import type { Day } from '#shared/base/day'
import type { DateRule } from '#shared/model/process'
import { weekdayNames } from '#shared/process/date-rule'
import { DayInput } from '../fields/day-input'

const weeks = [
  { value: '1', label: 'First' },
  { value: '2', label: 'Second' },
  { value: '3', label: 'Third' },
  { value: '4', label: 'Fourth' },
  { value: '5', label: 'Last' },
]
const days = weekdayNames.map((label, at) => ({ value: String(at), label }))

/** The field; every choice is handed in at once. */
export function DateRuleInput({
  rule,
  near,
  onRule,
  disabled = false,
}: {
  readonly rule: DateRule | null
  readonly near: Day
  readonly onRule: (rule: DateRule | null) => void
  readonly disabled?: boolean
}) {
  const choose = (kind: string | null): void => {
    if (kind === 'date') onRule({ kind: 'date', on: near })
    else if (kind === 'monthly') onRule({ kind: 'monthly', week: 2, weekday: 1 })
    else onRule(null)
  }
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <Select
        label="Buyer’s date"
        w={150}
        disabled={disabled}
        allowDeselect={false}
        value={rule?.kind ?? 'none'}
        data={[
          { value: 'none', label: 'None' },
          { value: 'date', label: 'One day' },
          { value: 'monthly', label: 'Every month' },
        ]}
        onChange={choose}
      />
      {rule?.kind === 'date' && !disabled && (
        <DayInput
          label="On"
          width={150}
          value={rule.on}
          near={rule.on}
          onDay={on => on && onRule({ kind: 'date', on })}
        />
      )}
      {rule?.kind === 'monthly' && (
        <>
          <Select
            label="Week"
            w={100}
            disabled={disabled}
            allowDeselect={false}
            data={weeks}
            value={String(rule.week)}
            onChange={week => week && onRule({ ...rule, week: Number(week) })}
          />
          <Select
            label="Weekday"
            w={130}
            disabled={disabled}
            allowDeselect={false}
            data={days}
            value={String(rule.weekday)}
            onChange={day => day && onRule({ ...rule, weekday: Number(day) })}
          />
        </>
      )}
    </Group>
  )
}
