/** A field for a day, typed as people write days or picked from a calendar. */
import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import { readDay } from './parse-day'

/** Settings of `DayInput`. */
interface DayInputProps {
  readonly label: string
  readonly value: Day | null
  readonly onDay: (day: Day | null) => void
  /** The month that the calendar opens at where no day is given yet. */
  readonly near: Day
  readonly error?: string | null
  readonly required?: boolean
  readonly description?: string
  readonly width?: number
}

/** The field; what cannot be read as a day is refused when the field is left. */
export function DayInput(props: DayInputProps) {
  const { value, onDay } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const handIn = (): void => {
    if (typed === null) return
    const read = readDay(typed)
    if (typed.trim() === '') onDay(null)
    else if (read.day) onDay(read.day)
    else
      return setProblem(
        read.either
          ? `This is ${read.either[0]} or ${read.either[1]}. Write it as YYYY-MM-DD.`
          : 'Write a day as YYYY-MM-DD.',
      )
    setTyped(null)
    setProblem(null)
  }
  return (
    <TextInput
      label={props.label}
      placeholder="YYYY-MM-DD"
      value={typed ?? value ?? ''}
      error={problem ?? props.error ?? null}
      required={props.required ?? false}
      withAsterisk={false}
      {...(props.description === undefined ? {} : { description: props.description })}
      {...(props.width === undefined ? {} : { w: props.width })}
      onChange={event => {
        const text = event.currentTarget.value
        setTyped(text)
        setProblem(null)
        // A whole ISO day is taken at once, so that Enter right after typing sends it.
        if (/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) {
          const read = readDay(text).day
          if (read) onDay(read)
        }
      }}
      onBlur={handIn}
      onKeyDown={event => {
        if (event.key === 'Enter') handIn()
      }}
      rightSection={
        <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Pick ${props.label.toLowerCase()} from a calendar`}
              onClick={() => setOpened(!opened)}
            >
              <IconCalendar size={14} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={value}
              defaultDate={value ?? props.near}
              onChange={day => {
                setOpened(false)
                setTyped(null)
                setProblem(null)
                onDay(day as Day | null)
              }}
              ariaLabels={{ nextMonth: 'Next month', previousMonth: 'Previous month' }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}
