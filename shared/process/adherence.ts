/** Adherence to the process (PL-20): evidence, order, current plan, strategy sheet and hygiene of one deal. */

/** The five parts from 0 to 1; null where a part does not apply to the deal. */
export interface AdherenceParts {
  readonly evidence: number | null
  readonly order: number | null
  readonly plan: number | null
  readonly strategy: number | null
  readonly hygiene: number | null
}

/** The weights of PL-20. */
export const adherenceWeights: Readonly<Record<keyof AdherenceParts, number>> = {
  evidence: 0.4,
  order: 0.2,
  plan: 0.15,
  strategy: 0.15,
  hygiene: 0.1,
}

/** The weighted mean of the parts that apply, 0 to 1; null where none does. */
export function adherenceOf(parts: AdherenceParts): number | null {
  let sum = 0
  let weights = 0
  for (const part of Object.keys(adherenceWeights) as (keyof AdherenceParts)[]) {
    const value = parts[part]
    if (value === null) continue
    sum += value * adherenceWeights[part]
    weights += adherenceWeights[part]
  }
  return weights > 0 ? sum / weights : null
}

/** The mean adherence of a group of deals: those of a rep, of a region, or those that stand in a step. */
export interface AdherenceGroup<T> {
  readonly key: string
  readonly mean: number
  readonly deals: readonly T[]
}

/** PL-20 aggregated: deals by a key, with the mean of their scores; deals without a key are left out. */
export function adherenceBy<T extends { readonly score: number }>(
  scored: readonly T[],
  keyOf: (deal: T) => string | null,
): readonly AdherenceGroup<T>[] {
  const groups = new Map<string, T[]>()
  for (const each of scored) {
    const key = keyOf(each)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups].map(([key, deals]) => ({
    key,
    mean: deals.reduce((sum, each) => sum + each.score, 0) / deals.length,
    deals,
  }))
}
