/** The head of a plan: its three closes side by side, slip, float and pushes, and what can be done to the whole plan. */
import { Badge, Button, Group, Menu, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { businessDays } from '#shared/base/calendar'
import type { Day } from '#shared/base/day'
import { fieldsOf } from '#shared/model/catalog'
import { explainClose, explainSlip } from '#shared/process/date-derivation'
import type { Schedule } from '#shared/process/plan-schedule'
import { pushCount } from '#shared/process/plan-steps'
import { useAsOf, useRecordTitle } from '../../store/use-region'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'
import type { DealPlan, PlanFacts } from './plan-facts'
import classes from './plan.module.css'

/** Verbs for the whole plan. */
interface HeadVerbs {
  readonly onBaseline: () => void
  readonly onReplan: () => void
  readonly onRun: () => void
  readonly onCompare: () => void
  readonly onAdd: () => void
  readonly onStart: () => void
  readonly onAbandon: () => void
  readonly onCycle: () => void
}

const stateWords = new Map(fieldsOf('opportunityPlan')['state']?.choices?.map(each => [each.key, each.label]))

/** The head; `shown` is the schedule on the screen, which may be a preview. */
export function PlanHead({
  deal,
  facts,
  shown,
  verbs,
}: {
  readonly deal: DealPlan
  readonly facts: PlanFacts
  readonly shown: Schedule
  readonly verbs: HeadVerbs
}) {
  const asOf = useAsOf()
  const { plan, cycle, version, newer, calendar, schedule } = facts
  const crm = deal.row.deal.expectedClose
  const slipWords = explainSlip(shown)
  const pushes = pushCount(plan.revisions)
  const last = plan.revisions.filter(each => each.no > 0).at(-1)
  const cycleName = useRecordTitle('salesCycle', cycle?.id ?? null)
  const draft = plan.state === 'draft'
  const open = draft || plan.state === 'replanned'
  const over = plan.state === 'closed' || plan.state === 'abandoned'
  const apart = (day: Day | null): string =>
    day === null || shown.close === null
      ? ''
      : `${Math.abs(businessDays(calendar, day, shown.close))} working days ${day < shown.close ? 'before' : 'after'} the plan`
  return (
    <div className={classes.head}>
      <FigureRow>
        <Date
          name="Plan close"
          rule="CY-5"
          measure="End of the step that closes the sale"
          formula={explainClose(shown)}
        >
          {shown.close ?? 'None'}
        </Date>
        {shown.close !== schedule.close && (
          <Text size="sm" c="var(--qd-warn)" fw={600}>
            was {schedule.close ?? 'none'}
          </Text>
        )}
        <Date
          name="Matrix close"
          rule="FC-9"
          measure="The typical time until close of the deal’s cell, less its age"
          formula={
            deal.matrixClose === null
              ? 'The deal counts nothing in the forecast: no cell, stalled, or left out.'
              : `${deal.matrixClose}, ${apart(deal.matrixClose)}`
          }
        >
          {deal.matrixClose ?? 'None'}
        </Date>
        <Date
          name="CRM close"
          rule="CY-W3"
          measure="The close date that the rep or the CRM gives"
          formula={crm === null ? 'The deal has none.' : `${crm}, ${apart(crm)}`}
        >
          {crm ?? 'None'}
        </Date>
        <Date
          name="Slip"
          rule="CY-6"
          measure="Working days between the baseline’s close and the present one"
          formula={slipWords ?? 'There is no baseline yet.'}
        >
          {shown.slip === null ? 'No baseline' : `${shown.slip > 0 ? '+' : ''}${shown.slip} days`}
        </Date>
        <Date
          name="Pushes"
          rule="CY-6"
          measure="Revisions that moved the close to a later month"
          formula={`${plan.revisions.map(each => each.close).join(' → ') || 'No revision yet'}`}
        >
          {pushes}
        </Date>
      </FigureRow>
      <Group gap="xs" className={classes.verbs}>
        <Badge variant="light" color={draft ? 'gray' : plan.state === 'replanned' ? 'orange' : 'blue'}>
          {stateWords.get(plan.state)}
        </Badge>
        <Text size="xs" c="dimmed">
          {cycle ? `${cycleName}, version ${version?.no ?? ''}` : 'No cycle'}, from {plan.startOn}, as of{' '}
          {asOf}
          {last ? `. Revision ${last.no} on ${last.on}: ${last.reason}` : ''}
        </Text>
        <span style={{ flex: 1 }} />
        {newer && (
          <Button size="compact-xs" variant="light" onClick={verbs.onCompare}>
            Compare with version {newer.no}
          </Button>
        )}
        {draft && (
          <Button size="compact-xs" onClick={verbs.onBaseline}>
            Set the baseline
          </Button>
        )}
        {plan.state === 'replanned' && (
          <Button size="compact-xs" onClick={verbs.onRun}>
            Run the new plan
          </Button>
        )}
        {!open && !over && (
          <Button size="compact-xs" variant="light" onClick={verbs.onReplan}>
            Re-plan
          </Button>
        )}
        {!over && (
          <Button size="compact-xs" variant="default" onClick={verbs.onAdd}>
            Add a step
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="compact-xs" variant="default">
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {!over && <Menu.Item onClick={verbs.onStart}>Change the first day</Menu.Item>}
            {!over && <Menu.Item onClick={verbs.onAbandon}>Abandon this plan</Menu.Item>}
            <Menu.Item onClick={verbs.onCycle}>Go to the cycle</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </div>
  )
}

function Date(props: {
  readonly name: string
  readonly measure: string
  readonly formula: string
  readonly rule: string
  readonly children: ReactNode
}) {
  const asOf = useAsOf()
  return (
    <NamedFigure
      label={props.name}
      words={{ measure: props.measure, formula: props.formula, asOf, rule: props.rule }}
      large={false}
    >
      <span className={classes.date}>{props.children}</span>
    </NamedFigure>
  )
}
