/** The chosen step of a plan: how its dates came about, the cliff behind it, its exit criteria, and how to do it well. */
import { Button, Group, NumberInput, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { CycleStep } from '#shared/model/process'
import { explainDates } from '#shared/process/date-derivation'
import { dateRuleWords } from '#shared/process/date-rule'
import { setDateRule, setDuration } from '#shared/process/plan-edit'
import type { Cliff, ScheduledStep } from '#shared/process/plan-schedule'
import { AddAction } from '../../records/add-action'
import { DateRuleInput } from '../../records/date-rule-input'
import { useAsOf } from '../../store/use-region'
import { Panel } from '../../ui/part/panel'
import type { DealPlan, PlanFacts } from './plan-facts'
import classes from './plan.module.css'
import type { PlanEdits } from './use-plan-edits'

/** What the panel asks its plan to do. */
interface StepVerbs {
  readonly onTick: () => void
  readonly onRemove: () => void
  readonly onEarlier: () => void
  readonly onLater: () => void
}

/** The panel. */
export function StepPanel({
  deal,
  facts,
  placed,
  cliff,
  edits,
  verbs,
}: {
  readonly deal: DealPlan
  readonly facts: PlanFacts
  readonly placed: ScheduledStep
  readonly cliff: Cliff | null
  readonly edits: PlanEdits
  readonly verbs: StepVerbs
}) {
  const asOf = useAsOf()
  const { step } = placed
  const { plan, calendar, version } = facts
  const words = explainDates(placed, plan.startOn, calendar, asOf)
  const teaches = version?.steps.find(each => each.key === step.key) ?? null
  const over = plan.state === 'closed' || plan.state === 'abandoned'
  const open = step.actualEnd === null && !over
  return (
    <div className={classes.step}>
      <Panel
        title={step.name}
        tools={
          over ? undefined : (
            <Group gap={6}>
              <Button size="compact-xs" onClick={verbs.onTick}>
                {step.status === 'done' ? 'Correct the tick' : 'Tick'}
              </Button>
              <AddAction
                seed={{
                  origin: 'plan',
                  originId: step.id,
                  opportunity: deal.row.id,
                  text: step.criteria.find(each => !each.met && !each.waived)?.text ?? '',
                }}
              />
            </Group>
          )
        }
      >
        <dl className={classes.facts}>
          <dt>Start {placed.start}</dt>
          <dd>{words.start}</dd>
          <dt>End {placed.end}</dt>
          <dd>{words.end}</dd>
          {words.slip !== null && (
            <>
              <dt>
                Slip {(placed.slip ?? 0) > 0 ? '+' : ''}
                {placed.slip}
              </dt>
              <dd>{words.slip}</dd>
            </>
          )}
          {words.float !== null && (
            <>
              <dt>Float {placed.float}</dt>
              <dd>
                {words.float}
                {cliff && (
                  <strong className={classes.cliff}>
                    {' '}
                    A working day later the close jumps from {cliff.closeNow} to {cliff.closeAfter}:{' '}
                    {cliff.jump > 0 ? '+' : ''}
                    {cliff.jump} working days.
                  </strong>
                )}
              </dd>
            </>
          )}
          {placed.missed && (
            <>
              <dt>Date missed</dt>
              <dd className={classes.cliff}>
                {placed.missed.was} is missed
                {placed.missed.because === null ? '' : ` by “${placed.missed.because}”`}; the next one is{' '}
                {placed.missed.now}.
              </dd>
            </>
          )}
          {step.reason !== null && (
            <>
              <dt>Reason</dt>
              <dd>{step.reason}</dd>
            </>
          )}
        </dl>
        {open && (
          <Group align="flex-end" gap="xs" mt="sm">
            <NumberInput
              key={`${step.id}/${step.duration}`}
              label="Working days"
              w={110}
              min={0}
              max={250}
              defaultValue={step.duration}
              onBlur={event => {
                const days = Number(event.currentTarget.value)
                if (days !== step.duration)
                  edits.change(`Set duration of ${step.name}`, draft => setDuration(draft, step.id, days))
              }}
            />
            <DateRuleInput
              rule={step.dateRule}
              near={placed.start}
              onRule={rule =>
                edits.change(
                  rule
                    ? `Set the buyer’s date of ${step.name}: ${dateRuleWords(rule)}`
                    : `Take the buyer’s date from ${step.name}`,
                  draft => setDateRule(draft, step.id, rule),
                )
              }
            />
          </Group>
        )}
        {open && (
          <Group gap={6} mt="sm">
            <Button size="compact-xs" variant="default" onClick={verbs.onEarlier}>
              Earlier in the order
            </Button>
            <Button size="compact-xs" variant="default" onClick={verbs.onLater}>
              Later in the order
            </Button>
            <Button size="compact-xs" variant="subtle" color="red" onClick={verbs.onRemove}>
              Leave out
            </Button>
          </Group>
        )}
      </Panel>
      <Panel title="Exit criteria">
        <Criteria placed={placed} />
        <Notes key={step.id} placed={placed} facts={facts} edits={edits} />
      </Panel>
      <Panel title="How to do it">
        <Guide step={teaches} />
      </Panel>
    </div>
  )
}

function Criteria({ placed }: { readonly placed: ScheduledStep }) {
  const { criteria } = placed.step
  if (criteria.length === 0)
    return (
      <Text size="sm" c="var(--qd-warn)">
        No exit criterion (CY-W2): this step can end without the buyer.
      </Text>
    )
  return (
    <ul className={classes.criteria}>
      {criteria.map(each => (
        <li key={each.key} data-met={each.met || undefined}>
          <span>{each.met ? 'Met' : each.waived ? 'Waived' : 'Open'}</span>
          <div>
            {each.text}
            {each.buyerRole ? `, ${each.buyerRole.toLowerCase()}` : ''}
            {(each.met || each.waived) && (
              <Text size="xs" c="dimmed">
                {each.metOn === null ? '' : `${each.metOn}: `}
                {each.evidence ?? each.reason ?? ''}
                {each.by === null ? '' : `, noted by ${each.by}`}
              </Text>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Notes({
  placed,
  facts,
  edits,
}: {
  readonly placed: ScheduledStep
  readonly facts: PlanFacts
  readonly edits: PlanEdits
}) {
  const { step } = placed
  const [notes, setNotes] = useState(step.notes ?? '')
  const keep = (): void => {
    const next = notes.trim() || null
    if (next === step.notes) return
    void edits.save(`Note on ${step.name}`, edit =>
      edit.set('opportunityPlan', facts.plan.id, {
        steps: facts.plan.steps.map(each => (each.id === step.id ? { ...each, notes: next } : each)),
      }),
    )
  }
  return (
    <Textarea
      mt="sm"
      label="Notes"
      autosize
      minRows={1}
      value={notes}
      onChange={event => setNotes(event.currentTarget.value)}
      onBlur={keep}
    />
  )
}

function Guide({ step }: { readonly step: CycleStep | null }) {
  if (!step)
    return (
      <Text size="sm" c="dimmed">
        This step was added by hand; the cycle says nothing about it.
      </Text>
    )
  const parts: readonly (readonly [string, string])[] = [
    ['Objective', step.objective],
    ['Needed before', step.prerequisites.join('; ')],
    ['Buyers', step.buyerRoles.join(', ')],
    ['Ours', step.sellerRoles.join(', ')],
    ['Prepare', step.preparation],
    ['Do', step.guidelines],
    ['Afterwards', step.postStep],
    ['Tools', step.tools.join(', ')],
  ]
  const filled = parts.filter(([, text]) => text !== '')
  return filled.length === 0 ? (
    <Text size="sm" c="dimmed">
      The cycle says nothing about this step yet.
    </Text>
  ) : (
    <dl className={classes.facts}>
      {filled.map(([name, text]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
