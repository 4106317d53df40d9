// @vitest-environment node
import { describe, expect, test } from 'vitest'
import type { Aggregate } from '../../../../renderer/ui/grid/engine/aggregate'
import { figureText } from '../../../../renderer/ui/grid/engine/figure-text'
import { CellFormat } from '../../../../renderer/ui/grid/engine/format-cell'
import { displayLines } from '../../../../renderer/ui/grid/engine/group-rows'
import { dayNumber, isoDay, rowsSource } from '../../../../renderer/ui/grid/engine/rows-source'
import { ViewEngine, type EngineBase, type RowsView } from '../../../../renderer/ui/grid/engine/view-engine'

interface Deal {
  readonly id: string
  readonly owner: string | null
  readonly stage: string
  readonly amount: number | null
  readonly share: number
  readonly currency: string
  readonly close: string
}

const deals: readonly Deal[] = [
  { id: '1', owner: 'Ben', stage: 'Won', amount: 100, share: 0.5, currency: 'USD', close: '2017-01-31' },
  { id: '2', owner: 'Ann', stage: 'Lost', amount: 300, share: 0.1, currency: 'USD', close: '2017-02-01' },
  { id: '3', owner: 'Ann', stage: 'Won', amount: null, share: 0.9, currency: 'USD', close: '2017-04-01' },
  { id: '4', owner: null, stage: 'Won', amount: 50, share: 0.2, currency: 'EUR', close: '2018-01-01' },
  { id: '5', owner: 'Ann', stage: 'Won', amount: 200, share: 0.3, currency: 'USD', close: '2017-03-31' },
]
const source = rowsSource(deals, {
  id: deal => deal.id,
  columns: {
    owner: { kind: 'text', get: deal => deal.owner },
    stage: { kind: 'choice', get: deal => deal.stage, order: ['Won', 'Lost'] },
    amount: { kind: 'number', get: deal => deal.amount },
    money: { kind: 'money', get: deal => deal.amount, currency: deal => deal.currency },
    share: { kind: 'percent', get: deal => deal.share },
    close: { kind: 'date', get: deal => deal.close },
  },
})
const engine = new ViewEngine('en')
const base: EngineBase = {
  asOf: dayNumber('2017-12-31'),
  searchIn: [],
  aggregateOf: key => (key === 'amount' ? { fn: 'sum' } : null),
}
const plain: RowsView = { sort: [], filter: null, quick: [], search: '', groups: [] }
const figure = (key: string, aggregate: Aggregate, rows: readonly number[]) =>
  engine.figure(
    aggregate,
    engine.inputs(source, key, aggregate, base),
    Uint32Array.from(rows),
    0,
    rows.length,
  )

describe('grouping', () => {
  test('groups nest in sorting order, empty values last, rows keep their order inside', () => {
    const { order, groups } = engine.seen(
      source,
      { ...plain, groups: [{ column: 'owner' }, { column: 'stage' }] },
      base,
    )
    const seen = groups?.map(group => [
      group.level,
      group.value,
      [...order.subarray(group.start, group.end)].map(row => deals[row]?.id).join(''),
    ])
    expect(seen).toEqual([
      [0, 'Ann', '352'],
      [1, 'Won', '35'],
      [1, 'Lost', '2'],
      [0, 'Ben', '1'],
      [1, 'Won', '1'],
      [0, null, '4'],
      [1, 'Won', '4'],
    ])
  })

  test('dates gather by fiscal quarter', () => {
    const view = { ...plain, groups: [{ column: 'close', by: 'quarter' as const }] }
    const calendar = engine.seen(source, view, base).groups?.map(group => isoDay(Number(group.value)))
    expect(calendar).toEqual(['2017-01-01', '2017-04-01', '2018-01-01'])
    const fiscal = engine
      .seen(source, view, { ...base, fiscalStart: 2 })
      .groups?.map(group => isoDay(Number(group.value)))
    expect(fiscal).toEqual(['2016-11-01', '2017-02-01', '2017-11-01'])
  })

  test('sorting by a column with a figure orders the groups by it', () => {
    const view = { ...plain, groups: [{ column: 'owner' }], sort: [{ column: 'amount', descending: true }] }
    const { groups, order } = engine.seen(source, view, base)
    expect(groups?.map(group => group.value)).toEqual(['Ann', 'Ben', null])
    expect([...order].map(row => deals[row]?.id).join('')).toBe('25314')
  })

  test('closed groups hide what is inside them', () => {
    const { order, groups } = engine.seen(
      source,
      { ...plain, groups: [{ column: 'owner' }, { column: 'stage' }] },
      base,
    )
    const lines = displayLines(order, groups, group => group.value === 'Ann')
    expect([...lines]).toEqual([-1, -2, -3, -4, -6])
  })

  test('filters are applied before groups are formed', () => {
    const view = {
      ...plain,
      groups: [{ column: 'owner' }],
      quick: [{ column: 'stage', op: 'is' as const, values: ['Lost'] }],
    }
    expect(
      engine.seen(source, view, base).groups?.map(group => [group.value, group.end - group.start]),
    ).toEqual([['Ann', 1]])
  })
})

