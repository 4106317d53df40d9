/** What the CRM's stages mean (FC-5): their order, whether a deal's age runs in them, and statuses assumed from them. */
import type { RecordOf } from '../model/catalog'
import type { Region } from '../region/region'

/** What one stage means; assumed statuses are null where the stage has no place in the matrices. */
export interface StageMeaning {
  readonly order: number
  readonly buying: number | null
  readonly selling: number | null
  readonly dated: boolean
  readonly state: RecordOf<'stageStatus'>['state']
}

/** The meanings of a region's stages by the stage's name as the CRM writes it. */
export function stageMeanings(region: Region): ReadonlyMap<string, StageMeaning> {
  const meanings = new Map<string, StageMeaning>()
  for (const { stage, order, buying, selling, dated, state } of region.all('stageStatus'))
    meanings.set(stage, { order, buying, selling, dated, state })
  return meanings
}
