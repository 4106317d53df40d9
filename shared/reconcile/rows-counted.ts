/** The rows behind a number of a preview, so that it can be opened. */
import { conflictsCount, pairsCount, RowTally, type CountedRecords, type RowsOf } from './counted'
import type { Plan } from './plan'

/** The rows that a number counts. */
export interface CountedRows {
  readonly sheets: readonly RowsOf[]
  /** Records counted that have no row in the files: they stand in the region, or were made from a name. */
  readonly elsewhere: number
  /** True where the records have no rows of their own, and these are the rows that name them. */
  readonly naming: boolean
}

/** The rows that the number under `key` counts. */
export function rowsCounted(plan: Plan, key: string): CountedRows {
  const noted = plan.noted.of(key)
  if (noted.length > 0) return { sheets: noted, elsewhere: 0, naming: false }
  const records = plan.counted.get(key)
  if (records) return rowsOfRecords(plan, records)
  const [kind, sheet, row] = key.split('|')
  const tally = new RowTally()
  if (kind === 'row') tally.add(key, Number(sheet), [Number(row)])
  if (key === conflictsCount) for (const each of plan.conflicts) tally.add(key, each.sheet, [each.row])
  if (key === pairsCount)
    for (const { one, two } of plan.duplicates)
      for (const side of [one, two]) if (side.row !== null) tally.add(key, side.sheet, [side.row])
  return { sheets: tally.of(key), elsewhere: 0, naming: false }
}

/** Each record by the first row that is its own, in whatever file that stands. */
function rowsOfRecords(plan: Plan, { table, ids, instead }: CountedRecords): CountedRows {
  const wanted = new Set(ids)
  const tally = new RowTally()
  plan.sheets.forEach((sheet, at) => {
    if (sheet.drafts.table !== table) return
    for (const { id, row, line } of sheet.rows) if (!line && wanted.delete(id)) tally.add('', at, [row])
  })
  const sheets = tally.of('')
  if (sheets.length === 0 && instead) return { ...rowsOfRecords(plan, instead), naming: true }
  return { sheets, elsewhere: wanted.size, naming: false }
}
