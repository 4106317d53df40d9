/** A rep's open actions; each can be marked as done here, with what shows it. */
import { Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import type { RecordOf } from '#shared/model/catalog'
import { FinishAction } from '../../records/finish-action'
import { useAsOf } from '../../store/use-region'
import type { RepPageFacts } from './coaching-facts'
import classes from './coaching.module.css'

/** The actions, the earliest due first. */
export function ActionsPanel({ page }: { readonly page: RepPageFacts }) {
  const [finishing, setFinishing] = useState<RecordOf<'actionItem'> | null>(null)
  const asOf = useAsOf()
  if (page.actions.length === 0)
    return (
      <Text c="dimmed">No open actions. They come from one-on-ones, reviews, strategy sheets and packs.</Text>
    )
  return (
    <ul className={classes.actions}>
      {page.actions.map(each => (
        <li key={each.id}>
          <Checkbox size="xs" label={each.text} checked={false} onChange={() => setFinishing(each)} />
          <Text size="sm" c={each.dueOn !== null && each.dueOn < asOf ? 'var(--qd-warn)' : 'dimmed'}>
            {each.dueOn === null
              ? 'No date'
              : each.dueOn < asOf
                ? `Overdue since ${each.dueOn}`
                : `Due ${each.dueOn}`}
          </Text>
        </li>
      ))}
      {finishing && <FinishAction action={finishing} onClose={() => setFinishing(null)} />}
    </ul>
  )
}
