/** Wednesday deal review: from Home to a reviewed deal with three actions and a saved page, by keyboard alone. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'

/** Walks with Tab until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < 120; step++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never reached it')
}

const press = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

test('Wednesday deal review', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker')
  })
  await page.goto('/')
  await press(page, page.getByRole('button', { name: 'Open the sample region' }))
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()

  // Home says which deals are due, the largest first.
  await press(page, page.getByRole('button', { name: /^Review Quillhaven Shipyards/ }))
  await expect(page.getByRole('tab', { name: 'Review', selected: true })).toBeVisible()
  await expect(page.getByText('and only 38 % of what we ask is known')).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Start a review' }))

  // The data have answered what they can: the decision date with the buyer who said it.
  await expect(page.getByRole('group', { name: 'Question 1 of 14' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'What makes the date the date?' })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Alongside' })).toContainText(
    'Known: Decision on 2026-12-08 (Ines Thorvald, 2026-09-25, from the data)',
  )

  // Three things are not known any more since she left: each becomes an action.
  for (const question of [2, 4, 6]) {
    while ((await page.getByRole('group', { name: `Question ${question} of 14` }).count()) === 0)
      await page.keyboard.press('ArrowRight')
    await page.keyboard.press('3')
    await expect(page.getByRole('radio', { name: /^Unknown/ })).toBeChecked()
    await page.keyboard.press('a')
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Action' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Action: Find out' })).toBeVisible()
  }

  // A known answer needs a buyer and a day; with both it counts.
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('1')
  await page.keyboard.press('e')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Uptime first, then price, then service')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Greta Lindholm')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('group', { name: 'Question 8 of 14' })).toBeFocused()
  await expect(
    page.getByRole('list', { name: 'Questions' }).getByRole('button', { name: /criteria.*Known/ }),
  ).toBeVisible()

  // Nothing is left open, so the review is complete; the deal has four actions now, and undo has a name for each step.
  await press(page, page.getByRole('button', { name: 'End the review' }))
  await expect(page.getByText('Last reviewed on 2026-11-13, completed')).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'Open actions of this deal' }).getByRole('listitem'),
  ).toHaveCount(4)
  await expect(page.getByRole('button', { name: /^Undo: End the review of Quillhaven/ })).toBeEnabled()

  const download = page.waitForEvent('download')
  await page.keyboard.press('Control+e')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^Deal review, Quillhaven Shipyards .*2026-11-13\.html$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text.match(/<td>Find out: /g)).toHaveLength(3)
  expect(text).toContain('Uptime first, then price, then service')
  expect(text).toContain('<svg')
})
