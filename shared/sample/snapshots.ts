/** Twelve weekly snapshots of the sample region: each row says what was known of a deal on that Monday. */
import { addDays, type Day } from '../base/day'
import type { SnapshotRow } from '../model/forecast'
import { firstDay, lastDay, stampOn, type SampleBuilder } from './builder'
import { usd } from './catalogue'
import type { Dated, DealEnd } from './deal-path'
import type { SampleDeal } from './deals'
import { buyingAfter } from './events'
import { endStages, stages } from './process-words'

/** Rows of a snapshot with the key that they are kept under. */
export interface ArchivedSnapshot {
  readonly key: string
  readonly rows: readonly SnapshotRow[]
}

const weeks = 12

/** Adds twelve snapshots, the last on the Monday before the last day, and returns their rows. */
export function addSnapshots(
  build: SampleBuilder,
  deals: readonly SampleDeal[],
): readonly ArchivedSnapshot[] {
  const lastMonday = addDays(lastDay, -4)
  return Array.from({ length: weeks }, (_, at): ArchivedSnapshot => {
    const asOf = addDays(lastMonday, 7 * (at - weeks + 1))
    const rows = deals.flatMap(deal => rowOn(deal, asOf) ?? [])
    const key = `snapshot-${asOf}`
    build.add(
      'snapshot',
      {
        label: `Week of ${asOf}`,
        takenAt: stampOn(asOf, 8),
        asOf,
        kind: 'sample',
        rowCount: rows.length,
        openAmount: rows.reduce((sum, row) => sum + (row.state === 'open' ? (row.amount ?? 0) : 0), 0),
        currency: usd,
        archiveKey: key,
      },
      { on: asOf > firstDay ? asOf : firstDay, source: 'derived' },
    )
    return { key, rows }
  })
}

/** The newest value that was both true and written down by a day. */
function known<T>(facts: readonly Dated<T>[], by: Day): T | null {
  let value: T | null = null
  for (const fact of facts) if (fact.on <= by && fact.recordedOn <= by) value = fact.value
  return value
}

/** A deal as it was known on a day; null where it had not begun, or had ended more than half a year before. */
function rowOn(deal: SampleDeal, asOf: Day): SnapshotRow | null {
  const { record, path, customer } = deal
  if (path.startOn > asOf) return null
  const closed = path.endRecordedOn !== null && path.endRecordedOn <= asOf
  if (closed && path.endOn && path.endOn < addDays(asOf, -183)) return null
  const step = known(path.steps, asOf) ?? 0
  const state: DealEnd = closed ? path.end : 'open'
  const qualified =
    deal.hasEvents &&
    step >= 1 &&
    record.decisionMaker !== null &&
    record.decisionDate !== null &&
    record.budgetKnown
  return {
    opportunity: record.id,
    name: record.name,
    owner: deal.rep.record.endOn !== null && asOf < deal.rep.record.endOn ? deal.rep.record.id : record.owner,
    account: customer.account.id,
    product: record.product,
    region: 'Tidewater',
    state,
    stage: state === 'open' ? (stages[step] ?? null) : endStages[state],
    amount: known(deal.amounts, asOf),
    buying: buyingAfter(deal, step),
    selling: step,
    assumed: !deal.hasEvents,
    version: null,
    probability: null,
    matrixClose: null,
    planClose: null,
    crmClose: known(deal.closes, asOf),
    closedOn: closed ? path.endOn : null,
    startedOn: path.startOn,
    dealClass: qualified ? 'qualified' : step >= 1 ? 'real' : 'suspect',
    disposition: null,
    category: record.forecastCategory,
  }
}
