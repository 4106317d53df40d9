import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packRecords, unpackRecords } from '#shared/region/pack-records'
import type { AnyRecord } from '#shared/region/change'

const json = fc.jsonValue({ maxDepth: 2 })
const keys = fc.oneof(
  fc.constantFrom('name', 'tags', 'constructor', '__proto__', 'toString', '0', 'all', 'own', 'rows', 'count'),
  fc.string(),
)

/** Exact text with the order of keys, in which minus zero counts as zero as it does for the app. */
const exact = (value: unknown): string => JSON.stringify(value)

test('records come back from their text as they were, whatever they hold', () => {
  const record = fc.dictionary(keys, json).map(each => ({ ...each, id: 'x' }) as AnyRecord)
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), records => {
      expect(exact(unpackRecords(packRecords(records)))).toBe(exact(records))
    }),
  )
})

test('records of one shape come back as they were, with texts that return, lists and objects of several shapes', () => {
  const record = fc.record({
    id: fc.uuid(),
    stage: fc.constantFrom('Open', 'Won', null),
    name: fc.string(),
    amount: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
    tags: fc.oneof(fc.constant([]), fc.array(fc.string())),
    values: fc.oneof(
      fc.record({ a: json, b: fc.string() }, { requiredKeys: [] }),
      fc.dictionary(keys, json, { noNullPrototype: true }),
      fc.constant(null),
    ),
    said: fc.record({ a: fc.string(), constructor: fc.constantFrom('x', 'y') }, { requiredKeys: [] }),
  })
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 60 }), records => {
      const back = unpackRecords(packRecords(records as unknown as AnyRecord[]))
      expect(exact(back)).toBe(exact(records))
    }),
  )
})

test('a thousand records of a few texts take less than a third of their JSON', () => {
  const records = Array.from({ length: 1000 }, (_, at) => ({
    id: `deal-${at}`,
    stage: ['Discovery', 'Proposal', 'Negotiation'][at % 3],
    currency: 'USD',
    closedOn: null,
    nextStep: null,
  }))
  expect(packRecords(records).length).toBeLessThan(exact(records).length / 3)
  expect(unpackRecords(packRecords(records))).toEqual(records)
})

test('no records make a text, too', () => {
  expect(unpackRecords(packRecords([]))).toEqual([])
})
