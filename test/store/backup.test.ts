import 'fake-indexeddb/auto'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import { rowsOf, writeBackupFile } from '../../renderer/store/backup-file'
import { BackupKeeper } from '../../renderer/store/backup-keeper'
import { backupProblemText } from '../../renderer/store/backup-problem'
import { DeskDatabase } from '../../renderer/store/desk-database'
import { Picture } from '../../renderer/store/picture'
import { storeNames } from '../../renderer/store/region-database'
import { createRegion, listRegions, openRegion } from '../../renderer/store/regions'
import { newestFormat } from '../../renderer/store/migrations/all-versions'
import { restoreAsNew, restoreInPlace } from '../../renderer/store/restore'
import type { RegionStore } from '../../renderer/store/region-store'
import { takePicture } from '../../renderer/store/take-picture'
import { contentOf, freshName } from './open-store'

const by = (label: string) => ({ label, source: 'manager' as const })

async function deskWithRegion(): Promise<{ desk: DeskDatabase; store: RegionStore; id: string }> {
  const desk = new DeskDatabase(freshName())
  const made = await createRegion(desk, 'West')
  if (!made.ok) throw new Error(made.problem.code)
  const { id } = made.value
  const opened = await openRegion(desk, id)
  if (!opened.ok) throw new Error(opened.problem.code)
  const store = opened.value
  await store.edit(
    edit => {
      for (let n = 0; n < 700; n++) edit.add('account', { name: `Account ${n}` }, asId(`account-${n}`))
    },
    { ...by('Add 700'), archive: [{ key: 'snapshot/1', value: [1, 2, 3] }] },
  )
  await store.edit(edit => edit.set('account', asId('account-5'), { city: 'Nairobi' }), by('City'))
  return { desk, store, id }
}

const opened = async (desk: DeskDatabase, id: string): Promise<RegionStore> => {
  const result = await openRegion(desk, id)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

test('a backup restored as a new region holds the records, the history and the archive', async () => {
  const { desk, store } = await deskWithRegion()
  const bytes = await writeBackupFile(store.database, 'West', '2017-12-31T08:00:00.000Z')
  const restored = await restoreAsNew(desk, bytes)
  if (!restored.ok) throw new Error(restored.problem.code)
  expect((await listRegions(desk)).map(each => each.name).sort()).toEqual([
    'West',
    'West (backup of 2017-12-31)',
  ])
  const copy = await opened(desk, restored.value.id)
  expect(contentOf(copy.region)).toEqual(contentOf(store.region))
  expect(await copy.archived('snapshot/1')).toEqual([1, 2, 3])
  expect(copy.status.undo?.label).toBe('City')
  await copy.undo()
  expect(copy.region.get('account', asId('account-5'))?.city).toBeNull()
})

test('a backup restored in place of a region takes it back to that day', async () => {
  const { desk, store, id } = await deskWithRegion()
  const bytes = await writeBackupFile(store.database, 'West', '2017-12-31T08:00:00.000Z')
  const then = contentOf(store.region)
  await store.edit(edit => edit.set('account', asId('account-6'), { city: 'Mombasa' }), by('City'))
  await store.close()
  expect((await restoreInPlace(desk, id, bytes)).ok).toBe(true)
  expect(contentOf((await opened(desk, id)).region)).toEqual(then)
})

test('a damaged, cut, foreign or newer file is refused with a sentence, and nothing is left behind', async () => {
  const { desk, store } = await deskWithRegion()
  const bytes = await writeBackupFile(store.database, 'West', '2017-12-31T08:00:00.000Z')
  const lines = gunzipSync(bytes).toString('utf8').split('\n')
  const zip = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(text))
  const flipped = new Uint8Array(bytes)
  flipped[bytes.length >> 1] = (flipped[bytes.length >> 1] ?? 0) ^ 0xff
  const cases: readonly [string, Uint8Array<ArrayBuffer>, string][] = [
    ['half of it', bytes.slice(0, bytes.length >> 1), 'damagedBackup'],
    ['one byte altered', flipped, 'damagedBackup'],
    ['one value altered', zip(lines.join('\n').replace(/Account 17\b/, 'Account 71')), 'damagedBackup'],
    ['one line less', zip([...lines.slice(0, 3), ...lines.slice(4)].join('\n')), 'damagedBackup'],
    ['no end', zip(lines.slice(0, -2).join('\n')), 'damagedBackup'],
    ['something after the end', zip([...lines.slice(0, -1), lines[1]].join('\n')), 'damagedBackup'],
    ['another file', new TextEncoder().encode('Account,City\nKan-code,Nairobi'), 'notABackup'],
    ['another zipped file', zip('{"some":"thing"}'), 'notABackup'],
    [
      'a newer format',
      zip(lines.join('\n').replace(`"format":${newestFormat}`, '"format":99')),
      'newerBackup',
    ],
  ]
  const databases = async () => (await indexedDB.databases()).length
  const before = await databases()
  for (const [what, file, code] of cases) {
    const result = await restoreAsNew(desk, file)
    expect(result, what).toMatchObject({ ok: false, problem: { code } })
    if (!result.ok) expect(backupProblemText(result.problem)).toMatch(/backup/i)
  }
  expect(await databases()).toBe(before)
  expect(await listRegions(desk)).toHaveLength(1)
})

