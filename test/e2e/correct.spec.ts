/** A manager looks at the pipeline, corrects a deal, is refused where the value is none, and takes it back. */
import { expect, test } from '@playwright/test'

test.beforeEach(async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the sample region' }).click()
  await page
    .getByRole('link', { name: 'Pipeline' })
    .or(page.getByRole('button', { name: 'Pipeline' }))
    .first()
    .click()
  await expect(page.getByRole('grid', { name: 'Opportunities' })).toBeVisible()
})

test('a figure opens the deals that it counts', async ({ page }) => {
  const figure = page
    .getByRole('group', { name: 'Pipeline figures' })
    .getByRole('button', { name: /Dead by age/ })
  const count = (/\d+/.exec((await figure.innerText()).split('\n')[1] ?? '') ?? ['?'])[0]
  await figure.click()
  await expect(page.getByRole('status').filter({ hasText: 'Dead by age' })).toContainText(
    `Showing ${count} opportunities`,
  )
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByText(`Showing ${count} opportunities`)).toBeHidden()
})

test('an edit in the grid is checked, kept, and taken back with the keyboard alone', async ({ page }) => {
  const grid = page.getByRole('grid', { name: 'Opportunities' })
  const next = grid.getByRole('row').nth(2).getByRole('gridcell').nth(3)
  await next.click()
  const before = await next.innerText()
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('No such product')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/nothing is called/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(next).toHaveText(before)
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Pulsefield Array')
  await page.keyboard.press('Enter')
  await expect(next).toHaveText('Pulsefield Array')
  await expect(page.getByText('Saved')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/Undone: Change Product/)).toBeVisible()
  await expect(next).toHaveText(before)
})

test('edits typed one after the other without a pause are all saved in their order, and undo takes back the last', async ({
  page,
}) => {
  const grid = page.getByRole('grid', { name: 'Opportunities' })
  const stage = (line: number) => grid.getByRole('row').nth(line).getByRole('gridcell').nth(4)
  await stage(2).click()
  const third = await stage(4).innerText()
  for (const text of ['First', 'Second', 'Third']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await expect(stage(4)).toHaveText('Third')
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/Undone: Change CRM stage/)).toBeVisible()
  await expect(stage(4)).toHaveText(third)
  await page.reload()
  await expect(stage(2)).toHaveText('First', { timeout: 30_000 })
  await expect(stage(3)).toHaveText('Second')
  await expect(stage(4)).toHaveText(third)
})

test('an edit that the disk refuses comes back with its text and the reason, though the grid has moved on', async ({
  page,
}) => {
  const grid = page.getByRole('grid', { name: 'Opportunities' })
  const stage = grid.getByRole('row').nth(2).getByRole('gridcell').nth(4)
  await stage.click()
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name !== 'pages') return put.apply(this, args)
      IDBObjectStore.prototype.put = put
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await page.keyboard.type('Won at last')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/the disk is full/).first()).toBeVisible()
  await expect(grid.getByRole('textbox', { name: 'CRM stage', exact: true })).toHaveValue('Won at last')
  await page.keyboard.press('Enter')
  await expect(stage).toHaveText('Won at last')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(stage).toHaveText('Won at last', { timeout: 30_000 })
})
