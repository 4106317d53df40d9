/** The first minute: open the sample, bring one's own files, or go on with a region that is there. */
import { Alert, Button, Center, Divider, Group, Stack, Text, Title } from '@mantine/core'
import { IconFileImport, IconRestore, IconSailboat, IconSparkles } from '@tabler/icons-react'
import { useDesk, useDeskStatus } from '../../store/desk-session'
import { storeProblemText } from '../../store/store-problem'
import { useIncomingFiles } from '../../host/incoming-files'
import { restoreBytes, restoreFromFile } from './backup-desk'
import { fillDefaults } from './default-region'
import { importKinds } from './import-kinds'
import { openSample, sampleName } from './open-sample'
import { RegionList } from './region-list'
import { host } from '../../host/bridge'
import { tell } from './tell'

/** Shown while no region is open. */
export function StartScreen() {
  const desk = useDesk()
  const incoming = useIncomingFiles()
  const { regions, problem } = useDeskStatus()
  const bringFiles = async (): Promise<void> => {
    const files = await host.openFiles(importKinds)
    const [first] = files
    if (!first) return
    if (first.name.endsWith('.qdregion')) return tell(await restoreBytes(desk, first.bytes))
    incoming.add(files)
    await desk.create('My region', { fill: fillDefaults })
  }
  return (
    <Center mih="100vh" p="lg" style={{ overflow: 'auto', maxHeight: '100vh' }}>
      <Stack gap="md" w={460}>
        <Group gap="sm">
          <IconSailboat size={30} stroke={1.6} color="var(--qd-accent)" />
          <Title order={1}>Quarterdeck</Title>
        </Group>
        <Text c="dimmed">
          Your region’s pipeline, forecast and coaching, on this machine alone. No account, and nothing leaves
          it.
        </Text>
        {problem && (
          <Alert color="orange" role="alert">
            {storeProblemText(problem)}
          </Alert>
        )}
        {regions.length > 0 && <RegionList />}
        {regions.length > 0 && <Divider />}
        <Stack gap="xs">
          {!regions.some(each => each.sample) && (
            <Button
              size="md"
              leftSection={<IconSparkles size={18} />}
              onClick={() => void openSample(desk).then(tell)}
            >
              Open the {sampleName.toLowerCase()}
            </Button>
          )}
          <Button
            size="md"
            variant="default"
            leftSection={<IconFileImport size={18} />}
            onClick={() => void bringFiles()}
          >
            Import your files
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconRestore size={16} />}
            onClick={() => void restoreFromFile(desk).then(tell)}
          >
            Restore a backup
          </Button>
          <Button variant="subtle" onClick={() => void desk.create('My region', { fill: fillDefaults })}>
            Start an empty region
          </Button>
        </Stack>
      </Stack>
    </Center>
  )
}
