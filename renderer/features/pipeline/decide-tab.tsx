/** The inspector's tab Decide: where a deal stands, what may be decided next, how it ended, and what was decided before. */
import { Button, Collapse, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '#shared/base/id'
import { disposition } from '#shared/model/opportunity'
import { reasonWords } from '#shared/process/close-deal'
import { decisionsOf } from '#shared/process/decide-deals'
import { dispositionVerbs, outcomeWords } from '#shared/process/decision-words'
import { NotThere } from '../../records/not-there'
import { classSentence, dealFlags, flagsOf } from '../../records/deal-words'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import type { Day } from '#shared/base/day'
import { useAsOf, useQuery } from '../../store/use-region'
import { DecideForm, standingNow } from './decide-form'
import { OutcomeForm } from './outcome-form'
import styles from './pipeline.module.css'

const askDecisions = query([...askDealStates.tables, 'outcome'], (region, id: string, asOf: Day) => {
  const states = askDealStates(region, asOf)
  const deal = id as Id<'opportunity'>
  return {
    states,
    row: states.byId.get(deal) ?? null,
    past: decisionsOf(region.where('disposition', 'opportunity', deal), asOf),
    ends: region.where('outcome', 'opportunity', deal),
  }
})

const codeWords = new Map(
  (disposition.fields.reasonCode.choices ?? []).map(each => [each.key, each.label] as const),
)

/** The tab. */
export function DecideTab({ id }: { readonly id: string }) {
  const asOf = useAsOf()
  const { states, row, past, ends } = useQuery(askDecisions, id, asOf)
  const [closing, setClosing] = useState(false)
  if (!row) return <NotThere />
  const flags = flagsOf(row).map(key => dealFlags.find(each => each.key === key)?.label ?? key)
  return (
    <Stack p="sm" gap="sm">
      <div>
        <Title order={3}>{row.state === 'open' ? standingNow([row]) : outcomeOf(row.state)}</Title>
        <Text size="sm" c="dimmed">
          {classSentence(row, states)}
          {flags.length > 0 ? ` ${flags.join(', ')}.` : ''}
        </Text>
      </div>
      {row.state === 'open' ? (
        <>
          <DecideForm key={`${row.id}/${past.length}`} rows={[row]} onDone={() => undefined} />
          <Button variant="default" aria-expanded={closing} onClick={() => setClosing(!closing)}>
            {closing ? 'Leave it open' : 'It has ended'}
          </Button>
          <Collapse expanded={closing}>
            {closing ? (
              <OutcomeForm key={row.id} rows={[row]} focus onDone={() => setClosing(false)} />
            ) : null}
          </Collapse>
        </>
      ) : (
        ends.map(end => (
          <dl key={end.id} className={styles.facts}>
            <dt>Result</dt>
            <dd>
              {outcomeWords[end.result]} on {end.on}
            </dd>
            <dt>Main reason</dt>
            <dd>{reasonWords(end.result, end.reasonCode) ?? '–'}</dd>
            <dt>Decisive factor</dt>
            <dd>{end.decisiveFactor ?? '–'}</dd>
            <dt>Lesson</dt>
            <dd>{end.lesson ?? '–'}</dd>
          </dl>
        ))
      )}
      {row.state !== 'open' && ends.length === 0 ? (
        <Text size="sm">
          It came closed from a file{row.deal.lossReason ? `: ${row.deal.lossReason}` : ', without a reason'}.
        </Text>
      ) : null}
      {past.length > 0 ? (
        <div>
          <Title order={4}>Decided before</Title>
          <ul className={styles.past}>
            {past.map(each => (
              <li key={each.id}>
                {each.on} {dispositionVerbs[each.kind]}
                {each.revisitOn ? ` until ${each.revisitOn}` : ''}
                {each.trigger ? `, or when ${each.trigger}` : ''}
                {each.reasonCode ? `: ${codeWords.get(each.reasonCode) ?? each.reasonCode}` : ''}
                {each.reason ? `: ${each.reason}` : ''}
                {each.by ? ` (${each.by})` : ''}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Stack>
  )
}

const outcomeOf = (state: 'won' | 'lost' | 'noDecision' | 'disqualified'): string => outcomeWords[state]
