/** What a new region starts with: statuses, events, milestones, the default cycle, role words and the review script. */
import { addDefaultProcess } from '#shared/process/default-process'
import { addDefaultStrategy } from '#shared/strategy/default-strategy'
import type { Day } from '#shared/base/day'
import type { RegionStore } from '../../store/region-store'

/** Old enough for every deal that may be imported. */
const always = '2000-01-01' as Day

/** Fills a new region. */
export const fillDefaults = (store: RegionStore): ReturnType<RegionStore['edit']> =>
  store.edit(
    edit => {
      addDefaultProcess(store.region, edit, always)
      addDefaultStrategy(store.region, edit)
    },
    { label: 'Default process', source: 'manager' },
  )
