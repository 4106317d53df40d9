import { expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import { asId, type Id } from '#shared/base/id'
import { Edit } from '#shared/region/edit'
import { newRecord } from '#shared/region/new-record'
import type { Region } from '#shared/region/region'
import { cellHistory } from '../../renderer/store/cell-history'
import { askLastBatch, importedChanges } from '../../renderer/store/import-changes'
import type { RegionStore } from '../../renderer/store/region-store'
import { context, openStore } from './open-store'

const account = asId<'account'>('00000000-0000-4000-8000-000000000001')
const other = asId<'account'>('00000000-0000-4000-8000-000000000002')

/** An import as the wizard commits it: the batch, the records, and what the file's line said of each. */
async function importFile(
  store: RegionStore,
  file: string,
  row: number,
  at: string,
  values: { readonly name: string; readonly city: string },
): Promise<Id<'batch'>> {
  const make = (region: Region) => {
    const edit = new Edit(region, { ...context(file), source: 'import', at })
    const batch = edit.add('batch', { label: `Import of ${file}`, at })
    const known = region.get('account', account)
    if (known) edit.set('account', account, values)
    else edit.add('account', values, account)
    return { change: edit.change(), batch, known: known !== null }
  }
  const { change, batch, known } = make(store.region)
  const statement = { table: 'account', batch, file, row, values }
  const last = await store.find('shadow', account)
  const shadow = known
    ? {
        id: account as unknown as Id<'shadow'>,
        before: pick(present(last, 'the file spoke of it before'), statement),
        after: statement,
      }
    : null
  const done = await store.commit(
    {
      ...change,
      shadow: {
        added: shadow ? [] : [newRecord('shadow', asId<'shadow'>(account), statement, context(file))],
        changed: shadow ? [shadow] : [],
        removed: [],
      },
    },
    { label: `Import of ${file}`, source: 'import', batch },
  )
  expect(done.ok).toBe(true)
  return batch
}

const pick = (from: object, like: object): Record<string, unknown> =>
  Object.fromEntries(Object.keys(like).map(key => [key, (from as Record<string, unknown>)[key]]))

test('a cell tells each value it had, with the file and row that brought it', async () => {
  const store = await openStore()
  await importFile(store, 'first.csv', 12, '2017-12-01T08:00:00.000Z', { name: 'Kan-code', city: 'Nairobi' })
  await store.edit(edit => edit.set('account', account, { city: 'Mombasa' }), {
    label: 'Set City',
    source: 'manager',
  })
  await importFile(store, 'second.csv', 40, '2017-12-31T08:00:00.000Z', { name: 'Kan-code', city: 'Kisumu' })
  const { changes, said } = await cellHistory(store, 'account', account, 'city')
  expect(changes.map(each => [each.entry.label, each.before?.value, each.after, each.from])).toEqual([
    ['Import of second.csv', 'Mombasa', 'Kisumu', { file: 'second.csv', row: 40 }],
    ['Set City', 'Nairobi', 'Mombasa', null],
    ['Import of first.csv', undefined, 'Nairobi', { file: 'first.csv', row: 12 }],
  ])
  expect(said).toMatchObject({ file: 'second.csv', row: 40, value: 'Kisumu' })
  // The name never changed: it came with the first file.
  const name = await cellHistory(store, 'account', account, 'name')
  expect(name.changes.map(each => [each.after, each.from])).toEqual([
    ['Kan-code', { file: 'first.csv', row: 12 }],
  ])
})

test('what the last import changed is known with the values before it, and gone when the import is undone', async () => {
  const store = await openStore()
  const first = await importFile(store, 'first.csv', 12, '2017-12-01T08:00:00.000Z', {
    name: 'Kan-code',
    city: 'Nairobi',
  })
  await store.edit(edit => edit.add('account', { name: 'Betasoloin' }, other), {
    label: 'New account',
    source: 'manager',
  })
  expect(askLastBatch(store.region)?.id).toBe(first)
  // A first import adds: nothing in it was changed.
  expect((await importedChanges(store.database, 'account', first)).size).toBe(0)
  const second = await importFile(store, 'second.csv', 40, '2017-12-31T08:00:00.000Z', {
    name: 'Kan-code',
    city: 'Kisumu',
  })
  expect(askLastBatch(store.region)?.id).toBe(second)
  const changes = await importedChanges(store.database, 'account', second)
  expect([...changes.keys()]).toEqual([account])
  expect(changes.get(account)).toMatchObject({ before: { city: 'Nairobi' }, after: { city: 'Kisumu' } })
  await store.undo()
  expect(askLastBatch(store.region)?.id).toBe(first)
  expect((await importedChanges(store.database, 'account', second)).size).toBe(0)
})
