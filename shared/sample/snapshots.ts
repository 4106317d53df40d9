/** Twelve weekly snapshots of the sample region: each row says what was known of a deal on that Monday. */
import { plainWeek, workCalendar } from '../base/calendar'
import { addDays, type Day } from '../base/day'
import { type BusinessClock, businessClock } from '../forecast/business-clock'
import { forecastDeals } from '../forecast/deal-forecast'
import { startingId } from '../forecast/region-matrix'
import { startingMatrix } from '../forecast/starting-values'
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
  const calendar = workCalendar(
    plainWeek.week,
    build.all('holiday').map(each => each.on),
  )
  return Array.from({ length: weeks }, (_, at): ArchivedSnapshot => {
    const asOf = addDays(lastMonday, 7 * (at - weeks + 1))
    const rows = forecastRows(
      deals.flatMap(deal => rowOn(deal, asOf) ?? []),
      businessClock(calendar, asOf),
    )
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

/** A row with what its forecast needs besides. */
interface Seen {
  readonly row: SnapshotRow
  readonly enteredOn: Day
  readonly buyerDate: Day | null
}

/** A deal as it was known on a day; null where it had not begun, or had ended more than half a year before. */
function rowOn(deal: SampleDeal, asOf: Day): Seen | null {
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
  const row: SnapshotRow = {
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
  return { row, enteredOn: enteredOn(path.steps, asOf) ?? path.startOn, buyerDate: record.decisionDate }
}

/** The day on which the last step known by a day was done. */
function enteredOn(steps: readonly Dated<number>[], by: Day): Day | null {
  let last: Day | null = null
  for (const step of steps) if (step.on <= by && step.recordedOn <= by) last = step.on
  return last
}

/** Chance and close of the open rows by the starting matrices, which were in force then. */
function forecastRows(seen: readonly Seen[], clock: BusinessClock): SnapshotRow[] {
  const matrix = startingMatrix()
  const { deals } = forecastDeals(
    seen.map(({ row, enteredOn: entered, buyerDate }) => ({
      id: row.opportunity,
      amount: row.amount ?? 0,
      b: row.buying ?? 0,
      s: row.selling ?? 0,
      enteredCellAt: entered,
      buyerDate,
      suspect: row.dealClass === 'suspect',
      closedOff: false,
      postponedTo: null,
    })),
    matrix,
    clock,
    [],
  )
  return seen.map(({ row }, at) => {
    const found = deals[at]
    return row.state !== 'open' || !found
      ? row
      : { ...row, version: startingId, probability: found.p, matrixClose: found.close }
  })
}
