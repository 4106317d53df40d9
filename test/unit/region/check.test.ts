import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import type { ChangeSet, Values } from '#shared/region/change'
import { changeProblemText } from '#shared/region/change-problem-text'
import { check } from '#shared/region/check'
import { newRecord } from '#shared/region/new-record'
import { aRegion } from '../../builders/region-builder'

const origin = { source: 'manager', at: '2017-12-31T08:00:00.000Z' } as const
const built = aRegion()
  .with('rep', { name: 'Ann' })
  .with('account', { name: 'Kan-code' })
  .with('account', { name: 'Child', parent: asId('account-1') })
  .with('opportunity', { name: 'GTX', account: asId('account-1'), owner: asId('rep-1'), amount: 100 })
const { region } = built

/** A change of one record's fields; `before` as it stands unless told. */
function set(
  table: 'account' | 'opportunity' | 'rep',
  id: string,
  after: Values,
  before?: Values,
): ChangeSet {
  const now = region.table(table).get(asId(id) as never) as unknown as Values | undefined
  const old = before ?? Object.fromEntries(Object.keys(after).map(key => [key, now?.[key]]))
  return { [table]: { added: [], changed: [{ id, before: old, after }], removed: [] } }
}
const add = (values: Values, id = 'account-9'): ChangeSet => ({
  account: { added: [newRecord('account', asId(id), values, origin)], changed: [], removed: [] },
})
const codes = (change: ChangeSet) => check(region, change).map(each => each.code)

test('a change that fits has no problems', () => {
  expect(codes(set('account', 'account-1', { city: 'Nairobi' }))).toEqual([])
  expect(codes(add({ name: 'New', parent: asId('account-1') }))).toEqual([])
})

test('a table or field that is not there is named', () => {
  expect(codes({ planet: { added: [], changed: [], removed: [] } } as never)).toEqual(['unknownTable'])
  expect(codes(set('account', 'account-1', { moons: 3 }, { moons: 2 }))).toEqual(['unknownField'])
  expect(codes(set('account', 'account-1', { id: 'x' }, { id: 'account-1' }))).toEqual(['unknownField'])
})

test('a value that has moved since the change was made is a conflict, not an overwrite', () => {
  const [problem] = check(region, set('opportunity', 'opportunity-1', { amount: 300 }, { amount: 200 }))
  expect(problem).toMatchObject({ code: 'changedMeanwhile', field: 'amount', expected: 200, found: 100 })
})

test('ids must be given, fresh for added records and known for others', () => {
  expect(codes(add({ name: 'New' }, ''))).toContain('noId')
  expect(codes(add({ name: 'New' }, 'account-1'))).toEqual(['alreadyThere'])
  const record = newRecord('account', asId<'account'>('account-9'), { name: 'New' }, origin)
  expect(codes({ account: { added: [record, record], changed: [], removed: [] } })).toEqual(['alreadyThere'])
  expect(codes(set('account', 'account-77', { city: 'x' }, { city: null }))).toEqual(['notThere'])
  expect(codes({ account: { added: [], changed: [], removed: [record] } })).toEqual(['notThere'])
})

test.each([
  ['required and empty', { name: null }, 'empty'],
  ['a name of nothing', { name: '' }, 'empty'],
  ['text where a number belongs', { employees: 'many' }, 'wrongKind'],
  ['half an employee', { employees: 1.5 }, 'wrongKind'],
  ['more than the range allows', { founded: 12_000 }, 'outOfRange'],
  ['half a cent', { revenue: 0.5 }, 'wrongKind'],
  ['no currency', { currency: 'dollars' }, 'wrongKind'],
  ['no such day', { createdOn: '2017-02-30' }, 'wrongKind'],
  ['not a list', { tags: 'key' }, 'wrongKind'],
  ['undefined is never stored', { city: undefined }, 'wrongKind'],
  ['archived at no moment', { archivedAt: 'yesterday' }, 'wrongKind'],
])('%s is refused', (_, after, code) => {
  expect(codes(set('account', 'account-1', after))).toEqual([code])
})

test('a choice must be one of its choices', () => {
  expect(codes(set('opportunity', 'opportunity-1', { state: 'maybe' }))).toEqual(['notAChoice'])
})

test('a record without one of its fields is refused, as is a step without its old value', () => {
  const { city: _, ...rest } = newRecord('account', asId<'account'>('account-9'), { name: 'New' }, origin)
  expect(codes({ account: { added: [rest as never], changed: [], removed: [] } })).toEqual(['missingField'])
  expect(codes(set('account', 'account-1', { city: 'x' }, {}))).toEqual(['uneven'])
})

test('a reference must name a record that is there, or comes with the same change', () => {
  expect(codes(set('opportunity', 'opportunity-1', { owner: 'rep-2' }))).toEqual(['dangling'])
  const rep = newRecord('rep', asId<'rep'>('rep-2'), { name: 'Bo' }, origin)
  expect(
    codes({
      ...set('opportunity', 'opportunity-1', { owner: 'rep-2' }),
      rep: { added: [rep], changed: [], removed: [] },
    }),
  ).toEqual([])
})

test('a record that others refer to cannot be removed, unless they go or let go in the same change', () => {
  const rep = region.get('rep', asId('rep-1'))
  if (!rep) throw new Error('built above')
  const gone: ChangeSet = { rep: { added: [], changed: [], removed: [rep] } }
  expect(check(region, gone)).toMatchObject([{ code: 'stillUsed', by: 'opportunity', field: 'owner' }])
  expect(codes({ ...gone, ...set('opportunity', 'opportunity-1', { owner: null }) })).toEqual([])
})

test('no account stands above itself, over however many others', () => {
  expect(codes(set('account', 'account-1', { parent: 'account-2' }))).toEqual(['loop'])
  expect(codes(set('account', 'account-1', { parent: 'account-1' }))).toEqual(['loop'])
})

test('the problems of a large wrong change are cut off', () => {
  const added = Array.from({ length: 500 }, (_, n) =>
    newRecord('account', asId<'account'>(`x-${n}`), { name: '' }, origin),
  )
  expect(check(region, { account: { added, changed: [], removed: [] } })).toHaveLength(50)
})

test('a problem reads as a sentence with the field and the value in it', () => {
  const [problem] = check(region, set('account', 'account-1', { founded: 12_000 }))
  if (!problem) throw new Error('12,000 is out of range')
  expect(changeProblemText(problem)).toBe('Founded must lie between 1000 and 9999; “12000” does not.')
})
