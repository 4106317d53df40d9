import { expect, test } from 'vitest'
import { asId, type Id } from '#shared/base/id'
import { Edit } from '#shared/region/edit'
import { newRecord } from '#shared/region/new-record'
import type { RegionStore } from '../../renderer/store/region-store'
import { contentOf, context, openStore } from './open-store'

const by = (label: string) => ({ label, source: 'manager' as const })
const account = (name: string): Id<'account'> => asId(`account/${name}`)
const deal = (name: string): Id<'opportunity'> => asId(`deal/${name}`)
const batch = asId<'batch'>('batch-1')

/** An import that adds two accounts with a deal each, and raises the amount of a deal that was there. */
async function importInto(store: RegionStore): Promise<number> {
  const edit = new Edit(store.region, context('import'))
  edit.add('batch', { label: 'Import of pipeline.csv', at: '2017-12-31T08:00:00.000Z' }, batch)
  for (const name of ['Alpha', 'Beta']) {
    edit.add('account', { name }, account(name))
    edit.add('opportunity', { name, account: account(name), amount: 100 }, deal(name))
  }
  edit.set('opportunity', deal('Old'), { amount: 500, nextStep: 'Send proposal' })
  const shadow = newRecord(
    'shadow',
    asId<'shadow'>(deal('Alpha')),
    { table: 'opportunity', batch, file: 'pipeline.csv', row: 1, values: { amount: 100 } },
    context('shadow'),
  )
  const done = await store.commit(
    { ...edit.change(), shadow: { added: [shadow], changed: [], removed: [] } },
    { label: 'Import of pipeline.csv', source: 'import', batch },
  )
  if (!done.ok || done.value.seq === null) throw new Error('the import should fit')
  return done.value.seq
}

async function withOldDeal(): Promise<RegionStore> {
  const store = await openStore()
  await store.edit(edit => edit.add('opportunity', { name: 'Old', amount: 300 }, deal('Old')), by('Add'))
  return store
}

test('an import reverted untouched leaves what was before, and its batch marked as reverted', async () => {
  const store = await withOldDeal()
  const before = contentOf(store.region)
  const seq = await importInto(store)
  const reverted = await store.revert(seq)
  expect(reverted).toMatchObject({ ok: true, value: { kept: [] } })
  const after = contentOf(store.region)
  expect(after['batch']).toMatchObject([{ reverted: true }])
  expect(after['account']).toBeUndefined()
  expect(after['oppFact']).toBeUndefined()
  expect(store.region.get('opportunity', deal('Old'))).toMatchObject({ amount: 300, nextStep: null })
  expect(Object.keys(after)).toEqual(Object.keys({ ...before, batch: [] }))
  expect(await store.find('shadow', deal('Alpha'))).toBeNull()
})

test('what was worked on since an import is kept and listed, with what it needs', async () => {
  const store = await withOldDeal()
  const seq = await importInto(store)
  await store.edit(edit => edit.set('opportunity', deal('Alpha'), { notes: 'Mine' }), by('Notes'))
  await store.edit(edit => edit.set('opportunity', deal('Old'), { amount: 700 }), by('Amount'))
  await store.edit(
    edit => edit.add('person', { name: 'Ann', account: account('Beta') }, asId('person/Ann')),
    by('Add Ann'),
  )
  const reverted = await store.revert(seq)
  if (!reverted.ok) throw new Error(reverted.problem.code)
  expect(new Set(reverted.value.kept.map(each => `${each.id} ${each.field ?? ''} ${each.why}`))).toEqual(
    new Set(['deal/Alpha  edited', 'deal/Old amount edited', 'account/Alpha  used', 'account/Beta  used']),
  )
  expect(store.region.get('opportunity', deal('Beta'))).toBeNull()
  expect(store.region.get('opportunity', deal('Old'))).toMatchObject({ amount: 700, nextStep: null })
  // The dated facts of the field that was kept are whole: 300 to 500 by the import, then 700 by hand.
  const facts = store.region.where('oppFact', 'opportunity', deal('Old'))
  expect(facts.map(each => [each.before, each.value])).toEqual([
    [300, 500],
    [500, 700],
  ])
  expect(await store.find('shadow', deal('Alpha'))).not.toBeNull()
})

test('a revert can be undone like anything else', async () => {
  const store = await withOldDeal()
  const seq = await importInto(store)
  const imported = contentOf(store.region)
  await store.revert(seq)
  expect(store.status.undo?.label).toBe('Revert: Import of pipeline.csv')
  expect((await store.undo()).ok).toBe(true)
  expect(contentOf(store.region)).toEqual(imported)
  expect(await store.find('shadow', deal('Alpha'))).toMatchObject({ row: 1 })
})

test('an edit that was set back by hand counts as untouched', async () => {
  const store = await withOldDeal()
  const seq = await importInto(store)
  await store.edit(edit => edit.set('account', account('Beta'), { city: 'Nairobi' }), by('City'))
  await store.edit(edit => edit.set('account', account('Beta'), { city: null }), by('No city'))
  const reverted = await store.revert(seq)
  expect(reverted).toMatchObject({ ok: true, value: { kept: [] } })
})

test('what has been undone or reverted before has nothing left to revert', async () => {
  const store = await withOldDeal()
  const seq = await importInto(store)
  await store.undo()
  expect(await store.revert(seq)).toMatchObject({ ok: false, problem: { code: 'nothingToRevert' } })
})

test('an import that took an alias back is reverted: the alias holds again', async () => {
  const store = await openStore()
  const alias = asId<'alias'>('alias-1')
  const spelling = { dimension: 'account.name', from: 'AcmeEurope', to: 'Acme Europe', accepted: true }
  await store.edit(edit => edit.add('alias', spelling, alias), by('Import'))
  const edit = new Edit(store.region, context('back'))
  edit.add('batch', { label: 'Import of accounts.csv', at: '2017-12-31T08:00:00.000Z' }, batch)
  edit.remove('alias', alias)
  const done = await store.commit(edit.change(), { label: 'Import', source: 'import', batch })
  expect(store.region.all('alias')).toEqual([])
  const seq = done.ok ? done.value.seq : null
  expect(await store.revert(seq ?? -1)).toMatchObject({ ok: true, value: { kept: [] } })
  expect(store.region.all('alias')).toMatchObject([spelling])
})
