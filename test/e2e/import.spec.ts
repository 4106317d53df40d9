/** Importing files in the browser: map, preview, correct, commit, import again, undo. */
import { expect, test, type Page } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { realData } from '../fixtures/real-data'

interface Given {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const text = (name: string, content: string): Given => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
})

async function begin(page: Page): Promise<void> {
  // The browser's own picker cannot be driven from a test; the input that stands in for it can.
  await page.addInitScript(() => Object.defineProperty(window, 'showOpenFilePicker', { value: undefined }))
  await page.goto('/')
  await page.getByRole('button', { name: 'Start an empty region' }).click()
  await page
    .getByRole('link', { name: 'Imports' })
    .or(page.getByRole('button', { name: 'Imports' }))
    .first()
    .click()
}

async function give(page: Page, files: readonly Given[]): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await asked).setFiles([...files])
  for (const file of files) await expect(page.getByRole('region', { name: file.name })).toBeVisible()
}

const preview = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText('rows read =')).toBeVisible({ timeout: 30_000 })
}

test('two linked files: a rejected row is put right, the import committed, repeated and undone', async ({
  page,
}) => {
  const files = [
    text('accounts.csv', 'Account ID,Account Name,Industry\n1,Acme,Retail\n2,Bolt,Retail\n3,,Retail'),
    text(
      'deals.csv',
      'Deal ID,Deal Name,Account ID,Owner,Stage,Amount,Close Date\n7,One,1,Ann,Closed Won,$10,2017-03-01\n8,Two,2,Ann,Open,,2017-09-01',
    ),
  ]
  await begin(page)
  await give(page, files)
  await preview(page)
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

  await page.getByRole('button', { name: 'Import files' }).click()
  await give(page, files)
  await preview(page)
  await expect(
    page.getByText('5 rows read = 0 new + 0 changed + 5 unchanged + 0 rejected + 0 skipped'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
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
  await begin(page)
  await give(page, files)
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
  await preview(page)
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
  await page.getByRole('button', { name: 'Import files' }).click()
  await give(page, files)
  await preview(page)
  await expect(
    page.getByText('8,927 rows read = 0 new + 0 changed + 8,927 unchanged + 0 rejected + 0 skipped'),
  ).toBeVisible()
})
