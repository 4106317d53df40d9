/** The clock and the chance of this machine, the only place where the renderer asks for either. */
import { dayOf, type Day } from '#shared/base/day'
import { present } from '#shared/base/assert'
import type { Random } from '#shared/base/random'
import type { Stamp } from '#shared/model/field'

/** This moment in UTC. */
export const now = (): Stamp => new Date().toISOString()

/** Today where the user sits. */
export function today(): Day {
  const date = new Date()
  return present(dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate()), 'the clock gives a real day')
}

// Drawn in bulk: asking for one number at a time costs more than making a record.
const pool = new Uint32Array(1024)
let drawn = pool.length
const uint32 = (): number => {
  if (drawn === pool.length) {
    crypto.getRandomValues(pool)
    drawn = 0
  }
  return pool[drawn++] ?? 0
}
const unit = (): number => ((uint32() >>> 5) * 0x4000000 + (uint32() >>> 6)) / 0x20000000000000
const between = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1))

/** Chance that no one can foresee or repeat, for ids. */
export const trueRandom: Random = {
  uint32,
  unit,
  between,
  pick: items => items[between(0, items.length - 1)] as never,
}
