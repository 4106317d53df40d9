/** The inspector's tab Events: a deal's forecast, the next events that would move it, and all events with their evidence. */
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { PeriodKind } from '#shared/base/fiscal'
import type { Id } from '#shared/base/id'
import { eventBoard, type EventBoard, type NextStatus, type SideBoard } from '#shared/forecast/event-board'
import { NotThere } from '../../records/not-there'
import { useWords } from '../../records/use-words'
import { askDealStates } from '../../store/deal-states'
import { askForecast, forecastTables } from '../../store/forecast-answers'
import { query } from '../../store/query'
import { useAsOf, useQuery } from '../../store/use-region'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { DealBox } from './deal-box'
import type { EventDeed } from './event-form'
import { EventSide } from './event-side'
import styles from './events.module.css'

const askBoard = query(forecastTables, (region, id: string, asOf: Day) => {
  const kind: PeriodKind = 'quarter'
  const forecast = askForecast(region, asOf, kind)
  return {
    forecast,
    board: eventBoard(region, askDealStates(region, asOf), forecast, id as Id<'opportunity'>),
  }
})

/** What is being done with which event. */
interface OpenDeed {
  readonly event: string
  readonly deed: EventDeed
}

/** The tab. */
export function EventsTab({ id }: { readonly id: string }) {
  const asOf = useAsOf()
  const { forecast, board } = useQuery(askBoard, id, asOf)
  const [deed, setDeed] = useState<OpenDeed | null>(null)
  if (!board) return <NotThere />
  const record = (next: NextStatus): void => {
    const first = next.missing[0]
    if (first) setDeed({ event: first.id, deed: 'record' })
  }
  return (
    <Stack p="sm" gap="sm">
      {board.forecast && <DealBox row={board.forecast} forecast={forecast} />}
      <Notes board={board} />
      {[board.buying, board.selling].map(side =>
        side.next ? (
          <Next key={side.side} next={side.next} onRecord={() => record(side.next as NextStatus)} />
        ) : null,
      )}
      <div className={styles.sides}>
        {[board.buying, board.selling].map((side: SideBoard) => (
          <EventSide key={side.side} deal={board.row.id} side={side} deed={deed} onDeed={setDeed} />
        ))}
      </div>
      <Path board={board} />
    </Stack>
  )
}

/** What the statuses rest on, where it is less than it seems. */
function Notes({ board }: { readonly board: EventBoard }) {
  const assumed = [board.buying, board.selling].filter(each => each.assumed)
  return (
    <>
      {assumed.length > 0 && (
        <Text size="sm">
          <SeverityBadge severity="info">Assumed</SeverityBadge>{' '}
          {assumed.length === 2
            ? 'Both statuses'
            : assumed[0]?.side === 'buying'
              ? 'The buying status'
              : 'The sales status'}{' '}
          {assumed.length === 1 ? 'comes' : 'come'} from the CRM stage
          {board.row.deal.stage ? ` “${board.row.deal.stage}”` : ''}. From the first recorded event of a side
          on, its events alone decide.
        </Text>
      )}
      {board.ahead.length > 0 && (
        <Text size="sm">
          <SeverityBadge severity="warn">Ahead of the gate: {board.ahead.length}</SeverityBadge>{' '}
          {board.ahead.map(each => `“${each.text}”`).join(', ')} {board.ahead.length === 1 ? 'is' : 'are'}{' '}
          complete but not counted while an earlier event is open.
        </Text>
      )}
    </>
  )
}

/** The next status of one side: what it waits for, and what it would bring. */
function Next({ next, onRecord }: { readonly next: NextStatus; readonly onRecord: () => void }) {
  const words = useWords()
  const { missing, forecast, change } = next
  return (
    <div className={styles.next}>
      <span>
        <b>{next.side === 'buying' ? 'Next of the buyer' : 'Next of ours'}:</b>{' '}
        {missing.map(each => each.text).join('; ')}
        {forecast ? (
          <>
            {' '}
            → <b>{next.cell}</b>, {words.percent(forecast.p, 1)}
            {change === 0 ? '' : ` (${change > 0 ? '+' : '−'}${words.money(Math.abs(change))} weighted)`}
          </>
        ) : null}
      </span>
      <Button size="compact-xs" variant="light" style={{ flex: 'none' }} onClick={onRecord}>
        Record
      </Button>
    </div>
  )
}

/** The cells that the deal went through. */
function Path({ board }: { readonly board: EventBoard }) {
  const { visits, enteredOn } = board.row.status
  if (visits.length === 0) return null
  return (
    <section aria-label="Way through the cells">
      <Text fw={600} size="sm">
        Way through the cells
      </Text>
      <ol className={styles.path}>
        {visits.map(each => (
          <li key={`${each.enteredOn}/${each.buying}/${each.selling}`}>
            <b>
              B{each.buying}/S{each.selling}
            </b>{' '}
            {each.enteredOn}
            {each.leftOn ? ` to ${each.leftOn}` : ' until now'}
          </li>
        ))}
      </ol>
      {enteredOn !== null && enteredOn !== visits.at(-1)?.enteredOn && (
        <Text size="xs" c="dimmed">
          The deal came back within 20 working days, so that the clock of its cell runs on since {enteredOn}{' '}
          (FC-3).
        </Text>
      )}
    </section>
  )
}
