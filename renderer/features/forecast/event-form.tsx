/** The form behind an event: record it with its evidence, waive it, or take it back with a reason. */
import { Box, Group, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import type { EventLine } from '#shared/forecast/event-board'
import { DayInput } from '../../fields/day-input'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRecord, useRegion, useRegionStore, useSettings } from '../../store/use-region'
import { VerbForm } from '../../ui/part/verb-form'
import { recordEvent, revokeEvent, waiveEvent } from './record-event'

/** What is to be done with an event. */
export type EventDeed = 'record' | 'waive' | 'revoke'

/** Settings of `EventForm`. */
interface EventFormProps {
  readonly deal: Id<'opportunity'>
  readonly line: EventLine
  readonly deed: EventDeed
  readonly onDone: () => void
}

const verbs: Readonly<Record<EventDeed, string>> = { record: 'Record', waive: 'Waive', revoke: 'Revoke' }

/** The form; Enter in the day or Ctrl+Enter in the text hands it in. */
export function EventForm({ deal, line, deed, onDone }: EventFormProps) {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const { userName } = useSettings()
  const account = useRecord('opportunity', deal)?.account ?? null
  const region = useRegion('person')
  const [on, setOn] = useState<Day | null>(asOf)
  const [words, setWords] = useState('')
  const [person, setPerson] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const people = account === null ? [] : region.where('person', 'account', account)
  const submit = async (): Promise<void> => {
    if (on === null) return setProblem('Give the day on which it happened.')
    const desk = { store, asOf, place: places.trail.here }
    const by = userName || null
    const text = words.trim()
    const done =
      deed === 'record'
        ? await recordEvent(desk, deal, line.def, {
            on,
            evidence: text,
            person: person as Id<'person'> | null,
            by,
          })
        : deed === 'waive'
          ? await waiveEvent(desk, deal, line.def, { on, reason: text, by })
          : line.record
            ? await revokeEvent(desk, line.record as RecordOf<'opportunityEvent'>, line.def, {
                on,
                reason: text,
                by,
              })
            : null
    if (done && !done.ok) setProblem(done.problem)
    else onDone()
  }
  const asks =
    deed === 'record'
      ? { label: 'Evidence', hint: line.def.evidenceHint ?? 'Who of the buyer did or said what, and how' }
      : deed === 'waive'
        ? { label: 'Reason', hint: 'Why this deal does not need it' }
        : { label: 'Reason', hint: 'What happened: budget withdrawn, sponsor left' }
  return (
    <Box py="xs">
      <VerbForm verb={verbs[deed]} refused={problem} onSubmit={submit} onCancel={onDone}>
        <Textarea
          label={asks.label}
          placeholder={asks.hint}
          data-autofocus
          autoFocus
          autosize
          minRows={2}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
        <Group gap="xs" align="flex-start">
          <DayInput
            label={deed === 'revoke' ? 'No longer true since' : 'Happened on'}
            value={on}
            onDay={setOn}
            near={asOf}
            width={150}
          />
          {deed === 'record' && people.length > 0 && (
            <Select
              label="Said by"
              w={180}
              clearable
              searchable
              value={person}
              onChange={setPerson}
              data={people.map(each => ({ value: each.id as string, label: each.name }))}
            />
          )}
        </Group>
      </VerbForm>
    </Box>
  )
}
