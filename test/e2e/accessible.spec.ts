/** Every screen of the program under axe, with its tabs and with a record open beside it, in light and in dark. */
import { expect, test, type Locator, type Page } from '@playwright/test'
import { axeFindings } from './axe'

const looks = [
  { scheme: 'light', rules: undefined },
  // Of what axe looks for, the scheme changes only the colours.
  { scheme: 'dark', rules: ['color-contrast'] },
] as const

async function openSample(page: Page): Promise<Locator> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Open the sample region' }).click()
  const rail = page.getByRole('navigation', { name: 'Screens' })
  await expect(rail).toBeVisible()
  return rail.getByRole('button')
}

/** Waits until what was asked for is drawn. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('main [aria-busy=true], main .mantine-Loader-root')).toHaveCount(0)
  await expect(page.locator('main#screen')).not.toBeEmpty()
}

/** The findings on the screen, and on each of the tabs in `room`. */
async function through(page: Page, room: Locator, rules?: readonly string[]): Promise<string[]> {
  const found: string[] = []
  const tabs = room.getByRole('tab')
  const count = await tabs.count()
  for (let i = 0; i < Math.max(1, count); i++) {
    let name = await page.title()
    if (count > 0) {
      name += `, ${await tabs.nth(i).innerText()}`
      await tabs.nth(i).click()
    }
    await settled(page)
    found.push(...(await axeFindings(page, rules)).map(each => `${name}: ${each}`))
  }
  return found
}

for (const { scheme, rules } of looks) {
  test(`no screen keeps anyone out, in ${scheme}`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto('/')
    await expect(page.getByRole('button', { name: 'Open the sample region' })).toBeVisible()
    const found = await axeFindings(page, rules)
    const rail = await openSample(page)
    const count = await rail.count()
    expect(count).toBeGreaterThan(5)
    for (let i = 0; i < count; i++) {
      await rail.nth(i).click()
      await expect(rail.nth(i)).toHaveAttribute('aria-current', 'page')
      found.push(...(await through(page, page.locator('main#screen'), rules)))
    }
    expect(found).toEqual([])
  })

  test(`nor does any tab of the inspector, in ${scheme}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ colorScheme: scheme })
    await openSample(page)
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    const found: string[] = []
    for (const screen of ['Pipeline', 'Accounts', 'People']) {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click()
      await page.locator('main').getByRole('grid').or(page.locator('main').getByRole('treegrid')).focus()
      await page.keyboard.press('ArrowDown')
      await expect(inspector).toBeVisible()
      found.push(...(await through(page, inspector, rules)))
    }
    expect(found).toEqual([])
  })
}
