// Runs everything that must hold, stops at the first step that fails, and counts the tests in the end.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { checkNode, has, install, root, run, tool } from './prepare.mjs'

const results = join(root, 'test-results')
const unitReport = join(results, 'unit.json')
const journeyReport = join(results, 'journeys.json')

/** Finds a Chromium for the journeys, or gets one; true when there is one. */
async function haveChromium() {
  if (findChromium()) return true
  console.log('No Chromium found: asking Playwright for one')
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' }
  const script = join(root, 'node_modules/playwright-core/cli.js')
  await run(process.execPath, [script, 'install', 'chromium'], { env, timeoutMs: 180_000 })
  if (findChromium()) return true
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.log('Asking the system for one')
    const apt = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 300_000 }
    await run('apt-get', ['update', '-qq'], apt)
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], apt)
  }
  if (findChromium()) return true
  console.error('The journeys need a Chromium, Chrome or Edge. Install one, or name its path in CHROMIUM.')
  return false
}

/** @type {{ name: string, run: () => Promise<boolean> }[]} */
const steps = [
  { name: 'packages', run: install },
  { name: 'Chromium', run: haveChromium },
  { name: 'floors', run: async () => (await run(process.execPath, ['scripts/check-floors.mjs'])) === 0 },
  {
    name: 'types, format and lint',
    // Lint keeps one core busy for as long as the other two together.
    async run() {
      const typesAndFormat = async () =>
        (await tool('typescript/bin/tsc', ['-b'])) ||
        (await tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']))
      const lint = tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0'])
      const ends = await Promise.all([typesAndFormat(), lint])
      return ends.every(end => end === 0)
    },
  },
  {
    name: 'unit tests',
    run: async () =>
      (await tool('vitest/vitest.mjs', [
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile=${unitReport}`,
      ])) === 0,
  },
  {
    name: 'build',
    run: async () =>
      (await tool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])) === 0,
  },
  {
    name: 'journeys',
    run: async () =>
      (await tool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport },
      })) === 0,
  },
]

/** Passed, failed and skipped tests of the reports that were written. */
function count() {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  if (existsSync(unitReport)) {
    const unit = JSON.parse(readFileSync(unitReport, 'utf8'))
    sum.passed += unit.numPassedTests
    sum.failed += unit.numFailedTests
    sum.skipped += unit.numPendingTests + unit.numTodoTests
  }
  if (existsSync(journeyReport)) {
    const { stats } = JSON.parse(readFileSync(journeyReport, 'utf8'))
    sum.passed += stats.expected + stats.flaky
    sum.failed += stats.unexpected
    sum.skipped += stats.skipped
  }
  return sum
}

checkNode()
mkdirSync(results, { recursive: true })
for (const report of [unitReport, journeyReport]) rmSync(report, { force: true })

/** @type {string | null} */
let failed = null
for (const step of steps) {
  const began = Date.now()
  console.log(`\n== ${step.name}`)
  const good = await step.run()
  console.log(`== ${step.name} ${good ? 'done' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  if (good) continue
  failed = step.name
  break
}
const { passed, failed: broken, skipped } = count()
console.log(failed === null ? '\nEverything holds.' : `\nStopped: ${failed} failed.`)
console.log(`${passed} passed, ${failed !== null && broken === 0 ? 1 : broken} failed, ${skipped} skipped`)
process.exit(failed === null ? 0 : 1)
