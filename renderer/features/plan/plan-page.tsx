/** A plan on its page: head, warnings, the picture, the chosen step, milestones and actions, with all their verbs. */
import { Button, Group, Text } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { addDays } from '#shared/base/day'
import type { PlanStep } from '#shared/model/process'
import {
  addStep,
  moveStep,
  putBack,
  removeStep,
  reorder,
  setDuration,
  setStart,
} from '#shared/process/plan-edit'
import { baselined } from '#shared/process/plan-life'
import { cliffOf, isLive, schedulePlan } from '#shared/process/plan-schedule'
import { skippedAhead } from '#shared/process/plan-steps'
import { waivable, waiveEvents } from '#shared/process/revoke'
import { DealActions } from '../../records/deal-actions'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionStore, useSettings } from '../../store/use-region'
import { ConfirmDialog } from '../../ui/part/confirm-dialog'
import { Panel } from '../../ui/part/panel'
import { Gantt, type GanttMark, type GanttVerbs } from './gantt'
import type { BarDrag } from './gantt-bars'
import { MilestonesPanel } from './milestones-panel'
import { MoveVersion } from './move-version'
import type { DealPlan, PlanFacts } from './plan-facts'
import { PlanHead } from './plan-head'
import { PlanWarnings } from './plan-warnings'
import classes from './plan.module.css'
import { AddStepDialog, RemoveStepDialog, StartDialog } from './step-dialogs'
import { StepPanel } from './step-panel'
import { TickDialog } from './tick-dialog'
import { usePlanEdits } from './use-plan-edits'

type Asking = 'tick' | 'add' | 'remove' | 'start' | 'abandon' | 'compare'

