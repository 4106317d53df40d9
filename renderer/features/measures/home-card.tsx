/** Home: what the pipeline says needs the manager, the gravest first. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { Day } from '#shared/base/day'
import { ageingOf } from '#shared/process/ageing'
import { repsWithoutPipeline } from '#shared/process/concentration'
import { concentrationWarnings, creationWarnings } from '#shared/process/pipeline-warnings'
import { processSentence } from '#shared/process/warning-sentence'
import { withAccepted } from '#shared/region/warning'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { useOpenDeals, useWords } from '../../records/use-words'

const askHome = query([...askDealStates.tables, 'warningAck'], (region, asOf: Day) => {
  const states = askDealStates(region, asOf)
  const decide = states.rows.filter(row => row.needsDisposition)
  const due = states.rows.filter(row => row.state === 'open' && row.disposition.state === 'revisit')
  return {
    deals: states.rows.length,
    ageing: ageingOf(states),
    dead: states.rows.filter(row => row.deadByAge === true).map(row => row.id),
    decide: decide.map(row => row.id),
    due: due.map(row => row.id),
    idle: repsWithoutPipeline(region, states),
    warnings: withAccepted(
      region,
      [...creationWarnings(states).slice(0, 1), ...concentrationWarnings(states)],
      asOf,
    ).filter(each => each.accepted === null),
  }
})

/** The card; nothing is drawn while there are no deals. */
export function PipelineCard() {
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const openDeals = useOpenDeals()
  const { deals, ageing, dead, decide, due, idle, warnings } = useQuery(askHome, asOf)
  if (deals === 0) return null
  const measures = (section: string) => places.go({ screen: 'measures', filters: { section } })
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>Pipeline</Title>
        {ageing.older > 0 ? (
          <Line
            text={`${words.number(ageing.older)} of ${words.number(ageing.judged)} open deals are older than any deal ever took to close.`}
            verb="Decide"
            onDo={() => openDeals(dead, 'Dead by age')}
          />
        ) : null}
        {decide.length > 0 ? (
          <Line
            text={`${words.number(decide.length)} deals are stuck and stale.`}
            verb="Decide"
            onDo={() => openDeals(decide, 'To decide')}
          />
        ) : null}
        {due.length > 0 ? (
          <Line
            text={`${words.number(due.length)} postponed deals are due again.`}
            verb="Revisit"
            onDo={() => openDeals(due, 'To revisit')}
          />
        ) : null}
        {warnings.map(each => (
          <Line
            key={`${each.code}/${each.subject}`}
            text={processSentence(each, words) ?? each.code}
            verb="Look"
            onDo={() => measures(each.code === 'PL-W6' ? 'creation' : 'dependence')}
          />
        ))}
        {idle.length > 0 ? (
          <Line
            text={`${idle.map(each => each.rep.name).join(', ')} ${idle.length === 1 ? 'has' : 'have'} won deals and nothing open.`}
            verb="Look"
            onDo={() => measures('dependence')}
          />
        ) : null}
      </Stack>
    </Paper>
  )
}

function Line({
  text,
  verb,
  onDo,
}: {
  readonly text: string
  readonly verb: string
  readonly onDo: () => void
}) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" justify="space-between">
      <Text size="sm">
        <SeverityBadge severity="warn" /> {text}
      </Text>
      <Button size="compact-xs" variant="light" style={{ flex: 'none' }} onClick={onDo}>
        {verb}
      </Button>
    </Group>
  )
}
