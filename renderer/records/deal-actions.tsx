/** The actions of one deal, whatever they came from: open ones first, each with its verb. */
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { actionStanding } from '#shared/process/action-item'
import { originLabel } from '#shared/process/action-origin'
import { regionCalendar } from '#shared/region/settings'
import { useAsOf, useRegion } from '../store/use-region'
import { Panel } from '../ui/part/panel'
import { AddAction } from './add-action'
import styles from './deal-actions.module.css'
import { FinishAction } from './finish-action'

/** The panel; `origin` is what a new action says of where it was made. */
export function DealActions({
  deal,
  origin,
}: {
  readonly deal: Id<'opportunity'>
  readonly origin: RecordOf<'actionItem'>['origin']
}) {
  const region = useRegion('actionItem', 'rep', 'workWeek', 'holiday')
  const asOf = useAsOf()
  const [finishing, setFinishing] = useState<RecordOf<'actionItem'> | null>(null)
  const calendar = regionCalendar(region)
  const actions = region
    .where('actionItem', 'opportunity', deal)
    .filter(each => each.archivedAt === null && each.state !== 'cancelled')
    .sort(
      (a, b) =>
        Number(a.state === 'done') - Number(b.state === 'done') ||
        ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1),
    )
  const open = actions.filter(each => each.state === 'open').length
  return (
    <Panel
      title="Actions"
      note={`${open} open`}
      tools={<AddAction label="New action" seed={{ origin, opportunity: deal }} />}
    >
      {actions.length === 0 ? (
        <Text size="sm" c="dimmed">
          No action for this deal yet.
        </Text>
      ) : (
        <ul className={styles.list}>
          {actions.map(each => {
            const { kind } = actionStanding(each, calendar, asOf)
            const owner = region.get('rep', each.rep)?.name ?? each.ownerName ?? 'no owner'
            return (
              <li key={each.id} data-kind={kind}>
                <div>
                  {each.text}
                  <Text size="xs" c={kind === 'overdue' ? 'var(--qd-danger)' : 'dimmed'}>
                    {kind === 'done'
                      ? `Done on ${each.doneOn ?? 'a day not kept'}: ${each.evidence ?? ''}`
                      : `${kind === 'overdue' ? 'Overdue since' : 'Due'} ${each.dueOn ?? 'no day'}`}
                    {`, ${owner}, ${originLabel(each.origin).toLowerCase()}`}
                  </Text>
                </div>
                {each.state === 'open' && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`Mark as done: ${each.text}`}
                    onClick={() => setFinishing(each)}
                  >
                    Mark as done
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {finishing && <FinishAction action={finishing} onClose={() => setFinishing(null)} />}
    </Panel>
  )
}
