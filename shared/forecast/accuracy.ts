/** How good forecasts were: errors of amounts, Brier score of probabilities, and the calibration curve (FC-23, FC-24). */
import { wilson } from '../base/statistics'

/** A forecast amount with what really came. */
interface ForecastActual {
  readonly forecast: number
  readonly actual: number
}

/** FC-23: shares of the actual amount; null where nothing was actual, `mape` also where any actual is 0 ("n/a"). */
export interface Accuracy {
  readonly n: number
  readonly wape: number | null
  readonly bias: number | null
  readonly mape: number | null
}

/** FC-23: WAPE = Σ|F−A|/Σ|A|, bias = Σ(F−A)/ΣA, MAPE only if every A is above 0. */
export function accuracyOf(rows: readonly ForecastActual[]): Accuracy {
  let [absolute, signed, total, size, relative] = [0, 0, 0, 0, 0]
  let positive = rows.length > 0
  for (const { forecast, actual } of rows) {
    absolute += Math.abs(forecast - actual)
    signed += forecast - actual
    total += actual
    size += Math.abs(actual)
    if (actual > 0) relative += Math.abs(forecast - actual) / actual
    else positive = false
  }
  return {
    n: rows.length,
    wape: size > 0 ? absolute / size : null,
    bias: total !== 0 ? signed / total : null,
    mape: positive ? relative / rows.length : null,
  }
}

/** FC-23 per horizon, rep or any other key, in the order in which keys appear. */
export function accuracyBy<T extends ForecastActual>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): Map<string, Accuracy> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return new Map([...groups].map(([key, group]) => [key, accuracyOf(group)]))
}

/** A probability with what came of it: 1 for won, 0 for not. */
export interface Judged {
  readonly p: number
  readonly y: 0 | 1
}

/** FC-24: the score, its split over the bins of the curve, and the skill against always saying the base rate. */
interface BrierScore {
  readonly n: number
  readonly brier: number
  /** ȳ(1−ȳ): the score of the base rate, also the uncertainty of the split. */
  readonly uncertainty: number
  readonly reliability: number
  readonly resolution: number
  /** What bins cannot see: brier − (reliability − resolution + uncertainty). */
  readonly within: number
  readonly skill: number | null
}

/** One point of the calibration curve: mean probability against share won, with n and a Wilson interval (CV-8). */
interface CalibrationPoint {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly wins: number
  readonly meanP: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** FC-24: mean of (P−y)² with A. Murphy's split; null without rows. */
export function brierScore(rows: readonly Judged[]): BrierScore | null {
  if (rows.length === 0) return null
  const n = rows.length
  const base = rows.reduce((sum, r) => sum + r.y, 0) / n
  const brier = rows.reduce((sum, r) => sum + (r.p - r.y) ** 2, 0) / n
  const uncertainty = base * (1 - base)
  let [reliability, resolution] = [0, 0]
  for (const point of calibrationCurve(rows, 1)) {
    reliability += (point.n * (point.meanP - point.share) ** 2) / n
    resolution += (point.n * (point.share - base) ** 2) / n
  }
  return {
    n,
    brier,
    uncertainty,
    reliability,
    resolution,
    within: brier - (reliability - resolution + uncertainty),
    skill: uncertainty > 0 ? 1 - brier / uncertainty : null,
  }
}

/** FC-24: bins 0–10 … 90–100 %; a bin with fewer than `fewest` rows joins the next one, the last joins the one before. */
export function calibrationCurve(rows: readonly Judged[], fewest = 5): CalibrationPoint[] {
  const bins = Array.from({ length: 10 }, (_, i) => ({
    from: i / 10,
    to: (i + 1) / 10,
    n: 0,
    wins: 0,
    sum: 0,
  }))
  for (const { p, y } of rows) {
    const bin = bins[Math.min(9, Math.max(0, Math.floor(p * 10 + 1e-12)))]
    if (!bin) continue
    bin.n++
    bin.wins += y
    bin.sum += p
  }
  const merged: typeof bins = []
  let open: (typeof bins)[number] | null = null
  const join = (a: (typeof bins)[number], b: (typeof bins)[number]): (typeof bins)[number] => ({
    from: a.from,
    to: b.to,
    n: a.n + b.n,
    wins: a.wins + b.wins,
    sum: a.sum + b.sum,
  })
  for (const bin of bins) {
    const now: (typeof bins)[number] = open ? join(open, bin) : bin
    if (now.n >= fewest) {
      merged.push(now)
      open = null
    } else open = now.n > 0 ? now : null
  }
  if (open) {
    const last = merged.pop()
    merged.push(last ? join(last, open) : open)
  }
  return merged.map(({ from, to, n, wins, sum }) => ({
    from,
    to,
    n,
    wins,
    meanP: sum / n,
    share: wins / n,
    ...wilson(wins, n),
  }))
}
