import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import type { Day } from '#shared/base/day'
import { businessClock } from '#shared/forecast/business-clock'
import { forecastDeals } from '#shared/forecast/deal-forecast'
import { cellAt, expertCell, type Matrix, places, valuesOf, withCells } from '#shared/forecast/matrix'
import {
  blend,
  interpolate,
  pasteBlock,
  scaleCells,
  setValues,
  valueProblem,
} from '#shared/forecast/matrix-edit'
import {
  approve,
  compareMatrices,
  inForce,
  type MatrixVersion,
  needsReason,
  reject,
  resolveVersion,
  type Scope,
  submit,
  supersede,
} from '#shared/forecast/matrix-version'
import { startingMatrix } from '#shared/forecast/starting-values'
import { whatIf } from '#shared/forecast/what-if'
import { f5AsOf, f5Calendar, f5Deals, f5Periods } from '../../fixtures/f5'

const start = startingMatrix()
const everywhere: Scope = { region: null, product: null, market: null, cycle: null }
const version = (change: Partial<MatrixVersion> = {}): MatrixVersion => ({
  id: 'v1',
  no: 1,
  scope: everywhere,
  state: 'draft',
  effectiveFrom: null,
  author: 'R. Ortega',
  approver: null,
  comment: '',
  basedOn: null,
  exceptions: [],
  matrix: start,
  ...change,
})
const changed = (b: number, s: number, poc: number, change: object = {}): Matrix =>
  withCells(start, [{ b, s, cell: { ...present(cellAt(start, b, s), 'a cell'), poc, ...change } }])

test('section 5.2: the starting values have 49 cells, 2 to check and 6 blocked', () => {
  expect(places(start)).toHaveLength(49)
  const kinds = start.cells.flat().map(c => c.kind)
  expect([kinds.filter(k => k === 'check').length, kinds.filter(k => k === 'blocked').length]).toEqual([2, 6])
  expect(cellAt(start, 4, 4)).toMatchObject({ poc: 0.62, tuc: 35, origin: 'expert', n: 0 })
  expect(cellAt(start, 5, 1)).toMatchObject({ kind: 'check', poc: 0.35, tuc: 45 })
  expect(valuesOf(start, 'poc')[6]?.slice(0, 3)).toEqual([null, null, 0.6])
  expect(cellAt(start, 7, 0)).toBeNull()
})

