/** Settings of the region, each with its meaning, and its calendars, rates and names. */
import { Stack, Tabs, Text, Title } from '@mantine/core'
import { Panel } from '../../ui/part/panel'
import { RecordTable } from './record-table'
import { settingGroups } from './setting-words'
import { SettingRow } from './setting-row'
import { WeekSettings } from './week-settings'

/** Settings. */
export function SettingsScreen() {
  return (
    <Stack p="lg" gap="md" maw={900}>
      <div>
        <Title order={1}>Settings</Title>
        <Text c="dimmed">Every figure that uses a setting names it. Changes can be undone.</Text>
      </div>
      <Tabs defaultValue="settings">
        <Tabs.List mb="md">
          <Tabs.Tab value="settings">Rules</Tabs.Tab>
          <Tabs.Tab value="calendar">Calendar</Tabs.Tab>
          <Tabs.Tab value="rates">Currency rates</Tabs.Tab>
          <Tabs.Tab value="names">Names</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="settings">
          <Stack gap="md">
            {settingGroups.map(group => (
              <Panel key={group.title} title={group.title}>
                {group.settings.map(words => (
                  <SettingRow key={words.key} words={words} />
                ))}
              </Panel>
            ))}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="calendar">
          <WeekSettings />
        </Tabs.Panel>
        <Tabs.Panel value="rates">
          <RecordTable
            table="currencyRate"
            fields={['currency', 'on', 'rate']}
            note="What one unit of a currency is worth in the region’s currency from a day on. Totals over several currencies need one."
          />
        </Tabs.Panel>
        <Tabs.Panel value="names">
          <RecordTable
            table="alias"
            fields={['dimension', 'from', 'to', 'accepted']}
            note="Names that stand for others in your files; an import offers new ones."
          />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
