/** Visits cut into runs of days under one rate row and one season slot, so that fitting loops over runs and not over days. */
import { quarterMonths } from './log-factors'
import { rowAt, type StageRates } from './log-rates'
import type { Visit } from './log-visits'

/** Runs of days at risk, as columns; `row` and `slot` count through all stages. */
export interface Segments {
  readonly visit: Int32Array
  readonly row: Int32Array
  readonly slot: Int32Array
  readonly days: Int32Array
  /** Per visit: kind of exit (0 won, 1 lost, 2 move, 3 none seen), and the row and slot of its last day. */
  readonly exit: Int8Array
  readonly lastRow: Int32Array
  readonly lastSlot: Int32Array
  /** First row and first slot of each stage; one more entry holds the totals. */
  readonly firstRow: readonly number[]
  readonly firstSlot: readonly number[]
}

/** Season slots of a stage: one per age band and month of the quarter. */
export const slotsOf = (stage: StageRates): number => stage.bands.length * 3

const running = (sizes: readonly number[]): number[] => {
  const starts = [0]
  for (const size of sizes) starts.push((starts[starts.length - 1] as number) + size)
  return starts
}

/** Cuts visits into segments; days before `dataFrom` fall out (FC-21). */
export function cutVisits(
  visits: readonly Visit[],
  rates: readonly StageRates[],
  dataFrom: number,
): Segments {
  const stageIndex = new Map(rates.map((stage, i) => [stage.stage, i]))
  const firstRow = running(rates.map(stage => stage.rows.length))
  const firstSlot = running(rates.map(slotsOf))
  const months = quarterMonths(
    dataFrom,
    visits.reduce((last, v) => Math.max(last, v.until), dataFrom),
  )
  const unfolded = rates.map((stage, s) => {
    const starts = stage.rows.map(row => row.from)
    const size = (starts[starts.length - 1] as number) + 1
    return {
      row: Int32Array.from({ length: size }, (_, age) => (firstRow[s] as number) + rowAt(starts, age)),
      slot: Int32Array.from(
        { length: size },
        (_, age) => (firstSlot[s] as number) + rowAt(stage.bands, age) * 3,
      ),
    }
  })
  const columns = { visit: [] as number[], row: [] as number[], slot: [] as number[], days: [] as number[] }
  const exit = new Int8Array(visits.length).fill(3)
  const lastRow = new Int32Array(visits.length)
  const lastSlot = new Int32Array(visits.length)
  visits.forEach((visit, v) => {
    const stage = unfolded[stageIndex.get(visit.stage) ?? -1]
    if (!stage || visit.until < dataFrom) return
    const top = stage.row.length - 1
    let [row, slot, days] = [-1, -1, 0]
    const close = (): void => {
      if (days === 0) return
      columns.visit.push(v)
      columns.row.push(row)
      columns.slot.push(slot)
      columns.days.push(days)
    }
    for (let day = Math.max(dataFrom, visit.entered); day <= visit.until; day++) {
      const age = Math.min(top, day - visit.entered)
      const r = stage.row[age] as number
      const s = (stage.slot[age] as number) + (months[day - dataFrom] as number)
      if (r !== row || s !== slot) {
        close()
        ;[row, slot, days] = [r, s, 0]
      }
      days++
    }
    close()
    lastRow[v] = row
    lastSlot[v] = slot
    exit[v] = visit.exit === 'won' ? 0 : visit.exit === 'lost' ? 1 : visit.exit === 'move' ? 2 : 3
  })
  return {
    visit: Int32Array.from(columns.visit),
    row: Int32Array.from(columns.row),
    slot: Int32Array.from(columns.slot),
    days: Int32Array.from(columns.days),
    exit,
    lastRow,
    lastSlot,
    firstRow,
    firstSlot,
  }
}
