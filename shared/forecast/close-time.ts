/** When a deal that will close does close: a lognormal time with the cell's TUC as median (rules FC-9, FC-10 and FC-12). */
import { normalCdf, normalQuantile } from '../base/statistics'

/** Share of closing deals still open `x` working days after entering a cell with median `tuc` (1 - G of section 5.3). */
const stillOpen = (x: number, tuc: number, sigma: number): number =>
  x <= 0 ? 1 : tuc <= 0 ? 0 : normalCdf(-Math.log(x / tuc) / sigma)

/** FC-9: median working days still to go for a deal of age `age`, before rounding up. */
export function typicalRemaining(age: number, tuc: number, sigma: number): number {
  const open = stillOpen(age, tuc, sigma)
  if (tuc <= 0 || open < 1e-300) return 0
  return tuc * Math.exp(-sigma * normalQuantile(open / 2)) - Math.max(0, age)
}

/** FC-9: whole working days still to go; the hair's breadth keeps 26 from becoming 27 by rounding noise. */
export const remainingDays = (age: number, tuc: number, sigma: number): number =>
  Math.max(0, Math.ceil(typicalRemaining(age, tuc, sigma) - 1e-9))

/** FC-10: 1 up to the standard time, then down in a straight line to 0 at `ageZero` times the standard time. */
export function ageFactor(age: number, tuc: number, ageZero: number): number {
  if (age <= tuc) return 1
  if (tuc <= 0) return 0
  return Math.max(0, 1 - (age - tuc) / ((ageZero - 1) * tuc))
}

/** FC-12 spread: share of closing deals of age `age` that close within the next `ahead` working days. */
export function closedWithin(ahead: number, age: number, tuc: number, sigma: number): number {
  if (ahead <= 0) return 0
  const open = stillOpen(age, tuc, sigma)
  return open < 1e-300 ? 1 : 1 - stillOpen(Math.max(0, age) + ahead, tuc, sigma) / open
}