describe('editing many cells', () => {
  test('FC-7: what fits a cell', () => {
    expect([0.98, 0.981, 0, -0.1, NaN].map(v => valueProblem('poc', v))).toEqual([
      null,
      'outOfRange',
      'zeroInOpenCell',
      'outOfRange',
      'notANumber',
    ])
    expect([0, 750, 751, 3.5].map(v => valueProblem('tuc', v))).toEqual([
      null,
      null,
      'outOfRange',
      'outOfRange',
    ])
  })

  test('scaling keeps to the range and leaves locked and blocked cells alone', () => {
    const locked = changed(4, 4, 0.62, { locked: true })
    const row = places(start).filter(p => p.b === 4)
    const scaled = scaleCells(locked, 'poc', row, 1.5)
    expect(cellAt(scaled, 4, 0)?.poc).toBeCloseTo(0.15, 9)
    expect(cellAt(scaled, 4, 6)?.poc).toBe(0.98)
    expect(cellAt(scaled, 4, 4)?.poc).toBe(0.62)
    expect(scaleCells(start, 'poc', [{ b: 6, s: 0 }], 2)).toEqual(start)
  })

  test('interpolation runs straight between the corners and needs four open ones', () => {
    const flat = interpolate(start, 'tuc', { b: 1, s: 0 }, { b: 3, s: 4 })
    expect(cellAt(flat, 1, 2)?.tuc).toBe(Math.round((130 + 105) / 2))
    expect(cellAt(flat, 2, 2)?.tuc).toBe(Math.round((130 + 105 + 75 + 55) / 4))
    expect(cellAt(flat, 3, 4)?.tuc).toBe(55)
    expect(interpolate(start, 'poc', { b: 0, s: 0 }, { b: 6, s: 6 })).toBe(start)
  })

  test('blending: 0 keeps the expert, 1 takes the calibrated value, between is between', () => {
    const calibrated = changed(4, 4, 0.54, {
      origin: 'calibrated',
      n: 18,
      wins: 9,
      lo95: 0.36,
      hi95: 0.72,
      tuc: 30,
    })
    const at = (lambda: number) => cellAt(blend(start, calibrated, lambda), 4, 4)
    expect(at(0)).toMatchObject({ poc: 0.62, tuc: 35, origin: 'expert', n: 18 })
    expect(at(0.5)).toMatchObject({ poc: 0.58, origin: 'blended' })
    expect(at(1)).toMatchObject({ poc: 0.54, tuc: 30, origin: 'calibrated' })
    expect(blend(start, start, 0.5)).toEqual(start)
  })

  test('a pasted block is refused cell by cell and nothing else is lost', () => {
    const pasted = pasteBlock(start, 'poc', { b: 4, s: 4 }, [
      ['63 %', '0.71', '77', '80'],
      ['about 70', '', '120'],
      ['', '91,5', '0'],
    ])
    expect(pasted.accepted).toBe(4)
    expect(pasted.refused.map(r => [r.b, r.s, r.problem])).toEqual([
      [4, 7, 'outside'],
      [5, 4, 'notANumber'],
      [5, 6, 'outOfRange'],
      [6, 6, 'zeroInOpenCell'],
    ])
    expect([4, 5, 6].map(s => cellAt(pasted.matrix, 4, s)?.poc)).toEqual([0.63, 0.71, 0.77])
    expect(cellAt(pasted.matrix, 6, 5)?.poc).toBe(0.915)
    expect(cellAt(pasted.matrix, 5, 5)).toEqual(cellAt(start, 5, 5))
    expect(pasteBlock(start, 'tuc', { b: 6, s: 0 }, [['5']]).refused[0]?.problem).toBe('blocked')
  })

  test('setting values never touches another cell', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.double({ min: 0.01, max: 0.98, noNaN: true }), (b, s, value) => {
        const after = setValues(start, 'poc', [{ b, s, value }])
        for (const place of places(start))
          if (place.b !== b || place.s !== s)
            expect(cellAt(after, place.b, place.s)).toBe(cellAt(start, place.b, place.s))
      }),
    )
  })
})

