import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asId, type Id } from '#shared/base/id'
import { listJournal } from '../../renderer/store/record-history'
import type { RegionStore } from '../../renderer/store/region-store'
import { contentOf, freshName, openStore } from './open-store'

const id = (n: number): Id<'account'> => asId(`account-${n}`)

/** One thing a user does; `deal` gives the account a deal, so that both tables change at once. */
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), n: fc.nat(8) }),
  fc.record({ do: fc.constant('name' as const), n: fc.nat(8), value: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ do: fc.constant('amount' as const), n: fc.nat(8), value: fc.nat(500) }),
  fc.record({ do: fc.constant('remove' as const), n: fc.nat(8) }),
  fc.record({ do: fc.constant('many' as const), n: fc.integer({ min: 300, max: 700 }) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

let salt = 0

async function take(store: RegionStore, one: Step): Promise<void> {
  const options = {
    label: one.do,
    source: 'manager' as const,
    squashKey: `${one.do}/${'n' in one ? one.n : ''}`,
  }
  if (one.do === 'undo') await store.undo()
  else if (one.do === 'redo') await store.redo()
  else if (one.do === 'many')
    await store.edit(edit => {
      for (let i = 0; i < one.n; i++) edit.add('product', { name: `P${i}` }, asId(`product-${salt}-${i}`))
      salt++
    }, options)
  else
    await store.edit(edit => {
      const here = store.region.get('account', id(one.n))
      const dealId = asId<'opportunity'>(`deal-${one.n}`)
      if (one.do === 'add' && !here) {
        edit.add('account', { name: 'new' }, id(one.n))
        edit.add('opportunity', { name: 'new', account: id(one.n) }, dealId)
      } else if (one.do === 'name' && here) edit.set('account', id(one.n), { name: one.value })
      else if (one.do === 'amount' && here) edit.set('opportunity', dealId, { amount: one.value })
      else if (one.do === 'remove' && here) {
        for (const fact of store.region.where('oppFact', 'opportunity', dealId))
          edit.remove('oppFact', fact.id)
        edit.remove('opportunity', dealId)
        edit.remove('account', id(one.n))
      }
    }, options)
}

test('whatever is done and undone, a restart gives back what was in memory, and undoing all of it leaves nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
      const name = freshName()
      const store = await openStore(name)
      for (const one of steps) await take(store, one)
      const before = contentOf(store.region)
      const undo = store.status.undo?.seq
      const redo = store.status.redo?.seq
      await store.close()
      const again = await openStore(name)
      expect(contentOf(again.region)).toEqual(before)
      expect([again.status.undo?.seq, again.status.redo?.seq]).toEqual([undo, redo])
      while ((await again.undo()).ok);
      expect(contentOf(again.region)).toEqual({})
      for (const entry of await listJournal(again.database, 100)) expect(entry.state).not.toBe('done')
      await again.close()
    }),
    { numRuns: 25 },
  )
})

/** Lets the disk refuse the `at`-th record written from now on, as a full disk does. */
function breakDisk(at: number): () => void {
  const proto = IDBObjectStore.prototype
  const put = proto.put
  let count = 0
  proto.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    if (++count >= at) throw new DOMException('no room', 'QuotaExceededError')
    return put.apply(this, args)
  }
  return () => {
    proto.put = put
  }
}

test('a write that fails at any point moves nothing, on disk or in memory, and says that the disk is full', async () => {
  let failures = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 6 }),
      step,
      fc.integer({ min: 1, max: 6 }),
      async (steps, last, at) => {
        const name = freshName()
        const store = await openStore(name)
        for (const one of steps) await take(store, one)
        const before = contentOf(store.region)
        const entries = await listJournal(store.database, 100)
        const repair = breakDisk(at)
        await take(store, last)
        repair()
        if (store.status.problem) {
          failures++
          expect(store.status.problem.code).toBe('diskFull')
          expect(contentOf(store.region)).toEqual(before)
          expect(await listJournal(store.database, 100)).toEqual(entries)
        }
        const now = contentOf(store.region)
        // The next attempt succeeds: nothing is stuck half way.
        await store.edit(edit => edit.add('competitor', { name: 'Zeta' }), {
          label: 'Add',
          source: 'manager',
        })
        expect(store.status.problem).toBeNull()
        await store.undo()
        await store.close()
        expect(contentOf((await openStore(name)).region)).toEqual(now)
      },
    ),
    { numRuns: 25 },
  )
  expect(failures).toBeGreaterThan(0)
})
