/** Taking snapshots of the open region and reading them back (5.7); they are kept beside the journal, for ever. */
import type { Day } from '#shared/base/day'
import { ok, type Result } from '#shared/base/result'
import { openAmountOf, snapshotSteps } from '#shared/forecast/region-snapshot'
import type { RecordOf } from '#shared/model/catalog'
import type { SnapshotRow } from '#shared/model/forecast'
import { asOfDay } from '#shared/region/as-of'
import { Edit } from '#shared/region/edit'
import { regionCurrency, settingsOf } from '#shared/region/settings'
import { breathe } from './breathe'
import { now, today, trueRandom } from './clock'
import { askDealStates } from './deal-states'
import { askPipeline, forecastTerms } from './forecast-answers'
import type { RegionStore } from './region-store'
import type { StoreProblem } from './store-problem'

type Kind = RecordOf<'snapshot'>['kind']

const labels: Readonly<Record<Kind, (asOf: Day) => string>> = {
  weekly: asOf => `Week of ${asOf}`,
  manual: asOf => `Taken by hand, ${asOf}`,
  periodStart: asOf => `Period start, ${asOf}`,
  periodEnd: asOf => `Period end, ${asOf}`,
  preImport: asOf => `Before an import, ${asOf}`,
  sample: asOf => `Sample, ${asOf}`,
}

/** Keeps a snapshot of the region as it stands; a region without deals gets none. */
export async function keepSnapshot(store: RegionStore, kind: Kind): Promise<Result<null, StoreProblem>> {
  const { region } = store
  const asOf = asOfDay(region, today())
  const states = askDealStates(region, asOf)
  if (states.rows.length === 0) return ok(null)
  const { periods, options } = forecastTerms(states, asOf, 'quarter')
  // Of the states as they are now, whatever is edited between two steps.
  const rows = await breathe(snapshotSteps(states, askPipeline(region, asOf), periods, options))
  const takenAt = now()
  const edit = new Edit(region, { source: 'derived', at: takenAt, asOf, random: trueRandom })
  const key = `snapshot/${takenAt}`
  edit.add('snapshot', {
    label: labels[kind](asOf),
    takenAt,
    asOf,
    kind,
    rowCount: rows.length,
    openAmount: openAmountOf(rows),
    currency: regionCurrency(settingsOf(region)),
    archiveKey: key,
  })
  return store.keepAside(edit.change(), [{ key, value: rows }])
}

/** The rows of a snapshot; null where they are not in the archive. */
export async function snapshotContent(
  store: RegionStore,
  record: RecordOf<'snapshot'>,
): Promise<readonly SnapshotRow[] | null> {
  const found = await store.archived(record.archiveKey)
  return Array.isArray(found) ? (found as readonly SnapshotRow[]) : null
}
