/** The milestones of a deal, ticked with evidence; plan and forecast event follow the same tick. */
import { Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { planProblemText } from '#shared/process/plan-problem-text'
import { applyTick, tick } from '#shared/process/tick'
import { DayInput } from '../../fields/day-input'
import { useAsOf, useRegion, useRegionStore, useSettings } from '../../store/use-region'
import { Panel } from '../../ui/part/panel'
import { DialogForm } from '../../ui/part/verb-form'
import classes from './plan.module.css'
import type { PlanEdits } from './use-plan-edits'

/** The panel. */
export function MilestonesPanel({
  deal,
  save,
}: {
  readonly deal: Id<'opportunity'>
  readonly save: PlanEdits['save']
}) {
  const region = useRegion('milestoneDef', 'milestoneAchievement')
  const [ticking, setTicking] = useState<RecordOf<'milestoneDef'> | null>(null)
  const defs = [...region.all('milestoneDef')].sort((a, b) => a.order - b.order)
  const reached = new Map(
    region
      .where('milestoneAchievement', 'opportunity', deal)
      .filter(each => each.archivedAt === null)
      .map(each => [each.milestone, each]),
  )
  if (defs.length === 0) return null
  return (
    <Panel title="Milestones" note={`${reached.size} of ${defs.length} reached`}>
      <ul className={classes.criteria}>
        {defs.map(def => {
          const found = reached.get(def.id)
          return (
            <li key={def.id} data-met={found ? true : undefined}>
              <span>{found ? found.achievedOn : 'Open'}</span>
              <div>
                {def.name}
                {found ? (
                  <Text size="xs" c="dimmed">
                    {found.evidence}
                  </Text>
                ) : (
                  <Button
                    ml={8}
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`Tick ${def.name}`}
                    onClick={() => setTicking(def)}
                  >
                    Tick
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {ticking && <TickMilestone deal={deal} def={ticking} save={save} onClose={() => setTicking(null)} />}
    </Panel>
  )
}

function TickMilestone({
  deal,
  def,
  save,
  onClose,
}: {
  readonly deal: Id<'opportunity'>
  readonly def: RecordOf<'milestoneDef'>
  readonly save: PlanEdits['save']
  readonly onClose: () => void
}) {
  const store = useRegionStore()
  const asOf = useAsOf()
  const { userName } = useSettings()
  const [on, setOn] = useState<Day | null>(asOf)
  const [evidence, setEvidence] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const done = async (): Promise<void> => {
    const proof = { on: on ?? asOf, evidence, person: null, by: userName || null }
    const found = tick(store.region, deal, { kind: 'milestone', milestone: def.id }, proof, asOf)
    if (!found.ok) return setProblem(found.problem.map(planProblemText).join(' '))
    if (await save(`Milestone: ${def.name}`, edit => applyTick(edit, found.value))) onClose()
  }
  return (
    <DialogForm title={def.name} size="md" verb="Tick" onSubmit={done} onClose={onClose}>
      <TextInput
        label="Evidence"
        placeholder="Who of the buyer said or wrote what"
        data-autofocus
        value={evidence}
        error={problem}
        onChange={event => setEvidence(event.currentTarget.value)}
      />
      <DayInput label="Reached on" width={180} value={on} onDay={setOn} near={asOf} />
    </DialogForm>
  )
}
