/** Playwright globalSetup: bundle the double once (Node 20 cannot load TypeScript). */
import { build } from 'vite'
export default async function setup() {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: 'test/host/electron.ts',
      target: 'node20',
      outDir: 'node_modules/.cache/qd-host',
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'electron.mjs' } },
    },
  })
}
