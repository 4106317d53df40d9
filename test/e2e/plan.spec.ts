/** A deal's plan from the default cycle: the buyer's board, a tick with evidence, a re-plan, undo, and an action done. */
import { expect, test, type Page } from '@playwright/test'

async function openPlan(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the sample region' }).click()
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Pipeline' }).click()
  await page
    .getByRole('gridcell', { name: /^Ninehearth Power Cooperative – Pulsefield/ })
    .first()
    .click()
  await page.getByRole('tab', { name: 'Plan' }).click()
  await page.getByRole('button', { name: 'Show as a full page' }).click()
}

// The dates are worked out by hand from CY-3 with the sample's holidays: 26 and 27 November, 25 December, 1 January.
test('plan a deal: default cycle, the buyer’s board, a tick that saves the board’s date, a re-plan that loses it, undo', async ({
  page,
}) => {
  await openPlan(page)
  const close = page.getByRole('button', { name: /Plan close: how it is formed/ })
  const rows = page.getByRole('grid', { name: 'Steps of the plan' })
  const row = (name: string) => rows.getByRole('row', { name: new RegExp(name) })

  // Start: Monday 2 November; on Friday 13 November the first step is late, so that the close is 4 February.
  await page.getByRole('radio', { name: /Default cycle, version 1/ }).check()
  await page.getByRole('textbox', { name: 'Starts on' }).fill('2026-11-02')
  await page.getByRole('button', { name: 'Start the plan' }).click()
  await expect(close).toContainText('2027-02-04')
  await expect(row('Prospect qualification')).toContainText('Late')

  // The board decides on the second Thursday; the late step misses that of January.
  await row('Contract discussions').click()
  await page.getByRole('combobox', { name: 'Buyer’s date' }).click()
  await page.getByRole('option', { name: 'Every month' }).click()
  await page.getByRole('combobox', { name: 'Weekday' }).click()
  await page.getByRole('option', { name: 'Thursday' }).click()
  await expect(row('Contract discussions')).toContainText('2027-02-11')
  await expect(close).toContainText('2027-03-03')
  await page.getByRole('button', { name: 'Set the baseline' }).click()
  await expect(page.getByRole('button', { name: /Slip: how it is formed/ })).toContainText('+20')

  // The step was in fact finished on 6 November: with the buyer's word for it the January board is reached.
  await row('Prospect qualification').press('Enter')
  const dialog = page.getByRole('dialog', { name: /Tick “Prospect qualification”/ })
  await dialog.getByRole('textbox', { name: 'Ended on' }).fill('2026-11-06')
  await dialog.getByRole('checkbox', { name: /names who decides/ }).check()
  await dialog.getByRole('button', { name: 'Mark as done' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Say what shows it')
  await dialog
    .getByLabel(/^Evidence/)
    .fill('Their plant manager named the board, January and the budget line')
  await dialog.getByRole('button', { name: 'Mark as done' }).click()
  await expect(dialog).toBeHidden()
  await expect(close).toContainText('2027-02-03')
  await expect(row('Contract discussions')).toContainText('2027-01-14')

  // The cliff is named before anyone falls.
  await row('Proposal and cost justification').click()
  await expect(
    page.getByText(/A working day later the close jumps from 2027-02-03 to 2027-03-03/),
  ).toBeVisible()

  // Five more days of analysis: only with a reason, and the close jumps.
  await row('Needs analysis').press('Control+Shift+ArrowRight')
  const asked = page.getByRole('dialog', { name: 'Re-plan with a reason' })
  await expect(asked).toContainText('2027-03-03')
  await asked.getByLabel('Reason').fill('Two more sites to visit')
  await asked.getByRole('button', { name: 'Re-plan' }).click()
  await expect(close).toContainText('2027-03-03')
  await expect(page.getByText(/Two more sites to visit: close 2027-03-03/)).toBeVisible()

  await page.getByRole('button', { name: /^Undo: Re-plan: set duration of needs analysis/ }).click()
  await expect(close).toContainText('2027-02-03')
  await expect(page.getByText(/Two more sites to visit/)).toHaveCount(0)
})

test('an action made on a plan’s step is on the one list, and is done with evidence by keyboard', async ({
  page,
}) => {
  await openPlan(page)
  await page.getByRole('button', { name: 'Start the plan' }).click()
  await page.getByRole('button', { name: 'Make action' }).click()
  const dialog = page.getByRole('dialog', { name: /^New action for Ninehearth/ })
  await dialog.getByLabel('Action', { exact: true }).fill('Ask for the board’s calendar')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: /^Actions/ })
    .click()
  const cell = page.getByRole('gridcell', { name: 'Ask for the board’s calendar' })
  await page.getByRole('searchbox').or(page.getByPlaceholder('Search')).first().fill('board’s calendar')
  await cell.click()
  await page.keyboard.press('Control+Shift+K')
  const done = page.getByRole('dialog', { name: 'Mark as done' })
  await page.keyboard.type('They sent it on Thursday')
  await page.keyboard.press('Control+Enter')
  await expect(done).toBeHidden()
  await expect(cell).toHaveCount(0)
  await expect(
    page.getByRole('button', { name: /^Undo: Action done: Ask for the board’s calendar/ }),
  ).toBeVisible()
})
