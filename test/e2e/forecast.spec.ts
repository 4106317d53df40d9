/** A manager opens the forecast, a figure down to its deals, records an event with its evidence, and takes it back. */
import { expect, test, type Page } from '@playwright/test'

const openForecast = async (page: Page): Promise<void> => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the sample region' }).click()
  await page
    .getByRole('link', { name: 'Forecast' })
    .or(page.getByRole('button', { name: 'Forecast' }))
    .first()
    .click()
  await expect(page.getByRole('tab', { name: 'Forecast' })).toHaveAttribute('aria-selected', 'true')
}

test('from a figure to its deals, an event with evidence, the figure that moves, and back', async ({
  page,
}) => {
  await openForecast(page)
  const spread = page.getByRole('button', { name: /Open deals, spread, 2026-Q4: how it is formed/ })
  await expect(spread).toBeVisible()
  const before = (/[\d,]+/.exec(await spread.innerText()) ?? ['?'])[0]
  await spread.click()
  const words = page.getByRole('dialog', { name: 'Open deals, spread, 2026-Q4' })
  await expect(words).toContainText('Σ amount × chance × share of the period')
  await words.getByRole('button', { name: 'Show the deals' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Open deals, spread, 2026-Q4' })).toBeVisible()
  const grid = page.getByRole('grid', { name: 'Forecast by deal' })
  await grid.getByRole('gridcell', { name: 'Drummoch Dockyard – Watchline Enterprise' }).click()
  await page.getByRole('tab', { name: 'Events' }).click()
  const box = page.getByRole('region', { name: 'Forecast of this deal' })
  await expect(box).toContainText('B5/S6')
  await expect(box).toContainText('119,200 USD × 88.00 % = 104,896 USD')

  await page.getByRole('button', { name: 'Record', exact: true }).first().click()
  await page.getByLabel('Evidence').fill('The purchasing office named the two signers')
  await page.getByLabel('Evidence').press('Control+Enter')
  await expect(box).toContainText('B6/S6')
  await expect(box).toContainText('119,200 USD × 95.00 % = 113,240 USD')
  await expect(page.getByText(/The purchasing office named the two signers/)).toBeVisible()

  await page.getByRole('tab', { name: 'Forecast', exact: true }).click()
  await expect(spread).not.toContainText(before)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await page.getByRole('tab', { name: 'Forecast', exact: true }).click()
  await expect(spread).toContainText(before)
})

test('an event without evidence is refused, and a revocation needs its reason', async ({ page }) => {
  await openForecast(page)
  await page.getByRole('tab', { name: 'Deals' }).click()
  await page
    .getByRole('grid', { name: 'Forecast by deal' })
    .getByRole('gridcell', { name: 'Drummoch Dockyard – Watchline Enterprise' })
    .click()
  await page.getByRole('tab', { name: 'Events' }).click()
  await page.getByRole('button', { name: 'Record', exact: true }).first().click()
  await page.getByLabel('Evidence').press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('Say what shows it')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: /^Revoke “Named a problem with a consequence”/ }).click()
  await page.getByLabel('Reason').press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('Give the reason')
  await page.getByLabel('Reason').fill('The plant was sold')
  await page.getByLabel('Reason').press('Control+Enter')
  await expect(page.getByText(/^Ahead of the gate: \d/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Forecast of this deal' })).toContainText('Blocked cell')
})

test('two snapshots give a waterfall whose bars open their deals', async ({ page }) => {
  await openForecast(page)
  await page.getByRole('tab', { name: 'Changes' }).click()
  const chart = page.getByRole('img', { name: /Open business/ })
  await expect(chart).toBeVisible()
  await chart.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(/^New/).last()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'New: Amount of open deals' })).toBeVisible()
})
