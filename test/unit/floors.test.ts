/** The floors of the house: every rule bites, and the house as it stands keeps them. */
import { describe, expect, test } from 'vitest'
import { checkFloors, circles, floors, importsOf, packages } from '../../scripts/floors.mjs'

/** A well-mannered file with these imports. */
const file = (...specifiers: string[]) =>
  ['/** A file of the test. */', ...specifiers.map(one => `import '${one}'`), ''].join('\n')
const breach = (path: string, ...specifiers: string[]) => checkFloors({ [path]: file(...specifiers) })

describe('a floor imports only the floors below it', () => {
  const shared = (one: string) => (one.startsWith('shared/') ? `#${one}/thing` : `./${one}`)
  const names = floors.map(rule => rule.floor).filter(floor => floor.startsWith('shared/'))

  for (const { floor, may } of floors.filter(rule => rule.floor.startsWith('shared/')))
    test(`${floor} may import ${may.join(', ') || 'nothing'} and no other floor of shared/`, () => {
      for (const other of names.filter(name => name !== floor))
        expect(breach(`${floor}/mine.ts`, shared(other)), other).toHaveLength(may.includes(other) ? 0 : 1)
    })

  test.each([
    ['shared/model/a.ts', '../../renderer/store/db'],
    ['shared/base/a.ts', '../../electron/main'],
    ['electron/a.ts', '#shared/model/deal'],
    ['electron/a.ts', '../renderer/host/bridge'],
    ['renderer/ui/a.tsx', '#shared/base/day'],
    ['renderer/ui/a.tsx', '../store/db'],
    ['renderer/fields/a.tsx', '#shared/region/region'],
    ['renderer/fields/a.tsx', '../store/db'],
    ['renderer/host/a.ts', '#shared/model/deal'],
    ['renderer/host/a.ts', '../store/db'],
    ['renderer/store/a.ts', '../ui/toast'],
    ['renderer/store/a.ts', '../host/bridge'],
    ['renderer/features/pipeline/a.tsx', '../accounts/list'],
    ['renderer/features/pipeline/a.tsx', '../../app/screens'],
    ['renderer/features/pipeline/a.tsx', '../../../electron/main'],
    ['renderer/features/pipeline/a.tsx', '../../../test/builders/region'],
    ['renderer/app/a.tsx', '../../electron/main'],
    ['renderer/main.tsx', '../electron/main'],
  ])('%s may not import %s', (path, specifier) => {
    expect(breach(path, specifier)).toHaveLength(1)
  })

  test.each([
    ['electron/a.ts', '#shared/bridge/ipc'],
    ['renderer/fields/a.tsx', '../ui/cell'],
    ['renderer/store/a.ts', '#shared/packs/write'],
    ['renderer/features/pipeline/a.tsx', '../../ui/grid'],
    ['renderer/features/pipeline/a.tsx', './b'],
    ['renderer/app/a.tsx', '../features/pipeline/a'],
    ['renderer/main.tsx', './app/app'],
    ['test/unit/a.test.ts', '../../electron/files'],
  ])('%s may import %s', (path, specifier) => {
    expect(breach(path, specifier)).toEqual([])
  })

  test('a file of shared/ or renderer/ that stands on no floor is a breach', () => {
    expect(breach('shared/sales/deal.ts')).toHaveLength(1)
    expect(breach('renderer/thing.ts')).toHaveLength(1)
  })
})

describe('a package is used where its rule says', () => {
  for (const { packages: names, only } of packages)
    for (const name of names.map(one => one.replace('*', 'fs'))) {
      test(`${name} is refused on other floors`, () => {
        for (const path of ['shared/base/a.ts', 'renderer/app/a.tsx', 'renderer/features/home/a.tsx'])
          expect(breach(path, name)).toHaveLength(1)
      })
      for (const place of only)
        test(`${name} is free in ${place}`, () => expect(breach(`${place}/a.ts`, name)).toEqual([]))
    }

  test('a part of a package counts as the package', () => {
    expect(breach('renderer/app/a.ts', 'echarts/core')).toHaveLength(1)
    expect(breach('renderer/ui/chart.tsx', 'echarts/core')).toEqual([])
    expect(breach('renderer/ui/chart-axis.ts', 'echarts/core')).toEqual([])
    expect(breach('renderer/ui/charter.ts', 'echarts/core')).toHaveLength(1)
  })

  test('any other package is for renderer/ alone', () => {
    expect(breach('shared/base/a.ts', 'react')).toHaveLength(1)
    expect(breach('electron/a.ts', 'comlink')).toHaveLength(1)
    expect(breach('renderer/ui/a.tsx', '@mantine/core')).toEqual([])
  })
})

describe('no way of importing is overlooked', () => {
  test.each([
    "import { a } from './x'",
    "import type { A } from './x'",
    "import { type A } from './x'",
    "export { a } from './x'",
    "export * from './x'",
    "const a = await import('./x')",
    "type A = import('./x').A",
    "new Worker(new URL('./x', import.meta.url), { type: 'module' })",
  ])('%s', line => {
    expect(importsOf(line)).toEqual(['./x'])
  })

  test('words in comments and texts are no imports', () => {
    expect(importsOf('// import "./x"\nconst a = \'import "./x"\'')).toEqual([])
  })
})

describe('files do not import each other in a circle', () => {
  test('two files', () => {
    const found = checkFloors({
      'shared/base/a.ts': file('./b'),
      'shared/base/b.ts': "/** B. */\nimport type { A } from './a'\n",
    })
    expect(found).toEqual(['circle: shared/base/a.ts -> shared/base/b.ts -> shared/base/a.ts'])
  })

  test('a circle across folders, through #shared and a dynamic import', () => {
    const found = checkFloors({
      'renderer/app/a.ts': file('../features/home/b'),
      'renderer/features/home/b.ts': "/** B. */\nvoid import('../../app/a')\n",
    })
    expect(found.filter(one => one.startsWith('circle'))).toHaveLength(1)
  })

  test('components are found, and a diamond is none', () => {
    const graph = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', ['e']],
      ['e', ['f']],
      ['f', ['d']],
      ['g', ['g']],
    ])
    expect(circles(graph)).toEqual([['d', 'e', 'f'], ['g']])
    expect(
      circles(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['d']],
          ['c', ['d']],
        ]),
      ),
    ).toEqual([])
  })
})

describe('a file minds its manners', () => {
  test.each([
    'shared/base/utils.ts',
    'shared/base/index.ts',
    'shared/base/dayCount.ts',
    'renderer/ui/Grid.tsx',
  ])('%s has no good name', path => expect(breach(path)).toHaveLength(1))

  test('it says in its first line what it is for', () => {
    expect(checkFloors({ 'shared/base/a.ts': 'export const a = 1\n' })).toHaveLength(1)
  })

  test('it has at most 400 lines', () => {
    expect(checkFloors({ 'shared/base/a.ts': `/** A. */\n${'\n'.repeat(399)}` })).toEqual([])
    expect(checkFloors({ 'shared/base/a.ts': `/** A. */\n${'\n'.repeat(400)}` })).toHaveLength(1)
  })
})
