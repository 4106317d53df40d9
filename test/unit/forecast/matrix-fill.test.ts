/** Filling, repairing and keeping reasons in a draft matrix. */
import { describe, expect, it } from 'vitest'
import { present } from '#shared/base/assert'
import { cellAt, type Matrix, withCells } from '#shared/forecast/matrix'
import { fillCells, keepReasons, repairMeasure, setValues, valueProblem } from '#shared/forecast/matrix-edit'
import { violations } from '#shared/forecast/monotone'
import { startingMatrix } from '#shared/forecast/starting-values'

const start = startingMatrix()
const poc = (matrix: Matrix, b: number, s: number) => present(cellAt(matrix, b, s), 'a cell').poc

describe('filling', () => {
  it('copies the first row down and the first column to the right', () => {
    const down = fillCells(start, 'poc', { b: 2, s: 1 }, { b: 4, s: 2 }, 'down')
    expect([poc(down, 2, 1), poc(down, 3, 1), poc(down, 4, 1), poc(down, 4, 2)]).toEqual([
      0.15, 0.15, 0.15, 0.25,
    ])
    const right = fillCells(start, 'tuc', { b: 2, s: 1 }, { b: 2, s: 3 }, 'right')
    expect(right.cells[2]?.slice(1, 4).map(cell => cell.tuc)).toEqual([100, 100, 100])
  })

  it('passes over blocked and locked cells', () => {
    const locked = withCells(start, [
      { b: 3, s: 1, cell: { ...present(cellAt(start, 3, 1), 'a cell'), locked: true } },
    ])
    const down = fillCells(locked, 'poc', { b: 2, s: 0 }, { b: 5, s: 1 }, 'down')
    expect(poc(down, 3, 1)).toBe(0.2)
    expect(cellAt(down, 5, 0)?.kind).toBe('blocked')
    expect(poc(down, 5, 1)).toBe(0.15)
  })
})

describe('repairing (FC-19)', () => {
  it('leaves no violation and only values that cells take', () => {
    let wild = start
    for (const [b, s, value] of [
      [4, 4, 0.83],
      [2, 2, 0.5],
      [5, 5, 0.2],
      [3, 1, 0.9],
    ] as const)
      wild = setValues(wild, 'poc', [{ b, s, value }])
    wild = setValues(wild, 'tuc', [
      { b: 4, s: 4, value: 90 },
      { b: 1, s: 2, value: 3 },
    ])
    for (const measure of ['poc', 'tuc'] as const) {
      expect(violations(wild, measure).length).toBeGreaterThan(0)
      const repaired = repairMeasure(wild, measure)
      expect(violations(repaired, measure)).toEqual([])
      const open = repaired.cells.flat().filter(cell => cell.kind !== 'blocked')
      expect(open.filter(cell => valueProblem(measure, cell[measure]) !== null)).toEqual([])
    }
  })

  it('changes nothing in a matrix that is in order', () => {
    expect(repairMeasure(start, 'poc')).toEqual(start)
    expect(repairMeasure(start, 'tuc')).toEqual(start)
  })
})

it('a reason given before stays when the value is edited again, unless the edit gives its own', () => {
  const first = setValues(start, 'poc', [{ b: 4, s: 4, value: 0.5 }], 'Nine of eighteen')
  const second = setValues(first, 'poc', [{ b: 4, s: 4, value: 0.52 }])
  expect(cellAt(keepReasons(first, second), 4, 4)?.reason).toBe('Nine of eighteen')
  const third = setValues(first, 'poc', [{ b: 4, s: 4, value: 0.52 }], 'Ten of nineteen')
  expect(cellAt(keepReasons(first, third), 4, 4)?.reason).toBe('Ten of nineteen')
})
