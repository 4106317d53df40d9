// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { FilterNode, Operator } from '../../../../renderer/ui/grid/engine/filter'
import { filterSentence } from '../../../../renderer/ui/grid/engine/filter-sentence'
import { dayNumber, isoDay, rowsSource } from '../../../../renderer/ui/grid/engine/rows-source'
import { periodDays } from '../../../../renderer/ui/grid/engine/period'
import { parseQuick, quickText } from '../../../../renderer/ui/grid/engine/quick-text'
import { runFilter } from '../../../../renderer/ui/grid/engine/run-filter'
import { findCells, searchRows } from '../../../../renderer/ui/grid/engine/search-rows'

interface Deal {
  readonly id: string
  readonly name: string | null
  readonly amount: number | null
  readonly share: number | null
  readonly close: string | null
  readonly flags: readonly string[]
}

const deals: readonly Deal[] = [
  { id: '1', name: 'Müller Foods', amount: 2_000_000, share: 0.65, close: '2017-12-31', flags: ['stale'] },
  { id: '2', name: 'Acme', amount: 1_999_999, share: 0.1, close: '2017-10-01', flags: ['stale', 'stuck'] },
  { id: '3', name: null, amount: null, share: null, close: null, flags: [] },
  { id: '4', name: 'acme labs', amount: 0, share: 1, close: '2018-01-15', flags: ['stuck'] },
]
const source = rowsSource(deals, {
  id: deal => deal.id,
  columns: {
    name: { kind: 'text', get: deal => deal.name },
    amount: { kind: 'money', get: deal => deal.amount, currency: 'USD' },
    share: { kind: 'percent', get: deal => deal.share },
    close: { kind: 'date', get: deal => deal.close },
    flags: {
      kind: 'flags',
      get: deal => deal.flags,
      flags: [
        { key: 'stale', label: 'Stale', tone: 'warn' },
        { key: 'stuck', label: 'Stuck', tone: 'danger' },
      ],
    },
  },
})
const base = { asOf: dayNumber('2017-12-20') }
const passing = (node: FilterNode) =>
  deals.filter((_, i) => runFilter(node, source, base)[i]).map(deal => deal.id)
const ask = (column: string, op: Operator, ...values: (string | number)[]) => passing({ column, op, values })

describe('filters', () => {
  test('words are compared without case and accents', () => {
    expect(ask('name', 'contains', 'muller')).toEqual(['1'])
    expect(ask('name', 'is', 'ACME')).toEqual(['2'])
    expect(ask('name', 'starts', 'acme')).toEqual(['2', '4'])
    expect(ask('name', 'ends', 'LABS')).toEqual(['4'])
  })

  test('an empty cell passes negative questions and no positive one', () => {
    expect(ask('name', 'notContains', 'acme')).toEqual(['1', '3'])
    expect(ask('name', 'empty')).toEqual(['3'])
    expect(ask('amount', 'ne', 0)).toEqual(['1', '2', '3'])
    expect(ask('amount', 'lt', 100)).toEqual(['4'])
    expect(ask('name', 'in', 'Acme', '')).toEqual(['2', '3'])
  })

  test('money is asked in major units, whatever it is kept in', () => {
    expect(ask('amount', 'ge', 20_000)).toEqual(['1'])
    expect(ask('amount', 'gt', 19_999.99)).toEqual(['1'])
    expect(ask('amount', 'between', 1, 19_999.99)).toEqual(['2'])
  })

  test('relative dates count from the as-of date', () => {
    expect(ask('close', 'inNext', 30)).toEqual(['1', '4'])
    expect(ask('close', 'olderThan', 60)).toEqual(['2'])
    expect(ask('close', 'inPeriod', 'thisQuarter')).toEqual(['1', '2'])
    expect(ask('close', 'inPeriod', 'nextMonth')).toEqual(['4'])
  })

  test('flags can be asked for any, all or none', () => {
    expect(ask('flags', 'has', 'stale', 'stuck')).toEqual(['1', '2', '4'])
    expect(ask('flags', 'hasAll', 'stale', 'stuck')).toEqual(['2'])
    expect(ask('flags', 'hasNone', 'stuck')).toEqual(['1', '3'])
  })

  test('groups nest, turn round, and say themselves as a sentence', () => {
    const node: FilterNode = {
      join: 'and',
      parts: [
        { column: 'name', op: 'notEmpty', values: [] },
        {
          join: 'or',
          parts: [
            { column: 'share', op: 'ge', values: [0.65] },
            { column: 'flags', op: 'hasAll', values: ['stale', 'stuck'] },
          ],
        },
        { join: 'and', not: true, parts: [{ column: 'amount', op: 'eq', values: [0] }] },
      ],
    }
    expect(passing(node)).toEqual(['1', '2'])
    const kinds = { name: 'text', share: 'percent', flags: 'flags', amount: 'money' } as const
    const words = filterSentence(node, key => ({
      title: key,
      kind: kinds[key as keyof typeof kinds],
      labels: { stale: 'Stale', stuck: 'Stuck' },
    }))
    expect(words).toBe(
      'name is not empty and (share is at least 65 % or flags has all of Stale or Stuck) and not (amount is 0)',
    )
  })

  test('a condition without its values asks nothing', () => {
    expect(ask('amount', 'between', 5)).toEqual(['1', '2', '3', '4'])
  })
})

