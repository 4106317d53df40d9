/** The page in a browser, served from loopback: it opens without a word in the console. */
import { expect, test } from '@playwright/test'

test('the page opens under its policy without noise', async ({ page }) => {
  const noise: string[] = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text())
  })
  page.on('pageerror', error => noise.push(error.message))
  await page.goto('/')
  await expect(page.locator('#root > :not(style)').first()).toBeVisible()
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
  expect(noise).toEqual([])
})
