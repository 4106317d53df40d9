/** Importing files in the browser: map, preview, correct, commit, import again, undo. */
import { expect, test } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { accountFile, bannerBook, csvFile, dealFile } from '../builders/crm-files'
import { realData } from '../fixtures/real-data'
import { axeFindings } from './axe'
import { beginImport, commitImport, giveFiles, goToPreview } from './import-steps'

test('two linked files: a rejected row is put right, the import committed, repeated and undone', async ({
  page,
}) => {
  const files = [
    csvFile(
      'accounts.csv',
      'Account ID,Account Name,Industry',
      '1,Acme,Retail',
      '2,Bolt,Retail',
      '3,,Retail',
    ),
    csvFile(
      'deals.csv',
      'Deal ID,Deal Name,Account ID,Owner,Stage,Amount,Close Date',
      '7,One,1,Ann,Closed Won,$10,2017-03-01',
      '8,Two,2,Ann,Open,,2017-09-01',
    ),
  ]
  await beginImport(page)
  await giveFiles(page, files)
  await goToPreview(page)
  await expect(
    page.getByText('5 rows read = 4 new + 0 changed + 0 unchanged + 1 rejected + 0 skipped'),
  ).toBeVisible()
  await page.getByLabel('Account name of row 4').fill('Cord')
  await page.getByRole('button', { name: 'Put right' }).click()
  await expect(
    page.getByText('5 rows read = 5 new + 0 changed + 0 unchanged + 0 rejected + 0 skipped'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Import 5 records' }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Import your files' }).click()
  await giveFiles(page, files)
  await goToPreview(page)
  await expect(
    page.getByText('5 rows read = 0 new + 0 changed + 5 unchanged + 0 rejected + 0 skipped'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
})

test('a workbook with a banner, a total, a footer, a hidden row and a hidden sheet: all said, all offered', async ({
  page,
}) => {
  await beginImport(page)
  const book = bannerBook()
  await giveFiles(page, [book])
  const file = page.getByRole('region', { name: book.name })
  await expect(file.getByText('Header in row 3')).toBeVisible()
  await expect(file.getByText('Left out as total: 1 row (8)')).toBeVisible()
  await expect(file.getByText('Left out as footer: 1 row (9)')).toBeVisible()
  await expect(file.getByText('Hidden sheet')).toBeVisible()
  await goToPreview(page)
  await expect(
    page.getByText('7 rows read = 4 new + 0 changed + 0 unchanged + 0 rejected + 3 skipped'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Back to the columns' }).click()
  await page.getByRole('button', { name: 'Back to the files' }).click()
  await file.getByRole('checkbox', { name: 'Import the 1 row that the file hides, too' }).uncheck()
  await file.getByRole('checkbox', { name: 'Last year' }).check()
  await goToPreview(page)
  await expect(
    page.getByText('8 rows read = 4 new + 0 changed + 0 unchanged + 0 rejected + 4 skipped'),
  ).toBeVisible()
  const rows = page.getByRole('region', { name: 'Rows' })
  await rows.getByText('Skipped 4', { exact: true }).click()
  await expect(rows.getByRole('gridcell', { name: 'Left out: hidden.' })).toBeVisible()
})

test('a newer file: a conflict is decided, a vanished record stays marked, and likely duplicates are settled for good', async ({
  page,
}) => {
  await beginImport(page)
  await giveFiles(page, [accountFile(), dealFile()])
  await goToPreview(page)
  await commitImport(page, '15')

  // My own correction, which the next file contradicts.
  await page.keyboard.press('Control+k')
  await page.getByLabel('Find', { exact: true }).fill('loom refit')
  await page
    .getByRole('option', { name: /Loom refit/ })
    .or(page.getByText('Loom refit', { exact: true }))
    .first()
    .click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByRole('button', { name: /^Next step ?: .*edit$/ }).click()
  const next = inspector.getByRole('textbox', { name: 'Next step' })
  await next.fill('Wait for the board')
  await next.press('Enter')
  await expect(page.getByRole('button', { name: /^Undo: Next step/ })).toBeVisible()

  const newer = dealFile(line => line.replace('Send the offer', 'Offer sent').replace(/^D9,.*/, ''))
  const more = csvFile(
    'accounts.csv',
    'Account ID,Account Name,Industry,Billing City,Territory,Account Owner',
    'A9,NorthwindLooms,Textiles,Leeds,North,Ivy Marsh',
  )
  await page.getByRole('button', { name: 'Import your files' }).click()
  await giveFiles(page, [newer, more])
  await goToPreview(page)
  const conflicts = page.getByRole('table', { name: 'Conflicts' })
  await expect(conflicts.getByRole('row').filter({ hasText: 'Loom refit' })).toContainText(
    'Send the offerWait for the boardOffer sent',
  )
  await conflicts.getByText('Theirs', { exact: true }).last().click()
  await expect(page.getByText('12 rows read = 1 new + 1 changed + 10 unchanged')).toBeVisible()
  const pairs = page.getByRole('table', { name: 'Likely duplicates' })
  await expect(pairs.getByRole('row').filter({ hasText: 'NorthwindLooms' })).toContainText('in the region')
  await pairs.getByText('The same', { exact: true }).click()
  await expect(
    page.getByText('12 rows read = 0 new + 1 changed + 10 unchanged + 0 rejected + 1 skipped'),
  ).toBeVisible()
  const rows = page.getByRole('region', { name: 'Rows' })
  await page.getByRole('button', { name: '1 Vanished' }).click()
  await expect(rows.getByRole('gridcell', { name: 'Mill drying' })).toBeVisible()
  await commitImport(page, '1')

  await page.getByRole('button', { name: 'Import your files' }).click()
  await giveFiles(page, [newer, more])
  await goToPreview(page)
  await expect(
    page.getByText('12 rows read = 0 new + 0 changed + 11 unchanged + 0 rejected + 1 skipped'),
  ).toBeVisible()
  await expect(pairs.getByRole('radio', { name: 'The same' })).toBeChecked()
})

test('by keyboard: a number of the preview opens the rows it counts, and Escape goes back to it', async ({
  page,
}) => {
  await beginImport(page)
  await giveFiles(page, [accountFile(), dealFile()])
  await giveFiles(page, [
    csvFile(
      'more.csv',
      'Deal ID,Deal Name,Account Name,Owner,Stage',
      'M1,One,,Ivy Marsh,Open',
      'M2,Two,,Bo,Open',
    ),
  ])
  await goToPreview(page)
  const number = page
    .getByRole('region', { name: 'What the files show' })
    .getByRole('listitem')
    .filter({ hasText: 'have no account' })
    .getByRole('button', { name: '2', exact: true })
    .first()
  await number.focus()
  await page.keyboard.press('Enter')
  const bar = page.getByRole('group', { name: 'Opened number' })
  await expect(bar.getByRole('button', { name: 'Back to the number' })).toBeFocused()
  const grid = page.getByRole('grid', { name: 'Rows of more.csv' })
  await expect(grid.getByRole('gridcell', { name: 'One', exact: true }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Rows' }).getByText('Counted 2')).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(number).toBeFocused()
  await expect(bar).toHaveCount(0)

  await page.getByRole('button', { name: /New$/ }).first().click()
  await expect(bar.getByRole('button', { name: /^deals.csv/ })).toBeVisible()
  await bar.getByRole('button', { name: /^more.csv 2/ }).click()
  await expect(grid.getByRole('gridcell', { name: 'Two', exact: true }).first()).toBeVisible()
  await bar.getByRole('button', { name: 'Show all rows' }).click()
  await expect(bar).toHaveCount(0)
})

test('the same file again, another of its name, and files that come during the preview: each is said, none is lost', async ({
  page,
}) => {
  await beginImport(page)
  await giveFiles(page, [accountFile()])
  await giveFiles(page, [accountFile()])
  await expect(page.getByText('was given again and holds the same. It is imported once.')).toBeVisible()
  const other = csvFile(accountFile().name, 'Account ID,Account Name,Industry', 'Z1,Zebra,Retail')
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await asked).setFiles([other])
  await expect(page.getByText('holds something else. Both are here')).toBeVisible()
  await goToPreview(page)
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['Deal Name,Owner,Stage\nDropped,Ann,Open'], 'dropped.csv'))
    return data
  })
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  await expect(page.getByRole('region', { name: 'dropped.csv' })).toBeVisible()
  await goToPreview(page)
  await expect(page.getByRole('rowheader', { name: 'dropped.csv' })).toBeVisible()
})

test('an import goes on where it was left: other screens, an edit meanwhile, files dropped on its report', async ({
  page,
}) => {
  const drop = async (name: string, text: string): Promise<void> => {
    const given = { name, text }
    const dataTransfer = await page.evaluateHandle(file => {
      const data = new DataTransfer()
      data.items.add(new File([file.text], file.name))
      return data
    }, given)
    await page.dispatchEvent('body', 'drop', { dataTransfer })
  }
  const go = (name: string) =>
    page
      .getByRole('link', { name, exact: true })
      .or(page.getByRole('button', { name, exact: true }))
      .first()
      .click()
  await beginImport(page)
  await giveFiles(page, [accountFile(), csvFile('nothing.csv', '')])
  await expect(page.getByText('The file holds nothing but blank rows.')).toBeVisible()
  await goToPreview(page)
  await go('Home')
  await go('Imports')
  await expect(page.getByText('rows read =')).toBeVisible()
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible({ timeout: 30_000 })

  await drop('again.csv', 'Account ID,Account Name,Industry\nN1,New One,Retail')
  await expect(page.getByRole('region', { name: 'again.csv' })).toBeVisible()
  await goToPreview(page)
  await expect(page.getByText('1 row read = 1 new')).toBeVisible()
  // The region moves while the preview stands: the import of before is undone.
  await go('Home')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: /^Redo: Import of/ })).toBeVisible()
  await go('Imports')
  await page.getByRole('button', { name: 'Import 1 record' }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible({ timeout: 30_000 })
  await go('Accounts')
  await expect(page.getByText('1 account', { exact: true })).toBeVisible()
})

