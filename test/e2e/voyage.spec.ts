/** The whole voyage: by keyboard alone from a CRM's files to a coaching pack, and a filled-in pack taken back. */
import { expect, test, type Download, type Locator, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { readCoachingPack } from '#shared/packs/coaching-pack'
import { accountFile, csvFile, dealFile } from '../builders/crm-files'
import { columnOf, put, refill, type Grid } from '../builders/returned-pack'
import { usePlainPickers } from './import-steps'

const most = 60

/** Presses Tab until an element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < most; presses++) {
    if (await wanted.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by Tab to ${String(wanted)}`)
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name })
  await expect(button).toBeEnabled()
  await tabTo(page, button)
  await page.keyboard.press('Enter')
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()))
}

test('by keyboard alone: import files, correct a deal in the pipeline, export a coaching pack', async ({
  page,
}) => {
  await usePlainPickers(page)
  await page.goto('/')
  const asked = page.waitForEvent('filechooser')
  await press(page, 'Import your files')
  await (
    await asked
  ).setFiles([
    accountFile(),
    dealFile(),
    csvFile(
      'calls.csv',
      'Subject,Type,Activity Date,Owner,Account Name',
      'Price talk,Call,2017-01-24,Ivy Marsh,Harbour Cranes',
      'Plant visit,Meeting,2017-01-26,Tom Reyes,Pinegate Mills',
    ),
  ])
  await expect(page.getByRole('region', { name: 'calls.csv' })).toBeVisible()
  await press(page, 'Preview')
  await expect(page.getByText('17 rows read = 17 new')).toBeVisible({ timeout: 30_000 })
  await press(page, 'Import 17 records')
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible({ timeout: 30_000 })

  await page.keyboard.press('Control+2')
  const grid = page.getByRole('grid', { name: 'Opportunities' })
  await expect(grid.getByText('Loom refit')).toBeVisible()
  await tabTo(page, grid)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Loom refit')
  await expect(grid.getByText('Mill rollers')).toBeHidden()
  await tabTo(page, grid)
  const active = grid.locator('[role=gridcell][aria-selected=true]').filter({ hasText: 'Send the offer' })
  for (let steps = 0; steps < most && (await active.count()) === 0; steps++)
    await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Sign the offer')
  await page.keyboard.press('Enter')
  await expect(grid.getByText('Sign the offer')).toBeVisible()

  await page.keyboard.press('Control+7')
  const reps = page.getByRole('grid', { name: /reps/i })
  await expect(reps.getByText('Ivy Marsh')).toBeVisible()
  await tabTo(page, reps)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /Ivy Marsh|Tom Reyes/ })).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.keyboard.press('Control+e')
  const pack = await saved
  expect(pack.suggestedFilename()).toMatch(/^QD_.*\.xlsx$/)
  const read = await readCoachingPack(await bytesOf(pack), pack.suggestedFilename())
  expect(read.ok).toBe(true)
})

test('a coaching pack is exported, filled in elsewhere, taken back as one step and known when it comes again', async ({
  page,
}) => {
  await usePlainPickers(page)
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the sample region' }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await page.keyboard.press('Control+7')
  await page.getByRole('grid', { name: /reps/i }).getByText('Ruth Calloway').click()
  await expect(page.getByRole('heading', { name: 'Ruth Calloway', level: 1 })).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export coaching pack' }).click()
  const filled = refill(await bytesOf(await saved), sheet => {
    const deals = sheet('3 Deals')
    put(deals, 'D1', 'Next buyer step', 'Plant manager signs the test plan')
    put(deals, 'D2', 'Commit category', 'no such word')
    turnRound(deals)
  })
  const back = {
    name: 'ruth, filled in.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(filled),
  }
  const take = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Take back a pack' }).click()
    const asked = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose the file' }).click()
    await (await asked).setFiles(back)
  }
  await take()
  const dialog = page.getByRole('dialog', { name: 'Take back a pack' })
  await expect(dialog.getByText(/1 proposed.*1 in error/)).toBeVisible()
  await expect(dialog.getByRole('row').filter({ hasText: 'Plant manager signs the test plan' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Take over 1' }).click()
  await expect(
    page.getByRole('button', { name: 'Undo: Coaching pack of Ruth Calloway: 1 taken over' }),
  ).toBeVisible()
  await take()
  await expect(dialog.getByText(/0 proposed.*1 here already/)).toBeVisible()
})

/** Sorts the rows of a table the other way round, as a rep may; the keys go with their rows. */
function turnRound(grid: Grid): void {
  const at = columnOf(grid, 'Next buyer step')
  const rows = grid.slice(3).filter(row => typeof row[0] === 'string' && row.length > at)
  grid.splice(3, rows.length, ...rows.reverse())
}
