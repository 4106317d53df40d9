import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { HostileOutcome } from '../../fixtures/hostile-case'

const script = join(import.meta.dirname, '../../fixtures/hostile-case.ts')
const root = join(import.meta.dirname, '../../..')

/** What became of the files of a group, read one after the other by a process that may hold 256 MB of objects. */
async function outcomes(group: string): Promise<Record<string, HostileOutcome>> {
  const args = ['--import', 'tsx', '--expose-gc', '--max-old-space-size=256', script, group]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 2 ** 24 })
  return JSON.parse(stdout) as Record<string, HostileOutcome>
}

type Expected = readonly [name: string, outcome: Partial<HostileOutcome>]

const columns = {
  code: 'too-many-columns',
  says: 'Row 1 of “line.csv” has more than 16,384 cells. Check that its lines end where they should, or choose another delimiter.',
}
const bomb = {
  code: 'bomb',
  says: '“bomb.xlsx” was not opened: its part “xl/worksheets/sheet1.xml” is built to unpack to far more than it claims. Ask where the file came from before trying another copy.',
}
const tooFar = { code: 'inflates-too-far' }

describe('a line of 200 MB, its file held beside it: at most 800 MB in all', () => {
  let found: Record<string, HostileOutcome> = {}
  beforeAll(async () => void (found = await outcomes('lines')), 120_000)
  const lines: readonly Expected[] = [
    ['one cell of 200 MB', { code: 'read', rows: 1 }],
    ['one line of 200 MB with commas', columns],
    ['one line of 200 MB behind a quote', columns],
  ]
  test.each(lines)('%s', (name, expected) => {
    expect(found[name]).toMatchObject({ ...expected, fileMb: 200 })
    expect(found[name]?.memoryMb).toBeLessThan(800)
  })
})

describe('files that are small and unfold, or claim to be endless: at most 400 MB in all', () => {
  let found: Record<string, HostileOutcome> = {}
  beforeAll(async () => void (found = await outcomes('others')), 120_000)
  const others: readonly Expected[] = [
    ['a bomb of 1 GB', tooFar],
    ['a bomb of 3 GB', tooFar],
    ['a bomb of 1 GB that claims 1,000 bytes', bomb],
    ['a bomb of 3 GB that claims 1,000 bytes', bomb],
    ['a bomb of 3 GB that claims 100 MB', bomb],
    ['entities that unfold to gigabytes', { code: 'read', header: ['&a9;', '&x;'] }],
    ['entities of OpenDocument that unfold to gigabytes', { code: 'damaged' }],
    [
      'headers named as what every object has',
      { code: 'read', rows: 2, header: ['__proto__', 'constructor', 'toString'], polluted: false },
    ],
    ['a claimed range of a million rows of 16,384 columns', { code: 'read', rows: 1 }],
    ['a million rows of which one is filled', { code: 'read', rows: 1_048_576 }],
  ]
  test.each(others)('%s', (name, expected) => {
    expect(found[name]).toMatchObject(expected)
    expect(found[name]?.fileMb).toBeLessThan(30)
    expect(found[name]?.memoryMb).toBeLessThan(400)
  })
})
