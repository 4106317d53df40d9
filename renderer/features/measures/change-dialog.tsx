/** The dialog that writes a change of the process down: problem, metric with baseline, hypothesis, expectation, pilot, days. */
import { Group, MultiSelect, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { DayInput } from '../../fields/day-input'
import { parseNumber } from '../../fields/parse-number'
import { storeProblemText } from '../../store/store-problem'
import { useAsOf, useRegion, useRegionStore } from '../../store/use-region'
import { DialogForm } from '../../ui/part/verb-form'

const textOf = (value: number | null): string => (value === null ? '' : String(value))
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

interface Numbers {
  readonly baseline: string
  readonly baselineN: string
  readonly expected: string
  readonly result: string
  readonly resultN: string
}

/** The dialog; a null change begins a new one. */
export function ChangeDialog({
  change,
  onClose,
}: {
  readonly change: RecordOf<'processChange'> | null
  readonly onClose: () => void
}) {
  const store = useRegionStore()
  const asOf = useAsOf()
  const reps = useRegion('rep').all('rep')
  const [problem, setProblem] = useState(change?.problem ?? '')
  const [metric, setMetric] = useState(change?.metric ?? '')
  const [hypothesis, setHypothesis] = useState(change?.hypothesis ?? '')
  const [what, setWhat] = useState(change?.change ?? '')
  const [decision, setDecision] = useState(change?.decision ?? '')
  const [pilot, setPilot] = useState<readonly string[]>(change?.pilot ?? [])
  const [startOn, setStartOn] = useState<Day | null>(change?.startOn ?? null)
  const [reviewOn, setReviewOn] = useState<Day | null>(change?.reviewOn ?? null)
  const [numbers, setNumbers] = useState<Numbers>({
    baseline: textOf(change?.baseline ?? null),
    baselineN: textOf(change?.baselineN ?? null),
    expected: textOf(change?.expected ?? null),
    result: textOf(change?.result ?? null),
    resultN: textOf(change?.resultN ?? null),
  })
  const wrong = (key: keyof Numbers): string | null => {
    const value = numbers[key].trim() === '' ? null : parseNumber(numbers[key])
    if (numbers[key].trim() !== '' && value === null) return 'This is no number.'
    return key.endsWith('N') && value !== null && !Number.isInteger(value) ? 'Whole numbers only.' : null
  }
  const anyWrong = (Object.keys(numbers) as (keyof Numbers)[]).some(key => wrong(key) !== null)
  const numberIn = (key: keyof Numbers): number | null =>
    numbers[key].trim() === '' ? null : parseNumber(numbers[key])
  const save = async (): Promise<void> => {
    if (problem.trim() === '' || anyWrong) return
    const values = {
      problem: problem.trim(),
      metric: orNull(metric),
      hypothesis: orNull(hypothesis),
      change: orNull(what),
      decision: orNull(decision),
      pilot: pilot as readonly Id<'rep'>[],
      startOn,
      reviewOn,
      baseline: numberIn('baseline'),
      baselineN: numberIn('baselineN'),
      expected: numberIn('expected'),
      result: numberIn('result'),
      resultN: numberIn('resultN'),
    }
    const done = await store.edit(
      edit => {
        if (change) edit.set('processChange', change.id, values)
        else edit.add('processChange', values)
      },
      { label: `${change ? 'Change' : 'Write down'} “${problem.trim()}”`, source: 'manager' },
    )
    if (done.ok) onClose()
    else notifications.show({ message: storeProblemText(done.problem) })
  }
  const number = (key: keyof Numbers, label: string) => (
    <TextInput
      label={label}
      value={numbers[key]}
      error={wrong(key)}
      onChange={event => {
        const { value } = event.currentTarget
        setNumbers(now => ({ ...now, [key]: value }))
      }}
    />
  )
  return (
    <DialogForm
      size="lg"
      title={change ? 'Process change' : 'New process change'}
      verb="Save"
      disabled={problem.trim() === '' || anyWrong}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label="Problem"
        description="With its number: half of the deals leave after the proposal"
        value={problem}
        onChange={event => setProblem(event.currentTarget.value)}
      />
      <TextInput
        label="Metric"
        description="What will show whether it worked; nothing starts without one"
        value={metric}
        onChange={event => setMetric(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        {number('baseline', 'Baseline')}
        {number('baselineN', 'Baseline n')}
        {number('expected', 'Expected')}
      </Group>
      <Textarea
        label="Hypothesis"
        autosize
        minRows={1}
        value={hypothesis}
        onChange={event => setHypothesis(event.currentTarget.value)}
      />
      <Textarea
        label="Change"
        autosize
        minRows={1}
        value={what}
        onChange={event => setWhat(event.currentTarget.value)}
      />
      <MultiSelect
        label="Pilot reps"
        searchable
        value={[...pilot]}
        onChange={setPilot}
        data={reps.map(each => ({ value: each.id, label: each.name }))}
      />
      <Group grow align="flex-start">
        <DayInput label="Starts on" value={startOn} near={asOf} onDay={setStartOn} />
        <DayInput label="Review on" value={reviewOn} near={asOf} onDay={setReviewOn} />
      </Group>
      {change && change.state !== 'idea' ? (
        <>
          <Group grow align="flex-start">
            {number('result', 'Result')}
            {number('resultN', 'Result n')}
          </Group>
          <TextInput
            label="Decision"
            value={decision}
            onChange={event => setDecision(event.currentTarget.value)}
          />
        </>
      ) : null}
    </DialogForm>
  )
}
