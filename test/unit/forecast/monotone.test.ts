import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expertCell, type Matrix, withCells } from '#shared/forecast/matrix'
import { explained, isotonic, isotonicGrid, restoreMonotone, violations } from '#shared/forecast/monotone'
import { startingMatrix } from '#shared/forecast/starting-values'

/** Upper sets of a grid: those that hold, with a cell, every cell to the right of it and below it. */
function upperSets(rows: number, columns: number): boolean[][][] {
  const sets: boolean[][][] = []
  const build = (row: number, from: number[], least: number): void => {
    if (row < 0) {
      sets.push(from.map(start => Array.from({ length: columns }, (_, c) => c >= start)))
      return
    }
    for (let start = least; start <= columns; start++) build(row - 1, [start, ...from], start)
  }
  build(rows - 1, [], 0)
  return sets
}

/** The isotonic fit by its min-max formula over all upper and lower sets: slow, exact and nothing like projections. */
function minMax(values: number[][], weights: number[][]): number[][] {
  const [rows, columns] = [values.length, values[0]?.length ?? 0]
  const uppers = upperSets(rows, columns)
  return values.map((line, r) =>
    line.map((_, c) => {
      let best = -Infinity
      for (const up of uppers) {
        if (!up[r]?.[c]) continue
        let worst = Infinity
        for (const low of uppers) {
          if (low[r]?.[c]) continue
          let [sum, weight] = [0, 0]
          for (let i = 0; i < rows; i++)
            for (let j = 0; j < columns; j++)
              if (up[i]?.[j] && !low[i]?.[j]) {
                sum += (values[i]?.[j] as number) * (weights[i]?.[j] as number)
                weight += weights[i]?.[j] as number
              }
          worst = Math.min(worst, sum / weight)
        }
        best = Math.max(best, worst)
      }
      return best
    }),
  )
}

test('FC-19: the one-dimensional check', () => {
  const fit = isotonic([0.3, 0.42, 0.36, 0.6], [20, 15, 25, 10])
  expect(fit.map(x => x.toFixed(4))).toEqual(['0.3000', '0.3825', '0.3825', '0.6000'])
})

test('FC-19: the grid equals the min-max formula over all upper and lower sets to 1e-9', () => {
  const rows = fc.integer({ min: 1, max: 4 })
  fc.assert(
    fc.property(rows, rows, fc.infiniteStream(fc.integer({ min: 1, max: 400 })), (r, c, stream) => {
      const next = (): number => stream.next().value as number
      const values = Array.from({ length: r }, () => Array.from({ length: c }, () => next() / 400))
      const weights = Array.from({ length: r }, () => Array.from({ length: c }, () => 10 + (next() % 60)))
      const reference = minMax(values, weights)
      const fit = isotonicGrid(values, weights)
      for (let i = 0; i < r; i++)
        for (let j = 0; j < c; j++)
          expect(Math.abs((fit[i]?.[j] ?? NaN) - (reference[i]?.[j] as number))).toBeLessThan(1e-9)
    }),
    { numRuns: 40 },
  )
})

test('FC-6: the starting values are in order; one cell too high is outlined against both neighbours (A35)', () => {
  expect(violations(startingMatrix(), 'poc')).toEqual([])
  expect(violations(startingMatrix(), 'tuc')).toEqual([])
  const draft = withCells(startingMatrix(), [{ b: 4, s: 4, cell: expertCell(0.72, 35) }])
  expect(violations(draft, 'poc')).toEqual([
    { measure: 'poc', low: { b: 4, s: 4, value: 0.72 }, high: { b: 4, s: 5, value: 0.7 } },
    { measure: 'poc', low: { b: 4, s: 4, value: 0.72 }, high: { b: 5, s: 4, value: 0.69 } },
  ])
  const slow = withCells(startingMatrix(), [{ b: 4, s: 4, cell: expertCell(0.62, 60) }])
  expect(violations(slow, 'tuc').map(v => [v.low.b, v.low.s])).toEqual([
    [4, 3],
    [3, 4],
  ])
})

test('FC-19: repair removes every violation, keeps blocked and locked cells, and leaves order alone', () => {
  const cell = fc.record({
    poc: fc.integer({ min: 1, max: 97 }),
    tuc: fc.integer({ min: 1, max: 300 }),
    n: fc.nat(40),
  })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 49, maxLength: 49 }), cells => {
      const start = startingMatrix()
      const messy: Matrix = {
        ...start,
        cells: start.cells.map((row, b) =>
          row.map((old, s) => {
            const { poc, tuc, n } = cells[b * 7 + s] ?? { poc: 1, tuc: 1, n: 0 }
            return old.kind === 'blocked' ? old : { ...old, poc: poc / 100, tuc, n }
          }),
        ),
      }
      for (const measure of ['poc', 'tuc'] as const) {
        const fixed = restoreMonotone(messy, measure)
        expect(violations(fixed, measure).filter(v => Math.abs(v.low.value - v.high.value) > 1e-7)).toEqual(
          [],
        )
        expect(fixed.cells[6]?.[0]).toEqual(start.cells[6]?.[0])
      }
    }),
    { numRuns: 25 },
  )
  expect(restoreMonotone(startingMatrix(), 'poc')).toEqual(startingMatrix())
  const locked = withCells(startingMatrix(), [
    { b: 4, s: 4, cell: { ...expertCell(0.72, 35), locked: true } },
  ])
  const fixed = restoreMonotone(locked, 'poc')
  expect(fixed.cells[4]?.[4]?.poc).toBe(0.72)
  expect(fixed.cells[4]?.[5]?.poc).toBeCloseTo(0.72, 4)
})

test('section 5.2: variation explained by rows and by columns', () => {
  const grid = (value: (b: number, s: number) => number): Matrix => ({
    cells: [0, 1, 2].map(b => [0, 1, 2].map(s => expertCell(value(b, s), 10))),
    sigma: 0.6,
    ageZero: 2.5,
  })
  const rowsOnly = explained(
    grid(b => 0.2 + 0.1 * b),
    'poc',
  )
  expect([rowsOnly.rows, rowsOnly.columns, rowsOnly.both].map(x => x.toFixed(6))).toEqual([
    '1.000000',
    '0.000000',
    '1.000000',
  ])
  const even = explained(
    grid((b, s) => 0.1 * b + 0.1 * s),
    'poc',
  )
  expect(even.rows).toBeCloseTo(0.5, 9)
  expect(even.columns).toBeCloseTo(0.5, 9)
  const start = startingMatrix()
  expect(explained(start, 'tuc').rows).toBeGreaterThan(explained(start, 'tuc').columns)
  expect(
    explained(
      grid(() => 0.5),
      'poc',
    ),
  ).toEqual({ rows: 0, columns: 0, both: 0 })
})
