/** Starting the plan of a deal: the cycle that fits (CY-1) and the first day. */
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import type { CycleChoice } from '#shared/process/cycle'
import { startPlan } from '#shared/process/plan-life'
import { DayInput } from '../../fields/day-input'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionStore } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { say } from './use-plan-edits'

/** What a choice is worth, in words. */
const points = ({ score }: CycleChoice): string =>
  score === 0 ? 'the default, for deals that no cycle fits' : `${score} points for product and market`

/** The form; where no cycle is in force it leads to the screen of cycles. */
export function StartPlan({
  deal,
  choices,
}: {
  readonly deal: { readonly id: Id<'opportunity'>; readonly name: string; readonly start: Day | null }
  readonly choices: readonly CycleChoice[]
}) {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const [chosen, setChosen] = useState<string>(choices[0]?.version.id ?? '')
  const [startOn, setStartOn] = useState<Day | null>(asOf)
  const choice = choices.find(each => each.version.id === chosen) ?? choices[0]
  if (!choice)
    return (
      <EmptyState
        title="No cycle is in force"
        verb={{ label: 'Go to the cycles', onDo: () => places.go({ screen: 'process' }) }}
      >
        A plan is a sales cycle, tailored and dated for one deal. Make a cycle first, or bring back the
        default one.
      </EmptyState>
    )
  const fits = choices.some(each => each.score > 0)
  const start = async (): Promise<void> => {
    if (startOn === null) return say('Give the day on which the plan starts.')
    const done = await store.edit(
      edit => {
        startPlan(edit, store.region, deal.id, choice.version, startOn)
      },
      { label: `Start the plan of ${deal.name}`, source: 'manager', place: places.trail.here as never },
    )
    if (!done.ok) say(storeProblemText(done.problem))
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void start()
      }}
    >
      <Stack p="md" gap="sm" maw={560}>
        <Text fw={600}>This deal has no plan</Text>
        <Text size="sm" c="dimmed">
          A plan is a sales cycle, tailored and dated for this deal. Its close date follows from its steps.
          {fits ? '' : ' No cycle is made for this product and market: choose one, or take the default.'}
        </Text>
        <Radio.Group label="Sales cycle" value={choice.version.id} onChange={setChosen}>
          <Stack gap={6} mt={6}>
            {choices.map(each => (
              <Radio
                key={each.version.id}
                value={each.version.id}
                label={`${each.cycle.name}, version ${each.version.no}`}
                description={`${each.version.steps.length} steps, ${each.version.steps.reduce((sum, step) => sum + step.duration, 0)} working days; ${points(each)}`}
              />
            ))}
          </Stack>
        </Radio.Group>
        <DayInput
          label="Starts on"
          width={180}
          value={startOn}
          onDay={setStartOn}
          near={deal.start ?? asOf}
          {...(deal.start ? { description: `The deal began on ${deal.start}` } : {})}
        />
        <Group>
          <Button type="submit">Start the plan</Button>
        </Group>
      </Stack>
    </form>
  )
}