describe('figures', () => {
  const all = [0, 1, 2, 3, 4]
  test('empty cells are not counted, and a figure of nothing is nothing', () => {
    expect(figure('amount', { fn: 'sum' }, all)).toMatchObject({ value: 650, n: 4 })
    expect(figure('amount', { fn: 'mean' }, all)).toMatchObject({ value: 162.5, n: 4 })
    expect(figure('amount', { fn: 'median' }, all)).toMatchObject({ value: 150, n: 4 })
    expect(figure('amount', { fn: 'sum' }, [2])).toMatchObject({ value: NaN, n: 0 })
    expect(figure('owner', { fn: 'distinct' }, all)).toMatchObject({ value: 2, n: 4 })
  })

  test('a weighted mean weighs by the other column and leaves out rows without a weight', () => {
    // (0.5·100 + 0.1·300 + 0.2·50 + 0.3·200) ÷ 650
    expect(figure('share', { fn: 'weightedMean', weight: 'amount' }, all).value).toBeCloseTo(150 / 650, 12)
  })

  test('a ratio is k of n and says so', () => {
    const won = { column: 'stage', op: 'is' as const, values: ['Won'] }
    const ratio = figure(
      'stage',
      { fn: 'ratio', of: won, among: { column: 'owner', op: 'notEmpty', values: [] } },
      all,
    )
    expect(ratio).toMatchObject({ k: 3, n: 4, value: 0.75 })
    expect(figureText(ratio, source.column('stage'), new CellFormat('en'), null)).toBe('75 % (3/4)')
  })

  test('money of several currencies is never summed (CV-7)', () => {
    const mixed = figure('money', { fn: 'sum' }, all)
    expect(mixed).toMatchObject({ mixed: true, value: NaN })
    expect(figureText(mixed, source.column('money'), new CellFormat('en'), null)).toBe('several currencies')
    expect(figure('money', { fn: 'sum' }, [0, 1])).toMatchObject({ value: 400, currency: 'USD' })
  })
})

describe('pivot', () => {
  test('crossings add up to their lines and columns, and know their rows', () => {
    const spec = {
      rows: [{ column: 'owner' }],
      across: { column: 'stage' },
      value: { column: 'amount', aggregate: { fn: 'sum' as const } },
    }
    const pivot = engine.pivot(source, plain, base, spec)
    expect(pivot.across).toEqual(['Won', 'Lost'])
    expect(pivot.lines.map(line => [line.values[0], line.total.figure.value])).toEqual([
      ['Ann', 500],
      ['Ben', 100],
      [null, 50],
    ])
    expect(pivot.totals.cells.map(cell => cell?.figure.value)).toEqual([350, 300])
    expect([...(pivot.lines[0]?.cells[1]?.rows ?? [])].map(row => deals[row]?.id)).toEqual(['2'])
    expect(pivot.lines[1]?.cells[1]).toBeNull()
  })
})
