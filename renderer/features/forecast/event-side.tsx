/** The events of one side by the status that they open, each with its evidence and its verbs. */
import { Button, Text } from '@mantine/core'
import { IconCircle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import type { Id } from '#shared/base/id'
import type { EventLine, EventStanding, SideBoard } from '#shared/forecast/event-board'
import { EventForm, type EventDeed } from './event-form'
import styles from './events.module.css'

/** Settings of `EventSide`. */
interface EventSideProps {
  readonly deal: Id<'opportunity'>
  readonly side: SideBoard
  /** The event whose form is open, and for what. */
  readonly deed: { readonly event: string; readonly deed: EventDeed } | null
  readonly onDeed: (deed: { readonly event: string; readonly deed: EventDeed } | null) => void
}

const looks: Readonly<Record<EventStanding, { readonly word: string; readonly Icon: typeof IconCircle }>> = {
  open: { word: 'Open', Icon: IconCircle },
  complete: { word: 'Complete', Icon: IconCircleCheck },
  waived: { word: 'Waived', Icon: IconCircleDashed },
  revoked: { word: 'Revoked', Icon: IconCircleX },
}

/** The side. */
export function EventSide({ deal, side, deed, onDeed }: EventSideProps) {
  const title = side.side === 'buying' ? 'Buying events' : 'Sales events'
  const letter = side.side === 'buying' ? 'B' : 'S'
  return (
    <section aria-label={title}>
      <Text fw={600} size="sm">
        {title}: {letter}
        {side.rank}
        {side.assumed ? ' (assumed)' : ''}
      </Text>
      {side.ranks.map(rank => (
        <div key={rank.rank} className={styles.rank} data-reached={rank.reached ? '' : undefined}>
          <Text size="xs" c="dimmed" title={rank.meaning ?? undefined}>
            {rank.code} {rank.label}
            {rank.reached ? ', reached' : ''}
          </Text>
          <ul className={styles.events}>
            {rank.events.map(line => (
              <li key={line.def.id}>
                <Event line={line} onDeed={next => onDeed({ event: line.def.id, deed: next })} />
                {deed?.event === line.def.id && (
                  <EventForm
                    key={`${line.def.id}/${deed.deed}`}
                    deal={deal}
                    line={line}
                    deed={deed.deed}
                    onDone={() => onDeed(null)}
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Event({ line, onDeed }: { readonly line: EventLine; readonly onDeed: (deed: EventDeed) => void }) {
  const { def, standing, record, ahead } = line
  const { word, Icon } = looks[standing]
  const holds = standing === 'complete' || standing === 'waived'
  const verb = (deed: EventDeed, label: string) => (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={`${label} “${def.text}”`}
      onClick={() => onDeed(deed)}
    >
      {label}
    </Button>
  )
  return (
    <div className={styles.event} data-standing={standing}>
      <Icon size={16} aria-label={word} />
      <div className={styles.words}>
        <span>
          {def.text}
          {def.required ? '' : ' (optional)'}
          {ahead ? <em className={styles.ahead}> ahead of the gate</em> : null}
        </span>
        {record && (
          <span className={styles.proof}>
            {standing === 'revoked'
              ? `Revoked on ${record.revokedOn ?? ''}: ${record.reason ?? ''}`
              : `${record.occurredOn}: ${record.evidence}`}
            {record.by ? ` (${record.by})` : ''}
          </span>
        )}
      </div>
      <span className={styles.verbs}>
        {holds ? (
          verb('revoke', 'Revoke')
        ) : (
          <>
            {verb('record', 'Record')}
            {def.required ? verb('waive', 'Waive') : null}
          </>
        )}
      </span>
    </div>
  )
}
