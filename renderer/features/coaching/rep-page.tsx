/** One rep's page: what to talk about, the scorecard, deals and actions; export of a pack and taking one back. */
import { Button, Group, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconDownload, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { usePlaces } from '../../store/use-place'
import { useAsOf } from '../../store/use-region'
import { Panel } from '../../ui/part/panel'
import { ActionsPanel } from './actions-panel'
import { AgendaPanel } from './agenda-panel'
import type { RepPageFacts } from './coaching-facts'
import classes from './coaching.module.css'
import { DealsPanel } from './deals-panel'
import { RoamPanel } from './roam-panel'
import { ScorecardPanel } from './scorecard-panel'
import { TakeBack } from './take-back'
import type { PackExport } from './use-export-pack'

/** The page of one rep. */
export function RepPage({
  page,
  exporting,
}: {
  readonly page: RepPageFacts
  readonly exporting: PackExport
}) {
  const places = usePlaces()
  const asOf = useAsOf()
  const [taking, setTaking] = useState(false)
  const { rep } = page.facts
  return (
    <div className={classes.page}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowLeft size={14} />}
            onClick={() => places.go({ screen: 'coaching' })}
          >
            All reps
          </Button>
          <Title order={1}>{rep.name}</Title>
          <Text c="dimmed">
            {[rep.team && `Team ${rep.team}`, rep.manager && `Manager ${rep.manager}`, `as of ${asOf}`]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" leftSection={<IconUpload size={16} />} onClick={() => setTaking(true)}>
            Take back a pack
          </Button>
          <Button
            leftSection={<IconDownload size={16} />}
            loading={exporting.busy}
            onClick={() => exporting.start(rep.id)}
          >
            Export coaching pack
          </Button>
        </Group>
      </Group>
      {taking && <TakeBack onClose={() => setTaking(false)} />}
      <div className={classes.panels}>
        <Panel title="To talk about" note={topicNote(page)}>
          <AgendaPanel page={page} />
        </Panel>
        <Panel title="Actions" note={`${page.actions.length} open`}>
          <ActionsPanel page={page} />
        </Panel>
        {page.diagnosis ? (
          <Panel title="Gap to the peers" note={page.diagnosis.period.key}>
            <RoamPanel diagnosis={page.diagnosis} rep={rep.name} />
          </Panel>
        ) : null}
        <Panel title="Scorecard" note={page.facts.facts.periods[0]?.key}>
          <ScorecardPanel page={page} />
        </Panel>
        <Panel title="Open deals" note={`${page.facts.open.length}`} flush>
          <DealsPanel page={page} />
        </Panel>
      </div>
    </div>
  )
}

const topicNote = ({ topics }: RepPageFacts): string =>
  `${topics.reduce((sum, each) => sum + each.minutes, 0)} minutes`
