/** What journeys do in the import: begin in an empty region, give files, preview, commit. */
import { expect, type Page } from '@playwright/test'
import type { GivenFile } from '../builders/crm-files'

/** Makes the page use the input that a test can drive; the browser's own pickers cannot be. */
export const usePlainPickers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker'])
      Object.defineProperty(window, name, { value: undefined })
  })

/** Starts an empty region and goes to its imports. */
export async function beginImport(page: Page): Promise<void> {
  await usePlainPickers(page)
  await page.goto('/')
  await page.getByRole('button', { name: 'Start an empty region' }).click()
  await page
    .getByRole('link', { name: 'Imports' })
    .or(page.getByRole('button', { name: 'Imports' }))
    .first()
    .click()
}

/** Gives files to the wizard and waits until each is there. */
export async function giveFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await asked).setFiles([...files])
  for (const file of files) await expect(page.getByRole('region', { name: file.name })).toBeVisible()
}

/** Goes to the preview and waits for its counts. */
export async function goToPreview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText(/rows? read =/)).toBeVisible({ timeout: 30_000 })
}

/** Commits and goes back to the list of imports. */
export async function commitImport(page: Page, records: string): Promise<void> {
  await page.getByRole('button', { name: `Import ${records} record` }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Close', exact: true }).click()
}
