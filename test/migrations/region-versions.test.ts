import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import { DeskDatabase } from '../../renderer/store/desk-database'
import { newestFormat } from '../../renderer/store/migrations/all-versions'
import { createRegion, openRegion } from '../../renderer/store/regions'
import { restoreAsNew } from '../../renderer/store/restore'
import { storeProblemText } from '../../renderer/store/store-problem'

const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)))

test.each([1, 2])(
  'a region written by version %i opens with its records, its history and its archive',
  async version => {
    const desk = new DeskDatabase(`desk-version-${version}`)
    const restored = await restoreAsNew(desk, fixture(`version-${version}.qdregion`))
    if (!restored.ok) throw new Error(restored.problem.code)
    const opened = await openRegion(desk, restored.value.id)
    if (!opened.ok) throw new Error(opened.problem.code)
    const { region, status, database } = opened.value
    expect(region.all('account').map(each => each.name)).toEqual(['Kan-code', 'Betatech'])
    expect(region.get('opportunity', asId('deal-1'))).toMatchObject({ amount: 200_00, account: 'account-1' })
    expect(region.all('oppFact')).toMatchObject([{ field: 'amount', before: 100_00, value: 200_00 }])
    expect(await opened.value.find('shadow', 'deal-1')).toMatchObject({ file: 'pipeline.csv', row: 1 })
    expect(await opened.value.archived('snapshot/1')).toEqual([{ opportunity: 'deal-1' }])
    expect([status.undo?.label, status.redo?.label]).toEqual(['Amount', 'Archive Betatech'])
    expect((await opened.value.redo()).ok).toBe(true)
    expect(region.all('account')).toHaveLength(1)
    while ((await opened.value.undo()).ok);
    expect(region.all('account')).toEqual([])
    expect(database.verno).toBe(newestFormat)
  },
)

test('a database from a newer program is not opened, is left as it was, and says so', async () => {
  const desk = new DeskDatabase('desk-newer')
  const made = await createRegion(desk, 'West')
  if (!made.ok) throw new Error(made.problem.code)
  const entry = made.value
  const newer = new Dexie(entry.database)
  newer.version(newestFormat + 1).stores({ pages: '[table+page]', tomorrow: 'key' })
  await newer.open()
  await newer.table('tomorrow').add({ key: 'kept' })
  newer.close()
  const refused = await openRegion(desk, entry.id)
  if (refused.ok) throw new Error('a newer database must not open')
  expect(refused.problem).toMatchObject({ code: 'newerRegion', format: newestFormat + 1 })
  expect(storeProblemText(refused.problem)).toMatch(/newer Quarterdeck.*Update Quarterdeck/)
  await newer.open()
  expect(await newer.table('tomorrow').toArray()).toEqual([{ key: 'kept' }])
  newer.close()
})
