/** The accounts with what was sold and what is open, in one grid. */
import { Button, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { RecordOf } from '#shared/model/catalog'
import { accountFacts, type AccountFacts } from '#shared/process/account-facts'
import type { Day } from '#shared/base/day'
import type { Region } from '#shared/region/region'
import { fieldColumn, fieldRead, gridFields, type RecordColumn } from '../../records/catalog-columns'
import { RecordGrid } from '../../records/record-grid'
import type { ShippedView } from '../../records/saved-views'
import { useAddRecord } from '../../records/use-add-record'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency } from '../../store/use-region'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import { plainView } from '../../ui/grid/grid-view'
import { ScreenColumn } from '../../ui/part/page-columns'

interface AccountRow {
  readonly account: RecordOf<'account'>
  readonly facts: AccountFacts | null
}

const askAccounts = query([...askDealStates.tables], (region, asOf: Day): readonly AccountRow[] => {
  const facts = accountFacts(region, askDealStates(region, asOf))
  return region.all('account').map(account => ({ account, facts: facts.get(account.id) ?? null }))
})

function accountSpec(region: Region, currency: string): RowsSpec<AccountRow> {
  const own = Object.fromEntries(
    gridFields('account').map(name => [
      name,
      fieldRead<AccountRow>(region, 'account', name, row => row.account, currency),
    ]),
  )
  return {
    id: row => row.account.id,
    columns: {
      ...own,
      deals: { kind: 'number', get: row => row.facts?.deals.length ?? 0 },
      open: { kind: 'number', get: row => row.facts?.open ?? 0 },
      openAmount: { kind: 'money', currency, get: row => row.facts?.openAmount ?? 0 },
      won: { kind: 'number', get: row => row.facts?.won ?? 0 },
      lost: { kind: 'number', get: row => row.facts?.lost ?? 0 },
      wonAmount: { kind: 'money', currency, get: row => row.facts?.wonAmount ?? 0 },
      reps: { kind: 'number', get: row => row.facts?.reps.size ?? 0 },
      regions: { kind: 'text', get: row => [...(row.facts?.regions ?? [])].sort().join(', ') },
    },
  }
}

const shown = new Set(['name', 'parent', 'owner', 'sector', 'country', 'employees', 'revenue'])

function accountColumns(currency: string): readonly RecordColumn[] {
  const money = { digits: 0, unit: currency, width: 120, section: 'Sales', aggregate: { fn: 'sum' } } as const
  const count = { width: 84, section: 'Sales', aggregate: { fn: 'sum' } } as const
  const fields = gridFields('account').map(name =>
    fieldColumn('account', name, {
      hidden: !shown.has(name),
      section: 'Account',
      ...(name === 'name' ? { pin: 'left', width: 200 } : {}),
    }),
  )
  return [
    ...fields.filter(each => each.key === 'name'),
    { key: 'wonAmount', title: 'Won', ...money },
    { key: 'won', title: 'Won deals', ...count },
    { key: 'lost', title: 'Lost deals', ...count },
    { key: 'open', title: 'Open deals', ...count },
    { key: 'openAmount', title: 'Open', ...money, help: 'Open deals at their amount, else at list price.' },
    { key: 'reps', title: 'Reps', width: 70, section: 'Sales', help: 'How many reps have a deal here.' },
    { key: 'regions', title: 'Sold by regions', width: 140, section: 'Sales' },
    { key: 'deals', title: 'Deals', ...count, hidden: true },
    ...fields.filter(each => each.key !== 'name'),
  ]
}

const views: readonly ShippedView[] = [
  {
    id: 'won',
    name: 'By won amount',
    view: { ...plainView, filterRow: true, totals: true, sort: [{ column: 'wonAmount', descending: true }] },
  },
  {
    id: 'sector',
    name: 'By sector',
    view: { ...plainView, filterRow: true, totals: true, groups: [{ column: 'sector' }] },
  },
  {
    id: 'overlap',
    name: 'Sold by several reps',
    view: {
      ...plainView,
      filterRow: true,
      totals: true,
      filter: { join: 'and', parts: [{ column: 'reps', op: 'gt', values: [1] }] },
      sort: [{ column: 'reps', descending: true }],
    },
  },
  {
    id: 'families',
    name: 'With a parent',
    view: {
      ...plainView,
      filterRow: true,
      filter: { join: 'and', parts: [{ column: 'parent', op: 'notEmpty', values: [] }] },
      groups: [{ column: 'parent' }],
    },
  },
]

const askSpec = query(['account', 'rep'], accountSpec)

const noun = { one: 'account', many: 'accounts' }

/** The screen Accounts. */
export function AccountsScreen() {
  const currency = useRegionCurrency()
  const places = usePlaces()
  const rows = useQuery(askAccounts, useAsOf())
  const spec = useQuery(askSpec, currency)
  const columns = useMemo(() => accountColumns(currency), [currency])
  const add = useAddRecord('account')
  return (
    <ScreenColumn>
      <RecordGrid
        table="account"
        name="accounts"
        label="Accounts"
        noun={noun}
        rows={rows}
        spec={spec}
        columns={columns}
        views={views}
        tools={
          <Button size="compact-xs" variant="default" onClick={add}>
            New account
          </Button>
        }
        empty={
          <Stack align="center" gap="sm" p="xl">
            <Text>Accounts are the companies that buy or may buy.</Text>
            <Button onClick={() => places.go({ screen: 'imports' })}>Import your files</Button>
          </Stack>
        }
      />
    </ScreenColumn>
  )
}