describe('versions', () => {
  test('A35: 72 % is refused for B4/S5 and B5/S4, 68 % with a reason is submitted', () => {
    const refused = submit(version({ matrix: changed(4, 4, 0.72, { reason: 'new pricing' }) }), start)
    expect(refused).toMatchObject({ ok: false, problem: { code: 'notMonotone' } })
    if (!refused.ok && refused.problem.code === 'notMonotone')
      expect(refused.problem.violations.map(v => [v.high.b, v.high.s, v.high.value])).toEqual([
        [4, 5, 0.7],
        [5, 4, 0.69],
      ])
    expect(submit(version({ matrix: changed(4, 4, 0.68, { reason: 'new pricing' }) }), start).ok).toBe(true)
  })

  test('FC-6: an accepted exception with its reason lets the pair pass', () => {
    const pair = (b: number, s: number) => ({
      measure: 'poc' as const,
      low: { b: 4, s: 4 },
      high: { b, s },
      reason: 'pilot market',
    })
    const matrix = changed(4, 4, 0.72, { reason: 'pilot' })
    expect(submit(version({ matrix, exceptions: [pair(4, 5), pair(5, 4)] }), start).ok).toBe(true)
    expect(
      submit(version({ matrix, exceptions: [pair(4, 5), { ...pair(5, 4), reason: ' ' }] }), start).ok,
    ).toBe(false)
  })

  test('section 5.4: 5 points need a reason, 4 do not, leaving the interval of 20 visits does', () => {
    const cell = expertCell(0.62, 35)
    expect(needsReason(cell, { ...cell, poc: 0.57 })).toBe(true)
    expect(needsReason(cell, { ...cell, poc: 0.58 })).toBe(false)
    expect(needsReason(cell, { ...cell, poc: 0.6, n: 20, lo95: 0.61, hi95: 0.8 })).toBe(true)
    expect(needsReason(cell, { ...cell, poc: 0.6, n: 19, lo95: 0.61, hi95: 0.8 })).toBe(false)
    expect(needsReason(cell, cell)).toBe(false)
    expect(submit(version({ matrix: changed(4, 4, 0.68) }), start)).toEqual({
      ok: false,
      problem: { code: 'reasonMissing', cells: [{ b: 4, s: 4 }] },
    })
  })

  test('FC-7: parameters and values out of range are refused with their place', () => {
    expect(submit(version({ matrix: { ...start, sigma: 2 } }), null)).toMatchObject({
      problem: { code: 'parameters' },
    })
    expect(submit(version({ matrix: changed(6, 6, 0.99) }), null)).toMatchObject({
      problem: { code: 'outOfRange', cells: [{ b: 6, s: 6, measure: 'poc', value: 0.99 }] },
    })
  })

  test('draft, in review, approved by another name, superseded; approved ones are copied, not changed', () => {
    const day = '2017-10-01' as Day
    const review = submit(version(), null)
    if (!review.ok) throw new Error('refused')
    expect(submit(review.value, null)).toMatchObject({ problem: { code: 'wrongState' } })
    expect(approve(review.value, 'R. Ortega', day)).toMatchObject({ problem: { code: 'ownApproval' } })
    expect(approve(review.value, ' ', day)).toMatchObject({ problem: { code: 'nameMissing' } })
    expect(reject(review.value, 'why 62?')).toMatchObject({ value: { state: 'draft', comment: 'why 62?' } })
    const approved = approve(review.value, 'M. Lind', day)
    if (!approved.ok) throw new Error('refused')
    expect(approve(approved.value, 'M. Lind', day).ok).toBe(false)
    const next: MatrixVersion = {
      ...approved.value,
      id: 'v2',
      no: 2,
      approver: 'R. Ortega',
      effectiveFrom: '2017-11-01' as Day,
    }
    const both = [approved.value, next]
    expect(supersede(both, '2017-10-31' as Day).map(v => v.state)).toEqual(['approved', 'approved'])
    expect(supersede(both, '2017-11-01' as Day).map(v => v.state)).toEqual(['superseded', 'approved'])
    expect(inForce(supersede(both, '2017-11-01' as Day), '2017-10-15' as Day)?.id).toBe('v1')
    expect(inForce(both, '2017-09-30' as Day)).toBeNull()
  })

  test('the most specific scope in force answers; before its day the wider one does', () => {
    const make = (id: string, scope: Partial<Scope>, from: string): MatrixVersion =>
      version({ id, scope: { ...everywhere, ...scope }, state: 'approved', effectiveFrom: from as Day })
    const versions = [
      make('all', {}, '2017-01-01'),
      make('west', { region: 'West' }, '2017-06-01'),
      make('west-gtx', { region: 'West', product: 'GTX' }, '2017-09-01'),
    ]
    const deal: Scope = { region: 'West', product: 'GTX', market: 'retail', cycle: null }
    const on = (day: string, of = deal) => resolveVersion(versions, of, day as Day)?.id
    expect([on('2016-12-31'), on('2017-02-01'), on('2017-07-01'), on('2017-10-01')]).toEqual([
      undefined,
      'all',
      'west',
      'west-gtx',
    ])
    expect(on('2017-10-01', { ...deal, product: 'MG' })).toBe('west')
    expect(on('2017-10-01', { ...deal, region: 'East' })).toBe('all')
  })

  test('two matrices are compared cell by cell', () => {
    expect(compareMatrices(start, start)).toEqual([])
    expect(compareMatrices(start, changed(4, 4, 0.68))).toMatchObject([
      { b: 4, s: 4, before: { poc: 0.62 }, after: { poc: 0.68 } },
    ])
  })
})

test('A35: the what-if names the one deal that moves', () => {
  const clock = businessClock(f5Calendar, f5AsOf)
  const before = forecastDeals(f5Deals, start, clock, f5Periods)
  const after = forecastDeals(f5Deals, changed(4, 4, 0.68), clock, f5Periods)
  const change = whatIf(before, after, { groupOf: deal => (deal.id === 'O1' ? 'Ana' : 'Ben') })
  expect((change.weighted / 100).toFixed(2)).toBe('7200.00')
  expect(((change.spread[0] ?? 0) / 100).toFixed(2)).toBe('6325.51')
  expect(change.affected).toBe(1)
  expect(change.most.map(m => m.deal.id)).toEqual(['O1'])
  expect([...change.groups.keys()]).toEqual(['Ana'])
})
