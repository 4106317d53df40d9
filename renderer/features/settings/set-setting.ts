/** Changing one setting of the region as one edit that can be undone. */
import type { Result } from '#shared/base/result'
import { defaultSettings, type SettingName } from '#shared/region/settings'
import type { Committed, RegionStore } from '../../store/region-store'
import type { StoreProblem } from '../../store/store-problem'

/** Sets a setting; one that is set to its default loses its record. */
export function setSetting(
  store: RegionStore,
  key: SettingName,
  value: string | number | boolean,
  label: string,
): Promise<Result<Committed, StoreProblem>> {
  return store.edit(
    edit => {
      const [old] = store.region.where('setting', 'key', key)
      if (old && value === defaultSettings[key]) edit.remove('setting', old.id)
      else if (old) edit.set('setting', old.id, { value })
      else if (value !== defaultSettings[key]) edit.add('setting', { key, value })
    },
    { label, source: 'manager', squashKey: `setting/${key}` },
  )
}
