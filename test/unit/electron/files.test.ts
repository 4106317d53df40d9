/** Files and backups of the shell on a real disk: whole or not at all, and never a path to the page. */
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keptPerSeries } from '#shared/bridge/backup-name'
import { callLimits } from '#shared/bridge/check-call'
import { hostFailure } from '#shared/bridge/host-failure'
import { backupServices } from '../../../electron/backups'
import { fileServices } from '../../../electron/files'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const text = (value: string) => new TextEncoder().encode(value)
/** Services whose dialogs answer with these paths. */
const services = (paths: string[], revealed: string[] = []) =>
  fileServices({
    open: () => Promise.resolve(paths),
    save: name => Promise.resolve(paths[0] ?? (name === 'cancel' ? null : join(folder, name))),
    reveal: path => revealed.push(path),
  })
const failure = (promise: Promise<unknown>) => promise.then(() => 'none', hostFailure)

describe('opening', () => {
  test('reads every file chosen into its name and bytes', async () => {
    const paths = ['a.csv', 'b.csv'].map(name => join(folder, name))
    for (const path of paths) await writeFile(path, path.endsWith('a.csv') ? '1' : '2')
    expect(await services(paths).openFiles([])).toEqual([
      { name: 'a.csv', bytes: text('1') },
      { name: 'b.csv', bytes: text('2') },
    ])
  })

  test('a file that is gone, and one beyond the limit, are failures with a name', async () => {
    const large = join(folder, 'large.csv')
    await writeFile(large, '')
    await truncate(large, callLimits.bytes + 1)
    expect(await failure(services([join(folder, 'gone.csv')]).openFiles([]))).toBe('missing')
    expect(await failure(services([large]).openFiles([]))).toBe('tooLarge')
  })

  test('files named on the command line are taken once; flags, other files and missing ones are left out', async () => {
    const path = join(folder, 'deals.csv')
    await writeFile(path, 'x')
    const files = services([])
    expect(files.give(['--inspect', 'out/main/index.js'])).toBe(false)
    expect(files.give([path, join(folder, 'gone.xlsx'), '--flag=a.csv'])).toBe(true)
    expect((await files.takeFiles()).map(file => file.name)).toEqual(['deals.csv'])
    expect(await files.takeFiles()).toEqual([])
  })
})

describe('saving', () => {
  test('writes the whole file and tells its name alone', async () => {
    const path = join(folder, 'other name.csv')
    expect(await services([path]).saveFile('deals.csv', text('a'), [])).toBe('other name.csv')
    expect(await readFile(path, 'utf8')).toBe('a')
    expect(await readdir(folder)).toEqual(['other name.csv'])
  })

  test('given up leaves nothing', async () => {
    expect(await services([]).saveFile('cancel', text('a'), [])).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  test('that fails leaves the old file as it was, and no half of a new one', async () => {
    // A folder of that name cannot be replaced by a file, on any system and for any user.
    await mkdir(join(folder, 'deals.csv'))
    expect(await failure(services([]).saveFile('deals.csv', text('a'), []))).not.toBe('none')
    expect(await readdir(folder)).toEqual(['deals.csv'])
    expect(await failure(services([join(folder, 'no folder/a.csv')]).saveFile('a', text('a'), []))).toBe(
      'missing',
    )
  })

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'in a closed folder is denied',
    async () => {
      await chmod(folder, 0o500)
      expect(await failure(services([]).saveFile('a.csv', text('a'), []))).toBe('denied')
    },
  )

  test('a file saved by this run can be shown, and no other', async () => {
    const revealed: string[] = []
    const files = services([], revealed)
    await files.saveFile('pack.xlsx', text('a'), [])
    expect(await files.revealFile('pack.xlsx')).toBe(true)
    expect(await files.revealFile('passwd')).toBe(false)
    expect(revealed).toEqual([join(folder, 'pack.xlsx')])
  })
})

describe('backups', () => {
  const backups = () => backupServices(join(folder, 'backups'))

  test('are none before the first', async () => {
    expect(await backups().listBackups()).toEqual([])
    expect(await backups().readBackup('a.quarterdeck')).toBeNull()
    await backups().deleteBackup('a.quarterdeck')
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  test('are written, listed newest first, read back and dropped', async () => {
    for (const [i, name] of ['north--1.q', 'north--2.q'].entries()) {
      await backups().writeBackup(name, text(name))
      await utimes(join(folder, 'backups', name), i, 1000 + i)
    }
    expect(await backups().listBackups()).toEqual([
      { name: 'north--2.q', size: 10, at: 1_001_000 },
      { name: 'north--1.q', size: 10, at: 1_000_000 },
    ])
    expect(await backups().readBackup('north--1.q')).toEqual(text('north--1.q'))
    await backups().deleteBackup('north--1.q')
    expect((await backups().listBackups()).map(one => one.name)).toEqual(['north--2.q'])
  })

  test('of one series beyond the number kept drop the oldest, and leave other series alone', async () => {
    await backups().writeBackup('south--1.q', text('s'))
    await utimes(join(folder, 'backups/south--1.q'), 1, 1)
    for (let i = 0; i <= keptPerSeries; i++) {
      await backups().writeBackup(`north--${i}.q`, text('n'))
      await utimes(join(folder, `backups/north--${i}.q`), 10 + i, 10 + i)
    }
    const names = (await backups().listBackups()).map(one => one.name)
    expect(names).toHaveLength(keptPerSeries + 1)
    expect(names).toContain('south--1.q')
    expect(names).not.toContain('north--0.q')
  })

  test('with a name that leads elsewhere are refused even behind the wall', async () => {
    await writeFile(join(folder, 'secret'), 'x')
    for (const name of ['../secret', '..', '/etc/passwd', 'a/b', '.hidden', 'a\0b']) {
      expect(await failure(backups().readBackup(name))).toBe('refused')
      expect(await failure(backups().writeBackup(name, text('x')))).toBe('refused')
      expect(await failure(backups().deleteBackup(name))).toBe('refused')
    }
    expect(await readFile(join(folder, 'secret'), 'utf8')).toBe('x')
  })

  test('half written files and folders are not listed', async () => {
    await backups().writeBackup('a.q', text('a'))
    await writeFile(join(folder, 'backups/b.q.1234.part'), 'half')
    await mkdir(join(folder, 'backups/c'))
    expect((await backups().listBackups()).map(one => one.name)).toEqual(['a.q'])
  })
})
