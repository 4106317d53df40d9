import { contentOf, context, freshName, openStore } from './open-store'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import { ok } from '#shared/base/result'
import type { ChangeSet } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import type { Region } from '#shared/region/region'
import { listJournal } from '../../renderer/store/record-history'
import type { RegionStore } from '../../renderer/store/region-store'
import { readAgain, readStanding, writeBeside } from '../../renderer/store/write-beside'

const account = (n: number) => asId<'account'>(`account-${n}`)
const shadow = (n: number) => asId<'shadow'>(`shadow-${n}`)
const about = { label: 'Import of a.csv', source: 'import' as const, batch: 'batch-1' }

/** Adds, changes and removes accounts, and what files said about them. */
function wish(region: Region, seed: number, adds: number, changes: number, removes: number): ChangeSet {
  const edit = new Edit(region, context(seed))
  const here = [...region.table('account').values()].map(each => each.id)
  const batch = edit.add('batch', { label: 'a.csv', at: '2017-12-31T08:00:00.000Z' })
  for (let i = 0; i < adds; i++) {
    edit.add('account', { name: `Account ${seed}.${i}` }, asId(`account-${seed}-${i}`))
    const said = { table: 'account', batch, file: 'a.csv', row: i, values: { name: 'x' } }
    edit.add('shadow', said, asId(`shadow-${seed}-${i}`))
  }
  for (const id of here.slice(0, changes)) edit.set('account', id, { city: `City ${seed}` })
  for (const id of here.slice(-removes - 1, -1)) edit.remove('account', id)
  return edit.change()
}

const beside = (store: RegionStore, change: ChangeSet) =>
  store.commitBeside(about, async order =>
    writeBeside(store.database.name, await readStanding(store.database.name), change, order),
  )

test('what a worker writes is in memory and on disk as if it had been committed, and can be undone', async () => {
  const size = fc.record({
    first: fc.integer({ min: 1, max: 600 }),
    adds: fc.nat(600),
    changes: fc.nat(20),
    removes: fc.nat(5),
  })
  await fc.assert(
    fc.asyncProperty(size, async ({ first, adds, changes, removes }) => {
      const [here, there] = [freshName(), freshName()]
      const plain = await openStore(here)
      const large = await openStore(there)
      for (const store of [plain, large]) {
        await store.commit(region => wish(region, 1, first, 0, 0), about)
      }
      const before = contentOf(large.region)
      const change = wish(large.region, 2, adds, changes, removes)
      await plain.commit(change, about)
      expect((await beside(large, change)).ok).toBe(true)
      expect(contentOf(large.region)).toEqual(contentOf(plain.region))
      expect(large.status.undo).toEqual({ ...plain.status.undo, at: large.status.undo?.at })

      // The pages are known well enough for an edit after it to reach the disk in the right place.
      const last = [...large.region.table('account').values()].at(-1)?.id
      if (last) {
        await large.edit(edit => edit.set('account', last, { country: 'Kenya' }), about)
        await large.close()
        const again = await openStore(there)
        expect(again.region.get('account', last)?.country).toBe('Kenya')
        await again.undo()
        await again.undo()
        expect(contentOf(again.region)).toEqual(before)
        await again.load('shadow')
        expect(again.region.table('shadow').size).toBe(first)
        await again.close()
      }
    }),
    { numRuns: 4 },
  )
}, 30_000)

test('a change that does not fit is refused by the worker, and nothing has moved', async () => {
  const store = await openStore()
  await store.edit(edit => edit.add('account', { name: 'Kan-code' }, account(1)), about)
  const stale = new Edit(store.region, context(3))
  stale.set('account', account(1), { city: 'Nairobi' })
  await store.edit(edit => edit.set('account', account(1), { city: 'Kampala' }), about)
  const before = contentOf(store.region)
  const refused = await beside(store, stale.change())
  expect(!refused.ok && refused.problem.code === 'refused' && refused.problem.problems[0]).toMatchObject({
    code: 'changedMeanwhile',
    field: 'city',
    found: 'Kampala',
  })
  expect(contentOf(store.region)).toEqual(before)
  expect(await listJournal(store.database, 100)).toHaveLength(2)
  expect((await store.undo()).ok).toBe(true)
})

test('a worker that is lost before it wrote has changed nothing; one lost after it wrote has', async () => {
  const name = freshName()
  const store = await openStore(name)
  const change = wish(store.region, 4, 300, 0, 0)
  const lost = await store.commitBeside(about, () => Promise.reject(new Error('gone')))
  expect(lost).toMatchObject({ ok: false, problem: { code: 'disk', detail: 'gone' } })
  expect(contentOf(store.region)).toEqual({})
  const late = await store.commitBeside(about, async order => {
    await writeBeside(name, await readStanding(name), change, order)
    throw new Error('gone')
  })
  expect(late).toEqual(ok(1))
  expect(store.region.table('account').size).toBe(300)
  await store.undo()
  expect(contentOf(store.region)).toEqual({})
  await store.close()
})

test('entries that waited to be redone are dropped by what a worker writes', async () => {
  const store = await openStore()
  await store.edit(edit => edit.add('account', { name: 'Kan-code' }, account(1)), about)
  await store.undo()
  expect((await beside(store, wish(store.region, 5, 2, 0, 0))).ok).toBe(true)
  expect(store.status.redo).toBeNull()
  expect((await store.redo()).ok).toBe(false)
  expect(await store.find('shadow', shadow(9))).toBeNull()
})

test('tables that moved since a region was read are read again, with the places of their records', async () => {
  const name = freshName()
  const store = await openStore(name)
  await store.commit(region => wish(region, 6, 300, 0, 0), about)
  const standing = await readStanding(name)
  await store.edit(edit => {
    edit.remove('account', asId('account-6-7'))
    edit.add('account', { name: 'Kan-code' }, account(1))
  }, about)
  const now = await readAgain(name, standing, ['account'])
  expect(contentOf(now.region)['account']).toEqual(contentOf(store.region)['account'])
  const edit = new Edit(now.region, context(7))
  edit.set('account', account(1), { city: 'Nairobi' })
  const done = await store.commitBeside(about, order => writeBeside(name, now, edit.change(), order))
  expect(done.ok).toBe(true)
  await store.close()
  const again = await openStore(name)
  expect(again.region.get('account', account(1))?.city).toBe('Nairobi')
  expect(again.region.table('account').size).toBe(300)
})
