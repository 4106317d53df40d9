/** The pipeline: every deal's true state in one grid, with the figures that a manager asks for first. */
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconFlagCheck, IconGavel, IconReportAnalytics } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { Id } from '#shared/base/id'
import type { DealState } from '#shared/process/deal-state'
import { useCommand } from '../../host/command-desk'
import { askDealSpec } from '../../records/deal-spec'
import { openedRows, RecordGrid, type OpenedRows } from '../../records/record-grid'
import { askDealStates } from '../../store/deal-states'
import type { FilterGroup } from '../../ui/grid/engine/filter'
import { plainView, type GridView } from '../../ui/grid/grid-view'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useRegionStore, useSettings } from '../../store/use-region'
import { EmptyRegion } from './empty-region'
import { DecideDialogs, type Asking } from './decide-dialogs'
import { pipelineColumns } from './pipeline-columns'
import { PipelineStrip, pipelineFigures, type PipelineFigure } from './pipeline-strip'
import { pipelineViews } from './pipeline-views'
import { useExportReview } from './use-export-review'
import { SegmentMenu } from './segment-menu'
import { rowVerbs } from './row-verbs'
import { ScreenColumn } from '../../ui/part/page-columns'
import own from './pipeline.module.css'

/** The filter of a view with the conditions of its filter row. */
const wholeFilter = ({ filter, quick }: GridView): FilterGroup | null =>
  quick.length === 0 ? filter : { join: 'and', parts: [...(filter ? [filter] : []), ...quick] }

const noun = { one: 'opportunity', many: 'opportunities' }

/** The screen Pipeline. */
export function PipelineScreen() {
  const { region } = useRegionStore()
  const places = usePlaces()
  const place = usePlace()
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
  const opened = (place.filters['rows:pipeline'] ?? null) as unknown as OpenedRows | null
  const view = place.filters['view:pipeline'] as unknown as GridView | undefined
  const shownFilter = useMemo(() => wholeFilter(view ?? pipelineViews[0]?.view ?? plainView), [view])
  const choose = (figure: PipelineFigure): void =>
    places.setFilters(
      openedRows(
        'pipeline',
        opened?.words === figure.name ? null : { ids: figure.rows.map(row => row.id), words: figure.name },
      ),
    )
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
  const ask = (kind: Asking['kind']): void => setAsking({ kind, rows: rowsOf(selected.current) })
  const review = useExportReview(states)
  useCommand('export.review', states.rows.length > 0 ? review.start : null)
  useCommand('deal.decide', count > 0 ? () => ask('decide') : null)
  useCommand('deal.close', count > 0 ? () => ask('close') : null)
  const many = count > 1 ? ` (${count})` : ''
  return (
    <ScreenColumn>
      <PipelineStrip figures={figures} chosen={opened?.words ?? null} onChoose={choose} locale={locale} />
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
        tools={
          <>
            <SegmentMenu filter={shownFilter} />
            {count > 0 ? (
              <>
                <Button
                  size="compact-sm"
                  variant="light"
                  aria-label={`Decide${many}`}
                  title={`Decide on ${count === 1 ? 'the selected deal' : `${count} selected deals`}`}
                  px={8}
                  onClick={() => ask('decide')}
                >
                  <IconGavel size={14} />
                  <span className={own.words}>&nbsp;Decide{many}</span>
                  {many ? <span className={own.only}>{count}</span> : null}
                </Button>
                <Button
                  size="compact-sm"
                  variant="light"
                  aria-label={`Close${many}`}
                  title={`Close ${count === 1 ? 'the selected deal' : `${count} selected deals`}`}
                  px={8}
                  onClick={() => ask('close')}
                >
                  <IconFlagCheck size={14} />
                  <span className={own.words}>&nbsp;Close{many}</span>
                  {many ? <span className={own.only}>{count}</span> : null}
                </Button>
              </>
            ) : null}
            <Tooltip label="Export the pipeline review">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label="Export the pipeline review"
                loading={review.busy}
                disabled={states.rows.length === 0}
                onClick={review.start}
              >
                <IconReportAnalytics size={16} />
              </ActionIcon>
            </Tooltip>
          </>
        }
      />
      <DecideDialogs asking={asking} onClose={() => setAsking(null)} />
    </ScreenColumn>
  )
}
