/** A manager cleans the pipeline: dead deals are disposed of, one is postponed, one closed with its post-mortem, and the review leaves as a file. */
import { expect, test, type Page } from '@playwright/test'

const grid = (page: Page) => page.getByRole('grid', { name: 'Opportunities' })
const figure = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Pipeline figures' }).getByRole('button', { name })
const countOf = async (page: Page, name: RegExp): Promise<number> =>
  Number((await figure(page, name).innerText()).split('\n')[1])

test.beforeEach(async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the sample region' }).click()
  await expect(page.getByRole('heading', { name: 'Deals to decide' })).toBeVisible()
})

async function openSegment(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Segment/ }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('dead deals are disposed of together, one is postponed, and undo brings them back', async ({ page }) => {
  await page
    .getByRole('link', { name: 'Pipeline' })
    .or(page.getByRole('button', { name: 'Pipeline' }))
    .first()
    .click()
  await openSegment(page, /^Dead by age/)
  await expect(page.getByText('where Flags has any of Dead by age')).toBeVisible()
  const dead = await countOf(page, /Dead by age/)
  const aside = await countOf(page, /Put aside/)

  await test.step('three of them are disqualified with a reason, by keys alone', async () => {
    await grid(page).getByRole('row').nth(2).getByRole('gridcell').nth(3).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+Shift+D')
    const dialog = page.getByRole('dialog', { name: 'Decide on 3 deals' })
    await expect(dialog.getByRole('radio', { name: 'Go on' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Disqualifying needs a reason')).toBeVisible()
    await dialog.getByLabel('Reason').selectOption({ label: 'No need' })
    await dialog.getByRole('button', { name: 'Disqualify 3 deals' }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect.poll(() => countOf(page, /Dead by age/)).toBe(dead - 3)
    expect(await countOf(page, /Put aside/)).toBe(aside + 3)
  })

  await test.step('the next one is postponed from the inspector; a day too far is refused', async () => {
    await grid(page).getByRole('row').nth(2).getByRole('gridcell').nth(3).click()
    await page.getByRole('tab', { name: 'Decide' }).click()
    const inspector = page.getByRole('tabpanel', { name: 'Decide' })
    await inspector.getByText('Postpone', { exact: true }).click()
    const revisit = inspector.getByRole('textbox', { name: 'Revisit on' })
    await revisit.fill('2030-01-01')
    await inspector.getByRole('button', { name: 'Postpone' }).click()
    await expect(inspector.getByText(/at most 18 months ahead/)).toBeVisible()
    await inspector.getByRole('button', { name: '3 months' }).click()
    await inspector.getByRole('button', { name: 'Postpone' }).click()
    await expect(page.getByText(/^Postpone: .* Undo takes it back\.$/)).toBeVisible()
  })

  await test.step('undo takes one decision after the other back', async () => {
    await expect.poll(() => countOf(page, /Put aside/)).toBe(aside + 4)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => countOf(page, /Put aside/)).toBe(aside + 3)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => countOf(page, /Put aside/)).toBe(aside)
    expect(await countOf(page, /Dead by age/)).toBe(dead)
  })
})

test('a postponed deal comes back on its day, on Home', async ({ page }) => {
  const line = page.getByRole('region', { name: 'Deals to decide' }).getByRole('listitem').first()
  await line.getByRole('button', { name: /^Decide/ }).click()
  const dialog = page.getByRole('dialog', { name: /^Decide on/ })
  await dialog.getByText('Postpone', { exact: true }).click()
  await dialog.getByRole('button', { name: 'In 2 weeks' }).click()
  await dialog.getByRole('textbox', { name: 'Or earlier, when' }).fill('a new budget')
  await dialog.getByRole('button', { name: 'Postpone' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: 'Revisit due' })).toBeHidden()
  await page.getByRole('button', { name: /^As of/ }).click()
  await page.getByRole('button', { name: '30 November 2026' }).click()
  const due = page
    .getByRole('region', { name: 'Revisit due' })
    .getByRole('listitem')
    .filter({ hasText: 'postponed until 2026-11-27, or when a new budget' })
  await due.getByRole('button', { name: /^Take up/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take up again' }).click()
  await expect(due).toBeHidden()
})

test('a deal is closed as lost with its post-mortem, and the review leaves as a workbook', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker')
  })
  await page.reload()
  await page
    .getByRole('link', { name: 'Pipeline' })
    .or(page.getByRole('button', { name: 'Pipeline' }))
    .first()
    .click()
  const open = await countOf(page, /Open, in work/)
  await grid(page).getByRole('row').nth(2).getByRole('gridcell').nth(3).click()
  await page.keyboard.press('Control+Shift+F')
  const dialog = page.getByRole('dialog', { name: /ended$/ })
  await dialog.getByLabel('Main reason').selectOption({ label: 'Price and terms' })
  await dialog.getByLabel('Decisive factor').fill('Their terms')
  await dialog.getByLabel('Lesson').fill('Talk about value before the price')
  await dialog.getByRole('button', { name: 'Close as lost' }).click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => countOf(page, /Open, in work/)).toBe(open - 1)
  await expect(page.getByText(/^Close as lost: .* Undo takes it back\.$/)).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export the pipeline review' }).click()
  expect((await download).suggestedFilename()).toBe('QD_review_Tidewater_2026-11-13.xlsx')
  await expect(page.getByText(/Pipeline review saved as/)).toBeVisible()

  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => countOf(page, /Open, in work/)).toBe(open)
})
