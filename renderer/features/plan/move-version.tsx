/** Comparing a plan with a newer version of its cycle, and moving to it (CY-2). */
import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RecordOf } from '#shared/model/catalog'
import { movedPlan } from '#shared/process/plan-life'
import { planProblemText } from '#shared/process/plan-problem-text'
import { schedulePlan } from '#shared/process/plan-schedule'
import { moveToVersion } from '#shared/process/plan-steps'
import { useAsOf, useSettings } from '../../store/use-region'
import { DialogForm } from '../../ui/part/verb-form'
import type { PlanFacts } from './plan-facts'
import classes from './plan.module.css'
import { say, type PlanEdits } from './use-plan-edits'

/** The dialog: what would stay, change, come and go, and the close that would come out. */
export function MoveVersion({
  facts,
  target,
  edits,
  onClose,
}: {
  readonly facts: PlanFacts
  readonly target: RecordOf<'salesCycleVersion'>
  readonly edits: PlanEdits
  readonly onClose: () => void
}) {
  const { plan, calendar, schedule, version } = facts
  const asOf = useAsOf()
  const { userName } = useSettings()
  const [reason, setReason] = useState(`Version ${target.no}: ${target.changeNote ?? 'newer'}`)
  const move = moveToVersion(plan.steps, target.steps)
  const close = schedulePlan(move.steps, plan.startOn, calendar, asOf).close
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['New', move.added],
    ['Changed', move.changed],
    ['Extra, kept with their dates', move.extra],
    ['No longer there', move.dropped],
    ['Unchanged', move.kept],
  ]
  const go = async (): Promise<void> => {
    const moved = movedPlan(plan, target, calendar, { on: asOf, reason, by: userName || null })
    if (!moved.ok) return say(planProblemText(moved.problem))
    const done = await edits.save(`Move the plan to version ${target.no}`, edit =>
      edit.set('opportunityPlan', plan.id, moved.value),
    )
    if (done) onClose()
  }
  return (
    <DialogForm
      title={`From version ${version?.no ?? ''} to version ${target.no}`}
      size="lg"
      verb={`Move to version ${target.no}`}
      cancel={`Stay on version ${version?.no ?? ''}`}
      onSubmit={go}
      onClose={onClose}
    >
      <dl className={classes.facts}>
        {parts
          .filter(([, names]) => names.length > 0)
          .map(([word, names]) => (
            <div key={word} style={{ display: 'contents' }}>
              <dt>{word}</dt>
              <dd>{names.join(', ')}</dd>
            </div>
          ))}
        <dt>Close</dt>
        <dd>
          {schedule.close ?? 'none'} now, {close ?? 'none'} on version {target.no}
        </dd>
      </dl>
      <Text size="sm" c="dimmed">
        Done steps keep their dates and their evidence.
      </Text>
      {plan.state !== 'draft' && (
        <TextInput
          label="Reason"
          data-autofocus
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      )}
    </DialogForm>
  )
}
