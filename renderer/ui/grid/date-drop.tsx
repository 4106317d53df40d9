/** The calendar under a date that is being typed: the mouse picks a day, Alt+Down hands the keyboard over to it. */
import { Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useState, type ReactNode, type RefObject } from 'react'

/** What the calendar needs. */
export interface DateDropProps {
  /** The field above it. */
  readonly children: ReactNode
  readonly opened: boolean
  readonly title: string
  /** What is typed; shown where it is a whole day as `YYYY-MM-DD`. */
  readonly text: string
  /** The day around which it opens where nothing is typed yet. */
  readonly around: string
  readonly room: RefObject<HTMLDivElement | null>
  readonly onPick: (day: string) => void
  /** Gives the keyboard back to the field. */
  readonly onBack: () => void
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** A calendar hung under `children`. */
export function DateDrop({ children, opened, title, text, around, room, onPick, onBack }: DateDropProps) {
  const day = isDay(text.trim()) ? text.trim() : null
  const [month, setMonth] = useState(day ?? around)
  const [last, setLast] = useState(day)
  if (day !== last) {
    setLast(day)
    if (day !== null) setMonth(day)
  }
  return (
    <Popover opened={opened} position="bottom-start" offset={2} returnFocus={false} withRoles={false}>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown
        ref={room}
        role="group"
        aria-label={`Calendar of ${title}`}
        p={8}
        onMouseDown={event => event.preventDefault()}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key !== 'Escape') return
          event.preventDefault()
          onBack()
        }}
      >
        <DatePicker
          size="xs"
          value={day}
          date={month}
          weekendDays={[]}
          onDateChange={setMonth}
          onChange={picked => {
            if (picked !== null) onPick(picked)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Puts the keyboard on the chosen day of an open calendar, else on its first day that takes it. */
export function enterCalendar(room: HTMLElement | null): void {
  const days = [...(room?.querySelectorAll<HTMLElement>('td button') ?? [])]
  const day = days.find(each => each.dataset['selected']) ?? days.find(each => each.tabIndex === 0) ?? days[0]
  day?.focus()
}
