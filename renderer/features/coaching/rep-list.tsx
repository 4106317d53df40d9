/** The reps of the region, those with the most waiting first. */
import { Alert } from '@mantine/core'
import { useMemo, useState } from 'react'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useSettings } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import { Grid } from '../../ui/grid/grid'
import type { GridColumn } from '../../ui/grid/grid-props'
import { plainView, type GridView } from '../../ui/grid/grid-view'
import { useRowsSource } from '../../ui/grid/use-rows-source'
import { askReps, type RepRow } from './coaching-facts'
import classes from './coaching.module.css'

const packWords = { none: 'Not exported', out: 'Out', late: 'Late', back: 'Back' } as const

const specIn = (currency: string): RowsSpec<RepRow> => ({
  id: row => row.id,
  columns: {
    rep: { kind: 'text', get: row => row.rep.name },
    team: { kind: 'text', get: row => row.rep.team },
    manager: { kind: 'text', get: row => row.rep.manager },
    decide: { kind: 'number', get: row => row.decide },
    dead: { kind: 'number', get: row => row.dead },
    lateActions: { kind: 'number', get: row => row.lateActions },
    lastTalk: { kind: 'number', get: row => row.lastTalk },
    nextTalk: { kind: 'date', get: row => row.nextTalk },
    pack: { kind: 'choice', get: row => packWords[row.pack], order: Object.values(packWords) },
    open: { kind: 'number', get: row => row.open },
    openAmount: { kind: 'money', get: row => row.openAmount, currency },
    won: { kind: 'money', get: row => row.won, currency },
    quota: { kind: 'money', get: row => row.quota, currency },
    attainment: { kind: 'percent', get: row => (row.quota ? row.won / row.quota : null) },
  },
})

const sum = { aggregate: { fn: 'sum' } } as const
const columnsIn = (currency: string, open: (id: string) => void): readonly GridColumn[] => [
  { key: 'rep', title: 'Rep', pin: 'left', width: 170, onLink: cell => open(cell.rowId) },
  { key: 'team', title: 'Team', width: 90 },
  { key: 'manager', title: 'Manager', width: 130, hidden: true },
  {
    key: 'decide',
    title: 'To decide',
    width: 110,
    help: 'Open deals that are stuck and stale, or postponed until now. Empty where no activities were imported.',
    ...sum,
  },
  {
    key: 'dead',
    title: 'Dead by age',
    width: 115,
    help: 'Open deals older than any closed deal of their product family took.',
    ...sum,
  },
  { key: 'lateActions', title: 'Overdue actions', width: 150, ...sum },
  {
    key: 'lastTalk',
    title: 'Last one-on-one',
    unit: 'days ago',
    width: 200,
    help: 'Empty where none was held yet.',
  },
  { key: 'nextTalk', title: 'Next one-on-one', width: 150 },
  {
    key: 'pack',
    title: 'Coaching pack',
    width: 145,
    help: 'Late: exported and not back within the days set in Settings.',
  },
  { key: 'open', title: 'Open deals', width: 120, ...sum },
  { key: 'openAmount', title: 'Open amount', unit: currency, digits: 0, width: 165, ...sum },
  { key: 'won', title: 'Won this quarter', unit: currency, digits: 0, width: 190, ...sum },
  { key: 'quota', title: 'Quota', unit: currency, digits: 0, width: 130, ...sum },
  { key: 'attainment', title: 'Attainment', digits: 0, width: 100 },
]

/** The list; `hint` says that a rep is wanted for a pack. */
export function RepList({ hint }: { readonly hint: boolean }) {
  const asOf = useAsOf()
  const places = usePlaces()
  const currency = useRegionCurrency()
  const { locale } = useSettings()
  const rows = useQuery(askReps, asOf)
  const spec = useMemo(() => specIn(currency), [currency])
  const source = useRowsSource(rows, spec)
  const [view, setView] = useState<GridView>({ ...plainView, totals: true })
  const columns = useMemo(
    () => columnsIn(currency, rep => places.go({ screen: 'coaching', filters: { rep } })),
    [currency, places],
  )
  return (
    <div className={classes.list}>
      {hint && (
        <Alert className={classes.hint} title="For whom is the pack?" variant="light">
          Open a rep, then choose “Export coaching pack”.
        </Alert>
      )}
      <div className={classes.grid}>
        <Grid
          label="Reps"
          noun={{ one: 'rep', many: 'reps' }}
          source={source}
          columns={columns}
          view={view}
          onView={setView}
          asOf={asOf}
          {...(locale === '' ? {} : { locale })}
          onOpen={rep => places.go({ screen: 'coaching', filters: { rep } })}
          empty={
            <EmptyState
              title="No reps yet"
              verb={{ label: 'Import your files', onDo: () => places.go({ screen: 'imports' }) }}
            >
              Here you prepare one-on-ones: what waits for each rep, their figures, and the pack that they
              fill in.
            </EmptyState>
          }
        />
      </div>
    </div>
  )
}
