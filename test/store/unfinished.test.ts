import { contentOf, freshName } from './open-store'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { fail, ok } from '#shared/base/result'
import { DeskDatabase } from '../../renderer/store/desk-database'
import { RegionDatabase } from '../../renderer/store/region-database'
import { createRegion, deleteRegion, listRegions, openRegion } from '../../renderer/store/regions'
import { databaseName, makeDatabase, noteUnfinished, sweepUnfinished } from '../../renderer/store/unfinished'

const notes = (desk: DeskDatabase): Promise<string[]> => desk.notes.toCollection().primaryKeys()

async function aDatabase(name: string): Promise<void> {
  const database = new RegionDatabase(name)
  await database.open()
  database.close()
}

/** What a kill in the middle leaves: a note and a database, and nobody at work. */
async function leftBehind(desk: DeskDatabase): Promise<string> {
  const name = databaseName()
  await noteUnfinished(desk, name)
  await aDatabase(name)
  return name
}

test('what a killed restore or sample left behind is swept at the next start, and swept once', async () => {
  const desk = new DeskDatabase(freshName())
  const rest = await leftBehind(desk)
  expect(await sweepUnfinished(desk)).toEqual([rest])
  expect(await Dexie.exists(rest)).toBe(false)
  expect(await notes(desk)).toEqual([])
  expect(await sweepUnfinished(desk)).toEqual([])
})

test('a database that another window is just filling is left alone, and becomes a region', async () => {
  const desk = new DeskDatabase(freshName())
  let go = (): void => {}
  const waiting = new Promise<void>(done => (go = done))
  const making = createRegion(desk, 'West', {
    fill: async store => {
      await waiting
      return store.edit(edit => edit.add('account', { name: 'Kan-code' }), {
        label: 'Add',
        source: 'manager',
      })
    },
  })
  while ((await notes(desk)).length === 0) await new Promise(done => setTimeout(done, 1))
  expect(await sweepUnfinished(desk)).toEqual([])
  go()
  const made = await making
  if (!made.ok) throw new Error(made.problem.code)
  expect(await notes(desk)).toEqual([])
  const opened = await openRegion(desk, made.value.id)
  if (!opened.ok) throw new Error(opened.problem.code)
  expect(Object.keys(contentOf(opened.value.region))).toContain('account')
})

test('a database that holds a region is never swept, noted or not', async () => {
  const desk = new DeskDatabase(freshName())
  const made = await createRegion(desk, 'West', { fill: () => Promise.resolve(ok(null)) })
  if (!made.ok) throw new Error(made.problem.code)
  const { database } = made.value
  await noteUnfinished(desk, database)
  // A region that the desk does not know, as after the desk itself was lost.
  const unknown = databaseName()
  await aDatabase(unknown)
  expect(await sweepUnfinished(desk)).toEqual([])
  expect(await Dexie.exists(database)).toBe(true)
  expect(await Dexie.exists(unknown)).toBe(true)
  expect(await notes(desk)).toEqual([])
})

test('a deletion that was cut short is finished at the next start', async () => {
  const desk = new DeskDatabase(freshName())
  const made = await createRegion(desk, 'West', { fill: () => Promise.resolve(ok(null)) })
  if (!made.ok) throw new Error(made.problem.code)
  await noteUnfinished(desk, made.value.database)
  await desk.regions.delete(made.value.id)
  expect(await sweepUnfinished(desk)).toEqual([made.value.database])
  const again = await createRegion(desk, 'East', { fill: () => Promise.resolve(ok(null)) })
  if (again.ok) await deleteRegion(desk, again.value.id)
  expect(await listRegions(desk)).toEqual([])
  expect(await notes(desk)).toEqual([])
})

test('what could not be filled leaves neither a database nor a note', async () => {
  const desk = new DeskDatabase(freshName())
  let name = ''
  const made = await makeDatabase(desk, async database => {
    name = database
    await aDatabase(database)
    return fail({ code: 'diskFull' })
  })
  expect(made.ok).toBe(false)
  expect(await Dexie.exists(name)).toBe(false)
  expect(await notes(desk)).toEqual([])
})
