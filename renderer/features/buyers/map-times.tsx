/** The moments of a map under its picture: how it stood, and what was different then. */
import type { BuyerMap } from '#shared/strategy/buyer-map'
import { TimeSlider } from '../../ui/part/time-slider'
import { mapDifference, type MapHistory } from './use-map-history'

/** The slider through the moments; null is now. */
export function MapTimes(props: {
  readonly history: MapHistory
  readonly moment: string | null
  readonly now: BuyerMap
  readonly then: BuyerMap | null
  readonly onMoment: (moment: string | null) => void
}) {
  const { moment, now, then, onMoment } = props
  const { moments } = props.history
  const last = moments.length - 1
  const differences = then ? mapDifference(then, now) : []
  return (
    <TimeSlider
      label="As it stood"
      thumbLabel="Moment of the map"
      moments={moments.length}
      nothing={nothingYet(moments)}
      at={moment === null ? null : Math.max(0, moments.indexOf(moment))}
      word={index => (index >= last ? 'now' : (moments[index] ?? '').slice(0, 16).replace('T', ' '))}
      told={
        then === null
          ? undefined
          : differences.length === 0
            ? 'The same as now.'
            : `${differences.slice(0, 4).join('; ')}${differences.length > 4 ? `; and ${differences.length - 4} more` : ''}.`
      }
      onAt={index => onMoment(index === null ? null : (moments[index] ?? null))}
    />
  )
}

const nothingYet = (moments: readonly string[]): string =>
  moments.length === 0
    ? 'The history of the map begins with the first person on it.'
    : `The map stands as it did on ${(moments[0] ?? '').slice(0, 10)}. Its changes can be gone through here.`
