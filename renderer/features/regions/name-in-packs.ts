/** Calling the open region by another name in what leaves it. */
import type { Result } from '#shared/base/result'
import { defaultSettings } from '#shared/region/settings'
import type { Committed, RegionStore } from '../../store/region-store'
import type { StoreProblem } from '../../store/store-problem'

/** Sets the name in packs and reports, as an edit that can be undone. */
export const nameInPacks = (store: RegionStore, name: string): Promise<Result<Committed, StoreProblem>> =>
  store.edit(
    edit => {
      const [old] = store.region.where('setting', 'key', 'regionName')
      if (old && name === defaultSettings.regionName) edit.remove('setting', old.id)
      else if (old) edit.set('setting', old.id, { value: name })
      else if (name !== defaultSettings.regionName) edit.add('setting', { key: 'regionName', value: name })
    },
    { label: `Name in packs: ${name}`, source: 'manager' },
  )
