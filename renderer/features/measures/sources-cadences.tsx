/** What lead sources cost and bring (PL-18), and how much of the planned touches was done (PL-19). */
import { useMemo } from 'react'
import type { Day } from '#shared/base/day'
import { cadenceTable } from '#shared/process/cadence-completion'
import { sourceTable, type SourceRow } from '#shared/process/source-economics'
import { always } from '#shared/process/win-ratio'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency } from '../../store/use-region'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { EmptyState } from '../../ui/part/empty-state'
import { Panel } from '../../ui/part/panel'
import { MeasureGrid } from '../../records/measure-grid'
import { askMeasured, useSegmentId } from './measured'
import styles from './measures.module.css'
import { useOpenDeals, useWords } from '../../records/use-words'

const askSources = query(
  [...askMeasured.tables, 'leadSource', 'sourceCost', 'lead'],
  (region, asOf: Day, segment: string | null) =>
    sourceTable(region, askMeasured(region, asOf, segment), always),
)
const askCadences = query(['cadence', 'enrolment', 'touch', 'disposition'], (region, asOf: Day) => [
  ...cadenceTable(region, asOf),
])

const columns: readonly GridColumn[] = [
  { key: 'name', title: 'Source', pin: 'left', width: 200 },
  { key: 'cost', title: 'Cost', digits: 0, width: 110 },
  { key: 'leads', title: 'Leads', width: 80 },
  { key: 'accepted', title: 'Accepted', width: 90 },
  { key: 'qualified', title: 'Qualified', width: 90 },
  { key: 'wins', title: 'Wins', width: 70 },
  { key: 'revenue', title: 'Revenue', digits: 0, width: 120 },
  { key: 'margin', title: 'Margin', digits: 0, width: 110 },
  { key: 'perLead', title: 'Cost per lead', digits: 0, width: 130 },
  { key: 'perAccepted', title: 'Per accepted', digits: 0, width: 130 },
  { key: 'perQualified', title: 'Per qualified', digits: 0, width: 130 },
  { key: 'perWin', title: 'Cost per win', digits: 0, width: 120 },
  {
    key: 'roi',
    title: 'Return',
    digits: 0,
    width: 100,
    help: '(Margin − cost) ÷ cost; empty where there are too few wins to rank (PL-18).',
  },
  { key: 'note', title: 'Remark', width: 190 },
]
const specOf = (currency: string): RowsSpec<SourceRow> => ({
  id: row => row.source ?? '',
  columns: {
    name: { kind: 'text', get: row => row.name ?? 'No source' },
    cost: { kind: 'money', currency, get: row => row.cost },
    leads: { kind: 'number', get: row => row.leads },
    accepted: { kind: 'number', get: row => row.accepted },
    qualified: { kind: 'number', get: row => row.qualified },
    wins: { kind: 'number', get: row => row.wins },
    revenue: { kind: 'money', currency, get: row => row.revenue },
    margin: { kind: 'money', currency, get: row => row.margin },
    perLead: { kind: 'money', currency, get: row => row.costPerLead },
    perAccepted: { kind: 'money', currency, get: row => row.costPerAccepted },
    perQualified: { kind: 'money', currency, get: row => row.costPerQualified },
    note: { kind: 'text', get: row => (row.thin ? 'Too few wins to rank' : null) },
    perWin: { kind: 'money', currency, get: row => row.costPerWin },
    roi: { kind: 'percent', get: row => (row.thin ? null : row.roi) },
  },
})

/** The section. */
export function SourcesAndCadences() {
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const openDeals = useOpenDeals()
  const currency = useRegionCurrency()
  const { rows, blockedBy } = useQuery(askSources, asOf, useSegmentId())
  const cadences = useQuery(askCadences, asOf)
  const spec = useMemo(() => specOf(currency), [currency])
  const named = rows.some(row => row.source !== null)
  return (
    <>
      <Panel
        title="Lead sources"
        note={blockedBy.length > 0 ? 'some costs lack a currency rate' : `as of ${asOf}`}
        flush
      >
        {named ? (
          <MeasureGrid
            label="Lead sources"
            noun={{ one: 'source', many: 'sources' }}
            rows={rows}
            spec={spec}
            columns={columns}
            sort={[{ column: 'revenue', descending: true }]}
            onOpen={id => {
              const row = rows.find(each => (each.source ?? '') === id)
              if (row) openDeals(row.deals, `From ${row.name ?? 'no source'}`)
            }}
          />
        ) : (
          <EmptyState
            title="No lead sources yet"
            verb={{ label: 'Add sources', onDo: () => places.go({ screen: 'records' }) }}
          >
            What each source cost, how many leads and wins it brought, and what came back.
          </EmptyState>
        )}
      </Panel>
      <Panel title="Touch cadences, plan against actual">
        {cadences.length === 0 ? (
          <EmptyState
            title="No cadences yet"
            verb={{ label: 'Add a cadence', onDo: () => places.go({ screen: 'records' }) }}
          >
            A cadence is a planned sequence of touches; here stands how much of it is done.
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {cadences.map(([id, { name, completion }]) => (
              <li key={id}>
                <b>{name}</b>{' '}
                {completion.share === null
                  ? 'nothing due yet'
                  : `${words.number(completion.done)}/${words.number(completion.due)} touches done (${words.percent(completion.share)}), median ${words.number(completion.medianDone ?? 0, 1)} a prospect`}
                {completion.enrolments.some(each => each.needsDisposition)
                  ? `; ${words.number(completion.enrolments.filter(each => each.needsDisposition).length)} ended without a disposition`
                  : ''}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}