test('the keeper hands a backup to the host under the region’s name, daily and only when something was done', async () => {
  const { desk, store, id } = await deskWithRegion()
  const written: string[] = []
  const keeper = new BackupKeeper(desk, {
    writeBackup: async name => void written.push(name),
    saveFile: async () => null,
  })
  const entry = async () => (await listRegions(desk)).find(each => each.id === id)
  const now = await entry()
  if (!now) throw new Error('made above')
  await keeper.keepDaily(store, now)
  expect(written).toEqual([expect.stringMatching(/^west-[0-9a-f]{8}--\d{8}T\d{6}\.qdregion$/)])
  const later = await entry()
  if (!later) throw new Error('made above')
  await keeper.keepDaily(store, later)
  expect(written).toHaveLength(1)
})

test('a region is open once: the second window is told so, until the first closes it', async () => {
  const { desk, store, id } = await deskWithRegion()
  expect(await openRegion(desk, id)).toMatchObject({ ok: false, problem: { code: 'openElsewhere' } })
  await store.close()
  expect((await openRegion(desk, id)).ok).toBe(true)
})

/** One thing a user does while a backup is made. */
const step = fc.oneof(
  fc.record({ do: fc.constant('set' as const), n: fc.nat(699), city: fc.constantFrom('Kisumu', 'Thika') }),
  fc.record({ do: fc.constant('add' as const), n: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ do: fc.constant('remove' as const), n: fc.nat(699) }),
  fc.record({ do: fc.constant('archive' as const) }),
  fc.record({ do: fc.constant('undo' as const) }),
)

async function take(store: RegionStore, one: typeof step extends fc.Arbitrary<infer S> ? S : never) {
  if (one.do === 'undo') await store.undo()
  else if (one.do === 'archive') {
    const archive = [{ key: `snapshot/${store.status.version}`, value: store.status.version }]
    await store.edit(edit => edit.add('competitor', { name: 'Zeta' }), { ...by('Archive'), archive })
  } else
    await store.edit(edit => {
      if (one.do === 'add') for (let i = 0; i < one.n; i++) edit.add('account', { name: `New ${i}` })
      else if (store.region.get('account', asId(`account-${one.n}`))) {
        if (one.do === 'remove') edit.remove('account', asId(`account-${one.n}`))
        else edit.set('account', asId(`account-${one.n}`), { city: one.city })
      }
    }, by(one.do))
}

const allRows = async (store: RegionStore, picture: Picture, between: () => Promise<void>) => {
  const rows: unknown[] = []
  for (const name of storeNames)
    for await (const row of rowsOf(store.database, name, picture, 1)) {
      rows.push(row)
      await between()
    }
  return rows
}

test('a picture of a region holds it as it stood when it was begun, whatever is done, undone and removed meanwhile', async () => {
  const nothing = () => Promise.resolve()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
      const { store } = await deskWithRegion()
      const then = await allRows(store, new Picture(), nothing)
      const waiting = [...steps]
      const pictured = await takePicture(store, picture =>
        allRows(store, picture, async () => {
          const next = waiting.shift()
          if (next) await take(store, next)
        }),
      )
      expect(pictured).toEqual({ ok: true, value: then })
      await store.close()
    }),
    { numRuns: 20 },
  )
})

test('edits are saved while a backup is being made, and the backup restores to what was there before them', async () => {
  const { desk, store, id } = await deskWithRegion()
  const then = contentOf(store.region)
  const keeper = new BackupKeeper(desk, {
    writeBackup: () => Promise.resolve(),
    saveFile: () => Promise.resolve(null),
  })
  const order: string[] = []
  const made = keeper.bytes(store, 'West').finally(() => order.push('backup'))
  const edited = store
    .edit(edit => edit.set('account', asId('account-6'), { city: 'Mombasa' }), by('City'))
    .then(() => order.push('edit'))
  await edited
  const bytes = await made
  expect(order).toEqual(['edit', 'backup'])
  if (!bytes.ok) throw new Error(bytes.problem.code)
  await store.close()
  expect((await restoreInPlace(desk, id, bytes.value)).ok).toBe(true)
  expect(contentOf((await opened(desk, id)).region)).toEqual(then)
})

test('a picture that an import by another thread has torn is taken anew', async () => {
  const { store } = await deskWithRegion()
  let begun = 0
  const pictured = await takePicture(store, async picture => {
    if (++begun === 1)
      await store.commitBeside(by('Import'), () =>
        Promise.resolve({ ok: false, problem: { code: 'diskFull' } }),
      )
    return (await allRows(store, picture, () => Promise.resolve())).length
  })
  expect([pictured.ok, begun]).toEqual([true, 2])
  await store.close()
})
