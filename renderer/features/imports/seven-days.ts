/** The offer of CV-5: a working calendar on which every day of the week is worked. */
import type { Region } from '#shared/region/region'
import { query } from '../../store/query'
import { useQuery, useRegionStore } from '../../store/use-region'

const askSeven = query(['workWeek'], (region: Region) =>
  region.all('workWeek').some(each => each.isDefault && each.week.every(Boolean)),
)

/** Whether the region works on seven days, and how to make it. */
export function useSevenDays(): { readonly isOn: boolean; readonly turnOn: () => void } {
  const store = useRegionStore()
  const isOn = useQuery(askSeven)
  const turnOn = (): void =>
    void store.edit(
      edit => {
        for (const each of store.region.all('workWeek'))
          if (each.isDefault) edit.set('workWeek', each.id, { isDefault: false })
        edit.add('workWeek', {
          name: 'Every day',
          week: Array.from({ length: 7 }, () => true),
          isDefault: true,
        })
      },
      { label: 'Use a 7-day calendar', source: 'manager', place: { screen: 'imports' } },
    )
  return { isOn, turnOn }
}
