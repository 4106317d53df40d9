/** The first minute: open the sample, bring one's own files, or go on with a region that is there. */
import { Alert, Button, Center, Divider, Group, Stack, Text, Title } from '@mantine/core'
import { IconSailboat } from '@tabler/icons-react'
import { useDesk, useDeskStatus } from '../../store/desk-session'
import { storeProblemText } from '../../store/store-problem'

/** Shown while no region is open. */
export function StartScreen() {
  const desk = useDesk()
  const { regions, problem } = useDeskStatus()
  return (
    <Center h="100vh" p="lg">
      <Stack gap="md" w={440}>
        <Group gap="sm">
          <IconSailboat size={30} stroke={1.6} color="var(--qd-accent)" />
          <Title order={1}>Quarterdeck</Title>
        </Group>
        <Text c="dimmed">
          Your region’s pipeline, forecast and coaching, on this machine alone. No account, nothing leaves it.
        </Text>
        {problem && <Alert color="orange">{storeProblemText(problem)}</Alert>}
        <Button size="md" onClick={() => void desk.create('My region')}>
          Import your files
        </Button>
        {regions.length > 0 && (
          <>
            <Divider label="Your regions" />
            {regions.map(each => (
              <Button key={each.id} variant="subtle" justify="start" onClick={() => void desk.open(each.id)}>
                {each.name}
              </Button>
            ))}
          </>
        )}
      </Stack>
    </Center>
  )
}
