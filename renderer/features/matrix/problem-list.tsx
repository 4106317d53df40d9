/** What stands in the way of a submission: pairs out of order and owed reasons, each with its verb; and what a paste refused. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CellPlace, Measure } from '#shared/forecast/matrix'
import type { Pasted } from '#shared/forecast/matrix-edit'
import type { Violation } from '#shared/forecast/monotone'
import { ConfirmDialog } from '../../ui/part/confirm-dialog'
import { SeverityBadge } from '../../ui/part/severity-badge'
import type { Obstacles } from './matrix-view'
import { cellProblemText, measureNames, placeName, violationText, type Axes } from './matrix-words'
import styles from './matrix.module.css'

/** A paste of which something was refused. */
export interface RefusedPaste {
  readonly measure: Measure
  readonly pasted: Pasted
}

/** Settings of `ProblemList`. */
interface ProblemListProps {
  readonly axes: Axes
  readonly obstacles: Obstacles
  readonly refused: RefusedPaste | null
  readonly editable: boolean
  readonly onGo: (place: CellPlace, measure: Measure) => void
  readonly onRestore: (measure: Measure) => void
  readonly onAccept: (violation: Violation, reason: string) => void
  readonly onReasons: (cells: readonly CellPlace[], reason: string) => void
  readonly onForget: () => void
}

/** The list; nothing where all is in order. */
export function ProblemList(props: ProblemListProps) {
  const { axes, obstacles, refused, editable } = props
  const [accepting, setAccepting] = useState<Violation | null>(null)
  const [reasoning, setReasoning] = useState(false)
  const { violations, reasons } = obstacles
  const broken = (['poc', 'tuc'] as const).filter(each => violations.some(v => v.measure === each))
  if (violations.length + reasons.length === 0 && !refused) return null
  return (
    <section className={styles.problems} aria-label="What to put right">
      {violations.length > 0 ? (
        <>
          <div className={styles.problemHead}>
            <SeverityBadge severity="block">{`${violations.length} out of order`}</SeverityBadge>
            {editable
              ? broken.map(each => (
                  <Button key={each} size="compact-xs" variant="light" onClick={() => props.onRestore(each)}>
                    {`Restore order of ${measureNames[each]}`}
                  </Button>
                ))
              : null}
          </div>
          <ul className={styles.list}>
            {violations.slice(0, 12).map(each => (
              <li key={`${each.measure}/${placeName(axes, each.low)}/${placeName(axes, each.high)}`}>
                <span className={styles.grow}>{violationText(axes, each)}</span>
                <Button size="compact-xs" variant="subtle" onClick={() => props.onGo(each.low, each.measure)}>
                  Go to {placeName(axes, each.low)}
                </Button>
                {editable ? (
                  <Button size="compact-xs" variant="subtle" onClick={() => setAccepting(each)}>
                    Accept with reason
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
          {violations.length > 12 ? (
            <p className={styles.faint}>{`and ${violations.length - 12} more`}</p>
          ) : null}
        </>
      ) : null}
      {reasons.length > 0 ? (
        <div className={styles.problemHead}>
          <SeverityBadge severity="block">{`${reasons.length} without a reason`}</SeverityBadge>
          <span className={styles.grow}>
            {reasons
              .slice(0, 8)
              .map(each => placeName(axes, each))
              .join(', ')}
            {reasons.length > 8 ? ` and ${reasons.length - 8} more` : ''} moved by 5 points or more, or left
            the interval of 20 visits.
          </span>
          {editable ? (
            <Button size="compact-xs" variant="light" onClick={() => setReasoning(true)}>
              Give one reason for all
            </Button>
          ) : null}
        </div>
      ) : null}
      {refused ? (
        <>
          <div className={styles.problemHead}>
            <SeverityBadge severity="warn">{`${refused.pasted.refused.length} refused`}</SeverityBadge>
            <span className={styles.grow}>
              {`Cells taken: ${refused.pasted.accepted}. These were refused and stay as they were:`}
            </span>
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() =>
                void navigator.clipboard.writeText(
                  refused.pasted.refused.map(each => `${placeName(axes, each)}\t${each.text}`).join('\r\n'),
                )
              }
            >
              Copy them
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={props.onForget}>
              Put away
            </Button>
          </div>
          <ul className={styles.list} aria-label="Refused cells">
            {refused.pasted.refused.slice(0, 40).map(each => (
              <li key={`${each.b}/${each.s}`}>
                <b>
                  {each.problem === 'outside'
                    ? `row ${each.b + 1}, column ${each.s + 1}`
                    : placeName(axes, each)}
                </b>
                <span className={styles.grow}>
                  {cellProblemText(each.problem, refused.measure, each.text)}
                </span>
                {each.problem === 'outside' ? null : (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => props.onGo(each, refused.measure)}
                  >
                    Go to it
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {accepting ? (
        <ConfirmDialog
          title="Accept this order"
          verb="Accept"
          reason="required"
          onCancel={() => setAccepting(null)}
          onConfirm={reason => {
            props.onAccept(accepting, reason)
            setAccepting(null)
          }}
        >
          {violationText(axes, accepting)}. The pair will not hold the submission up.
        </ConfirmDialog>
      ) : null}
      {reasoning ? (
        <ConfirmDialog
          title="One reason for all"
          verb="Keep the reason"
          reason="required"
          onCancel={() => setReasoning(false)}
          onConfirm={reason => {
            props.onReasons(reasons, reason)
            setReasoning(false)
          }}
        >
          {`It is kept with ${reasons.length === 1 ? 'the cell' : `each of the ${reasons.length} cells`} and shown in the history of the version.`}
        </ConfirmDialog>
      ) : null}
    </section>
  )
}
