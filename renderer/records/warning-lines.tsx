/** Warnings as sentences, each with its severity, its verbs and "accept with reason" (CV-9). */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type ReactNode } from 'react'
import type { Day } from '#shared/base/day'
import type { Warning } from '#shared/region/warning'
import { DayInput } from '../fields/day-input'
import { storeProblemText } from '../store/store-problem'
import { usePlaces } from '../store/use-place'
import { useAsOf, useRegionStore } from '../store/use-region'
import { ConfirmDialog } from '../ui/part/confirm-dialog'
import { SeverityBadge, type Severity } from '../ui/part/severity-badge'
import styles from './warning-lines.module.css'

/** A warning as it is listed. */
export interface WarningLine {
  readonly found: Warning
  readonly sentence: string
  /** A word in place of the severity's own. */
  readonly badge?: ReactNode
  /** What can be done about it; "accept with reason" follows. */
  readonly verbs?: ReactNode
}

/** The list: open ones first, then those that were accepted, each with the way back. */
export function WarningLines({
  label,
  lines,
}: {
  readonly label: string
  readonly lines: readonly WarningLine[]
}) {
  const open = lines.filter(each => each.found.accepted === null)
  const accepted = lines.filter(each => each.found.accepted !== null)
  return (
    <ul className={styles.list} aria-label={label}>
      {[...open, ...accepted].map(line => (
        <li key={`${line.found.code}/${line.found.subject}`} className={styles.line}>
          <SeverityBadge severity={line.found.accepted ? 'neutral' : severityOf(line.found)}>
            {line.found.accepted ? 'Accepted' : line.badge}
          </SeverityBadge>
          <span className={styles.text}>
            {line.sentence}
            {line.found.accepted ? (
              <span className={styles.reason}>
                {' '}
                Accepted on {line.found.accepted.on}
                {line.found.accepted.until === null ? '' : ` until ${line.found.accepted.until}`}:{' '}
                {line.found.accepted.reason}
              </span>
            ) : null}
          </span>
          <span className={styles.verbs}>
            {line.found.accepted ? null : line.verbs}
            <Acceptance found={line.found} sentence={line.sentence} />
          </span>
        </li>
      ))}
    </ul>
  )
}

const severityOf = ({ severity }: Warning): Severity => severity

/** The button that accepts a warning with a reason, or takes an acceptance back. */
export function Acceptance({ found, sentence }: { readonly found: Warning; readonly sentence: string }) {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const [asking, setAsking] = useState(false)
  const [until, setUntil] = useState<Day | null>(null)
  const save = async (label: string, make: Parameters<typeof store.edit>[0]): Promise<void> => {
    const done = await store.edit(make, { label, source: 'manager', place: places.trail.here as never })
    if (!done.ok) notifications.show({ message: storeProblemText(done.problem) })
    setAsking(false)
  }
  const { accepted } = found
  if (accepted)
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={`Take the acceptance back: ${sentence}`}
        onClick={() => void save('Take an acceptance back', edit => edit.archive('warningAck', accepted.id))}
      >
        Take back
      </Button>
    )
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={`Accept with reason: ${sentence}`}
        onClick={() => setAsking(true)}
      >
        Accept
      </Button>
      {asking ? (
        <ConfirmDialog
          title="Accept with a reason"
          verb="Accept"
          reason="required"
          disabled={until !== null && until < asOf}
          onCancel={() => setAsking(false)}
          onConfirm={reason =>
            void save('Accept a warning with a reason', edit =>
              edit.add('warningAck', { code: found.code, subject: found.subject, reason, on: asOf, until }),
            )
          }
        >
          <p className={styles.asked}>{sentence}</p>
          <DayInput
            label="Until"
            description="The warning comes back after this day. Empty: for good."
            value={until}
            near={asOf}
            error={until !== null && until < asOf ? `This day has passed as of ${asOf}.` : null}
            onDay={setUntil}
          />
        </ConfirmDialog>
      ) : null}
    </>
  )
}
