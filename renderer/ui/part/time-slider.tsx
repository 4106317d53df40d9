/** A slider through the moments something stood at, with what was different then; the last moment is now. */
import { Button, Slider } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './time-slider.module.css'

/** Settings of `TimeSlider`. */
interface TimeSliderProps {
  /** The words before the slider. */
  readonly label: string
  /** What is read out at the slider. */
  readonly thumbLabel: string
  /** How many moments there are; below two there is nothing to slide through. */
  readonly moments: number
  /** What is said instead, as long as there are fewer than two. */
  readonly nothing: ReactNode
  /** The moment shown, from 0; null is now. */
  readonly at: number | null
  readonly word: (index: number) => string
  /** The moment shown, in words; `word` of it unless told. */
  readonly shown?: ReactNode
  /** What was different then, or how it went until now. */
  readonly told?: ReactNode
  readonly onAt: (at: number | null) => void
}

/** The slider, a line under what it is about. */
export function TimeSlider(props: TimeSliderProps) {
  const { moments, at, word, onAt } = props
  if (moments < 2) return <div className={styles.line}>{props.nothing}</div>
  const last = moments - 1
  const index = at ?? last
  return (
    <div className={styles.line}>
      <span>{props.label}</span>
      <Slider
        className={styles.slider ?? ''}
        thumbLabel={props.thumbLabel}
        min={0}
        max={last}
        step={1}
        value={index}
        label={word}
        onChange={next => onAt(next >= last ? null : next)}
      />
      <b>{props.shown ?? word(index)}</b>
      {props.told === undefined ? null : (
        <span className={styles.told} role="status">
          {props.told}
        </span>
      )}
      {at === null ? null : (
        <Button variant="light" onClick={() => onAt(null)}>
          Back to now
        </Button>
      )}
    </div>
  )
}
