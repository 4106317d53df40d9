/** A day typed as people type it, with the days that are chosen most often one click away. */
import { Button, Group, TextInput } from '@mantine/core'
import { addDays, type Day } from '#shared/base/day'
import { addMonths } from '#shared/process/disposition'
import { readDay } from '../../fields/parse-day'

/** Settings of `DayInput`; `text` is as typed. */
export interface DayInputProps {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly error?: string | null
  /** Days counted from here are offered: in two weeks, in one month and so on. */
  readonly offerFrom?: Day
  readonly required?: boolean
  readonly autoFocus?: boolean
}

/** The day that a text means; null where it means none. */
export const dayIn = (text: string): Day | null => readDay(text).day

/** What keeps a text from being one day, as a sentence; null where nothing does. */
export function dayProblem(text: string): string | null {
  if (text.trim() === '') return null
  const { day, either } = readDay(text)
  if (day) return null
  return either
    ? `It could be ${either[0]} or ${either[1]}. Type the year first.`
    : 'This is no day. Type it as 2018-03-31.'
}

/** The input. */
export function DayInput(props: DayInputProps) {
  const { label, text, onText, offerFrom, error } = props
  const offers: readonly (readonly [string, Day])[] = offerFrom
    ? [
        ['In 2 weeks', addDays(offerFrom, 14)],
        ['1 month', addMonths(offerFrom, 1)],
        ['3 months', addMonths(offerFrom, 3)],
        ['6 months', addMonths(offerFrom, 6)],
        ['1 year', addMonths(offerFrom, 12)],
      ]
    : []
  return (
    <div>
      <TextInput
        label={label}
        placeholder="2018-03-31"
        value={text}
        required={props.required ?? false}
        withAsterisk={false}
        {...(props.autoFocus ? { 'data-autofocus': true } : {})}
        error={dayProblem(text) ?? error ?? null}
        onChange={event => onText(event.currentTarget.value)}
      />
      {offers.length > 0 ? (
        <Group gap={4} mt={4}>
          {offers.map(([words, day]) => (
            <Button key={words} size="compact-xs" variant="default" onClick={() => onText(day)}>
              {words}
            </Button>
          ))}
        </Group>
      ) : null}
    </div>
  )
}
