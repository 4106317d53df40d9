/** What the forecast is read from: statuses and events for each cycle, and what the CRM's stages mean until events are known (5.1, FC-5). */
import { Button, SegmentedControl, Select, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { defaultSet } from '#shared/process/default-process'
import { copyStatuses, missingStages, statusSets } from '#shared/process/status-sets'
import { defaultSettings } from '#shared/region/settings'
import { TableGrid } from '../../records/table-grid'
import { query } from '../../store/query'
import { storeProblemText } from '../../store/store-problem'
import { usePlace, usePlaces } from '../../store/use-place'
import { useQuery, useRegionStore, useSettings } from '../../store/use-region'
import { ScreenColumn } from '../../ui/part/page-columns'
import { Toolbar, ToolbarPush } from '../../ui/part/toolbar'

const askSets = query(['statusDef', 'eventDef', 'salesCycle', 'opportunity', 'stageStatus'], region => ({
  ...statusSets(region),
  stages: missingStages(region),
}))

const tables = ['eventDef', 'statusDef', 'stageStatus'] as const

const words: Readonly<Record<(typeof tables)[number], string>> = {
  eventDef:
    'An event is an objective fact. All required events of a rank, and of the ranks below, open the status.',
  statusDef: 'The ranks of the buyer’s progress and of ours; up to nine on each side.',
  stageStatus:
    'What a CRM stage is taken to mean while a deal has no events. Such a status is shown as assumed and counted apart.',
}

/** The part Statuses of the screen Forecast. */
export function StatusesPart() {
  const store = useRegionStore()
  const places = usePlaces()
  const settings = useSettings()
  const { filters } = usePlace()
  const { cyclesWithout, stages } = useQuery(askSets)
  const table = tables.find(each => each === filters['statuses']) ?? 'eventDef'
  const change = async (label: string, make: Parameters<typeof store.edit>[0]): Promise<void> => {
    const done = await store.edit(make, { label, source: 'manager', place: places.trail.here as never })
    if (!done.ok) notifications.show({ message: storeProblemText(done.problem) })
  }
  const setStages = (value: string): Promise<void> =>
    change('Deals without events', edit => {
      const [old] = store.region.where('setting', 'key', 'stageMatrices')
      if (old && value === defaultSettings.stageMatrices) edit.remove('setting', old.id)
      else if (old) edit.set('setting', old.id, { value })
      else if (value !== defaultSettings.stageMatrices) edit.add('setting', { key: 'stageMatrices', value })
    })
  return (
    <ScreenColumn>
      <Toolbar label="Statuses and events">
        <SegmentedControl
          size="xs"
          aria-label="Table"
          value={table}
          onChange={next => places.setFilters({ statuses: next })}
          data={[
            { value: 'eventDef', label: 'Events' },
            { value: 'statusDef', label: 'Statuses' },
            { value: 'stageStatus', label: 'CRM stages' },
          ]}
        />
        <ToolbarPush />
        {table === 'stageStatus' ? (
          <>
            {stages.length > 0 && (
              <Button
                size="compact-xs"
                variant="light"
                onClick={() =>
                  void change(`Add ${stages.length} stages to the mapping`, edit => {
                    const from = store.region.all('stageStatus').length
                    stages.forEach(({ stage, state, dated }, i) =>
                      edit.add('stageStatus', { set: defaultSet, stage, state, dated, order: from + i }),
                    )
                  })
                }
              >
                Add {stages.length} {stages.length === 1 ? 'stage' : 'stages'} of the deals
              </Button>
            )}
            <Select
              size="xs"
              w={340}
              aria-label="Deals without events"
              allowDeselect={false}
              value={settings.stageMatrices}
              onChange={next => next && void setStages(next)}
              data={[
                { value: 'auto', label: 'By stage until events or a mapping are there' },
                { value: 'always', label: 'Always by stage, from own history' },
                { value: 'never', label: 'By this mapping, else from the start' },
              ]}
            />
          </>
        ) : (
          cyclesWithout.length > 0 && (
            <Select
              size="xs"
              w={220}
              aria-label="Give a cycle its own statuses and events"
              placeholder="Own statuses for a cycle"
              value={null}
              data={cyclesWithout.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={key =>
                key && void change(`Own statuses for ${key}`, edit => copyStatuses(store.region, edit, key))
              }
            />
          )
        )}
      </Toolbar>
      <Text size="xs" c="dimmed" px="sm" py={4}>
        {words[table]}
      </Text>
      <TableGrid key={table} table={table} />
    </ScreenColumn>
  )
}
