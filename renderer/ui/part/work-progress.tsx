/** Work that takes longer than a second: what is being done, how far it is, how fast, and a way to stop it. */
import { Button } from '@mantine/core'
import styles from './part.module.css'

/** Settings of `WorkProgress`. */
interface WorkProgressProps {
  /** What is being done, as a sentence: "Reading deals.csv". */
  readonly label: string
  readonly done: number
  /** How many there will be, or null while that is not known. */
  readonly total: number | null
  readonly noun: string
  /** Items a second, when measured. */
  readonly rate?: number | null
  readonly onCancel?: () => void
}

/** A bar with counts, rate and cancel. */
export function WorkProgress({ label, done, total, noun, rate, onCancel }: WorkProgressProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total)
  const of = total === null ? '' : ` of ${total.toLocaleString()}`
  const speed = rate ? `, ${Math.round(rate).toLocaleString()} a second` : ''
  return (
    <div>
      <div className={styles.progressHead}>
        <span>{label}</span>
        <span className={styles.progressCounts} role="status">
          {`${done.toLocaleString()}${of} ${noun}${speed}`}
        </span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <div
          className={styles.fill}
          data-unknown={share === null ? '' : undefined}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
      {onCancel ? (
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      ) : null}
    </div>
  )
}
