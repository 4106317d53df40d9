/** Dialogs that tailor a plan: adding a step, leaving one out with the waiver of its events, and the first day. */
import { Checkbox, Group, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { RecordOf } from '#shared/model/catalog'
import type { DateRule, PlanStep } from '#shared/model/process'
import type { NewStep } from '#shared/process/plan-edit'
import { DayInput } from '../../fields/day-input'
import { DateRuleInput } from '../../records/date-rule-input'
import { DialogForm } from '../../ui/part/verb-form'

/** Asks for a new step; it comes behind `after`. */
export function AddStepDialog({
  after,
  near,
  onAdd,
  onClose,
}: {
  readonly after: string | null
  readonly near: Day
  readonly onAdd: (step: Omit<NewStep, 'id'>) => void
  readonly onClose: () => void
}) {
  const [name, setName] = useState('')
  const [side, setSide] = useState<PlanStep['side']>('buy')
  const [duration, setDuration] = useState<number | string>(1)
  const [rule, setRule] = useState<DateRule | null>(null)
  const [criterion, setCriterion] = useState('')
  const [reason, setReason] = useState('')
  return (
    <DialogForm
      title={after === null ? 'Add a step' : `Add a step after “${after}”`}
      verb="Add the step"
      onSubmit={() => {
        onAdd({ name, side, duration: Number(duration), dateRule: rule, criterion, reason })
      }}
      onClose={onClose}
    >
      <TextInput
        label="Step"
        placeholder="Investment committee"
        data-autofocus
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Group grow>
        <Select
          label="Side"
          allowDeselect={false}
          value={side}
          data={[
            { value: 'buy', label: 'The buyer' },
            { value: 'joint', label: 'Both' },
            { value: 'sell', label: 'Us' },
          ]}
          onChange={next => next && setSide(next as PlanStep['side'])}
        />
        <NumberInput label="Working days" min={0} max={250} value={duration} onChange={setDuration} />
      </Group>
      <DateRuleInput rule={rule} near={near} onRule={setRule} />
      <TextInput
        label="Exit criterion"
        description="What the buyer will have done or said; a step without one moves without the buyer"
        value={criterion}
        onChange={event => setCriterion(event.currentTarget.value)}
      />
      <TextInput
        label="Reason"
        placeholder="Why this deal needs it"
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </DialogForm>
  )
}

/** Asks why a step is left out, and whether the events that only it would show are waived with it (FC-2). */
export function RemoveStepDialog({
  step,
  events,
  onRemove,
  onClose,
}: {
  readonly step: PlanStep
  readonly events: readonly RecordOf<'eventDef'>[]
  readonly onRemove: (reason: string, waive: boolean) => void
  readonly onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const [waive, setWaive] = useState(true)
  return (
    <DialogForm
      title={`Leave out “${step.name}”`}
      verb="Leave it out"
      onSubmit={() => {
        onRemove(reason, waive && events.length > 0)
      }}
      onClose={onClose}
    >
      <Text size="sm">
        {step.mandatory ? 'This step is mandatory. ' : ''}Its {step.duration} working days leave the plan; the
        baseline keeps them.
      </Text>
      <Textarea
        label="Reason"
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      {events.length > 0 && (
        <Checkbox
          label={`Waive the events that only this step would show: ${events.map(each => each.text).join(', ')}`}
          checked={waive}
          onChange={event => setWaive(event.currentTarget.checked)}
        />
      )}
    </DialogForm>
  )
}

/** Asks for the first day of a plan. */
export function StartDialog({
  startOn,
  onStart,
  onClose,
}: {
  readonly startOn: Day
  readonly onStart: (day: Day) => void
  readonly onClose: () => void
}) {
  const [day, setDay] = useState<Day | null>(startOn)
  return (
    <DialogForm
      title="First day of the plan"
      size="sm"
      verb="Move the plan"
      onSubmit={() => {
        if (day !== null) onStart(day)
      }}
      onClose={onClose}
    >
      <DayInput label="Starts on" value={day} onDay={setDay} near={startOn} />
    </DialogForm>
  )
}
