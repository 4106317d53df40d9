/** A rep's open deals with what is wrong with each, as they stand in the pack. */
import { useMemo, useState } from 'react'
import type { DealState } from '#shared/process/deal-state'
import { cellWords, flagWords, lampWords } from '#shared/packs/pack-words'
import { usePlaces } from '../../store/use-place'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import { Grid } from '../../ui/grid/grid'
import type { GridColumn } from '../../ui/grid/grid-props'
import { plainView, type GridView } from '../../ui/grid/grid-view'
import { useRowsSource } from '../../ui/grid/use-rows-source'
import type { RepPageFacts } from './coaching-facts'
import classes from './coaching.module.css'

const columnsIn = (currency: string): readonly GridColumn[] => [
  { key: 'name', title: 'Opportunity', pin: 'left', width: 260 },
  { key: 'amount', title: 'Amount', unit: currency, digits: 0, width: 150, aggregate: { fn: 'sum' } },
  { key: 'class', title: 'Class', width: 130 },
  { key: 'cell', title: 'Cell', width: 130 },
  { key: 'p', title: 'P', digits: 0, width: 60, help: 'Probability by the matrix, after ageing.' },
  { key: 'weighted', title: 'Weighted', unit: currency, digits: 0, width: 150, aggregate: { fn: 'sum' } },
  { key: 'close', title: 'CRM close', width: 120 },
  { key: 'next', title: 'Next step', width: 220 },
  { key: 'flags', title: 'Flags', width: 320 },
]

/** The deals, the largest first. */
export function DealsPanel({ page }: { readonly page: RepPageFacts }) {
  const places = usePlaces()
  const { facts, open } = page.facts
  const spec = useMemo(
    (): RowsSpec<DealState> => ({
      id: row => row.id,
      columns: {
        name: { kind: 'text', get: row => row.deal.name },
        amount: { kind: 'money', get: row => row.value.amount, currency: facts.currency },
        class: { kind: 'text', get: lampWords },
        cell: { kind: 'text', get: cellWords },
        p: { kind: 'percent', get: row => facts.forecast.get(row.id)?.p ?? null },
        weighted: {
          kind: 'money',
          get: row => facts.forecast.get(row.id)?.weighted ?? null,
          currency: facts.currency,
        },
        close: { kind: 'date', get: row => row.deal.expectedClose },
        next: { kind: 'text', get: row => row.nextStep.text },
        flags: { kind: 'text', get: row => flagWords(row).join(', ') || null },
      },
    }),
    [facts],
  )
  const source = useRowsSource(open, spec)
  const [view, setView] = useState<GridView>({
    ...plainView,
    totals: true,
    sort: [{ column: 'amount', descending: true }],
  })
  const columns = useMemo(() => columnsIn(facts.currency), [facts.currency])
  return (
    <div className={classes.deals}>
      <Grid
        bare
        label={`Open deals of ${page.facts.rep.name}`}
        noun={{ one: 'deal', many: 'deals' }}
        source={source}
        columns={columns}
        view={view}
        onView={setView}
        asOf={facts.asOf}
        onSelect={selection => {
          if (selection.active) places.select({ table: 'opportunity', id: selection.active.rowId })
        }}
        onOpen={id => places.open({ table: 'opportunity', id }, { full: true })}
        empty="No open deals."
      />
    </div>
  )
}
