/** Time to won with loss as competing risk, open deals censored and late entries allowed (Aalen–Johansen, FC-20 and FC-21). */

/** A visit for the estimate: `time` from entry to exit or to now, under observation since age `delay` (FC-21, 0 for none). */
export interface TimedVisit {
  readonly time: number
  readonly outcome: 'won' | 'lost' | 'open'
  readonly delay: number
}

/** The estimate: the rising curve of won, and what is read from it. */
interface WonCurve {
  readonly steps: readonly (readonly [time: number, won: number])[]
  /** F(∞): share that is won in the end. */
  readonly share: number
  /** First times at which the curve reaches a quarter, half and three quarters of its end; null without a win. */
  readonly quartiles: readonly [number, number, number] | null
  readonly wins: number
}

/** FC-20: at each time `F += S₋·d_won/n`, `S *= 1 − (d_won + d_lost)/n`; a deal is at risk from its delay on. */
export function wonCurve(visits: readonly TimedVisit[]): WonCurve {
  const seen = visits.filter(v => v.time >= v.delay)
  const byTime = seen.slice().sort((a, b) => a.time - b.time)
  const entries = seen.map(v => v.delay).sort((a, b) => a - b)
  const steps: [number, number][] = []
  let [surviving, won, entered, left, wins] = [1, 0, 0, 0, 0]
  for (let i = 0; i < byTime.length;) {
    const { time } = byTime[i] as TimedVisit
    // A deal whose observation begins on the day of an exit counts as at risk on that day.
    while (entered < entries.length && (entries[entered] as number) <= time) entered++
    const atRisk = entered - left
    let [dWon, dLost, gone] = [0, 0, 0]
    for (; i < byTime.length && byTime[i]?.time === time; i++, gone++) {
      const { outcome } = byTime[i] as TimedVisit
      if (outcome === 'won') dWon++
      else if (outcome === 'lost') dLost++
    }
    if (atRisk > 0 && dWon + dLost > 0) {
      won += (surviving * dWon) / atRisk
      surviving *= 1 - (dWon + dLost) / atRisk
      wins += dWon
      if (dWon > 0) steps.push([time, won])
    }
    left += gone
  }
  const reach = (part: number): number => steps.find(([, f]) => f >= part * won - 1e-12)?.[0] ?? 0
  return { steps, share: won, quartiles: wins > 0 ? [reach(0.25), reach(0.5), reach(0.75)] : null, wins }
}

/** FC-20: σ = ln(Q75/Q25) / (2 · 0.6745), kept between 0.3 and 1.2; null where the quartiles do not give one. */
export function curveSigma(curve: WonCurve): number | null {
  if (!curve.quartiles) return null
  const [low, , high] = curve.quartiles
  if (!(low > 0 && high > 0)) return null
  return Math.min(1.2, Math.max(0.3, Math.log(high / low) / (2 * 0.6745)))
}
