/** Coverage (PL-12) with the own requirement beside it, and velocity (PL-13). */

/** What coverage is computed from; amounts in minor units of one currency. */
export interface CoverageParts {
  /** Open qualified amount due in the period. */
  readonly open: number
  readonly quota: number
  readonly won: number
  /** Value won over value decided, 0 to 1; null where too little was decided. */
  readonly valueWinRatio: number | null
  /** Share of the open amount that closes within the period, 0 to 1; null where unknown. */
  readonly closingShare: number | null
}

/** Coverage against the own requirement; never against a general rule of thumb. */
export interface Coverage {
  /** Null where nothing is needed any more. */
  readonly coverage: number | null
  readonly required: number | null
  readonly needed: number
  readonly verdict: 'enough' | 'short' | 'reached' | 'noRequirement'
}

/** PL-12: open / (quota − won) against 1 / (value win ratio × share closing in the period). */
export function coverageOf({ open, quota, won, valueWinRatio, closingShare }: CoverageParts): Coverage {
  const needed = Math.max(0, quota - won)
  const yield_ = (valueWinRatio ?? 0) * (closingShare ?? 0)
  const required = yield_ > 0 ? 1 / yield_ : null
  if (needed === 0) return { coverage: null, required, needed, verdict: 'reached' }
  const coverage = open / needed
  return {
    coverage,
    required,
    needed,
    verdict: required === null ? 'noRequirement' : coverage >= required ? 'enough' : 'short',
  }
}

/** What velocity is computed from. */
interface VelocityParts {
  readonly qualified: number
  readonly winRatio: number
  /** Minor units. */
  readonly meanWon: number
  /** Working days. */
  readonly meanCycle: number
}

/** PL-13: minor units through the pipeline per working day; null for a cycle without length. */
export const velocityOf = ({ qualified, winRatio, meanWon, meanCycle }: VelocityParts): number | null =>
  meanCycle > 0 ? (qualified * winRatio * meanWon) / meanCycle : null
