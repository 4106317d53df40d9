/** The pipeline: every deal's true state in one grid, with the figures that a manager asks for first. */
import { useMemo } from 'react'
import { openedRows, RecordGrid, type OpenedRows } from '../../records/record-grid'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useRegionStore, useSettings } from '../../store/use-region'
import { EmptyRegion } from './empty-region'
import { pipelineColumns, pipelineSpec } from './pipeline-columns'
import { PipelineStrip, pipelineFigures, type PipelineFigure } from './pipeline-strip'
import { pipelineViews } from './pipeline-views'
import styles from '../../records/screen.module.css'

// What the grid reads holds until the names that deals refer to change.
const askSpec = query(['leadSource', 'competitor'], pipelineSpec)

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
  const spec = useQuery(askSpec, currency)
  const columns = useMemo(
    () =>
      pipelineColumns(currency, deal => {
        const account = region.get('opportunity', deal as never)?.account
        if (account) places.open({ table: 'account', id: account })
      }),
    [currency, places, region],
  )
  const figures = useMemo(() => pipelineFigures(states, currency, locale), [states, currency, locale])
  const opened = (place.filters['rows:pipeline'] ?? null) as unknown as OpenedRows | null
  const choose = (figure: PipelineFigure): void =>
    places.setFilters(
      openedRows(
        'pipeline',
        opened?.words === figure.name ? null : { ids: figure.rows.map(row => row.id), words: figure.name },
      ),
    )
  return (
    <div className={styles.screen}>
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
      />
    </div>
  )
}
