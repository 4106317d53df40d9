/** Settings of the region. */
import { Stack, Title } from '@mantine/core'

/** Settings. */
export function SettingsScreen() {
  return (
    <Stack p="lg">
      <Title order={1}>Settings</Title>
    </Stack>
  )
}
