/** The two sides of a comparison: a snapshot from the archive, the region as it is now, or as it was on a day. */
import { useEffect, useState } from 'react'
import type { Day } from '#shared/base/day'
import { asId } from '#shared/base/id'
import { forecastPeriods, forecastRegion } from '#shared/forecast/region-forecast'
import { regionPipeline } from '#shared/forecast/region-pipeline'
import { type ComparedSnapshot, snapshotRows } from '#shared/forecast/region-snapshot'
import { dealStates } from '#shared/process/deal-state'
import type { Region } from '#shared/region/region'
import { askDealStates } from '../../store/deal-states'
import { askForecast, forecastTables } from '../../store/forecast-answers'
import { query } from '../../store/query'
import { snapshotContent } from '../../store/snapshots'
import { useRegionStore } from '../../store/use-region'

/** Which side: `now`, `day:2017-09-30` for a day rebuilt from the data, or a snapshot's id. */
export type Side = string

const askNow = query(forecastTables, (region, asOf: Day): ComparedSnapshot => ({
  asOf,
  rows: snapshotRows(askDealStates(region, asOf), askForecast(region, asOf, 'quarter')),
  noted: null,
}))

/** What was open on a day by what is known today; amounts and owners are today's where no dated fact says more. */
const askDay = query(forecastTables, (region: Region, asOf: Day): ComparedSnapshot => {
  const states = dealStates(region, asOf)
  const { fiscalStart } = states.settings
  const forecast = forecastRegion(
    regionPipeline(region, states),
    forecastPeriods(asOf, 'quarter', 1, fiscalStart),
  )
  return { asOf, rows: snapshotRows(states, forecast), noted: null }
})

/** One side of the comparison; null while it is read, `missing` where the archive has lost it. */
export function useCompared(side: Side, asOf: Day): ComparedSnapshot | 'missing' | null {
  const store = useRegionStore()
  const [read, setRead] = useState<{ side: Side; found: ComparedSnapshot | 'missing' } | null>(null)
  const stored = side !== 'now' && !side.startsWith('day:')
  useEffect(() => {
    if (!stored) return
    let gone = false
    const record = store.region.get('snapshot', asId(side))
    void (record ? snapshotContent(store, record) : Promise.resolve(null)).then(rows => {
      if (gone) return
      setRead({
        side,
        found: record && rows ? { asOf: record.asOf, rows, noted: record } : 'missing',
      })
    })
    return () => {
      gone = true
    }
  }, [store, side, stored])
  if (side === 'now') return askNow(store.region, asOf)
  if (!stored) return askDay(store.region, side.slice(4) as Day)
  return read?.side === side ? read.found : null
}
