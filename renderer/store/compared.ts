/** The sides of a comparison: a snapshot from the archive, the region as it is now, or as it was on a day. */
import type { Day } from '#shared/base/day'
import { periodOf, shiftPeriod } from '#shared/base/fiscal'
import { asId } from '#shared/base/id'
import { forecastPeriods, forecastRegion } from '#shared/forecast/region-forecast'
import { regionPipeline } from '#shared/forecast/region-pipeline'
import { type ComparedSnapshot, snapshotRows } from '#shared/forecast/region-snapshot'
import type { RecordOf } from '#shared/model/catalog'
import { dealStates } from '#shared/process/deal-state'
import { askDealStates } from './deal-states'
import { askForecast, forecastTables } from './forecast-answers'
import { query } from './query'
import type { RegionStore } from './region-store'
import { snapshotContent } from './snapshots'

/** Which side: `now`, `day:2017-09-30` for a day rebuilt from the data, or a snapshot's id. */
export type Side = string

/** The snapshots that were kept, newest first. */
export const askKept = query(['snapshot'], region =>
  [...region.all('snapshot')].sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1)),
)

/** The side that changes are counted from unless another is chosen: of the snapshots of earlier days the fourth newest, else the oldest, else the end of last quarter. */
export function firstSide(
  kept: readonly Pick<RecordOf<'snapshot'>, 'id' | 'asOf'>[],
  asOf: Day,
  fiscalStart: number,
): Side {
  const past = kept.filter(each => each.asOf < asOf)
  return (
    past.at(Math.min(past.length - 1, 3))?.id ??
    `day:${shiftPeriod(periodOf(asOf, 'quarter', fiscalStart), -1, fiscalStart).last}`
  )
}

const askNow = query(forecastTables, (region, asOf: Day): ComparedSnapshot => ({
  asOf,
  rows: snapshotRows(askDealStates(region, asOf), askForecast(region, asOf, 'quarter')),
  noted: null,
}))

/** What was open on a day by what is known today; amounts and owners are today's where no dated fact says more. */
const askDay = query(forecastTables, (region, asOf: Day): ComparedSnapshot => {
  const states = dealStates(region, asOf)
  const { fiscalStart } = states.settings
  const forecast = forecastRegion(
    regionPipeline(region, states),
    forecastPeriods(asOf, 'quarter', 1, fiscalStart),
  )
  return { asOf, rows: snapshotRows(states, forecast), noted: null }
})

/** A side that is worked out from the region; null where it has to be read from the archive. */
export function builtSide({ region }: RegionStore, side: Side, asOf: Day): ComparedSnapshot | null {
  if (side === 'now') return askNow(region, asOf)
  return side.startsWith('day:') ? askDay(region, side.slice(4) as Day) : null
}

/** A side from the archive; `missing` where its rows are no longer there. */
export async function keptSide(store: RegionStore, side: Side): Promise<ComparedSnapshot | 'missing'> {
  const record = store.region.get('snapshot', asId(side))
  const rows = record ? await snapshotContent(store, record) : null
  return record && rows ? { asOf: record.asOf, rows, noted: record } : 'missing'
}
