/** Sets of statuses and events: one for all cycles, and one of its own for a cycle that is sold in another way (5.1). */
import type { RecordOf } from '../model/catalog'
import type { Edit } from '../region/edit'
import type { Region } from '../region/region'
import { defaultSet } from './default-process'

/** The sets that are there, and the cycles that go by the default one. */
interface StatusSets {
  readonly sets: readonly string[]
  readonly cyclesWithout: readonly { readonly key: string; readonly name: string }[]
}

/** The sets of a region's statuses. */
export function statusSets(region: Region): StatusSets {
  const sets = new Set(region.all('statusDef').map(each => each.set))
  return {
    sets: [...sets],
    cyclesWithout: region
      .all('salesCycle')
      .filter(each => !each.retired && !sets.has(each.key))
      .map(({ key, name }) => ({ key, name })),
  }
}

/** Copies the default statuses and events into a set for one cycle, to be edited there. */
export function copyStatuses(region: Region, edit: Edit, set: string): void {
  for (const { side, rank, code, label, meaning } of region.where('statusDef', 'set', defaultSet))
    edit.add('statusDef', { set, side, rank, code, label, meaning })
  for (const { key, side, rank, text, required, evidenceHint } of region.where('eventDef', 'set', defaultSet))
    edit.add('eventDef', { set, key, side, rank, text, required, evidenceHint })
}

/** A stage of the data that the mapping does not name, with what its deals say of it. */
type MissingStage = Pick<RecordOf<'stageStatus'>, 'stage' | 'state' | 'dated'>

/** The stages of a region's deals that the mapping does not name; a stage that only closed deals are in means their state. */
export function missingStages(region: Region): readonly MissingStage[] {
  const known = new Set(region.all('stageStatus').map(each => each.stage))
  const found = new Map<string, { states: Set<RecordOf<'opportunity'>['state']>; dated: boolean }>()
  for (const { stage, state, engagedOn, createdOn } of region.all('opportunity')) {
    if (stage === null || known.has(stage)) continue
    const entry = found.get(stage) ?? { states: new Set(), dated: false }
    entry.states.add(state)
    if (engagedOn !== null || createdOn !== null) entry.dated = true
    found.set(stage, entry)
  }
  return [...found].map(([stage, { states, dated }]) => {
    const [only] = states
    return { stage, dated, state: states.size === 1 && only !== undefined ? only : 'open' }
  })
}
