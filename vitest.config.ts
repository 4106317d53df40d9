import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// Pure code, services and the store run in Node; a DOM test says `// @vitest-environment jsdom` at its top.
export default defineConfig({
  plugins: [react()],
  test: {
    restoreMocks: true,
    include: [
      'test/unit/**/*.test.{ts,tsx}',
      'test/store/**/*.test.ts',
      'test/migrations/**/*.test.ts',
      'test/security/**/*.test.ts',
    ],
    setupFiles: ['test/property-seed.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
})
