import { defineConfig } from '@playwright/test'
import { createHash } from 'node:crypto'
import { findChromium, testFlags } from './scripts/chromium.mjs'

// Each checkout has a port of its own, so that two may run their journeys at the same time.
const port =
  process.env['QUARTERDECK_TEST_PORT'] ??
  String(
    4400 +
      (createHash('sha256')
        .update(import.meta.dirname)
        .digest()
        .readUInt16BE() %
        1000),
  )
const chromium = findChromium()

export default defineConfig({
  testDir: 'test',
  outputDir: 'test-results/journeys',
  globalSetup: './test/host/setup.ts',
  workers: process.env['CI'] ? 2 : 1,
  // A journey that passes only at the second try is listed as flaky, and still counts as a finding to look into.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    launchOptions: { args: testFlags, ...(chromium === null ? {} : { executablePath: chromium }) },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'browser',
      testMatch: /(e2e|security)\/(?!.*\.desktop\.)[^/]*\.spec\.ts$/,
      use: { baseURL: `http://127.0.0.1:${port}` },
    },
    { name: 'desktop', testMatch: /(e2e|security)\/.*\.desktop\.spec\.ts$/ },
  ],
  webServer: {
    command: 'node out/main/web.js',
    url: `http://127.0.0.1:${port}/`,
    env: { QUARTERDECK_PORT: port },
    reuseExistingServer: false,
  },
})
