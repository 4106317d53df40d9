import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '#shared/base/day'
import { asId, type Id } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import { applyTo, type ChangeSet, invert, isEmptyChange, squash } from '#shared/region/change'
import { Edit, type EditContext } from '#shared/region/edit'
import { Region } from '#shared/region/region'

const context = (seed: number): EditContext => ({
  source: 'manager',
  at: '2017-12-31T08:00:00.000Z',
  asOf: '2017-12-31' as Day,
  random: seededRandom(seed),
})

type Step = { kind: 'add' | 'set' | 'remove'; which: number; value: string }

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('add' as const, 'set' as const, 'remove' as const),
    which: fc.integer({ min: 0, max: 9 }),
    value: fc.constantFrom('a', 'b', 'c'),
  }),
  { maxLength: 12 },
)

/** Turns random steps into an edit that fits the region. */
function editOf(region: Region, plan: readonly Step[], seed: number): ChangeSet {
  const edit = new Edit(region, context(seed))
  const here = new Set<string>([...region.table('account').values()].map(each => each.id))
  for (const step of plan) {
    const id = asId<'account'>(`account-${step.which}`)
    if (step.kind === 'add' && !here.has(id)) {
      edit.add('account', { name: step.value }, id)
      here.add(id)
    } else if (step.kind === 'set' && here.has(id))
      edit.set('account', id, { name: step.value, city: step.value })
    else if (step.kind === 'remove' && here.has(id)) {
      edit.remove('account', id)
      here.delete(id)
    }
  }
  return edit.change()
}

const contentOf = (region: Region): unknown =>
  [...region.table('account').values()].map(each => ({ ...each })).sort((a, b) => (a.id < b.id ? -1 : 1))

test('undoing what was done gives the same region back, and doing it again the same again', () => {
  fc.assert(
    fc.property(steps, steps, (one, two) => {
      const region = new Region()
      applyTo(region, editOf(region, one, 1))
      const before = contentOf(region)
      const change = editOf(region, two, 2)
      applyTo(region, change)
      const after = contentOf(region)
      applyTo(region, invert(change))
      expect(contentOf(region)).toEqual(before)
      applyTo(region, change)
      expect(contentOf(region)).toEqual(after)
    }),
  )
})

test('two changes squashed into one do what both do', () => {
  fc.assert(
    fc.property(steps, steps, steps, (one, two, three) => {
      const apart = new Region()
      const joined = new Region()
      const start = editOf(apart, one, 1)
      applyTo(apart, start)
      applyTo(joined, start)
      const first = editOf(apart, two, 2)
      applyTo(apart, first)
      const second = editOf(apart, three, 3)
      applyTo(apart, second)
      applyTo(joined, squash(first, second))
      expect(contentOf(joined)).toEqual(contentOf(apart))
      expect(isEmptyChange(squash(first, invert(first)))).toBe(true)
    }),
  )
})

test('look-ups by field follow every change', () => {
  const region = new Region()
  const id = asId<'account'>('a1')
  const add = new Edit(region, context(1))
  add.add('account', { name: 'Kan-code', country: 'United States' }, id)
  applyTo(region, add.change())
  expect(region.where('account', 'country', 'United States').map(each => each.name)).toEqual(['Kan-code'])
  const move = new Edit(region, context(2))
  move.set('account', id, { country: 'Kenya' })
  applyTo(region, move.change())
  expect(region.where('account', 'country', 'United States')).toEqual([])
  expect(region.where('account', 'country', 'Kenya')).toHaveLength(1)
  const away = new Edit(region, context(3))
  away.archive('account', id)
  applyTo(region, away.change())
  expect(region.where('account', 'country', 'Kenya')).toEqual([])
  expect(region.get('account', id)?.name).toBe('Kan-code')
})

test('CV-2: a changed amount leaves a dated fact with both its times', () => {
  const region = new Region()
  const id: Id<'opportunity'> = asId('o1')
  const add = new Edit(region, context(1))
  add.add('opportunity', { name: 'Pro', amount: 100_00 }, id)
  applyTo(region, add.change())
  const more = new Edit(region, context(2))
  more.set('opportunity', id, { amount: 200_00 })
  more.set('opportunity', id, { notes: 'not tracked' })
  applyTo(region, more.change())
  expect(region.where('oppFact', 'opportunity', id)).toMatchObject([
    {
      field: 'amount',
      before: 100_00,
      value: 200_00,
      occurredOn: '2017-12-31',
      recordedAt: '2017-12-31T08:00:00.000Z',
    },
  ])
})
