/** The way of one sample deal: when each step was done, where it left the way, and when each fact was written down. */
import { addDays, type Day } from '../base/day'
import type { Random } from '../base/random'
import { chance, firstDay, lastDay, normal, weighted, workday } from './builder'
import type { SampleRep } from './organisation'

/** How a deal ended; `open` where it has not. */
export type DealEnd = 'open' | 'won' | 'lost' | 'noDecision' | 'disqualified'

/** Something that held from `on` and was written down on `recordedOn`. */
export interface Dated<T> {
  readonly on: Day
  readonly recordedOn: Day
  readonly value: T
}

/** The way of a deal. */
export interface DealPath {
  readonly startOn: Day
  /** Steps done: value 1 to 6. */
  readonly steps: readonly Dated<number>[]
  readonly end: DealEnd
  readonly endOn: Day | null
  readonly endRecordedOn: Day | null
  /** Left lying: no work since the last step. */
  readonly stalled: boolean
}

/** Median working days and the share that goes on, for each of the seven steps. */
const medians = [6, 11, 8, 14, 11, 10, 5] as const
const onward = [0.7, 0.8, 0.82, 0.84, 0.83, 0.88, 0.93] as const

const later = (random: Random, d: Day, meanLag: number): Day =>
  chance(random, 0.5) ? d : addDays(d, Math.round(-Math.log(1 - random.unit()) * meanLag))

/** A way that begins on `startOn`; nothing of it lies after the last day. */
export function drawPath(random: Random, startOn: Day, rep: SampleRep, slowness: number): DealPath {
  const steps: Dated<number>[] = []
  const open = (stalled: boolean): DealPath => ({
    startOn,
    steps,
    end: 'open',
    endOn: null,
    endRecordedOn: null,
    stalled,
  })
  let at = startOn
  for (let step = 0; step < medians.length; step++) {
    const days = Math.max(
      1,
      Math.round((medians[step] ?? 8) * 1.4 * slowness * Math.exp(0.55 * normal(random))),
    )
    const goesOn = chance(random, 1 - (1 - (onward[step] ?? 0.8)) / rep.skill)
    if (!goesOn && chance(random, 0.07 + rep.neglect * 0.2)) return open(true)
    // A deal that ends without us hears of it late: the buyer is silent first.
    at = workday(addDays(at, goesOn ? days : Math.round(days * 1.3)))
    if (at > lastDay) return open(false)
    const recordedOn = earlier(later(random, at, rep.lag))
    if (!goesOn)
      return {
        startOn,
        steps,
        end: drawEnd(random, step),
        endOn: at,
        endRecordedOn: recordedOn,
        stalled: false,
      }
    if (step === medians.length - 1)
      return { startOn, steps, end: 'won', endOn: at, endRecordedOn: recordedOn, stalled: false }
    steps.push({ on: at, recordedOn, value: step + 1 })
  }
  return open(false)
}

const earlier = (d: Day): Day => (d < lastDay ? d : lastDay)

function drawEnd(random: Random, step: number): DealEnd {
  return weighted<DealEnd>(random, [
    ['disqualified', step === 0 ? 6 : step === 1 ? 2 : 0.3],
    ['noDecision', 3],
    ['lost', step === 0 ? 1 : 5],
  ])
}

const spanDays = 550

/** The day on which a deal begins: the third month of a quarter brings a little more, August and December less. */
export function drawStart(random: Random): Day {
  for (;;) {
    const d = workday(addDays(firstDay, random.between(0, spanDays - 1)))
    const month = Number(d.slice(5, 7))
    const weight = month === 8 || month === 12 ? 0.6 : month % 3 === 0 ? 1 : 0.85
    if (d <= lastDay && chance(random, weight)) return d
  }
}
