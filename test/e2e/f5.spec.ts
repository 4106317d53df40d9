/** The worked example F5, restored from a backup: its figures stand on the screen to the cent, and a draft shows its what-if. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { f5Region } from '../builders/f5-region'
import { regionBackup } from '../builders/region-backup'

test.use({ viewport: { width: 1920, height: 1080 } })

const figure = (page: Page, label: string): Locator =>
  page.getByRole('button', { name: `${label}: how it is formed` })

/** Expects a figure as it stands, opens it, expects words in what it opens to, and closes it again. */
async function expectFigure(page: Page, label: string, shown: string, ...within: string[]): Promise<void> {
  await expect(figure(page, label)).toHaveText(`${shown}, ${label}: how it is formed`)
  await figure(page, label).click()
  const words = page.getByRole('dialog', { name: label })
  for (const each of within) await expect(words).toContainText(each)
  await page.keyboard.press('Escape')
  await expect(words).toBeHidden()
}

let buffer: Buffer
test.beforeAll(async () => {
  buffer = await regionBackup(f5Region().region, 'F5', '2017-10-02T08:00:00.000Z')
})

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'showOpenFilePicker', { value: undefined }))
  await page.goto('/')
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Restore a backup' }).click()
  await (await asked).setFiles({ name: 'f5.qdregion', mimeType: 'application/octet-stream', buffer })
  await page
    .getByRole('link', { name: 'Forecast' })
    .or(page.getByRole('button', { name: 'Forecast' }))
    .first()
    .click()
  await expect(page.getByRole('button', { name: /^As of 2017-10-02/ })).toBeVisible()
})

test('A34: the forecast of F5 stands on the screen to the cent, down to its deals', async ({ page }) => {
  const deals = page.getByRole('grid', { name: 'Forecast by deal' }).getByRole('row')
  await test.step('the totals and the periods open to their cents', async () => {
    await expectFigure(page, 'Weighted, whenever it closes', '182,486 USD', '= 182,485.71 USD')
    const spread = 'Σ amount × chance × share of the period ='
    await expectFigure(page, 'Open deals, spread, 2017-Q4', '148,125', `${spread} 148,124.75 USD`)
    // Section 5.3 prints 25,790.13; its own formula gives 25,790.1426.
    await expectFigure(page, 'Open deals, spread, 2018-Q1', '25,790', `${spread} 25,790.14 USD`)
    await expectFigure(page, 'Open deals, spread, 2018-Q2', '5,973', `${spread} 5,972.79 USD`)
    // What comes later, 2,598.03, has its first quarter on the screen: 1,681.00, and 917.03 after it.
    await expectFigure(page, 'Open deals, spread, 2018-Q3', '1,681', `${spread} 1,681.00 USD`)
    await expectFigure(page, 'Open deals, point, 2017-Q4', '182,486', 'Σ amount × chance = 182,485.71 USD')
    await expectFigure(page, 'Open deals, point, 2018-Q1', '0', 'Σ amount × chance = 0.00 USD')
  })

  await test.step('FC-15: without correlation the quarter lies between 0 and 260,000', async () => {
    await page.getByLabel('Deals move together, ρ').fill('0')
    await expectFigure(page, 'Low (P10), 2017-Q4', '0', '0.00 USD (10 %', 'with ρ = 0')
    await expectFigure(page, 'Middle (P50), 2017-Q4', '140,000', '140,000.00 USD', 'mean 148,124.75 USD')
    await expectFigure(page, 'High (P90), 2017-Q4', '260,000', '260,000.00 USD (90 %')
  })

  await test.step('the spread of the quarter opens its four deals', async () => {
    await figure(page, 'Open deals, spread, 2017-Q4').click()
    const words = page.getByRole('dialog', { name: 'Open deals, spread, 2017-Q4' })
    await words.getByRole('button', { name: 'Show the deals' }).click()
    await expect(
      page.getByRole('status').filter({ hasText: 'Showing 4 open deals: Open deals, spread, 2017-Q4' }),
    ).toBeVisible()
    await expect(deals.filter({ hasText: 'Ann' })).toHaveCount(4)
    await expect(deals.filter({ hasText: 'O5' })).toHaveCount(0)
  })

  await test.step('every deal stands in its row as the table of section 5.3 prints it', async () => {
    await page.getByRole('button', { name: 'Show all' }).click()
    // Deal, amount, cell, POC, TUC, days in the cell, age factor, weighted, Q4 2017, expected close.
    const table = [
      ['O1', '120,000', 'B4/S4', '62 %', '35', '10', '1.00', '74,400.00', '65,363.62', '2017-11-30'],
      ['O2', '80,000', 'B2/S5', '42 %', '75', '29', '1.00', '33,600.00', '20,043.59', '2017-12-13'],
      ['O3', '60,000', 'B5/S5', '75 %', '25', '29', '0.89', '40,200.00', '38,562.77', '2017-10-19'],
      ['O4', '200,000', 'B3/S1', '20 %', '70', '85', '0.86', '34,285.71', '24,154.76', '2017-11-20'],
      ['O5', '40,000', 'B1/S2', '15 %', '115', '296', '0.00', '0.00', '0.00', '2018-01-04'],
    ] as const
    for (const [deal, ...cells] of table) {
      const row = deals.filter({ has: page.getByRole('gridcell', { name: deal, exact: true }) })
      for (const text of cells)
        await expect(row.getByRole('gridcell', { name: text, exact: true }).first()).toBeVisible()
    }
    const sums = deals.filter({ hasText: '182,485.71' })
    await expect(sums).toContainText('500,000')
    await expect(sums).toContainText('148,124.75')
  })
})

test('A35: 68 % in B4/S4 moves one deal, by the cent; 72 % is refused with both cells below it', async ({
  page,
}) => {
  await page.getByRole('tab', { name: 'Matrix' }).click()
  await page.getByRole('button', { name: 'Edit as a draft' }).click()
  await expect(page.getByText('No deal moves')).toBeVisible()
  const cell = page.locator('[role=gridcell][data-row="4"][data-column="4"]')
  const type = async (text: string): Promise<void> => {
    await cell.click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(cell).toHaveText(`${text} %`)
  }
  await type('68')
  await expect(page.getByText('1 deal moves, 5 governed')).toBeVisible()
  await expectFigure(
    page,
    'Change of the weighted pipeline',
    '+7,200',
    '189,685.71 USD − 182,485.71 USD = +7,200.00 USD',
    '1 of 5 open deals',
  )
  await expectFigure(
    page,
    'Change of the spread, 2017-Q4',
    '+6,326',
    '154,450.26 USD − 148,124.75 USD = +6,325.51 USD',
  )
  await expect(page.getByRole('list', { name: 'Deals that move most' })).toHaveText(/^O1\s*B4\/S4\s*\+7,200$/)

  await type('72')
  await page.getByRole('button', { name: 'Submit for approval' }).click()
  const submit = page.getByRole('dialog')
  await submit.getByLabel('Author').fill('Ann Ortega')
  await submit.getByRole('button', { name: 'Submit' }).click()
  await expect(submit.getByRole('alert')).toContainText('above B4/S5 with 70 %')
  await expect(submit.getByRole('alert')).toContainText('above B5/S4 with 69 %')
  await submit.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Draft', { exact: true })).toBeVisible()
})