test('a question is followed from the files to its column, and no step keeps anybody out', async ({
  page,
}) => {
  await beginImport(page)
  await giveFiles(page, [
    csvFile('deals.csv', 'Deal Name,Owner,Stage,Close Date', 'A,Ann,Open,01/02/2018', ',Ann,Open,03/04/2018'),
  ])
  expect(await axeFindings(page)).toEqual([])
  await expect(page.getByText('The preview waits for 1 answer: Does “Close Date” put')).toBeVisible()
  await page.getByRole('button', { name: 'Answer 1 question' }).click()
  await expect(page.getByRole('radio', { name: 'Day first' })).toBeFocused()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Space')
  await expect(page.getByText('Does “Close Date” put')).toBeHidden()
  await goToPreview(page)
  await expect(page.getByRole('grid', { name: 'Rows of deals.csv' })).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 1 record' }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
})

test('A01–A07, A25, A26: the four Maven files', async ({ page }) => {
  test.setTimeout(180_000)
  const names = ['accounts.csv', 'products.csv', 'sales_pipeline.csv', 'sales_teams.csv']
  const paths = names.map(name => realData(`a-maven-crm/${name}`))
  test.skip(
    paths.some(path => path === null || !existsSync(path)),
    'the Maven files are not here',
  )
  const files = names.map((name, at) => ({
    name,
    mimeType: 'text/csv',
    buffer: readFileSync(paths[at] ?? ''),
  }))
  await beginImport(page)
  await giveFiles(page, files)
  await page.getByRole('button', { name: 'Check the columns' }).click()
  await page.getByRole('tab', { name: 'Opportunities' }).click()
  const stages = page.getByRole('table', { name: 'Stages' })
  for (const [stage, count] of [
    ['Won', '4,238'],
    ['Lost', '2,473'],
    ['Engaging', '1,589'],
    ['Prospecting', '500'],
  ] as const)
    await expect(
      stages.getByRole('row').filter({ hasText: stage }).getByRole('cell', { name: count }),
    ).toBeVisible()
  await goToPreview(page)
  await expect(
    page.getByText('8,927 rows read = 8,927 new + 0 changed + 0 unchanged + 0 rejected + 0 skipped'),
  ).toBeVisible()
  for (const [row, count] of [
    ['GTXPro → GTX Pro', '1,480 rows'],
    ['technolgy → technology', '12 rows'],
    ['Philipines → Philippines', '1 row'],
  ] as const)
    await expect(page.getByRole('row').filter({ hasText: row })).toContainText(count)
  await page.getByRole('button', { name: 'Accept all 3' }).click()
  await expect(page.getByText('1,480 rows name a product')).toHaveCount(0, { timeout: 30_000 })
  for (const sentence of [
    '1,425 of 8,800 opportunities have no account (Engaging 1,088, Prospecting 337; Central 611, West 518, East 296)',
    '1,908 of 6,711 closes (28.4 %) are on weekends: use a 7-day calendar?',
    '85 of 85 accounts are sold to by more than one rep (10–30, median 14), 71 in 3 regions',
    '15 accounts have a parent (7 parents)',
    '35 reps, 30 with deals',
  ])
    await expect(page.getByText(sentence)).toBeVisible()
  await page.getByRole('button', { name: 'Import 8,927 records' }).click()
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Import your files' }).click()
  await giveFiles(page, files)
  await goToPreview(page)
  await expect(
    page.getByText('8,927 rows read = 0 new + 0 changed + 8,927 unchanged + 0 rejected + 0 skipped'),
  ).toBeVisible()
})
