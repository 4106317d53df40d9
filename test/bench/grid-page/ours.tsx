/** Quarterdeck's grid in the benchmark. */
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import type { ColumnRead } from '../../../renderer/ui/grid/engine/rows-source'
import { Grid } from '../../../renderer/ui/grid/grid'
import type { GridColumn } from '../../../renderer/ui/grid/grid-props'
import { plainView, type GridView } from '../../../renderer/ui/grid/grid-view'
import { useRowsSource } from '../../../renderer/ui/grid/use-rows-source'
import { UiProvider } from '../../../renderer/ui/theme/ui-provider'
import type { Contestant } from './contestant'
import { benchColumns, type BenchDeal } from './deals'

function read(key: (typeof benchColumns)[number]): ColumnRead<BenchDeal> {
  switch (key) {
    case 'amount':
      return { kind: 'money', get: deal => deal.amount, currency: 'USD' }
    case 'chance':
      return { kind: 'percent', get: deal => deal.chance }
    case 'close':
    case 'created':
      return { kind: 'date', get: deal => deal[key] }
    case 'age':
    case 'score':
      return { kind: 'number', get: deal => deal[key] }
    case 'open':
      return { kind: 'boolean', get: deal => deal.open }
    default:
      return { kind: 'text', get: deal => deal[key] }
  }
}

const spec = {
  id: (deal: BenchDeal) => deal.id,
  columns: Object.fromEntries(benchColumns.map(key => [key, read(key)])),
}
const columns: readonly GridColumn[] = benchColumns.map((key): GridColumn => ({
  key,
  title: key,
  width: 140,
  ...(key === 'amount' ? { aggregate: { fn: 'sum' } } : {}),
  ...(key === 'chance' ? { aggregate: { fn: 'mean' } } : {}),
  ...(key === 'age' ? { aggregate: { fn: 'max' } } : {}),
}))

let setView: (change: (view: GridView) => GridView) => void = () => undefined

function Page({ deals }: { readonly deals: readonly BenchDeal[] }) {
  const source = useRowsSource(deals, spec)
  const [view, set] = useState<GridView>(plainView)
  setView = set
  return (
    <Grid
      label="Deals"
      source={source}
      columns={columns}
      view={view}
      onView={set}
      asOf="2017-12-31"
      locale="en"
    />
  )
}

/** Our grid over `deals`. */
export function ours(deals: readonly BenchDeal[]): Contestant {
  const change = (next: (view: GridView) => GridView) => flushSync(() => setView(next))
  const table = () => document.querySelector<HTMLElement>('[role=grid],[role=treegrid]') as HTMLElement
  return {
    mount: room =>
      flushSync(() =>
        createRoot(room).render(
          <UiProvider colorScheme="light">
            <Page deals={deals} />
          </UiProvider>,
        ),
      ),
    sort: (column, descending) => change(view => ({ ...view, sort: [{ column, descending }] })),
    unsort: () => change(view => ({ ...view, sort: [] })),
    contains: text =>
      change(view => ({
        ...view,
        quick: text === '' ? [] : [{ column: 'name', op: 'contains', values: [text] }],
      })),
    group: on => change(view => ({ ...view, groups: on ? [{ column: 'owner' }, { column: 'stage' }] : [] })),
    firstText: key => {
      const cell = document.querySelector(`[data-line="0"] [data-col="${benchColumns.indexOf(key)}"]`)
      return cell?.textContent ?? null
    },
    lineCount: () => Number(table().getAttribute('aria-rowcount')) - 1,
    scroller: table,
    isDrawn: element => element?.closest('[data-line]') !== null && element !== null,
  }
}
