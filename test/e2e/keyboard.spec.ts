/** A region worked on without a mouse: import, filter, group, edit, paste a block, undo after sorting and after a restart, export. */
import { expect, test, type Locator, type Page } from '@playwright/test'

const deals = [
  'Deal ID,Deal Name,Owner,Stage,Amount,Close Date',
  '1,Kan-code renewal,Ann,Proposal,1000,2017-12-05',
  '2,Betasoloin roll-out,Ann,Proposal,2000,2017-12-12',
  '3,Cancity upgrade,Bob,Negotiation,3000,2017-12-19',
  '4,Dontechi start,Bob,Proposal,4000,2017-12-20',
  '5,Isdom trial,Cleo,Negotiation,5000,2017-12-27',
].join('\n')

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Tabs on until something has the focus. */
async function reach(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeVisible()
  const arrived = (): Promise<boolean> => what.evaluate(each => each === document.activeElement)
  for (let i = 0; i < 60; i++) {
    if (await arrived()) return
    await press(page, 'Tab')
  }
  throw new Error('no way there by Tab')
}

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true })

/** Moves within the grid to a column, by the title over the active cell. */
async function toColumn(page: Page, title: string): Promise<void> {
  await press(page, 'Home')
  const grid = table(page)
  for (let i = 0; i < 40; i++) {
    const id = (await grid.getAttribute('aria-activedescendant')) ?? ''
    const head = page
      .getByRole('columnheader')
      .and(page.locator(`[aria-colindex="${Number(id.split('-').at(-1)) + 2}"]`))
    if ((await head.innerText()).startsWith(title)) return
    await press(page, 'ArrowRight')
  }
  throw new Error(`no column ${title}`)
}

const table = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Opportunities' }).or(page.getByRole('treegrid', { name: 'Opportunities' }))

const cell = (page: Page, text: string): Locator =>
  table(page).getByRole('gridcell', { name: text, exact: true })

/** Chooses from the menu of the column under the active cell. */
async function columnMenu(page: Page, item: string | RegExp): Promise<void> {
  await press(page, 'Alt+ArrowDown')
  const menu = page.getByRole('menuitem', { name: item })
  await expect(menu).toBeVisible()
  for (let i = 0; i < 20; i++) {
    if (await menu.evaluate(each => each === document.activeElement)) return press(page, 'Enter')
    await press(page, 'ArrowDown')
  }
  throw new Error(`no ${String(item)} in the menu`)
}

test('a region is worked on from the keyboard alone', async ({ page, context }) => {
  test.setTimeout(120_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    Object.defineProperty(window, 'showOpenFilePicker', { value: undefined })
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined })
  })
  await page.goto('/')

  await test.step('import a file', async () => {
    await reach(page, button(page, 'Start an empty region'))
    await press(page, 'Enter')
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible()
    await press(page, 'Control+9')
    const asked = page.waitForEvent('filechooser')
    await reach(page, button(page, 'Choose files'))
    await press(page, 'Enter')
    await (await asked).setFiles([{ name: 'deals.csv', mimeType: 'text/csv', buffer: Buffer.from(deals) }])
    await expect(page.getByRole('region', { name: 'deals.csv' })).toBeVisible()
    await reach(page, button(page, 'Preview'))
    await press(page, 'Enter')
    await reach(page, button(page, /^Import \d+ records$/))
    await press(page, 'Enter')
    await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible()
  })

  await test.step('filter', async () => {
    await press(page, 'Control+2')
    await reach(page, table(page))
    await expect(cell(page, 'Kan-code renewal')).toBeVisible()
    await press(page, 'Control+f')
    await page.keyboard.type('proposal')
    await expect(page.getByText('3 of 5 opportunities')).toBeVisible()
    await press(page, 'Control+a', 'Delete', 'Escape')
    await expect(page.getByText('5 opportunities', { exact: true })).toBeVisible()
  })

  await test.step('edit', async () => {
    await press(page, 'Control+Home')
    await toColumn(page, 'Next step')
    await page.keyboard.type('Call the buyer')
    await press(page, 'Enter')
    await expect(cell(page, 'Call the buyer')).toBeVisible()
  })

  await test.step('copy a block and paste it over others, seeing first what would change', async () => {
    await press(page, 'ArrowUp', 'Control+c')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Call the buyer')
    await press(page, 'ArrowDown', 'Shift+ArrowDown', 'Control+v')
    const preview = page.getByRole('dialog')
    await expect(preview.getByText('2 would change')).toBeVisible()
    await press(page, 'Enter')
    await expect(cell(page, 'Call the buyer')).toHaveCount(3)
  })

  await test.step('sort and group, then undo what was pasted', async () => {
    await toColumn(page, 'Owner')
    await columnMenu(page, 'Sort falling')
    await columnMenu(page, 'Group by this')
    await expect(page.getByRole('treegrid')).toBeVisible()
    await press(page, 'Control+z')
    await expect(page.getByText(/^Undone: Paste 2 cells/)).toBeVisible()
  })

  await test.step('undo the edit after a restart', async () => {
    await page.reload()
    await reach(page, table(page))
    await press(page, 'Control+z')
    await expect(page.getByText(/^Undone: Change Next step of/)).toBeVisible()
    await expect(button(page, /^Undo: Import of/)).toBeVisible()
    await press(page, 'Control+y')
    await expect(page.getByText(/^Done again: Change Next step of/)).toBeVisible()
  })

  await test.step('export what is seen', async () => {
    const saved = page.waitForEvent('download')
    await press(page, 'Control+Shift+e')
    expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/)
  })
})
