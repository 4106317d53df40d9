/** Measures the grid in Chromium over 100,000 rows of 15 columns, beside ag-grid-community and a plain TanStack page. */
import react from '@vitejs/plugin-react'
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'
import { build } from 'vite'
import type { BenchRow } from './bench-row'
import type { PageResult } from './grid-page/start'

const mimes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    root: resolve(import.meta.dirname, 'grid-page'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, emptyOutDir: true, minify: true, reportCompressedSize: false },
  })
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench')
    const file = join(folder, pathname === '/' ? 'index.html' : pathname)
    if (!file.startsWith(folder) || !existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': mimes[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  return new Promise(done => server.listen(0, '127.0.0.1', () => done(server)))
}

async function measure(browser: Browser, url: string, which: string): Promise<PageResult> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    page.on('pageerror', error => console.error(`${which}: ${error.message}`))
    await page.goto(`${url}?grid=${which}`)
    await page.waitForFunction(() => window.benchResult !== undefined, undefined, { timeout: 240_000 })
    return (await page.evaluate(() => window.benchResult)) as PageResult
  } finally {
    await page.close()
  }
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? NaN
}

function rowsOf(ours: PageResult, ag: PageResult, plain: PageResult): BenchRow[] {
  const compared = (
    name: string,
    pick: (result: PageResult) => number,
    peers: readonly ('ag' | 'plain')[],
  ): BenchRow => {
    const words = peers.map(peer =>
      peer === 'ag' ? `ag-grid ${pick(ag).toFixed(0)} ms` : `plain TanStack ${pick(plain).toFixed(0)} ms`,
    )
    const best = Math.min(...peers.map(peer => pick(peer === 'ag' ? ag : plain)))
    return { name, ms: pick(ours), ratio: pick(ours) / best, note: words.join(', ') }
  }
  const both = ['ag', 'plain'] as const
  const first = (times: readonly number[]) => times[0] ?? NaN
  return [
    compared('grid: first rows', result => result.firstRows, both),
    compared('grid: number sort, first', result => first(result.numberSort), both),
    compared('grid: number sort, median', result => median(result.numberSort), both),
    compared('grid: text sort, first', result => first(result.textSort), both),
    compared('grid: text sort, median', result => median(result.textSort), both),
    compared('grid: contains filter, first', result => first(result.contains), both),
    compared('grid: contains filter, median', result => median(result.contains), both),
    compared('grid: group by two levels with three figures, first', result => first(result.group), ['plain']),
    compared('grid: group by two levels with three figures, median', result => median(result.group), [
      'plain',
    ]),
    {
      ...compared('grid: p95 of frame time while scrolling', result => result.frameP95, both),
      note:
        `ag-grid ${ag.frameP95.toFixed(1)} ms, plain TanStack ${plain.frameP95.toFixed(1)} ms; blank frames of ${ours.frames}: ` +
        `ours ${ours.blankFrames}, ag-grid ${ag.blankFrames}, plain TanStack ${plain.blankFrames}`,
    },
    {
      name: 'grid: JavaScript heap after all of it',
      ms: 0,
      rssMb: Math.round(ours.heapMb),
      note: `MB; ag-grid ${Math.round(ag.heapMb)}, plain TanStack ${Math.round(plain.heapMb)}`,
    },
  ]
}

/** Runs the three grids one after the other in one browser; grouping is compared with TanStack, ag-grid sells it. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'grid-bench-'))
  await buildPage(folder)
  const server = await serve(folder)
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  })
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const ours = await measure(browser, url, 'ours')
    const ag = await measure(browser, url, 'ag')
    const plain = await measure(browser, url, 'tanstack')
    return rowsOf(ours, ag, plain)
  } finally {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await run())
