/** The plan of a deal, in the inspector and as a full page (section 1). */
import { Text } from '@mantine/core'
import { asId } from '#shared/base/id'
import type { TableName } from '#shared/model/catalog'
import { DealActions } from '../../records/deal-actions'
import { NotThere } from '../../records/not-there'
import { useAsOf, useQuery } from '../../store/use-region'
import { askDealPlan } from './plan-facts'
import { PlanPage } from './plan-page'
import { PlanWarnings } from './plan-warnings'
import classes from './plan.module.css'
import { StartPlan } from './start-plan'

/** The inspector's tab Plan. */
export function PlanTab({ id }: { readonly table: TableName; readonly id: string }) {
  const asOf = useAsOf()
  const deal = useQuery(askDealPlan, asOf, id)
  if (!deal) return <NotThere />
  const { row, facts, choices } = deal
  return (
    <div className={classes.plan}>
      {facts ? (
        <PlanPage key={facts.plan.id} deal={deal} facts={facts} />
      ) : row.state === 'open' ? (
        <StartPlan deal={{ id: row.id, name: row.deal.name, start: row.start }} choices={choices} />
      ) : (
        <Text p="md" c="dimmed">
          This deal was closed without a plan.
        </Text>
      )}
      {!facts && <PlanWarnings deal={deal} />}
      {!facts && (
        <div className={classes.below}>
          <DealActions deal={asId(id)} origin="plan" />
        </div>
      )}
    </div>
  )
}
