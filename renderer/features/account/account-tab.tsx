/** One account on one page: what was sold, what is open, who sells to it, and its group. */
import { Stack, Table, Text, UnstyledButton } from '@mantine/core'
import type { Day } from '#shared/base/day'
import { asId } from '#shared/base/id'
import type { TableName } from '#shared/model/catalog'
import { accountFacts, accountGroup, topAccount, type AccountFacts } from '#shared/process/account-facts'
import type { DealState } from '#shared/process/deal-state'
import { openedRows } from '../../records/record-grid'
import { useWords } from '../../records/use-words'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useRegionStore } from '../../store/use-region'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'
import { SeverityBadge } from '../../ui/part/severity-badge'

/** What is known of every account's deals; shared by all account pages. */
const askFacts = query([...askDealStates.tables], (region, asOf: Day) =>
  accountFacts(region, askDealStates(region, asOf)),
)

/** The inspector's tab Sales of an account (A30, A31). */
export function AccountTab({ id }: { readonly table: TableName; readonly id: string }) {
  const { region } = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const currency = useRegionCurrency()
  const { money, number } = useWords()
  const facts = useQuery(askFacts, asOf)
  const account = asId<'account'>(id)
  const mine = facts.get(account)
  if (!mine || mine.deals.length === 0)
    return (
      <Text p="md" c="dimmed">
        No opportunity names this account as of {asOf}.
      </Text>
    )
  const show = (words: string, keep: (row: DealState) => boolean): void =>
    places.go({
      screen: 'pipeline',
      filters: {
        'named:pipeline': 'all',
        ...openedRows('pipeline', {
          ids: mine.deals.filter(keep).map(row => row.id),
          words: `${mine.account.name}, ${words}`,
        }),
      },
    })
  const count = (name: string, value: number, keep: (row: DealState) => boolean) => (
    <NamedFigure
      label={name}
      words={{
        measure: `${name} of ${mine.account.name}`,
        basis: `${mine.deals.length} deals of this account`,
        asOf,
      }}
      onRecords={() => show(name.toLowerCase(), keep)}
    >
      {number(value)}
    </NamedFigure>
  )
  const reps = [...mine.reps].sort((a, b) => b[1] - a[1])
  const group = accountGroup(region, facts, topAccount(region, account))
  return (
    <Stack p="sm" gap="sm">
      {mine.reps.size > 1 && (
        <Text size="sm">
          <SeverityBadge severity="warn" /> {mine.reps.size} reps
          {mine.regions.size > 1 ? ` of ${mine.regions.size} regions` : ''} have deals here. Agree on one
          owner.
        </Text>
      )}
      <FigureRow>
        {count('Deals', mine.deals.length, () => true)}
        {count('Won', mine.won, row => row.state === 'won')}
        {count('Lost', mine.lost, row => row.state === 'lost')}
        {count('Open', mine.open, row => row.state === 'open')}
        <NamedFigure
          label="Won amount"
          words={{
            measure: `Won amount of ${mine.account.name} in ${currency}`,
            formula: 'sum of the won amounts',
            basis: `${mine.won} won deals`,
            asOf,
          }}
          onRecords={() => show('won', row => row.state === 'won')}
        >
          {money(mine.wonAmount)}
        </NamedFigure>
      </FigureRow>
      <Text size="sm">{stageSentence(mine)}</Text>
      {group.members.length > 1 && (
        <Table aria-label="The group of this account">
          <Table.Caption>
            The group: {group.members.length} accounts, {money(group.wonAmount)} won
          </Table.Caption>
          <Table.Tbody>
            {[...group.members]
              .sort((a, b) => b.wonAmount - a.wonAmount)
              .map(each => (
                <Table.Tr key={each.account.id}>
                  <Table.Td>
                    <UnstyledButton
                      onClick={() => places.open({ table: 'account', id: each.account.id }, { tab: 'sales' })}
                    >
                      <Text size="sm" c="var(--qd-accent)">
                        {each.account.name}
                      </Text>
                    </UnstyledButton>
                  </Table.Td>
                  <Table.Td ta="right">{money(each.wonAmount)}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      )}
      <Table aria-label="Reps with deals here">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Rep</Table.Th>
            <Table.Th ta="right">Deals</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reps.map(([rep, deals]) => (
            <Table.Tr key={rep}>
              <Table.Td>
                <UnstyledButton
                  onClick={() =>
                    show(`deals of ${region.get('rep', rep)?.name ?? 'no rep'}`, row => row.owner?.id === rep)
                  }
                >
                  <Text size="sm" c="var(--qd-accent)">
                    {region.get('rep', rep)?.name}
                  </Text>
                </UnstyledButton>
              </Table.Td>
              <Table.Td ta="right">{deals}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

/** The deals by stage in one sentence: "196 deals: 115 Won, 72 Lost, 8 Engaging, 1 Prospecting". */
function stageSentence(facts: AccountFacts): string {
  const stages = [...facts.byStage].sort((a, b) => b[1] - a[1]).map(([stage, n]) => `${n} ${stage}`)
  return `${facts.deals.length} deals: ${stages.join(', ')}.`
}
