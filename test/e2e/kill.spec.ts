/** Killing the browser during an import or an edit loses nothing committed and leaves nothing half done. */
import type { Page } from '@playwright/test'
import { expect, test } from './crash'

interface Disk {
  /** Records by table, counted from the pages. */
  readonly records: Readonly<Record<string, number>>
  /** Entries that are done, with what they say they added in all tables. */
  readonly entries: readonly { readonly label: string; readonly added: number }[]
}

/** What lies in the newest region's database, read past the program. */
const disk = (page: Page): Promise<Disk> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(String(request.error)))
      })
    const names = (await indexedDB.databases()).map(each => each.name ?? '')
    const name = names.find(each => each.startsWith('quarterdeck-region-'))
    if (!name) return { records: {}, entries: [] }
    const db = await done(indexedDB.open(name))
    const records: Record<string, number> = {}
    const read = db.transaction(['pages', 'journal'])
    const pages = (await done(read.objectStore('pages').getAll())) as { table: string; packed: string }[]
    for (const { table, packed } of pages) {
      const page = JSON.parse(packed) as { count: number } | { rows: unknown[] }
      records[table] = (records[table] ?? 0) + ('rows' in page ? page.rows.length : page.count)
    }
    const journal = (await done(read.objectStore('journal').getAll())) as {
      label: string
      state: string
      counts: Record<string, { added: number; removed: number }>
    }[]
    db.close()
    const entries = journal
      .filter(each => each.state === 'done')
      .map(each => ({
        label: each.label,
        added: Object.values(each.counts).reduce((n, count) => n + count.added - count.removed, 0),
      }))
    return { records, entries }
  })

const total = (records: Disk['records']): number => Object.values(records).reduce((a, b) => a + b, 0)

for (const wait of [40, 120, 300, 700])
  test(`a browser killed ${wait} ms into writing the sample has all of it or none`, async ({ crashable }) => {
    await crashable.page.getByRole('button', { name: 'Open the sample region' }).click()
    await crashable.page.waitForTimeout(wait)
    await crashable.crash()
    const { records, entries } = await disk(crashable.page)
    // The entry and the records are written as one: what the journal says was added is what is there.
    expect(total(records)).toBe(entries.reduce((n, each) => n + each.added, 0))
    await expect(crashable.page.locator('#root')).toContainText(/Open the sample region|What needs you/)
  })

/** A file with so many deals and no question left open. */
const dealsFile = (count: number): string =>
  [
    'Deal ID,Deal Name,Account Name,Owner,Stage,Amount,Close Date',
    ...Array.from({ length: count }, (_, n) => `D${n},Deal ${n},Account ${n % 90},Ann,Open,${n},2017-09-01`),
  ].join('\n')

for (const wait of [100, 800])
  test(`a browser killed ${wait} ms into an import has all of it or none`, async ({ crashable }) => {
    const { page } = crashable
    await page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'))
    await page.getByRole('button', { name: 'Start an empty region' }).click()
    await page.getByRole('button', { name: 'Imports' }).first().click()
    const asked = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).click()
    const buffer = Buffer.from(dealsFile(4000))
    await (await asked).setFiles([{ name: 'deals.csv', mimeType: 'text/csv', buffer }])
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('button', { name: /^Import \d/ }).click()
    await page.waitForTimeout(wait)
    await crashable.crash()
    const { records, entries } = await disk(crashable.page)
    expect([0, 4000]).toContain(records['opportunity'] ?? 0)
    expect(total(records)).toBe(entries.reduce((n, each) => n + each.added, 0))
  })

test('every edit that was reported as saved is there after the kill, and undo reaches back over it', async ({
  crashable,
}) => {
  const { page } = crashable
  await page.getByRole('button', { name: 'Start an empty region' }).click()
  await expect(page.getByText('Nothing has been imported yet')).toBeVisible()
  await page.keyboard.press('Control+,')
  const name = page.getByRole('textbox', { name: 'Your name' })
  for (const value of ['Ann', 'Bo', 'Cy']) {
    await name.fill(value)
    await name.press('Enter')
    await expect(page.getByRole('status')).toHaveText('Saved')
    await expect(name).toHaveValue(value)
    await expect(page.getByRole('button', { name: 'Undo: Setting: Your name' })).toBeVisible()
  }
  const days = page.getByRole('textbox', { name: 'Stale after days' })
  await days.fill('21')
  await days.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo: Setting: Stale after days' })).toBeVisible()
  await crashable.crash()
  const again = crashable.page
  await expect(again.getByRole('textbox', { name: 'Your name' })).toHaveValue('Cy')
  await expect(again.getByRole('textbox', { name: 'Stale after days' })).toHaveValue('21')
  await again.getByRole('button', { name: 'Undo: Setting: Stale after days' }).click()
  await expect(again.getByRole('textbox', { name: 'Stale after days' })).toHaveValue('14')
})
