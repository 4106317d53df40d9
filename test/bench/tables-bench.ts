/** Measures FILE -> TABLES beside other readers, each case in a process of its own: `npx tsx test/bench/tables-bench.ts`. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readXlsx, writeXlsx } from 'hucre'
import Papa from 'papaparse'
import { inferSchema, initParser } from 'udsv'
import { readFile } from '#shared/tables/read-file'
import type { BenchRow } from './bench-row'
import { dealRows, toCsv } from './tables-data'

interface Measured {
  readonly ms: number
  readonly cpuMs: number
  readonly rssMb: number
  readonly rows: number
}

const sizes = [10_000, 100_000] as const
const folder = join(tmpdir(), 'quarterdeck-bench')
const fileOf = (kind: string, rows: number): string => join(folder, `deals-${rows}.${kind}`)

async function readOurs(bytes: Uint8Array, name: string): Promise<number> {
  const result = await readFile(bytes, name)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value.sheets[0]!.rows.length
}

/** Every case reads bytes and returns how many rows it found. */
const cases: Record<string, { kind: 'csv' | 'xlsx'; run: (bytes: Uint8Array) => number | Promise<number> }> =
  {
    'ours csv': { kind: 'csv', run: bytes => readOurs(bytes, 'deals.csv') },
    udsv: {
      kind: 'csv',
      run: bytes => {
        const text = new TextDecoder().decode(bytes)
        return initParser(inferSchema(text)).stringArrs(text).length
      },
    },
    papaparse: {
      kind: 'csv',
      run: bytes => Papa.parse<string[]>(new TextDecoder().decode(bytes)).data.length,
    },
    'ours xlsx': { kind: 'xlsx', run: bytes => readOurs(bytes, 'deals.xlsx') },
    hucre: { kind: 'xlsx', run: async bytes => (await readXlsx(bytes)).sheets[0]!.rows.length },
  }

/** Runs one case in this process. */
async function measure(name: string, rows: number): Promise<Measured> {
  const { kind, run } = cases[name]!
  const bytes = new Uint8Array(readFileSync(fileOf(kind, rows)))
  const cpu = process.cpuUsage()
  const start = performance.now()
  const found = await run(bytes)
  const ms = performance.now() - start
  const used = process.cpuUsage(cpu)
  return {
    ms: Math.round(ms),
    cpuMs: Math.round((used.user + used.system) / 1000),
    rssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    rows: found,
  }
}

/** Runs one case twice in fresh processes and keeps the quicker run. */
function inFreshProcess(name: string, rows: number): Measured {
  const runs = [1, 2].map(() => {
    const args = ['--import', 'tsx', fileURLToPath(import.meta.url), '--case', name, String(rows)]
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured
  })
  return runs.sort((a, b) => a.cpuMs - b.cpuMs)[0]!
}

async function makeFiles(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const rows of sizes) {
    const data = dealRows(rows)
    if (!existsSync(fileOf('csv', rows))) writeFileSync(fileOf('csv', rows), toCsv(data))
    if (!existsSync(fileOf('xlsx', rows)))
      writeFileSync(fileOf('xlsx', rows), await writeXlsx({ sheets: [{ name: 'Deals', rows: data }] }))
  }
}

/** All cases: ours beside uDSV and papaparse for CSV, beside hucre for XLSX, and how ours grows from 10,000 rows. */
export async function run(): Promise<BenchRow[]> {
  await makeFiles()
  const results: BenchRow[] = []
  for (const [ours, peers] of [
    ['ours csv', ['udsv', 'papaparse']],
    ['ours xlsx', ['hucre']],
  ] as const) {
    const small = inFreshProcess(ours, sizes[0])
    const large = inFreshProcess(ours, sizes[1])
    const { ms, rssMb } = large
    results.push({ name: `${ours}, 10,000 x 20`, ms: small.ms, rssMb: small.rssMb })
    const growth = large.cpuMs / small.cpuMs
    const note = `${growth.toFixed(1)} times the processor time of 10,000 rows`
    results.push({ name: `${ours}, 100,000 x 20`, ms, rssMb, note })
    for (const peer of peers) {
      const other = inFreshProcess(peer, sizes[1])
      const ratio = Math.round((100 * large.cpuMs) / other.cpuMs) / 100
      results.push({ name: `${peer}, 100,000 x 20`, ms: other.ms, rssMb: other.rssMb })
      results.push({ name: `${ours} beside ${peer}`, ms, ratio, note: `processor time, ${peer} = 1` })
    }
  }
  return results
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--case')
  if (at > 0) console.log(JSON.stringify(await measure(process.argv[at + 1]!, Number(process.argv[at + 2]))))
  else console.table(await run())
}
