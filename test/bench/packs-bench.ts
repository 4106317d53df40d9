/** Measures one coaching pack: `npx tsx test/bench/packs-bench.ts`, or `run()` from another bench. */
import { fileURLToPath } from 'node:url'
import * as XLSX from 'xlsx'
import { present } from '#shared/base/assert'
import { readCoachingPack, writeCoachingPack } from '#shared/packs/coaching-pack'
import { gridWorkbook } from '#shared/packs/grid-export'
import { coachingPack } from '#shared/packs/pack-builder'
import { packFacts } from '#shared/packs/pack-facts'
import type { SeenGrid } from '#shared/packs/seen-grid'
import { applyTo } from '#shared/region/change'
import { Region } from '#shared/region/region'
import { lastDay } from '#shared/sample/builder'
import { sampleRegion } from '#shared/sample/sample-region'
import type { BenchRow } from './bench-row'

/** The middle of three runs in milliseconds. */
async function middle(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < 3; i++) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)[1] ?? NaN
}

const gridRows = 10_000
const gridColumns = 12

function grid(): SeenGrid {
  const values = Float64Array.from({ length: gridRows }, (_, i) => i * 100)
  return {
    columns: Array.from({ length: gridColumns }, (_, at) => ({ key: `c${at}`, title: `Column ${at}` })),
    source: { column: () => ({ kind: 'money', values, currency: 'USD' }) },
    *lines() {
      for (let row = 0; row < gridRows; row++) yield { kind: 'row', row, level: 0 }
    },
    rowCount: gridRows,
    totals: {},
    sentence: null,
  }
}

/** Sample region, facts, content, writing and reading back of one pack; and a grid of 10,000 × 12 beside SheetJS. */
export async function run(): Promise<BenchRow[]> {
  const sample = await middle(() => sampleRegion())
  const region = new Region()
  applyTo(region, sampleRegion().change)
  const rep = present(
    region.all('rep').find(each => each.name === 'Ruth Calloway'),
    'the sample has this rep',
  )
  const facts = packFacts(region, lastDay)
  const factsMs = await middle(() => packFacts(region, lastDay))
  const build = () => present(coachingPack(region, rep.id, lastDay, facts), 'the rep is there')
  const content = await middle(build)
  const bytes = await writeCoachingPack(build())
  const write = await middle(() => writeCoachingPack(build()))
  const read = await middle(() => readCoachingPack(bytes, 'pack.xlsx'))
  const seen = grid()
  const ours = await middle(() => gridWorkbook(seen, { title: 'Grid', region: 'West', asOf: lastDay }))
  const peer = await middle(() => {
    const rows = Array.from({ length: gridRows }, (_, i) => new Array<number>(gridColumns).fill(i))
    const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows))
    XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true })
  })
  return [
    { name: 'sample region, 1,500 opportunities', ms: sample, note: 'aim 2,000 ms' },
    { name: 'facts of all deals', ms: factsMs },
    { name: 'content of one pack', ms: content },
    { name: 'one pack written', ms: write, note: `${Math.round(bytes.length / 1024)} kB` },
    { name: 'one pack read back', ms: read },
    {
      name: 'grid of 10,000 x 12 as a styled workbook',
      ms: ours,
      ratio: ours / peer,
      note: 'SheetJS without styles',
    },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await run())
