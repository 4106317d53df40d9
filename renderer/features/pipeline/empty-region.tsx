/** What the pipeline says before there is a deal. */
import { Button, Stack, Text } from '@mantine/core'
import { usePlaces } from '../../store/use-place'

/** What the screen is for, and the verb that fills it. */
export function EmptyRegion() {
  const places = usePlaces()
  return (
    <Stack align="center" gap="sm" p="xl">
      <Text>
        The pipeline shows every deal’s true state: class, age, what stands still and what comes next.
      </Text>
      <Button onClick={() => places.go({ screen: 'imports' })}>Import your files</Button>
    </Stack>
  )
}
