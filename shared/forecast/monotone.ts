/** Monotonicity of the matrices (FC-6): finding violations, and repairing them by least change (FC-19). */
import { type Cell, type Matrix, type Measure, withCells } from './matrix'

/** A pair of neighbouring cells in the wrong order: `high` has the higher rank and should not lose against `low`. */
export interface Violation {
  readonly measure: Measure
  readonly low: { readonly b: number; readonly s: number; readonly value: number }
  readonly high: { readonly b: number; readonly s: number; readonly value: number }
}

const tolerance = 1e-9

/**
 * FC-6: POC must not fall and TUC must not rise when either rank rises. Blocked cells are passed over: the nearest open cells
 * of a row or column are compared with one another.
 */
export function violations(matrix: Matrix, measure: Measure): Violation[] {
  const found: Violation[] = []
  const compare = (line: readonly { b: number; s: number; cell: Cell }[]): void => {
    const open = line.filter(at => at.cell.kind !== 'blocked')
    for (let i = 1; i < open.length; i++) {
      const [low, high] = [open[i - 1], open[i]]
      if (!low || !high) continue
      const rise = high.cell[measure] - low.cell[measure]
      if (measure === 'poc' ? rise < -tolerance : rise > tolerance)
        found.push({
          measure,
          low: { b: low.b, s: low.s, value: low.cell[measure] },
          high: { b: high.b, s: high.s, value: high.cell[measure] },
        })
    }
  }
  const rows = matrix.cells.map((row, b) => row.map((cell, s) => ({ b, s, cell })))
  rows.forEach(compare)
  for (let s = 0; s < (rows[0]?.length ?? 0); s++)
    compare(
      rows.flatMap(row => {
        const at = row[s]
        return at ? [at] : []
      }),
    )
  return found
}

/** Pool-adjacent-violators: the rising line nearest to the values in weighted squares. */
export function isotonic(values: readonly number[], weights: readonly number[]): number[] {
  const pools: { mean: number; weight: number; count: number }[] = []
  values.forEach((value, i) => {
    let pool = { mean: value, weight: weights[i] ?? 1, count: 1 }
    for (let last = pools[pools.length - 1]; last && last.mean > pool.mean; last = pools[pools.length - 1]) {
      pools.pop()
      const weight = last.weight + pool.weight
      pool = {
        mean: (last.mean * last.weight + pool.mean * pool.weight) / weight,
        weight,
        count: last.count + pool.count,
      }
    }
    pools.push(pool)
  })
  return pools.flatMap(pool => new Array<number>(pool.count).fill(pool.mean))
}

/** Settings of the repair. */
interface IsotonicOptions {
  readonly tolerance?: number
  readonly mostRounds?: number
}

/**
 * FC-19: the grid nearest to `values` in weighted squares that rises along rows and columns, by R. Dykstra's alternating
 * projections on rows and columns. Null values are left out: their neighbours are compared across them.
 */
export function isotonicGrid(
  values: readonly (readonly (number | null)[])[],
  weights: readonly (readonly number[])[],
  options: IsotonicOptions = {},
): (number | null)[][] {
  const { tolerance: limit = 1e-12, mostRounds = 20_000 } = options
  const cells = values.flatMap((row, r) =>
    row.flatMap((value, c) => (value === null ? [] : [{ r, c, value, weight: weights[r]?.[c] ?? 1 }])),
  )
  const lines = (key: 'r' | 'c'): number[][] => {
    const groups = new Map<number, number[]>()
    cells.forEach((cell, i) => groups.set(cell[key], [...(groups.get(cell[key]) ?? []), i]))
    return [...groups.values()]
  }
  const w = cells.map(cell => cell.weight)
  const x = cells.map(cell => cell.value)
  const sides = [lines('r'), lines('c')].map(groups => ({ groups, kept: new Float64Array(cells.length) }))
  for (let round = 0; round < mostRounds; round++) {
    let change = 0
    for (const { groups, kept } of sides)
      for (const group of groups) {
        const moved = group.map(i => (x[i] as number) + (kept[i] as number))
        const fitted = isotonic(
          moved,
          group.map(i => w[i] as number),
        )
        group.forEach((i, k) => {
          const value = fitted[k] as number
          kept[i] = (moved[k] as number) - value
          change = Math.max(change, Math.abs(value - (x[i] as number)))
          x[i] = value
        })
      }
    if (change < limit) break
  }
  const grid: (number | null)[][] = values.map(row => row.map(() => null))
  cells.forEach(({ r, c }, i) => ((grid[r] as (number | null)[])[c] = x[i] as number))
  return grid
}

/** A locked cell weighs so much that the repair moves its neighbours instead; its own value is then put back. */
const lockedWeight = 1e7

/** FC-19 for a matrix: weights n + m, blocked cells left out, locked cells fixed; TUC falls instead of rising. */
export function restoreMonotone(matrix: Matrix, measure: Measure, m = 10): Matrix {
  const sign = measure === 'poc' ? 1 : -1
  const values = matrix.cells.map(row =>
    row.map(cell => (cell.kind === 'blocked' ? null : sign * cell[measure])),
  )
  const weights = matrix.cells.map(row =>
    row.map(cell => (cell.locked ? lockedWeight * (cell.n + m) : cell.n + m)),
  )
  const fitted = isotonicGrid(values, weights)
  const changes = matrix.cells.flatMap((row, b) =>
    row.flatMap((cell, s) => {
      const value = fitted[b]?.[s]
      if (value === null || value === undefined || cell.locked) return []
      return Math.abs(sign * value - cell[measure]) < 1e-9
        ? []
        : [{ b, s, cell: { ...cell, [measure]: sign * value } }]
    }),
  )
  return withCells(matrix, changes)
}

/** Shares of a measure's variation that rows and columns explain (main effects of the open cells, least squares). */
export function explained(matrix: Matrix, measure: Measure): { rows: number; columns: number; both: number } {
  const cells = matrix.cells.flatMap((row, b) =>
    row.flatMap((cell, s) => (cell.kind === 'blocked' ? [] : [{ b, s, value: cell[measure] }])),
  )
  const mean = cells.reduce((sum, c) => sum + c.value, 0) / Math.max(1, cells.length)
  const total = cells.reduce((sum, c) => sum + (c.value - mean) ** 2, 0)
  if (total === 0) return { rows: 0, columns: 0, both: 0 }
  const fit = (useRows: boolean, useColumns: boolean): number => {
    const row = new Map<number, number>()
    const column = new Map<number, number>()
    const settle = (
      map: Map<number, number>,
      key: 'b' | 's',
      other: Map<number, number>,
      otherKey: 'b' | 's',
    ): void => {
      const sums = new Map<number, [number, number]>()
      for (const c of cells) {
        const entry = sums.get(c[key]) ?? [0, 0]
        entry[0] += c.value - mean - (other.get(c[otherKey]) ?? 0)
        entry[1]++
        sums.set(c[key], entry)
      }
      for (const [at, [sum, n]] of sums) map.set(at, sum / n)
    }
    for (let round = 0; round < (useRows && useColumns ? 200 : 1); round++) {
      if (useRows) settle(row, 'b', column, 's')
      if (useColumns) settle(column, 's', row, 'b')
    }
    const rest = cells.reduce(
      (sum, c) => sum + (c.value - mean - (row.get(c.b) ?? 0) - (column.get(c.s) ?? 0)) ** 2,
      0,
    )
    return 1 - rest / total
  }
  return { rows: fit(true, false), columns: fit(false, true), both: fit(true, true) }
}
