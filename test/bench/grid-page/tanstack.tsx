/** A plain TanStack Table page in the benchmark: its own row models, rows drawn through TanStack Virtual. */
import {
  aggregationFn_max,
  aggregationFn_mean,
  aggregationFn_sum,
  columnFilteringFeature,
  columnGroupingFeature,
  createExpandedRowModel,
  createFilteredRowModel,
  createGroupedRowModel,
  createSortedRowModel,
  filterFn_includesString,
  rowAggregationFeature,
  rowExpandingFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import type { Contestant } from './contestant'
import { benchColumns, type BenchDeal } from './deals'

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  rowAggregationFeature,
  columnGroupingFeature,
  rowExpandingFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  groupedRowModel: createGroupedRowModel(),
  expandedRowModel: createExpandedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
  filterFns: { includesString: filterFn_includesString },
  aggregationFns: { sum: aggregationFn_sum, mean: aggregationFn_mean, max: aggregationFn_max },
})

const columns: ColumnDef<typeof features, BenchDeal>[] = benchColumns.map(key => ({
  id: key,
  accessorKey: key,
  sortFn: key === 'name' ? 'alphanumeric' : 'basic',
  filterFn: 'includesString',
  ...(key === 'amount' ? { aggregationFn: 'sum' as const } : {}),
  ...(key === 'chance' ? { aggregationFn: 'mean' as const } : {}),
  ...(key === 'age' ? { aggregationFn: 'max' as const } : {}),
}))

interface PageState {
  readonly sorting: { id: string; desc: boolean }[]
  readonly columnFilters: { id: string; value: string }[]
  readonly grouping: string[]
}
let setState: (state: PageState) => void = () => undefined
let lines = 0
const nothing: PageState = { sorting: [], columnFilters: [], grouping: [] }

function Page({ deals }: { readonly deals: BenchDeal[] }) {
  const [state, set] = useState(nothing)
  setState = set
  const room = useRef<HTMLDivElement>(null)
  const table = useTable({ features, columns, data: deals, state })
  const { rows } = table.getRowModel()
  lines = rows.length
  const virtual = useVirtualizer({
    count: rows.length,
    estimateSize: () => 28,
    getScrollElement: () => room.current,
    overscan: 6,
  })
  return (
    <div ref={room} id="scroller" style={{ height: '100%', overflow: 'auto' }}>
      <div style={{ height: virtual.getTotalSize(), width: 140 * benchColumns.length, position: 'relative' }}>
        {virtual.getVirtualItems().map(item => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <div
              key={item.key}
              data-row={item.index}
              style={{
                position: 'absolute',
                top: item.start,
                height: 28,
                display: 'flex',
                font: '13px sans-serif',
              }}
            >
              {benchColumns.map(key => (
                <div
                  key={key}
                  data-key={key}
                  style={{ width: 140, overflow: 'hidden', whiteSpace: 'nowrap' }}
                >
                  {String(row.getValue(key) ?? '')}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** A plain TanStack page over `deals`. */
export function tanstack(deals: readonly BenchDeal[]): Contestant {
  const change = (state: PageState) => flushSync(() => setState(state))
  return {
    mount: room => flushSync(() => createRoot(room).render(<Page deals={[...deals]} />)),
    sort: (id, desc) => change({ ...nothing, sorting: [{ id, desc }] }),
    unsort: () => change(nothing),
    contains: value => change({ ...nothing, columnFilters: value === '' ? [] : [{ id: 'name', value }] }),
    group: on => change({ ...nothing, grouping: on ? ['owner', 'stage'] : [] }),
    firstText: key => document.querySelector(`[data-row="0"] [data-key="${key}"]`)?.textContent ?? null,
    lineCount: () => lines,
    scroller: () => document.querySelector('#scroller') as HTMLElement,
    isDrawn: element => element !== null && element.closest('[data-row]') !== null,
  }
}
