/** What the region depends on: people, accounts and prices (A16, A26, A29, A31, A32). */
import { useMemo } from 'react'
import type { Day } from '#shared/base/day'
import {
  accountFacts,
  accountGroup,
  accountOverlap,
  topAccount,
  type AccountGroup,
} from '#shared/process/account-facts'
import {
  concentrationOf,
  priceRealisation,
  repsWithoutPipeline,
  type Concentration,
} from '#shared/process/concentration'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useSettings } from '../../store/use-region'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { Panel } from '../../ui/part/panel'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { MeasureGrid } from '../../records/measure-grid'
import { askMeasured, useSegmentId } from './measured'
import styles from './measures.module.css'
import { useOpenDeals, useWords } from '../../records/use-words'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'

interface GroupRow {
  readonly id: string
  readonly name: string
  readonly group: AccountGroup
  readonly alone: number
}

const askDependence = query([...askMeasured.tables], (region, asOf: Day, segment: string | null) => {
  const states = askMeasured(region, asOf, segment)
  const facts = accountFacts(region, states)
  const tops = new Set([...facts.keys()].map(id => topAccount(region, id)))
  const groups = [...tops].flatMap((id): GroupRow[] => {
    const group = accountGroup(region, facts, id)
    const own = facts.get(id)
    return group.members.length > 1 && own
      ? [{ id, name: own.account.name, group, alone: own.wonAmount }]
      : []
  })
  return {
    concentration: concentrationOf(states, 'manager', row => row.state === 'won'),
    idle: repsWithoutPipeline(region, states),
    price: priceRealisation(region, states),
    overlap: accountOverlap(facts),
    groups,
  }
})

const concentrationColumns: readonly GridColumn[] = [
  { key: 'group', title: 'Manager', pin: 'left', width: 200 },
  { key: 'label', title: 'Largest rep', width: 200 },
  { key: 'amount', title: 'Won by this rep', digits: 0, width: 140 },
  { key: 'total', title: 'Won by all', digits: 0, width: 140 },
  { key: 'share', title: 'Share', digits: 1, width: 90 },
]
const concentrationSpec = (currency: string): RowsSpec<Concentration> => ({
  id: row => row.group ?? '',
  columns: {
    group: { kind: 'text', get: row => row.group ?? 'None' },
    label: { kind: 'text', get: row => row.label },
    amount: { kind: 'money', currency, get: row => row.amount },
    total: { kind: 'money', currency, get: row => row.total },
    share: { kind: 'percent', get: row => row.share },
  },
})
const groupColumns: readonly GridColumn[] = [
  { key: 'name', title: 'Group', pin: 'left', width: 220 },
  { key: 'members', title: 'Accounts', width: 110 },
  { key: 'won', title: 'Won by the group', digits: 0, width: 180 },
  { key: 'alone', title: 'By the parent alone', digits: 0, width: 160 },
  { key: 'open', title: 'Open', digits: 0, width: 130 },
]
const groupSpec = (currency: string): RowsSpec<GroupRow> => ({
  id: row => row.id,
  columns: {
    name: { kind: 'text', get: row => row.name },
    members: { kind: 'number', get: row => row.group.members.length },
    won: { kind: 'money', currency, get: row => row.group.wonAmount },
    alone: { kind: 'money', currency, get: row => row.alone },
    open: { kind: 'money', currency, get: row => row.group.openAmount },
  },
})

/** The section. */
export function DependenceSection() {
  const asOf = useAsOf()
  const words = useWords()
  const currency = useRegionCurrency()
  const settings = useSettings()
  const places = usePlaces()
  const openDeals = useOpenDeals()
  const { concentration, idle, price, overlap, groups } = useQuery(askDependence, asOf, useSegmentId())
  const peopleSpec = useMemo(() => concentrationSpec(currency), [currency])
  const familySpec = useMemo(() => groupSpec(currency), [currency])
  const above = concentration.filter(each => each.share >= settings.repConcentration)
  return (
    <>
      <Panel
        title={
          above.length > 0
            ? `${above.map(each => `${each.label} won ${words.percent(each.share, 1)} of ${each.group ?? 'all'}’s people`).join('; ')}`
            : 'No rep carries too much of a team'
        }
        note={`concentration as of ${asOf}`}
        flush
      >
        <MeasureGrid
          label="Concentration"
          noun={{ one: 'manager', many: 'managers' }}
          rows={concentration}
          spec={peopleSpec}
          columns={concentrationColumns}
          sort={[{ column: 'share', descending: true }]}
          onOpen={id => {
            const row = concentration.find(each => (each.group ?? '') === id)
            if (row) openDeals(row.deals, `Won by ${row.label}`)
          }}
        />
      </Panel>
      <Panel title="Reps without open pipeline" note={words.number(idle.length)}>
        {idle.length === 0 ? (
          'Every rep who has closed deals has open ones.'
        ) : (
          <ul className={styles.list}>
            {idle.map(each => (
              <li key={each.rep.id}>
                <SeverityBadge severity="warn" /> <b>{each.rep.name}</b> won {words.money(each.wonAmount)} in{' '}
                {words.number(each.closed)} closed deals and has nothing open.
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Price realisation" note={`${words.number(price.n)} wins with a list price`}>
        <FigureRow>
          <NamedFigure
            label="Price realisation"
            words={{
              measure: 'Won value over list value of the won deals.',
              formula: `${words.money(price.won)} ÷ ${words.money(price.list)}`,
              basis: `${words.number(price.n)} wins; ${words.number(price.withoutList)} have no list price`,
              asOf,
            }}
          >
            {price.share === null ? 'No list prices' : words.percent(price.share, 1)}
          </NamedFigure>
          <NamedFigure
            label="Wins below 90 % of list"
            words={{ measure: 'Wins that brought less than 90 % of list.', asOf }}
            onRecords={() => openDeals(price.below, 'Won below 90 % of list')}
          >
            {words.number(price.below.length)}
          </NamedFigure>
          <NamedFigure
            label="Wins above 110 % of list"
            words={{ measure: 'Wins that brought more than 110 % of list.', asOf }}
            onRecords={() => openDeals(price.above, 'Won above 110 % of list')}
          >
            {words.number(price.above.length)}
          </NamedFigure>
        </FigureRow>
      </Panel>
      <Panel title="Account overlap">
        <p className={styles.finding}>
          {words.number(overlap.shared.length)} of {words.number(overlap.sold)} accounts are sold by more than
          one rep
          {overlap.median === null
            ? ''
            : ` (${words.number(overlap.fewest)}–${words.number(overlap.most)}, median ${words.number(overlap.median, 1)})`}
          {[...overlap.byRegions]
            .filter(([n]) => n > 1)
            .sort((a, b) => b[0] - a[0])
            .map(([n, count]) => `; ${words.number(count)} in ${n} regions`)
            .join('')}
        </p>
      </Panel>
      <Panel title="Account groups" note="parents with the accounts below them" flush>
        <MeasureGrid
          label="Account groups"
          noun={{ one: 'group', many: 'groups' }}
          rows={groups}
          spec={familySpec}
          columns={groupColumns}
          sort={[{ column: 'won', descending: true }]}
          onOpen={id => places.open({ table: 'account', id }, { full: true })}
        />
      </Panel>
    </>
  )
}
