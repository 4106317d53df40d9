/** Marking an action as done: the day, and what shows it. */
import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { RecordOf } from '#shared/model/catalog'
import { actionProblemText, checkActionDone } from '#shared/process/action-item'
import { DayInput } from '../fields/day-input'
import { storeProblemText } from '../store/store-problem'
import { usePlaces } from '../store/use-place'
import { useAsOf, useRegionStore } from '../store/use-region'
import { DialogForm } from '../ui/part/verb-form'

/** Settings of `FinishAction`. */
interface FinishActionProps {
  readonly action: RecordOf<'actionItem'>
  readonly onClose: () => void
}

/** The dialog; show it by drawing it. */
export function FinishAction({ action, onClose }: FinishActionProps) {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const [on, setOn] = useState<Day | null>(asOf)
  const [evidence, setEvidence] = useState(action.evidence ?? '')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const problems = checkActionDone(on, evidence, asOf)
  const said = (...kinds: readonly string[]): string | null => {
    const found = tried ? problems.find(each => kinds.includes(each.kind)) : undefined
    return found ? actionProblemText(found) : null
  }
  const finish = async (): Promise<void> => {
    setTried(true)
    if (problems.length > 0) return
    const done = await store.edit(
      edit => edit.set('actionItem', action.id, { state: 'done', doneOn: on, evidence: evidence.trim() }),
      { label: `Action done: ${action.text}`, source: 'manager', place: places.trail.here as never },
    )
    if (done.ok) onClose()
    else setRefused(storeProblemText(done.problem))
  }
  return (
    <DialogForm
      title="Mark as done"
      size="md"
      verb="Mark as done"
      refused={refused}
      onSubmit={finish}
      onClose={onClose}
    >
      <Text size="sm">{action.text}</Text>
      <Textarea
        label="Evidence"
        description="Who said or sent what. Ctrl+Enter hands it in."
        data-autofocus
        autosize
        minRows={2}
        value={evidence}
        error={said('noEvidence')}
        onChange={event => setEvidence(event.currentTarget.value)}
      />
      <DayInput
        label="Done on"
        value={on}
        onDay={setOn}
        near={asOf}
        width={180}
        error={said('noDoneOn', 'doneInFuture')}
      />
    </DialogForm>
  )
}
