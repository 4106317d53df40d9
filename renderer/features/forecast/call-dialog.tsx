/** Entering a call: what a rep, or the manager for the rep, commits for a period; once submitted it never changes (FC-16). */
import { NumberInput, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { toMajor, toMinor } from '#shared/base/money'
import { calledAs, type RepCallRow } from '#shared/forecast/rep-call-rows'
import { useWords } from '../../records/use-words'
import { now } from '../../store/clock'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionCurrency, useRegionStore } from '../../store/use-region'
import { DialogForm } from '../../ui/part/verb-form'

/** Settings of `CallDialog`. */
interface CallDialogProps {
  readonly row: RepCallRow
  readonly period: string
  readonly onClose: () => void
}

/** The dialog. */
export function CallDialog({ row, period, onClose }: CallDialogProps) {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const words = useWords()
  const currency = useRegionCurrency()
  const [by, setBy] = useState<'rep' | 'manager'>('rep')
  const [commit, setCommit] = useState<string | number>(
    row.commit === null ? '' : toMajor(row.commit, currency),
  )
  const [best, setBest] = useState<string | number>(
    row.bestCase === null ? '' : toMajor(row.bestCase, currency),
  )
  const [comment, setComment] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (): Promise<void> => {
    const amount = typeof commit === 'number' ? toMinor(commit, currency) : null
    if (amount === null) return setProblem('Give the amount that is committed.')
    const bestCase = typeof best === 'number' ? toMinor(best, currency) : null
    if (bestCase !== null && bestCase < amount)
      return setProblem('The best case is less than the commit. Correct one of the two.')
    const done = await store.edit(
      edit =>
        edit.add('forecastCall', {
          rep: row.rep.id,
          by,
          period,
          asOf,
          commit: amount,
          bestCase,
          currency,
          comment: comment.trim() || null,
          categories: Object.fromEntries(row.rows.map(each => [each.row.id, calledAs(row.call, each)])),
          submittedAt: now(),
        }),
      {
        label: `Call of ${row.rep.name} for ${period}`,
        source: 'manager',
        place: places.trail.here as never,
      },
    )
    if (done.ok) onClose()
    else setProblem(storeProblemText(done.problem))
  }
  return (
    <DialogForm
      title={`Call for ${period}: ${row.rep.name}`}
      size="sm"
      verb="Submit the call"
      refused={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label="Called by"
        value={by}
        onChange={next => setBy(next as 'rep' | 'manager')}
        data={[
          { value: 'rep', label: 'The rep’s call' },
          { value: 'manager', label: 'The manager’s call' },
        ]}
      />
      <NumberInput
        label={`Commit in ${currency}`}
        description={`${words.money(row.closed)} of it is closed already`}
        data-autofocus
        min={0}
        thousandSeparator
        value={commit}
        onChange={setCommit}
      />
      <NumberInput
        label={`Best case in ${currency}`}
        min={0}
        thousandSeparator
        value={best}
        onChange={setBest}
      />
      <TextInput label="Comment" value={comment} onChange={event => setComment(event.currentTarget.value)} />

      <Text size="xs" c="dimmed">
        A call stays as it was given; a later one stands beside it, and the matrix is changed by none.
      </Text>
    </DialogForm>
  )
}
