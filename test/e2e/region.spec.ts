/** The first minute and the ways back: the sample, finding, the inspector, an edit, undo, a restart, regions. */
import { expect, test } from '@playwright/test'

test('a first look: open the sample, find a deal, change it, undo, and be at the same place after a restart', async ({
  page,
}) => {
  const noise: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') noise.push(message.text())
  })
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the sample region' }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.getByLabel('Find', { exact: true }).fill('merrowick gearing')
  await page.getByText('Merrowick Gearing', { exact: true }).click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector.getByRole('heading', { name: 'Merrowick Gearing' })).toBeVisible()

  await inspector.getByRole('button', { name: /^Founded ?: .*edit$/ }).click()
  const founded = inspector.getByRole('textbox', { name: 'Founded' })
  await founded.fill('19')
  await founded.press('Enter')
  await expect(inspector.getByText('Founded lies between 1,000 and 9,999.')).toBeVisible()
  await founded.fill('1987')
  await founded.press('Enter')
  const undo = page.getByRole('button', { name: 'Undo: Founded of Merrowick Gearing' })
  await expect(undo).toBeVisible()
  await inspector.getByRole('tab', { name: 'History' }).click()
  await expect(inspector.getByText(/Founded: \d+ → 1987/)).toBeVisible()

  await page.reload()
  await expect(inspector.getByText(/Founded: \d+ → 1987/)).toBeVisible()
  await undo.click()
  await expect(page.getByRole('button', { name: 'Redo: Founded of Merrowick Gearing' })).toBeVisible()
  await expect(inspector.getByText(/Founded: \d+ → 1987/)).toHaveCount(0)
  expect(noise).toEqual([])
})

test('a region is open in one window only, and the second one says so', async ({ page, context }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Start an empty region' }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  const second = await context.newPage()
  await second.goto('/')
  await expect(second.getByRole('alert')).toContainText('is open in another window')
})

test('deleting a region keeps a copy that can be restored', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Start an empty region' }).click()
  await page.getByRole('button', { name: 'My region', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Close region' }).click()
  await page.getByRole('button', { name: 'More about My region' }).click()
  await page.getByRole('menuitem', { name: 'Delete, keeping a copy' }).click()
  await page.getByRole('button', { name: 'Delete region' }).click()
  await expect(page.getByText(/“My region” is deleted; a copy is kept/)).toBeVisible()
  await page.getByRole('button', { name: 'Start an empty region' }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find', { exact: true }).fill('restore')
  await page.getByText('Restore a backup').click()
  await page.getByRole('button', { name: 'As a new region' }).click()
  await expect(page.getByText('Restored as “My region (backup')).toBeVisible()
})
