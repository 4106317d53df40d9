/** The force field of a strategy sheet (SS-1, SS-2, SS-4): what works for and against us; it never changes a probability. */
import type { Factor } from '../model/workbench'

/** The most that a factor may count as neutralised without evidence (SS-4). */
const effectWithoutEvidence = 0.25

/** The effect that counts: capped at 25 % where no evidence says so (SS-4). */
export const countedEffect = (factor: Factor): number =>
  (factor.evidence ?? '').trim() === '' ? Math.min(factor.effect, effectWithoutEvidence) : factor.effect

/** SS-1: weight × (1 − effect) of what is against us, the weight of what favours us, 0 for what proved invalid. */
export const effectiveWeight = (factor: Factor): number =>
  factor.status === 'invalid'
    ? 0
    : factor.direction === 'favour'
      ? factor.weight
      : factor.weight * (1 - countedEffect(factor))

/** Sums of a force field. */
export interface ForceField {
  readonly favour: number
  readonly against: number
  readonly net: number
  /** favour / (favour + against); null for an empty sheet. */
  readonly pressure: number | null
}

/** SS-2 of the factors of a sheet. */
export function forceField(factors: readonly Factor[]): ForceField {
  let favour = 0
  let against = 0
  for (const factor of factors) {
    if (factor.direction === 'favour') favour += effectiveWeight(factor)
    else against += effectiveWeight(factor)
  }
  const sum = favour + against
  return { favour, against, net: favour - against, pressure: sum > 0 ? favour / sum : null }
}