/** The page of a plan. */
export function PlanPage({ deal, facts }: { readonly deal: DealPlan; readonly facts: PlanFacts }) {
  const { region } = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const { userName } = useSettings()
  const { plan, schedule, calendar, newer, cycle } = facts
  const edits = usePlanEdits(facts, deal.row.deal.name)
  const { change } = edits
  const [chosen, setChosen] = useState<string | null>(() => firstOpen(plan.steps))
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = (): void => setAsking(null)
  const until = deal.row.state === 'open' ? asOf : null
  const placed = schedule.steps.find(each => each.step.id === chosen) ?? schedule.steps[0] ?? null
  const step = placed?.step ?? null
  const nameOf = useCallback(
    (id: string): string => plan.steps.find(each => each.id === id)?.name ?? 'step',
    [plan],
  )
  const cliff = useMemo(
    () => (step ? cliffOf(plan.steps, plan.startOn, calendar, until, step.id) : null),
    [step, plan, calendar, until],
  )
  const marks: readonly GanttMark[] = useMemo(
    () => [
      { name: 'As of', day: asOf, tone: 'today' },
      { name: 'Plan', day: schedule.close, tone: 'close' },
      { name: 'Matrix', day: deal.matrixClose, tone: 'matrix' },
      { name: 'CRM', day: deal.row.deal.expectedClose, tone: 'crm' },
    ],
    [asOf, schedule, deal],
  )
  const preview = useCallback(
    (drag: BarDrag) => {
      const draft = { startOn: plan.startOn, steps: plan.steps }
      const next =
        drag.kind === 'move'
          ? moveStep(draft, drag.id, drag.by, calendar)
          : setDuration(draft, drag.id, drag.days)
      return next.ok ? schedulePlan(next.value.steps, next.value.startOn, calendar, until) : null
    },
    [plan, calendar, until],
  )
  const verbs: GanttVerbs = useMemo(
    () => ({
      onSelect: setChosen,
      onMove: (id, by) =>
        change(`Move ${nameOf(id)}`, draft => moveStep(draft, id, by, calendar), { key: `move/${id}` }),
      onDuration: (id, days) =>
        change(`Set duration of ${nameOf(id)}`, draft => setDuration(draft, id, days), {
          key: `days/${id}`,
        }),
      onOrder: (id, by) => change(`Reorder ${nameOf(id)}`, draft => reorder(draft, id, by)),
      onTick: id => (setChosen(id), setAsking('tick')),
      onAdd: id => (setChosen(id), setAsking('add')),
      onRemove: id => (setChosen(id), setAsking('remove')),
    }),
    [change, nameOf, calendar],
  )
  const waivers = useMemo(
    () => (step && asking === 'remove' ? waivable(region, plan, step, region.all('eventDef')) : []),
    [region, plan, step, asking],
  )
  const ahead = skippedAhead(plan.steps)
  const out = plan.steps.filter(each => !isLive(each))
  const by = userName || null
  return (
    <>
      <PlanHead
        deal={deal}
        facts={facts}
        shown={schedule}
        verbs={{
          onBaseline: () =>
            void edits.save('Set the baseline', edit =>
              edit.set('opportunityPlan', plan.id, baselined(plan, calendar, asOf, by)),
            ),
          onReplan: edits.askReplan,
          onRun: () =>
            void edits.save('Run the new plan', edit =>
              edit.set('opportunityPlan', plan.id, { state: 'running' }),
            ),
          onCompare: () => setAsking('compare'),
          onAdd: () => setAsking('add'),
          onStart: () => setAsking('start'),
          onAbandon: () => setAsking('abandon'),
          onCycle: () =>
            places.go({ screen: 'process', filters: { cycle: cycle?.id ?? null, version: plan.version } }),
        }}
      />
      <PlanWarnings deal={deal} />
      {ahead.length > 0 && (
        <Text size="sm" px={12} c="var(--qd-warn)">
          Skipped ahead: {ahead.map(each => `“${each.name}”`).join(', ')} done while a mandatory step before
          is open (CY-8).
        </Text>
      )}
      <div>
        <Gantt
          schedule={schedule}
          calendar={calendar}
          selected={step?.id ?? null}
          verbs={verbs}
          marks={marks}
          preview={preview}
          cliff={cliff}
        />
      </div>
      <div className={classes.below}>
        {placed && (
          <StepPanel
            deal={deal}
            facts={facts}
            placed={placed}
            cliff={cliff}
            edits={edits}
            verbs={{
              onTick: () => setAsking('tick'),
              onRemove: () => setAsking('remove'),
              onEarlier: () => verbs.onOrder(placed.step.id, -1),
              onLater: () => verbs.onOrder(placed.step.id, 1),
            }}
          />
        )}
        <div className={classes.pair}>
          <MilestonesPanel deal={deal.row.id} save={edits.save} />
          <DealActions deal={deal.row.id} origin="plan" />
          {out.length > 0 && (
            <Panel title="Left out" note={`${out.length} ${out.length === 1 ? 'step' : 'steps'}`}>
              {out.map(each => (
                <Group key={each.id} justify="space-between" wrap="nowrap" className={classes.out}>
                  <span>
                    {each.name}: {each.reason ?? 'no reason given (CY-W6)'}
                  </span>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => change(`Put back ${each.name}`, draft => putBack(draft, each.id))}
                  >
                    Put back
                  </Button>
                </Group>
              ))}
            </Panel>
          )}
          <Revisions facts={facts} />
        </div>
      </div>
      {asking === 'tick' && placed && (
        <TickDialog
          deal={deal.row.id}
          step={placed.step}
          plannedStart={placed.start}
          save={edits.save}
          onClose={close}
        />
      )}
      {asking === 'add' && (
        <AddStepDialog
          after={step?.name ?? null}
          near={addDays(placed?.end ?? asOf, 7)}
          onClose={close}
          onAdd={wish => {
            const id = freshId(plan.steps)
            change(`Add ${wish.name}`, draft => {
              const added = addStep(draft, step?.id ?? null, { ...wish, id })
              if (added.ok) {
                close()
                setChosen(id)
              }
              return added
            })
          }}
        />
      )}
      {asking === 'remove' && step && (
        <RemoveStepDialog
          step={step}
          events={waivers}
          onClose={close}
          onRemove={(reason, waive) =>
            change(
              `Leave out ${step.name}`,
              draft => {
                const left = removeStep(draft, step.id, reason)
                if (left.ok) close()
                return left
              },
              waive
                ? {
                    also: edit =>
                      waiveEvents(
                        edit,
                        deal.row.id,
                        waivers.map(each => each.id),
                        { on: asOf, reason, by },
                      ),
                  }
                : {},
            )
          }
        />
      )}
      {asking === 'start' && (
        <StartDialog
          startOn={plan.startOn}
          onClose={close}
          onStart={day => {
            change('Move the first day of the plan', draft => {
              const moved = setStart(draft, day)
              if (moved.ok) close()
              return moved
            })
          }}
        />
      )}
      {asking === 'compare' && newer && (
        <MoveVersion facts={facts} target={newer} edits={edits} onClose={close} />
      )}
      {asking === 'abandon' && (
        <ConfirmDialog
          title="Abandon this plan"
          verb="Abandon"
          danger
          reason="required"
          onCancel={close}
          onConfirm={reason => {
            close()
            void edits.save(`Abandon the plan: ${reason}`, edit =>
              edit.set('opportunityPlan', plan.id, { state: 'abandoned' }),
            )
          }}
        >
          The plan and its {plan.steps.length} steps stay in the history; the deal can get a new one.
        </ConfirmDialog>
      )}
      {edits.waiting && (
        <ConfirmDialog
          title="Re-plan with a reason"
          verb="Re-plan"
          reason="required"
          onCancel={edits.giveUp}
          onConfirm={edits.replan}
        >
          {edits.waiting.draft
            ? `${edits.waiting.label}: the close goes from ${schedule.close ?? 'none'} to ${
                schedulePlan(edits.waiting.draft.steps, edits.waiting.draft.startOn, calendar, until).close ??
                'none'
              }. The baseline stays, and this is kept as a revision.`
            : `The plan can be edited until you let it run again; its close is ${schedule.close ?? 'none'} now.`}
        </ConfirmDialog>
      )}
    </>
  )
}

function Revisions({ facts }: { readonly facts: PlanFacts }) {
  const { revisions } = facts.plan
  if (revisions.length === 0) return null
  return (
    <Panel title="Revisions">
      <ul className={classes.criteria}>
        {revisions.toReversed().map(each => (
          <li key={each.no}>
            <span>{each.on}</span>
            <div>
              {each.reason}: close {each.close}
              {each.by === null ? '' : `, ${each.by}`}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const firstOpen = (steps: readonly PlanStep[]): string | null =>
  steps.find(each => isLive(each) && each.status !== 'done')?.id ?? null

/** An id that no step of the plan has. */
function freshId(steps: readonly PlanStep[]): string {
  let no = steps.length + 1
  while (steps.some(each => each.id === `own-${no}`)) no++
  return `own-${no}`
}
