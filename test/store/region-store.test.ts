import { expect, test } from 'vitest'
import { asId, type Id } from '#shared/base/id'
import { newRecord } from '#shared/region/new-record'
import { Edit } from '#shared/region/edit'
import { listJournal, recordHistory } from '../../renderer/store/record-history'
import { contentOf, context, freshName, openStore } from './open-store'

const by = (label: string) => ({ label, source: 'manager' as const })
const account = (n: number): Id<'account'> => asId(`account-${String(n).padStart(6, '0')}`)

test('what is committed is there after a restart, and undo and redo go on from where they were', async () => {
  const name = freshName()
  const first = await openStore(name)
  await first.edit(edit => edit.add('account', { name: 'Kan-code' }, account(1)), by('Add Kan-code'))
  await first.edit(edit => edit.set('account', account(1), { city: 'Nairobi' }), by('Set city'))
  const after = contentOf(first.region)
  await first.close()

  const second = await openStore(name)
  expect(contentOf(second.region)).toEqual(after)
  expect(second.status.undo?.label).toBe('Set city')
  expect((await second.undo()).ok).toBe(true)
  expect(second.region.get('account', account(1))?.city).toBeNull()
  await second.close()

  const third = await openStore(name)
  expect(third.region.get('account', account(1))?.city).toBeNull()
  expect(third.status.undo?.label).toBe('Add Kan-code')
  expect(third.status.redo?.label).toBe('Set city')
  await third.undo()
  expect(contentOf(third.region)).toEqual({})
  await third.redo()
  await third.redo()
  expect(contentOf(third.region)).toEqual(after)
  expect((await third.redo()).ok).toBe(false)
  await third.close()
})

test('a change that does not fit is refused and moves nothing', async () => {
  const name = freshName()
  const store = await openStore(name)
  await store.edit(edit => edit.add('account', { name: 'Kan-code' }, account(1)), by('Add'))
  const before = contentOf(store.region)
  const wrong = await store.edit(
    edit => edit.set('account', account(1), { employees: 1.5 }),
    by('Set employees'),
  )
  expect(wrong).toMatchObject({
    ok: false,
    problem: { code: 'refused', problems: [{ code: 'wrongKind', field: 'employees' }] },
  })
  expect(contentOf(store.region)).toEqual(before)
  expect(store.status.undo?.label).toBe('Add')
  await store.close()
  expect(contentOf((await openStore(name)).region)).toEqual(before)
})

test('two wishes for one record that come at once are both carried out', async () => {
  const store = await openStore()
  await store.edit(edit => edit.add('account', { name: 'Kan-code' }, account(1)), by('Add'))
  const both = await Promise.all([
    store.edit(edit => edit.set('account', account(1), { city: 'Nairobi' }), by('City')),
    store.edit(edit => edit.set('account', account(1), { country: 'Kenya' }), by('Country')),
  ])
  expect(both.map(each => each.ok)).toEqual([true, true])
  expect(store.region.get('account', account(1))).toMatchObject({ city: 'Nairobi', country: 'Kenya' })
})

test('typing on in one cell becomes one entry with one dated fact, and typing it back leaves none', async () => {
  const store = await openStore()
  const deal = asId<'opportunity'>('deal-1')
  await store.edit(edit => edit.add('opportunity', { name: 'GTX', amount: 100 }, deal), by('Add'))
  const type = (amount: number) =>
    store.edit(edit => edit.set('opportunity', deal, { amount }), {
      ...by('Set amount'),
      squashKey: 'deal-1/amount',
    })
  await type(1_00)
  await type(12_00)
  await type(123_00)
  expect((await listJournal(store.database, 10)).map(each => each.label)).toEqual(['Set amount', 'Add'])
  expect(store.region.all('oppFact')).toMatchObject([{ before: 100, value: 123_00 }])
  await store.undo()
  expect(store.region.get('opportunity', deal)?.amount).toBe(100)
  expect(store.region.all('oppFact')).toEqual([])
})

test('a new thing done after an undo drops what could have been redone but keeps it in the history', async () => {
  const store = await openStore()
  await store.edit(edit => edit.add('account', { name: 'One' }, account(1)), by('Add one'))
  await store.undo()
  await store.edit(edit => edit.add('account', { name: 'Two' }, account(2)), by('Add two'))
  expect(store.status.redo).toBeNull()
  expect((await listJournal(store.database, 10)).map(each => [each.label, each.state])).toEqual([
    ['Add two', 'done'],
    ['Add one', 'dropped'],
  ])
})

test('a record’s history tells who changed what, newest first', async () => {
  const store = await openStore()
  await store.edit(edit => {
    for (let n = 1; n <= 2000; n++) edit.add('account', { name: `Account ${n}` }, account(n))
  }, by('Import of accounts.csv'))
  await store.edit(edit => edit.set('account', account(7), { city: 'Nairobi' }), by('Set city'))
  await store.edit(edit => edit.set('account', account(8), { city: 'Mombasa' }), by('Set city of another'))
  const items = await recordHistory(store.database, 'account', account(7))
  expect(items.map(each => [each.entry.label, each.kind, each.after['city']])).toEqual([
    ['Set city', 'changed', 'Nairobi'],
    ['Import of accounts.csv', 'added', undefined],
  ])
})

test('what files said is kept on disk, read only when asked for, and undone with the import', async () => {
  const name = freshName()
  const store = await openStore(name)
  const edit = new Edit(store.region, context(1))
  const batch = edit.add('batch', { label: 'Import', at: '2017-12-31T08:00:00.000Z' })
  const statements = Array.from({ length: 600 }, (_, n) =>
    newRecord(
      'shadow',
      asId<'shadow'>(account(n)),
      { table: 'account', batch, file: 'accounts.csv', row: n, values: { name: `Account ${n}` } },
      context(2),
    ),
  )
  const change = { ...edit.change(), shadow: { added: statements, changed: [], removed: [] } }
  expect((await store.commit(change, by('Import of accounts.csv'))).ok).toBe(true)
  expect(store.region.table('shadow').size).toBe(0)
  expect(await store.find('shadow', account(5))).toMatchObject({ row: 5 })
  await store.close()

  const again = await openStore(name)
  await again.undo()
  expect(await again.find('shadow', account(5))).toBeNull()
  await again.redo()
  await again.load('shadow')
  expect(again.region.table('shadow').size).toBe(600)
  expect(again.region.get('shadow', asId(account(5)))?.row).toBe(5)
  await again.undo()
  expect(again.region.table('shadow').size).toBe(0)
  await again.close()
})

test('documents of the archive are written with the change and stay', async () => {
  const store = await openStore()
  await store.edit(edit => edit.add('account', { name: 'One' }, account(1)), {
    ...by('Add one'),
    archive: [{ key: 'snapshot/1', value: [{ opportunity: 'o1' }] }],
  })
  expect(await store.archived('snapshot/1')).toEqual([{ opportunity: 'o1' }])
  expect(await store.archived('snapshot/2')).toBeUndefined()
})
