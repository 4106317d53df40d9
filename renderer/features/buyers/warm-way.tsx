/** The shortest warm way to a person, as a sentence with an action. */
import { Group, Text } from '@mantine/core'
import type { Buyer } from '#shared/strategy/buyer-map'
import { warmPath, type Hop } from '#shared/strategy/warm-path'
import { AddAction } from '../../records/add-action'
import type { DealMap } from '../../store/deal-map'
import { Figure } from '../../ui/part/figure'
import { TitledPart } from '../../ui/part/page-columns'

const ties: Readonly<Record<Hop['why'], string>> = {
  reports: 'reporting line',
  advises: 'advice',
  sponsors: 'sponsorship',
  peer: 'peers',
}

/** The way, or why there is none. */
export function WarmWay({ deal, buyer }: { readonly deal: DealMap; readonly buyer: Buyer }) {
  const path = warmPath(deal.map, buyer.role.id)
  const nameOf = (id: string): string => deal.map.buyers.find(each => each.role.id === id)?.name ?? 'somebody'
  const way = path
    ? path.hops.length === 0
      ? `We talk to ${buyer.name} already.`
      : `${nameOf(path.from)}${path.hops.map(hop => ` → ${nameOf(hop.to)} (${ties[hop.why]})`).join('')}`
    : buyer.state === 'gone'
      ? `${buyer.name} has left.`
      : 'No way leads there yet: nobody we talk to is tied to this person. Draw who influences whom.'
  return (
    <TitledPart title="Shortest warm way">
      <Group gap={6} align="baseline">
        <Text size="sm">{way}</Text>
        {path && path.hops.length > 0 ? (
          <>
            <Text size="xs" c="dimmed">
              Cost{' '}
              <Figure
                label="Cost of the way"
                words={{
                  measure: 'How hard the way is: the lowest sum over all ways from people we talk to',
                  formula: `${deal.map.buyers.find(each => each.role.id === path.from)?.cores.includes('coach') ? '0, starting from a coach' : '1, starting from someone who is no coach'} + ${path.hops.length} steps = ${path.cost}`,
                  basis:
                    'An influence costs 4 less its strength, a reporting line 2; who blocks is no way in.',
                }}
              >
                {path.cost}
              </Figure>
            </Text>
            <AddAction
              seed={{
                origin: 'buyers',
                originId: `notContacted:${buyer.role.id}`,
                opportunity: deal.row.id,
                text: `Ask ${nameOf(path.from)} for an introduction to ${nameOf(path.hops[0]?.to ?? buyer.role.id)}`,
              }}
              name={`Make action: introduction to ${buyer.name}`}
            />
          </>
        ) : null}
      </Group>
    </TitledPart>
  )
}
