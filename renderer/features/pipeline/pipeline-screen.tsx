/** The pipeline: every deal's true state in one grid, with the figures that a manager asks for first. */
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Id } from '#shared/base/id'
import type { DealState } from '#shared/process/deal-state'
import { useCommand } from '../../host/command-desk'
import { askDealSpec } from '../../records/deal-spec'
import { openedRows, RecordGrid, type OpenedRows } from '../../records/record-grid'
import { askDealStates } from '../../store/deal-states'
import { useLatest } from '../../ui/grid/use-latest'
import type { FilterGroup } from '../../ui/grid/engine/filter'
import { plainView, type GridView } from '../../ui/grid/grid-view'
import { usePlaceFilters, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useRegionStore, useSettings } from '../../store/use-region'
import { EmptyRegion } from './empty-region'
import { DecideDialogs, type Asking } from './decide-dialogs'
import { pipelineColumns } from './pipeline-columns'
import { PipelineStrip, pipelineFigures, type PipelineFigure } from './pipeline-strip'
import { pipelineViews } from './pipeline-views'
import { rowsOfFigure } from './pipeline-tally'
import { PipelineTools } from './pipeline-tools'
import { useExportReview } from './use-export-review'
import { rowVerbs } from './row-verbs'
import { ScreenColumn } from '../../ui/part/page-columns'

/** The filter of a view with the conditions of its filter row. */
const wholeFilter = ({ filter, quick }: GridView): FilterGroup | null =>
  quick.length === 0 ? filter : { join: 'and', parts: [...(filter ? [filter] : []), ...quick] }

const noun = { one: 'opportunity', many: 'opportunities' }

/** The screen Pipeline. */
export function PipelineScreen() {
  const { region } = useRegionStore()
  const places = usePlaces()
  const filters = usePlaceFilters()
  const asOf = useAsOf()
  const currency = useRegionCurrency()
  const { locale } = useSettings()
  const states = useQuery(askDealStates, asOf)
  const spec = useQuery(askDealSpec, currency)
  const columns = useMemo(
    () =>
      pipelineColumns(currency, deal => {
        const account = region.get('opportunity', deal as never)?.account
        if (account) places.open({ table: 'account', id: account })
      }),
    [currency, places, region],
  )
  // The figures may follow the grid: an edited cell is painted first.
  const counted = useDeferredValue(states)
  const figures = useMemo(() => pipelineFigures(counted, currency, locale), [counted, currency, locale])
  const opened = (filters['rows:pipeline'] ?? null) as unknown as OpenedRows | null
  const view = filters['view:pipeline'] as unknown as GridView | undefined
  const shownFilter = useMemo(() => wholeFilter(view ?? pipelineViews[0]?.view ?? plainView), [view])
  const choose = (figure: PipelineFigure): void =>
    places.setFilters(
      openedRows(
        'pipeline',
        opened?.words === figure.name
          ? null
          : {
              ids: rowsOfFigure(counted.rows, figure.key).map(row => row.id),
              words: figure.name,
            },
      ),
    )
  const onChoose = useLatest(choose)
  const selected = useRef<readonly string[]>([])
  const [count, setCount] = useState(0)
  const [asking, setAsking] = useState<Asking | null>(null)
  const onSelected = useCallback((ids: readonly string[]) => {
    selected.current = ids
    setCount(ids.length)
  }, [])
  const rowsOf = useCallback(
    (ids: readonly string[]): readonly DealState[] =>
      ids.flatMap(id => states.byId.get(id as Id<'opportunity'>) ?? []),
    [states],
  )
  // The menu of a row that is part of the selection is about the whole selection.
  const rowActions = useCallback(
    (id: string) => rowVerbs(rowsOf(selected.current.includes(id) ? selected.current : [id]), setAsking),
    [rowsOf],
  )
  const ask = useLatest((kind: Asking['kind']): void => setAsking({ kind, rows: rowsOf(selected.current) }))
  const review = useExportReview(states)
  useCommand('export.review', states.rows.length > 0 ? review.start : null)
  useCommand('deal.decide', count > 0 ? () => ask('decide') : null)
  useCommand('deal.close', count > 0 ? () => ask('close') : null)
  const startReview = useLatest(review.start)
  const { busy } = review
  const hasDeals = states.rows.length > 0
  const tools = useMemo(
    () => (
      <PipelineTools
        filter={shownFilter}
        count={count}
        onAsk={ask}
        review={{ busy, start: hasDeals ? startReview : null }}
      />
    ),
    [shownFilter, count, ask, busy, hasDeals, startReview],
  )
  return (
    <ScreenColumn>
      <PipelineStrip figures={figures} chosen={opened?.words ?? null} onChoose={onChoose} locale={locale} />
      <RecordGrid
        table="opportunity"
        name="pipeline"
        label="Opportunities"
        noun={noun}
        rows={states.rows}
        spec={spec}
        columns={columns}
        views={pipelineViews}
        empty={<EmptyRegion />}
        rowActions={rowActions}
        onSelected={onSelected}
        tools={tools}
      />
      <DecideDialogs asking={asking} onClose={() => setAsking(null)} />
    </ScreenColumn>
  )
}
