/** Ticking a step: its days, and for each exit criterion what shows that the buyer did it, or why it is waived. */
import { Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import type { CriterionResult, PlanStep } from '#shared/model/process'
import { planProblemText } from '#shared/process/plan-problem-text'
import { applyTick, tick } from '#shared/process/tick'
import { DayInput } from '../../fields/day-input'
import { useAsOf, useRegionStore, useSettings } from '../../store/use-region'
import { DialogForm } from '../../ui/part/verb-form'
import type { PlanEdits } from './use-plan-edits'

/** The dialog; show it by drawing it. */
export function TickDialog({
  deal,
  step,
  plannedStart,
  save,
  onClose,
}: {
  readonly deal: Id<'opportunity'>
  readonly step: PlanStep
  readonly plannedStart: Day
  readonly save: PlanEdits['save']
  readonly onClose: () => void
}) {
  const store = useRegionStore()
  const asOf = useAsOf()
  const { userName } = useSettings()
  const [startOn, setStartOn] = useState<Day | null>(
    step.actualStart ?? (plannedStart <= asOf ? plannedStart : null),
  )
  const [endOn, setEndOn] = useState<Day | null>(step.actualEnd ?? asOf)
  const [results, setResults] = useState<readonly CriterionResult[]>(
    step.criteria.map(({ key, met, waived, metOn, evidence, by, reason }) => ({
      key,
      met,
      waived,
      metOn,
      evidence,
      by,
      reason,
    })),
  )
  const [problems, setProblems] = useState<readonly string[]>([])
  const set = (key: string, values: Partial<CriterionResult>): void =>
    setResults(results.map(each => (each.key === key ? { ...each, ...values } : each)))
  const missing = results.filter(each => !each.met && !each.waived).length
  const done = async (): Promise<void> => {
    if (endOn === null) return setProblems([planProblemText({ kind: 'noEnd' })])
    const by = userName || null
    const proof = {
      on: endOn,
      evidence: results.find(each => each.met)?.evidence ?? '',
      person: null,
      by,
    }
    const target = {
      kind: 'step',
      step: step.id,
      startOn,
      results: results.map(each => (each.met ? { ...each, metOn: each.metOn ?? endOn, by } : each)),
    } as const
    const found = tick(store.region, deal, target, proof, asOf)
    if (!found.ok) return setProblems(found.problem.map(planProblemText))
    const label = found.value.unconfirmed ? `Ended: ${step.name}` : `Done: ${step.name}`
    if (await save(label, edit => applyTick(edit, found.value))) onClose()
  }
  return (
    <DialogForm
      title={`Tick “${step.name}”`}
      size="lg"
      verb={missing > 0 ? 'Keep the end' : 'Mark as done'}
      refused={problems.length === 0 ? null : problems.map(each => <div key={each}>{each}</div>)}
      onSubmit={done}
      onClose={onClose}
    >
      <Group align="flex-start">
        <DayInput label="Began on" width={170} value={startOn} onDay={setStartOn} near={plannedStart} />
        <DayInput label="Ended on" width={170} value={endOn} onDay={setEndOn} near={asOf} />
      </Group>
      {step.criteria.length === 0 && (
        <Text size="sm" c="dimmed">
          This step has no exit criterion of the buyer; only its end is kept.
        </Text>
      )}
      {step.criteria.map((criterion, at) => {
        const result = results.find(each => each.key === criterion.key)
        if (!result) return null
        return (
          <Stack key={criterion.key} gap={4}>
            <Checkbox
              label={criterion.text}
              {...(at === 0 ? { 'data-autofocus': true } : {})}
              checked={result.met}
              onChange={event =>
                set(criterion.key, {
                  met: event.currentTarget.checked,
                  waived: false,
                  metOn: event.currentTarget.checked ? (result.metOn ?? endOn) : null,
                })
              }
            />
            {result.met && (
              <TextInput
                ml={28}
                label={`Evidence: ${criterion.buyerRole ?? 'who of the buyer'}`}
                placeholder="Who said or wrote what"
                value={result.evidence ?? ''}
                onChange={event => set(criterion.key, { evidence: event.currentTarget.value })}
              />
            )}
            {!result.met && (
              <Group ml={28} gap="xs">
                <Checkbox
                  size="xs"
                  label="Waive"
                  checked={result.waived}
                  onChange={event => set(criterion.key, { waived: event.currentTarget.checked })}
                />
                {result.waived && (
                  <TextInput
                    style={{ flex: 1 }}
                    aria-label={`Reason for waiving: ${criterion.text}`}
                    placeholder="Reason"
                    value={result.reason ?? ''}
                    onChange={event => set(criterion.key, { reason: event.currentTarget.value })}
                  />
                )}
              </Group>
            )}
          </Stack>
        )
      })}
      {missing > 0 && (
        <Text size="sm" c="var(--qd-warn)">
          {missing} of {results.length} not shown by the buyer: the step stays in progress.
        </Text>
      )}
    </DialogForm>
  )
}
