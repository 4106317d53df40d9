/** The gaps of a map as sentences with their verbs (BR-4, BR-5), and what is wrong with the map itself (BR-W1 to BR-W3). */
import { Button, Menu, Text } from '@mantine/core'
import { withAccepted } from '#shared/region/warning'
import type { Gap } from '#shared/strategy/gap'
import { gapSentence, strategySentence } from '#shared/strategy/strategy-sentence'
import { AddAction } from '../../records/add-action'
import { useWords } from '../../records/use-words'
import { WarningLines, type WarningLine } from '../../records/warning-lines'
import { gapWarning, type DealMap } from '../../store/deal-map'
import { useAsOf, useRegion } from '../../store/use-region'
import { gapWords } from '../../records/buyer-words'
import { useMapEdits, type MapEdits } from './use-map-edits'

/** The list; `onPerson` shows somebody. */
export function GapList({
  deal,
  onPerson,
}: {
  readonly deal: DealMap
  readonly onPerson?: (id: string) => void
}) {
  const words = useWords()
  const asOf = useAsOf()
  const edits = useMapEdits(deal)
  const region = useRegion('actionItem', 'warningAck')
  const actions = region
    .where('actionItem', 'opportunity', deal.row.id)
    .filter(each => each.origin === 'buyers' && each.state !== 'cancelled')
  const lineOf = (gap: Gap): WarningLine => {
    const sentence = gapSentence(gap, words)
    const action = actions.find(each => each.originId === gap.key)
    const [found = gapWarning(deal.brief, gap)] = withAccepted(region, [gapWarning(deal.brief, gap)], asOf)
    return {
      found,
      sentence: gap.coveredBy === null ? sentence : `${sentence} Covered by ${nameOf(deal, gap.coveredBy)}.`,
      badge: gap.coveredBy === null ? gapWords[gap.severity] : 'Covered',
      verbs: (
        <>
          {action ? (
            <Text size="xs" c="dimmed">
              {action.state === 'done' ? 'Done' : 'Action'}: {action.text}
              {action.dueOn && action.state === 'open' ? `, due ${action.dueOn}` : ''}
            </Text>
          ) : (
            <AddAction
              seed={{
                origin: 'buyers',
                originId: gap.key,
                opportunity: deal.row.id,
                text: gapAction(gap),
              }}
              name={`Make action: ${sentence}`}
            />
          )}
          {gap.buyer && onPerson ? (
            <Button size="compact-xs" variant="subtle" onClick={() => onPerson(gap.buyer ?? '')}>
              Show
            </Button>
          ) : null}
          <CoverMenu deal={deal} gap={gap} edits={edits} />
        </>
      ),
    }
  }
  const lines = [
    ...deal.warnings.map((found): WarningLine => ({ found, sentence: strategySentence(found, words) ?? '' })),
    ...[...deal.gaps].sort((a, b) => order(a) - order(b)).map(lineOf),
    ...deal.accepted.map(each => lineOf(each.gap)),
  ]
  if (lines.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No gaps as of {asOf}: every required role is filled and everybody was spoken to.
      </Text>
    )
  return <WarningLines label="Gaps" lines={lines} />
}

const severities: readonly Gap['severity'][] = ['high', 'medium', 'info']
/** Open gaps before covered ones, the gravest first. */
const order = (gap: Gap): number =>
  (gap.coveredBy === null ? 0 : severities.length) + severities.indexOf(gap.severity)

const nameOf = ({ map }: DealMap, id: string): string =>
  map.buyers.find(each => each.role.id === id)?.name ?? 'somebody'

function CoverMenu({
  deal,
  gap,
  edits,
}: {
  readonly deal: DealMap
  readonly gap: Gap
  readonly edits: MapEdits
}) {
  const covering = deal.map.buyers.find(each => each.role.covers.includes(gap.key))
  if (covering)
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() =>
          void edits.set(
            covering.role.id,
            { covers: covering.role.covers.filter(each => each !== gap.key) },
            'Uncover a red flag',
          )
        }
      >
        Uncover
      </Button>
    )
  const strong = deal.map.buyers.filter(
    each => each.role.id !== gap.buyer && (each.role.rating ?? 0) > 0 && each.state !== 'gone',
  )
  if (strong.length === 0) return null
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-xs" variant="subtle">
          Cover
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Whose strength covers it</Menu.Label>
        {strong.map(each => (
          <Menu.Item
            key={each.role.id}
            onClick={() =>
              void edits.set(
                each.role.id,
                { covers: [...each.role.covers, gap.key] },
                `${each.name} covers a red flag`,
              )
            }
          >
            {each.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** What an action about a gap says before anybody changes its words. */
function gapAction({ kind, facts }: Gap): string {
  const person = String(facts['person'] ?? '')
  switch (kind) {
    case 'noEconomic':
      return 'Find out who can say yes when all others say no'
    case 'economicNotContacted':
      return `Ask for an introduction to ${person}`
    case 'singleThreaded':
      return 'Win a second voice: meet one more person'
    case 'noCoach':
      return 'Find a coach inside'
    case 'roleEmpty':
      return `Find out who is ${String(facts['role'] ?? 'in this role').toLowerCase()}`
    case 'opponentNoAction':
      return `Hear ${person} out and answer what stands against us`
    case 'calmNoAction':
      return `Show ${person} what doing nothing costs`
    case 'notContacted':
      return `First talk with ${person}`
    case 'newPerson':
      return `Ask ${person} what changes`
    case 'championLeft':
      return `Record that ${person} has left and find another voice`
    case 'noMobiliser':
      return 'Find out who gets things done there'
    case 'ratingOld':
      return `Confirm where ${person} stands`
    case 'contradictory':
      return `Find out where ${person} really stands`
  }
}