describe('periods', () => {
  test('a fiscal year from February puts January into the last quarter', () => {
    const days = (period: Parameters<typeof periodDays>[0]) =>
      periodDays(period, { asOf: dayNumber('2018-01-15'), fiscalStart: 2 }).map(isoDay)
    expect(days('thisQuarter')).toEqual(['2017-11-01', '2018-01-31'])
    expect(days('thisYear')).toEqual(['2017-02-01', '2018-01-31'])
    expect(days('nextQuarter')).toEqual(['2018-02-01', '2018-04-30'])
    expect(days('thisWeek')).toEqual(['2018-01-15', '2018-01-21'])
  })
})

describe('the short language of the filter row', () => {
  test.each([
    ['amount', '>20k', 'gt', [20_000]],
    ['amount', '5k..1M', 'between', [5_000, 1_000_000]],
    ['share', '>=65', 'ge', [0.65]],
    ['close', '2017-02', 'between', ['2017-02-01', '2017-02-28']],
    ['close', 'this quarter', 'inPeriod', ['thisQuarter']],
    ['close', 'last 30 days', 'inLast', [30]],
    ['name', '=Acme', 'is', ['Acme']],
    ['name', '!=', 'notEmpty', []],
    ['flags', '!stu', 'hasNone', ['stuck']],
  ])('%s %s', (column, text, op, values) => {
    expect(parseQuick(column, source.column(column), text)).toEqual({ column, op, values })
  })

  test('what is written back reads as the same condition', () => {
    for (const [column, text] of [
      ['amount', '>=20000'],
      ['share', '10..65'],
      ['close', '<2017-12-01'],
      ['name', '^Ac'],
      ['name', 'labs$'],
      ['name', '!acme'],
      ['close', 'next month'],
    ] as const) {
      const condition = parseQuick(column, source.column(column), text)
      expect(condition && quickText(condition, source.column(column).kind)).toBe(text)
    }
  })

  test('numbers are typed as the reader’s language writes them', () => {
    const amount = source.column('amount')
    for (const [typed, value] of [
      ['>1.234,5', 1234.5],
      ['>20.000', 20_000],
      ['>1,5k', 1500],
      ['>12.5', 12.5],
    ] as const)
      expect(parseQuick('amount', amount, typed, ',')?.values, typed).toEqual([value])
    const half = parseQuick('amount', amount, '>1234,5', ',')
    expect(half && quickText(half, 'money', ',')).toBe('>1234,5')
  })

  test('what cannot be understood is said to be so', () => {
    expect(parseQuick('amount', source.column('amount'), '>abc')).toBeUndefined()
    expect(parseQuick('close', source.column('close'), '2017-13')).toBeUndefined()
  })
})

describe('quick search', () => {
  const columns = ['name', 'amount', 'close', 'flags'].map(key => source.column(key))
  const found = (text: string) =>
    deals.filter((_, i) => searchRows(text, columns, deals.length)[i]).map(deal => deal.id)
  test('every word must be found somewhere in the row', () => {
    expect(found('acme')).toEqual(['2', '4'])
    expect(found('acme stale')).toEqual(['2'])
    expect(found('20000')).toEqual(['1'])
    expect(found('2018-01')).toEqual(['4'])
  })

  test('found cells are those with every word in them, else those with any', () => {
    const byKey = new Map(['name', 'amount', 'close', 'flags'].map(key => [key, source.column(key)]))
    const cells = (text: string) =>
      [...findCells(text, byKey, deals.length)].flatMap(([key, mask]) =>
        deals.flatMap((deal, i) => (mask[i] ? [`${deal.id} ${key}`] : [])),
      )
    expect(cells('acme')).toEqual(['2 name', '4 name'])
    expect(cells('labs acme')).toEqual(['4 name'])
    expect(cells('foods stale')).toEqual(['1 name', '1 flags', '2 flags'])
    expect(cells('nowhere')).toEqual([])
  })
})
