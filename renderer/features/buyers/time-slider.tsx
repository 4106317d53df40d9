/** A slider through the moments of a map, with what was different then. */
import { Button, Slider } from '@mantine/core'
import type { BuyerMap } from '#shared/strategy/buyer-map'
import styles from './buyers.module.css'
import { mapDifference, type MapHistory } from './use-map-history'

/** The slider; null is now. */
export function TimeSlider(props: {
  readonly history: MapHistory
  readonly moment: string | null
  readonly now: BuyerMap
  readonly then: BuyerMap | null
  readonly onMoment: (moment: string | null) => void
}) {
  const { history, moment, now, then, onMoment } = props
  const { moments } = history
  if (moments.length < 2) return <div className={styles.time}>{nothingYet(moments)}</div>
  const last = moments.length - 1
  const at = moment === null ? last : Math.max(0, moments.indexOf(moment))
  const differences = then ? mapDifference(then, now) : []
  const word = (index: number): string =>
    index >= last ? 'now' : (moments[index] ?? '').slice(0, 16).replace('T', ' ')
  return (
    <div className={styles.time}>
      <span>As it stood</span>
      <Slider
        className={styles.slider ?? ''}
        thumbLabel="Moment of the map"
        min={0}
        max={last}
        step={1}
        value={at}
        label={word}
        onChange={next => onMoment(next >= last ? null : (moments[next] ?? null))}
      />
      <b>{word(at)}</b>
      {then ? (
        <>
          <span className={styles.then} role="status">
            {differences.length === 0
              ? 'The same as now.'
              : `${differences.slice(0, 4).join('; ')}${differences.length > 4 ? `; and ${differences.length - 4} more` : ''}.`}
          </span>
          <Button variant="light" onClick={() => onMoment(null)}>
            Back to now
          </Button>
        </>
      ) : null}
    </div>
  )
}

const nothingYet = (moments: readonly string[]): string =>
  moments.length === 0
    ? 'The history of the map begins with the first person on it.'
    : `The map stands as it did on ${(moments[0] ?? '').slice(0, 10)}. Its changes can be gone through here.`
