/** A vice-president edits the matrices by keyboard, sees what it would change, is refused, repairs, submits, and another approves. */
import { expect, test, type Page } from '@playwright/test'

const cell = (page: Page, row: number, column: number) =>
  page.locator(`[role=gridcell][data-row="${row}"][data-column="${column}"]`)

test.beforeEach(async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the sample region' }).click()
  await page
    .getByRole('link', { name: 'Forecast' })
    .or(page.getByRole('button', { name: 'Forecast' }))
    .first()
    .click()
  await page.getByRole('tab', { name: 'Matrix' }).click()
})

test('a draft goes from its first key to the forecast, and every step is in the history', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Edit as a draft' }).click()
  const grid = page.getByRole('grid', { name: /^Probability of Close/ })
  await expect(grid).toHaveAttribute('aria-readonly', 'false')
  await expect(page.getByText('No deal moves')).toBeVisible()

  // B4/S4 is the cell of the worked example; arrows lead to it from the corner.
  await cell(page, 0, 0).click()
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
  await expect(cell(page, 4, 4)).toBeFocused()
  await page.keyboard.type('72')
  // The what-if follows the keys before the value is handed in.
  await expect(page.getByText(/\d+ deals? moves?, \d+ governed/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(cell(page, 4, 4)).toHaveText(/72 %/)
  await expect(cell(page, 5, 4)).toBeFocused()

  // A35: refused, with both cells that stand below it.
  await expect(cell(page, 4, 4)).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Submit for approval' }).click()
  const submit = page.getByRole('dialog')
  await submit.getByLabel('Author').fill('Ann Ortega')
  await submit.getByRole('button', { name: 'Submit' }).click()
  await expect(submit.getByRole('alert')).toContainText('above B4/S5 with 70 %')
  await expect(submit.getByRole('alert')).toContainText('above B5/S4 with 69 %')
  await submit.getByRole('button', { name: 'Cancel' }).click()

  // Undo brings 62 % back, redo 72 %; typing repairs it.
  await cell(page, 4, 4).click()
  await page.keyboard.press('Control+z')
  await expect(cell(page, 4, 4)).toHaveText(/62 %/)
  await page.keyboard.press('Control+Shift+z')
  await expect(cell(page, 4, 4)).toHaveText(/72 %/)
  await cell(page, 4, 4).click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('68 %')
  await page.keyboard.press('Enter')
  await expect(cell(page, 4, 4)).not.toHaveAttribute('aria-invalid', 'true')

  await page.getByRole('button', { name: 'Submit for approval' }).click()
  await submit.getByLabel('Author').fill('Ann Ortega')
  await submit.getByLabel('What changed, and why').fill('Evaluations are won more often since spring')
  await submit.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByText('In review', { exact: true })).toBeVisible()

  // Approval takes another name.
  await page.getByRole('button', { name: 'Approve' }).click()
  const approve = page.getByRole('dialog')
  await approve.getByLabel('Approved by').fill('Ann Ortega')
  await approve.getByRole('button', { name: 'Approve' }).click()
  await expect(approve.getByRole('alert')).toContainText('approval takes another name')
  await approve.getByLabel('Approved by').fill('Ben Adeyemi')
  await approve.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('Approved', { exact: true })).toBeVisible()
  await expect(page.getByText(/approved by Ben Adeyemi/)).toBeVisible()
  await expect(cell(page, 4, 4)).toHaveAttribute('aria-selected', /true|false/)
  await expect(grid).toHaveAttribute('aria-readonly', 'true')

  // The next draft is the next version; its history tells who did what.
  await page.getByRole('button', { name: 'Edit as a draft' }).click()
  await page.getByRole('button', { name: 'More with versions' }).click()
  await page.getByRole('menuitem', { name: 'History of versions' }).click()
  await expect(page.getByText('Version 2', { exact: true })).toBeVisible()
  await expect(page.getByText('In force', { exact: true })).toBeVisible()
  await expect(page.getByText('Evaluations are won more often since spring')).toBeVisible()
})

test('a pasted block is taken cell by cell, and what is refused is listed with its reason', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Edit as a draft' }).click()
  await expect(page.getByRole('button', { name: 'Submit for approval' })).toBeVisible()
  await cell(page, 3, 3).click()
  await cell(page, 3, 3).evaluate(element => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '43%\tsoon\r\n0,53\t140%')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(cell(page, 3, 3)).toHaveText(/43 %/)
  await expect(cell(page, 4, 3)).toHaveText(/53 %/)
  await expect(cell(page, 3, 4)).toHaveText(/50 %/)
  const refused = page.getByRole('list', { name: 'Refused cells' })
  await expect(refused).toContainText('“soon” is not a number')
  await expect(refused).toContainText('140% is out of range')
})

test('history proposes cells, which are adopted by decision only', async ({ page }) => {
  await page.getByRole('tab', { name: 'Calibration' }).click()
  await page.getByRole('button', { name: 'Calibrate on history' }).first().click()
  await expect(page.getByText(/\d+ of \d+ cells can be proposed/)).toBeVisible()
  await page.getByRole('button', { name: /^Adopt all/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Adopt' }).click()
  await expect(page.getByRole('tab', { name: 'Matrix' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText('Draft', { exact: true })).toBeVisible()
  // Cells without a history stay and stand out of order now: one verb repairs them.
  await page.getByRole('button', { name: 'Restore order of Probability of Close' }).click()
  await expect(page.getByRole('button', { name: 'Restore order', exact: true })).toBeDisabled()
})

test('looking back shows what the forecast would have said, and opens what came', async ({ page }) => {
  await page.getByRole('tab', { name: 'Accuracy' }).click()
  await expect(
    page.getByText(/The forecast was off by .* %; the win rate times everything open by/),
  ).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Accuracy by horizon' })).toBeVisible()
  const table = page.getByRole('grid', { name: 'Backtest by month' })
  await table.getByRole('row').nth(1).getByRole('gridcell').nth(1).click()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Showing \d+ opportunities/)).toBeVisible()
})
