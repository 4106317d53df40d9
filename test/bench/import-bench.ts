/** Measures file to region: parse, map, reconcile and the commit's change, for CSV and XLSX of 10,000 and 100,000 rows. */
import { writeXlsx } from 'hucre'
import type { Day } from '#shared/base/day'
import type { CurrencyCode } from '#shared/base/money'
import { seededRandom } from '#shared/base/random'
import { convertSheet } from '#shared/mapping/convert'
import { suggestSheet } from '#shared/mapping/suggest'
import { changeOf } from '#shared/reconcile/change-of'
import { noDecisions } from '#shared/reconcile/decisions'
import { planImport } from '#shared/reconcile/plan-import'
import { applyTo } from '#shared/region/change'
import { Region } from '#shared/region/region'
import { readFile } from '#shared/tables/read-file'
import type { BenchRow } from './bench-row'
import { dealRows, toCsv } from './tables-data'

const at = '2026-01-01T00:00:00.000Z'
const asOf = '2025-12-31' as Day

async function measure(name: string, bytes: Uint8Array): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  let start = performance.now()
  const lap = (step: string): void => {
    rows.push({
      name: `${name}: ${step}`,
      ms: Math.round(performance.now() - start),
      rssMb: Math.round(process.memoryUsage().rss / 1e6),
    })
    start = performance.now()
  }
  const read = await readFile(bytes, name.includes('xlsx') ? 'deals.xlsx' : 'deals.csv')
  if (!read.ok) throw new Error(read.problem.code)
  lap('parse')
  const sheet = read.value.sheets[0]
  if (!sheet) throw new Error('the file has a sheet')
  const { mapping } = suggestSheet(sheet.table.header, sheet.rows.slice(1, 401), { fileName: 'deals.csv' })
  const drafts = convertSheet(
    { file: 'deals', sheet, table: sheet.table, withoutHidden: false },
    mapping,
    'USD' as CurrencyCode,
  )
  if (!drafts) throw new Error('the sheet is one of opportunities')
  lap('map')
  const region = new Region()
  const plan = () =>
    planImport({
      region,
      shadows: region.table('shadow').values(),
      sheets: [{ drafts, mapping }],
      decisions: noDecisions,
      asOf,
      at,
      random: seededRandom(1),
    })
  const first = plan()
  lap('reconcile')
  const { change } = changeOf(first, region, { at, asOf, random: seededRandom(2), label: 'Bench' })
  lap('change')
  applyTo(region, change)
  lap('apply')
  const again = plan()
  lap(`reconcile again (${again.sheets[0]?.counts.unchanged} unchanged)`)
  return rows
}

/** Measures 10,000 and 100,000 rows of 20 columns, as CSV and as XLSX. */
export async function run(): Promise<BenchRow[]> {
  const found: BenchRow[] = []
  for (const count of [10_000, 100_000]) {
    const rows = dealRows(count)
    found.push(...(await measure(`csv ${count}`, new TextEncoder().encode(toCsv(rows)))))
    found.push(...(await measure(`xlsx ${count}`, await writeXlsx({ sheets: [{ name: 'Deals', rows }] }))))
  }
  return found
}

if (process.argv[1]?.endsWith('import-bench.ts')) console.table(await run())
