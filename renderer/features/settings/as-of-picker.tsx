/** The as-of date in the top bar: what day every figure is computed for, and from which day the data are. */
import { Button, Popover, Stack, Text } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommand } from '../../host/command-desk'
import { useAsOf, useDataFrom, useRegionStore, useSettings } from '../../store/use-region'
import { setSetting } from './set-setting'

/** Shows and sets the as-of date (CV-1). */
export function AsOfPicker() {
  const store = useRegionStore()
  const asOf = useAsOf()
  const dataFrom = useDataFrom()
  const chosen = useSettings().asOf !== ''
  const [opened, setOpened] = useState(false)
  useCommand('view.asOf', () => setOpened(true))
  const set = (day: string): void => {
    setOpened(false)
    void setSetting(store, 'asOf', day, day === '' ? 'As of the newest data' : `As of ${day}`)
  }
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCalendar size={14} />}
          onClick={() => setOpened(!opened)}
        >
          As of {asOf}
          {dataFrom && dataFrom !== asOf ? `, data from ${dataFrom}` : ''}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <DatePicker
            value={asOf}
            defaultDate={asOf}
            onChange={day => day && set(day)}
            ariaLabels={{ nextMonth: 'Next month', previousMonth: 'Previous month' }}
          />
          <Text size="xs" c="dimmed" maw={240}>
            {dataFrom ? `The newest day in your data is ${dataFrom}.` : 'There are no data yet.'} Every figure
            is computed for the day chosen here.
          </Text>
          <Button variant="default" disabled={!chosen} onClick={() => set('')}>
            Follow the newest data
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
