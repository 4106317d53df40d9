/** The Codehow map of section 3: one contact in two roles, an unknown CFO, the gaps, and what is done about them. */
import { expect, test, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { beginImport, commitImport, giveFiles, goToPreview } from './import-steps'

const file = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
})

const crm = [
  file('accounts.csv', 'account,sector', 'Codehow,software'),
  file(
    'contacts.csv',
    'Full Name,Account Name,Title,Department,Email',
    'Rana Amin,Codehow,Operations Manager,Operations,rana.amin@codehow.test',
  ),
  file(
    'opportunities.csv',
    'Opportunity Name,Account Name,Stage,Amount,Created Date,Close Date',
    'Codehow rollout,Codehow,Qualification,25000,2017-10-02,2017-12-15',
  ),
]

/** A role of the person shown, given on a basis. */
const give = async (page: Page, role: string, basis: string): Promise<void> => {
  await page
    .getByRole('radiogroup', { name: `${role}: what it rests on` })
    .getByText(basis, { exact: true })
    .click()
}

test('the Codehow map gets its people, its gaps and an action', async ({ page }) => {
  await beginImport(page)
  await giveFiles(page, crm)
  await page.getByRole('button', { name: 'Columns' }).click()
  await goToPreview(page)
  await commitImport(page, '3')
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find', { exact: true }).fill('codehow rollout')
  await page.getByRole('dialog').getByText('Codehow rollout').click()
  await page.getByRole('tab', { name: 'Buyers' }).click()
  await page.getByRole('button', { name: 'Draw the map' }).click()

  // One contact in two roles, last talked to 34 days before the as-of date.
  await page.getByRole('combobox', { name: 'Words for roles' }).click()
  await page.getByRole('option', { name: 'Buying influences' }).click()
  await page.getByRole('button', { name: 'Put somebody on the map' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Person' }).click()
  await page.getByRole('option', { name: 'Rana Amin, Operations Manager' }).click()
  await dialog.getByRole('button', { name: 'Put on the map' }).click()
  await give(page, 'User buyer', 'Stated')
  await give(page, 'Coach', 'Observed')
  await page.getByRole('button', { name: /^Last two-way contact ?: empty/ }).click()
  await page.getByRole('textbox', { name: 'Last two-way contact' }).fill('2017-08-29')
  await page.keyboard.press('Enter')
  const map = page.getByRole('group', { name: /^Buyer map of Codehow rollout/ })
  await expect(
    map.getByRole('button', { name: /^Rana Amin, .*User buyer, Coach.*34 days ago/ }),
  ).toBeVisible()

  // The gaps of "we are in good shape".
  await page.getByRole('tab', { name: /^Gaps/ }).click()
  const gaps = page.getByRole('list', { name: 'Gaps' })
  await expect(gaps).toContainText('No economic buyer is on the map.')
  await expect(gaps).toContainText('Nobody was spoken to in 30 days.')
  await expect(gaps).toContainText('Nobody holds the role “Technical buyer”.')
  await expect(gaps).not.toContainText('Find a coach')

  // The CFO is not known yet: a box, assumed to be the economic buyer.
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('menuitem', { name: 'Somebody unknown' }).click()
  await dialog.getByLabel('What is known of the person').fill('Unknown CFO')
  await dialog.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option', { name: 'Economic buyer' }).click()
  await dialog.getByRole('button', { name: 'Put on the map' }).click()
  await expect(map.getByRole('button', { name: /^Unknown CFO, Economic buyer, not rated/ })).toBeVisible()
  await page.getByRole('tab', { name: /^Gaps/ }).click()
  await expect(gaps).not.toContainText('No economic buyer is on the map.')
  await expect(gaps).toContainText('Unknown CFO owns the money and has never been spoken to.')

  // Amin reports to the CFO; the other way round as well would be a circle and is refused with a sentence.
  await map.getByRole('button', { name: /^Rana Amin/ }).press('Enter')
  await page.getByRole('combobox', { name: 'Reports to' }).click()
  await page.getByRole('option', { name: 'Unknown CFO' }).click()
  await expect(page.getByRole('button', { name: 'Undo: Rana Amin reports to Unknown CFO' })).toBeVisible()
  await map.getByRole('button', { name: /^Unknown CFO/ }).press('Enter')
  await page.getByRole('combobox', { name: 'Reports to' }).click()
  await page.getByRole('option', { name: 'Rana Amin' }).click()
  await expect(
    page.getByText(/would close a circle of reporting lines: Unknown CFO → Rana Amin/),
  ).toBeVisible()

  // A rating of five needs evidence.
  await page.getByRole('button', { name: /^Rating ?: empty/ }).click()
  await page.getByRole('textbox', { name: 'Rating', exact: true }).fill('5')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/needs evidence: what did the person do or say/)).toBeVisible()
  await page.keyboard.press('Escape')

  // The coach is asked for an introduction.
  await page.getByRole('tab', { name: /^Gaps/ }).click()
  await gaps.getByRole('button', { name: /^Make action: Unknown CFO owns the money/ }).click()
  await dialog.getByLabel('Action', { exact: true }).fill('Rana Amin introduces us to the CFO')
  await dialog.getByLabel('Owner').fill('Wanda')
  await dialog.getByRole('button', { name: 'Add the action' }).click()
  await expect(gaps).toContainText('Action: Rana Amin introduces us to the CFO')

  // The same people in other words, and as a matrix; nothing is lost on the way back.
  await page.getByRole('combobox', { name: 'Words for roles' }).click()
  await page.getByRole('option', { name: 'MEDDICC' }).click()
  await expect(
    map.getByRole('button', { name: /^Rana Amin, .*Owner of the pain, Friend or coach/ }),
  ).toBeVisible()
  await page.getByRole('combobox', { name: 'Words for roles' }).click()
  await page.getByRole('option', { name: 'Buying influences' }).click()
  await page.getByText('Matrix', { exact: true }).click()
  const row = page.getByRole('grid', { name: 'People and roles' }).getByRole('row', { name: /Rana Amin/ })
  await expect(row).toContainText('Stated')
  await expect(row).toContainText('Observed')

  // A saved picture is for paper, on a dark screen too.
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByText('Organisation', { exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as SVG' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('Buyer map, Codehow rollout.svg')
  const svg = await readFile(await saved.path(), 'utf8')
  expect(svg).toContain('Unknown CFO')
  expect(svg).toContain('Rana Amin')
  expect(svg).toMatch(/^<svg[^>]*>\s*<rect[^>]* fill="#fff/)
})
