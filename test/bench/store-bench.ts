/**
 * Measures, in Chromium, how 100,000 opportunities are best laid into IndexedDB: a record per row, pages of row
 * objects, or pages of JSON text. Run: `npx tsx test/bench/store-bench.ts [rows]`; the figures stand in ADR 0002.
 */
import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import { newRecord } from '../../shared/region/new-record'
import { asId } from '../../shared/base/id'

const rows = Number(process.argv[2] ?? 100_000)

/** One opportunity as an import leaves it: some fifteen fields filled, the rest empty. */
const sample = newRecord(
  'opportunity',
  asId<'opportunity'>('00000000-0000-4000-8000-000000000000'),
  {
    name: 'Kan-code - GTX Plus Pro',
    externalId: '1C1I7A6R',
    account: asId('10000000-0000-4000-8000-000000000000'),
    owner: asId('20000000-0000-4000-8000-000000000000'),
    product: asId('30000000-0000-4000-8000-000000000000'),
    stage: 'Engaging',
    amount: 548_200,
    currency: 'USD' as never,
    createdOn: '2016-10-20' as never,
    engagedOn: '2016-10-25' as never,
    expectedClose: '2017-03-01' as never,
    type: 'New business',
    nextStep: 'Call the sponsor about the evaluation plan',
    notes: 'Met at the fair; wants a proposal with two options before the end of the quarter.',
  },
  { source: 'import', at: '2017-12-31T08:00:00.000Z' },
)

interface Layout {
  readonly name: string
  readonly page: number
  readonly as: 'row' | 'objects' | 'json'
}

const layouts: readonly Layout[] = [
  { name: 'a record per row', page: 1, as: 'row' },
  { name: 'pages of 128 objects', page: 128, as: 'objects' },
  { name: 'pages of 256 objects', page: 256, as: 'objects' },
  { name: 'pages of 1000 objects', page: 1000, as: 'objects' },
  { name: 'pages of 128 as JSON', page: 128, as: 'json' },
  { name: 'pages of 256 as JSON', page: 256, as: 'json' },
  { name: 'pages of 512 as JSON', page: 512, as: 'json' },
  { name: 'pages of 1000 as JSON', page: 1000, as: 'json' },
]

/** Runs inside the page; must not use anything from outside. */
async function measure({
  layout,
  count,
  template,
}: {
  layout: Layout
  count: number
  template: Record<string, unknown>
}): Promise<Record<string, number>> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(new Error(String(request.error)))
    })
  const finished = (tx: IDBTransaction) =>
    new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve()
      tx.onabort = () => reject(new Error(String(tx.error)))
    })
  const name = `bench-${layout.as}-${layout.page}`
  await done(indexedDB.deleteDatabase(name))
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('pages')
  const db = await done(opening)
  const rows = Array.from({ length: count }, (_, i) => ({
    ...template,
    id: crypto.randomUUID(),
    externalId: String(i),
    amount: i * 100,
  }))
  const pack = (page: object[]): unknown =>
    layout.as === 'row' ? page[0] : layout.as === 'json' ? JSON.stringify(page) : page
  const pages = Math.ceil(count / layout.page)
  const slice = (p: number) => rows.slice(p * layout.page, (p + 1) * layout.page)
  let longest = 0
  const watch = setInterval(() => {}, 1000)
  let beat = performance.now()
  const pulse = new MessageChannel()
  pulse.port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - beat)
    beat = performance.now()
    pulse.port2.postMessage(0)
  }
  pulse.port2.postMessage(0)
  const t0 = performance.now()
  const packed: unknown[] = []
  for (let p = 0; p < pages; p++) {
    packed.push(pack(slice(p)))
    if (p % Math.max(1, Math.round(2000 / layout.page)) === 0) await new Promise(next => setTimeout(next))
  }
  const t1 = performance.now()
  const tx = db.transaction('pages', 'readwrite', { durability: 'strict' })
  const store = tx.objectStore('pages')
  const wave = Math.max(1, Math.round(2048 / layout.page))
  for (let p = 0; p < pages; p += wave) {
    let last: IDBRequest | null = null
    for (let q = p; q < Math.min(p + wave, pages); q++) last = store.put(packed[q], q)
    if (last) await done(last)
  }
  await finished(tx)
  const t2 = performance.now()
  pulse.port1.close()
  clearInterval(watch)
  packed.length = 0
  const t3 = performance.now()
  const read: object[] = []
  const got = await done(db.transaction('pages').objectStore('pages').getAll())
  for (const page of got as unknown[]) {
    if (layout.as === 'row') read.push(page as object)
    else
      for (const row of (layout.as === 'json' ? JSON.parse(page as string) : page) as object[]) read.push(row)
  }
  const t4 = performance.now()
  const edits: number[] = []
  for (let i = 0; i < 25; i++) {
    const p = (i * 7919) % pages
    const at = performance.now()
    const edit = db.transaction('pages', 'readwrite', { durability: 'strict' })
    edit.objectStore('pages').put(pack(slice(p)), p)
    await finished(edit)
    edits.push(performance.now() - at)
  }
  edits.sort((a, b) => a - b)
  db.close()
  await done(indexedDB.deleteDatabase(name))
  if (read.length !== count) throw new Error(`read ${read.length}`)
  return {
    'pack ms': t1 - t0,
    'write ms': t2 - t1,
    'longest block ms': longest,
    'read ms': t4 - t3,
    'edit p50 ms': edits[12] ?? 0,
    'edit p90 ms': edits[22] ?? 0,
  }
}

const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html')
  response.end('<!doctype html><title>bench</title>')
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
const profile = mkdtempSync(join(tmpdir(), 'store-bench-'))
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  console.log(`${rows} opportunities, ${JSON.stringify(sample).length} characters of JSON each`)
  await page.evaluate('globalThis.__name = value => value')
  const table: Record<string, Record<string, number>> = {}
  for (const layout of layouts) {
    const figures = await page.evaluate(measure, {
      layout,
      count: rows,
      template: { ...sample } as Record<string, unknown>,
    })
    table[layout.name] = Object.fromEntries(
      Object.entries(figures).map(([k, v]) => [k, Math.round(v * 10) / 10]),
    )
    console.log(layout.name, JSON.stringify(table[layout.name]))
  }
  console.table(table)
} finally {
  await context.close()
  server.close()
  rmSync(profile, { recursive: true, force: true })
}
