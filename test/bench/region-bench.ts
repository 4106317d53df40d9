/** Measures the app as a user meets it, in Chromium: a file of 100,000 rows to a region, opening it, and one edit to paint. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { findChromium, testFlags } from '../../scripts/chromium.mjs'
import type { BenchRow } from './bench-row'
import { dealRows, toCsv } from './tables-data'

const port = '4399'
const address = `http://127.0.0.1:${port}/`

/** Time in the page until `ready` is there, in milliseconds. */
async function until(
  page: Page,
  name: string,
  start: () => Promise<unknown>,
  ready: () => Promise<unknown>,
): Promise<BenchRow> {
  const from = performance.now()
  await start()
  await ready()
  const ms = Math.round(performance.now() - from)
  const heap = await page.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
  )
  return { name, ms, rssMb: Math.round(heap / 1e6), note: 'MB are the page’s heap' }
}

/** Imports a file of so many rows, opens the region again, and edits one deal. */
async function measure(page: Page, rows: number, file: string): Promise<BenchRow[]> {
  const words = rows.toLocaleString('en-US')
  const found: BenchRow[] = []
  const preview = page.getByRole('button', { name: 'Preview' }).last()
  const columns = page.getByRole('button', { name: 'Check the columns' })
  const commit = page.getByRole('button', { name: /^Import \d/ })
  const pipeline = page
    .getByRole('button', { name: 'Pipeline' })
    .or(page.getByRole('link', { name: 'Pipeline' }))
    .first()
  const cell = page
    .getByRole('grid', { name: 'Opportunities' })
    .getByRole('row')
    .nth(2)
    .getByRole('gridcell')
    .nth(4)
  await page.goto(address)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import your files' }).click()
  const files = await chooser
  found.push(
    await until(
      page,
      `${words} rows: file to columns`,
      () => files.setFiles(file),
      () => columns.click({ timeout: 120_000 }),
    ),
  )
  found.push(
    await until(
      page,
      `${words} rows: columns to preview`,
      () => preview.click(),
      () => commit.waitFor({ timeout: 120_000 }),
    ),
  )
  found.push(
    await until(
      page,
      `${words} rows: preview to committed`,
      () => commit.click(),
      () => page.getByRole('button', { name: 'Undo this import' }).waitFor({ timeout: 120_000 }),
    ),
  )
  await pipeline.click()
  await cell.waitFor({ timeout: 60_000 })
  found.push(
    await until(
      page,
      `${words} deals: opening the region`,
      () => page.reload(),
      () => cell.waitFor({ timeout: 60_000 }),
    ),
  )
  await cell.click()
  await page.waitForTimeout(2000)
  const edits: number[] = []
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+A')
    await page.keyboard.type(`Stage ${i}`)
    edits.push(
      await page.evaluate(
        () =>
          new Promise<number>(done => {
            const from = performance.now()
            const editor = document.activeElement
            const watch = new MutationObserver(() => {
              if (document.activeElement === editor) return
              watch.disconnect()
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)))
            })
            watch.observe(document.body, { subtree: true, childList: true, characterData: true })
            editor?.dispatchEvent(
              new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
            )
          }),
      ),
    )
    await page.waitForTimeout(400)
  }
  edits.sort((a, b) => a - b)
  found.push({
    name: `${words} deals: one edit to paint, median of ${edits.length}`,
    ms: Math.round(edits[Math.floor(edits.length / 2)] ?? 0),
  })
  return found
}

/** Measures 10,000 and 100,000 rows, each in a fresh browser. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'region-bench-'))
  const server = spawn(process.execPath, ['out/main/web.js'], {
    env: { ...process.env, QUARTERDECK_PORT: port },
    stdio: 'ignore',
  })
  const executablePath = findChromium()
  const found: BenchRow[] = []
  try {
    await new Promise(done => setTimeout(done, 1500))
    for (const rows of [10_000, 100_000]) {
      const file = join(folder, `deals-${rows}.csv`)
      // Headers that leave no question open, so that nobody has to answer one while the clock runs.
      writeFileSync(
        file,
        toCsv(dealRows(rows))
          .replace(',Closed,', ',Actual Close Date,')
          .replace(',Email,', ',Internal code,'),
      )
      const browser = await chromium.launch({
        args: [...testFlags, '--enable-precise-memory-info'],
        ...(executablePath === null ? {} : { executablePath }),
      })
      const page = await (await browser.newContext()).newPage()
      // The choice of files is a dialog of the system; without it the page falls back to one that can be driven.
      await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'))
      found.push(...(await measure(page, rows, file)))
      await browser.close()
    }
  } finally {
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  return found
}

if (process.argv[1]?.endsWith('region-bench.ts')) console.table(await run())
