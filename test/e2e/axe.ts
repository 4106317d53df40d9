/** What axe finds on a page as it stands: only what keeps people out counts, and each finding names its elements. */
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The serious and critical findings on the page, as lines to compare with none; `rules` looks for those alone. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Through the debugger, since the page's own policy lets no script in.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const results = await page.evaluate(
    async only => {
      const { axe } = globalThis as unknown as {
        axe: { run(room: Document, options: object): Promise<AxeResults> }
      }
      return axe.run(document, {
        resultTypes: ['violations'],
        ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
      })
    },
    rules ? [...rules] : undefined,
  )
  return results.violations
    .filter(each => each.impact === 'serious' || each.impact === 'critical')
    .flatMap(each =>
      each.nodes.map(node =>
        [each.id, node.target.join(' '), node.html.slice(0, 160), node.failureSummary ?? ''].join(' | '),
      ),
    )
}
