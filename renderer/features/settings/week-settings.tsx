/** The working week and the holidays that durations in working days are counted by (CV-4). */
import { Checkbox, Group, Stack } from '@mantine/core'
import type { RecordOf } from '#shared/model/catalog'
import type { Region } from '#shared/region/region'
import { query } from '../../store/query'
import { useQuery, useRegionStore } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { Panel } from '../../ui/part/panel'
import { RecordTable } from './record-table'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const plain = [true, true, true, true, true, false, false]

const weekOf = query(['workWeek'], (region: Region): RecordOf<'workWeek'> | null => {
  const weeks = region.all('workWeek')
  return weeks.find(each => each.isDefault) ?? weeks[0] ?? null
})

/** The default calendar. */
export function WeekSettings() {
  const store = useRegionStore()
  const week = useQuery(weekOf)
  if (!week)
    return (
      <EmptyState
        title="Monday to Friday, no holidays"
        verb={{
          label: 'Make a calendar',
          onDo: () =>
            void store.edit(
              edit => void edit.add('workWeek', { name: 'Working days', week: plain, isDefault: true }),
              { label: 'New working calendar', source: 'manager' },
            ),
        }}
      >
        Plans and ages in working days are counted so until you make a calendar of your own.
      </EmptyState>
    )
  const toggle = (at: number): void =>
    void store.edit(
      edit =>
        edit.set('workWeek', week.id, {
          week: days.map((_, i) => (i === at ? !(week.week[i] ?? false) : (week.week[i] ?? false))),
        }),
      { label: `Working days of ${week.name}`, source: 'manager' },
    )
  return (
    <Stack gap="md">
      <Panel title={week.name} note="working days">
        <Group>
          {days.map((day, i) => (
            <Checkbox key={day} label={day} checked={week.week[i] ?? false} onChange={() => toggle(i)} />
          ))}
        </Group>
      </Panel>
      <Panel title="Holidays">
        <RecordTable
          table="holiday"
          fields={['on', 'name']}
          fresh={{ workWeek: week.id }}
          note="Days off in this calendar."
        />
      </Panel>
    </Stack>
  )
}
