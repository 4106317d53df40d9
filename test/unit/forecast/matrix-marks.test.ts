/** Kinds, locks, reasons and reverting of cells. */
import { describe, expect, it } from 'vitest'
import { cellAt } from '#shared/forecast/matrix'
import { setValues } from '#shared/forecast/matrix-edit'
import { revertCells, setKind, setLocked, setReason } from '#shared/forecast/matrix-marks'
import { startingMatrix } from '#shared/forecast/starting-values'

const start = startingMatrix()
const here = { b: 4, s: 4 }

describe('marks of cells', () => {
  it('FC-7, FC-8: a blocked cell has no values, and one that is opened again takes those of the version before', () => {
    const blocked = setKind(start, [here], 'blocked', start)
    expect(cellAt(blocked, 4, 4)).toMatchObject({ kind: 'blocked', poc: 0, tuc: 0 })
    expect(cellAt(setKind(blocked, [here], 'check', start), 4, 4)).toMatchObject({
      kind: 'check',
      poc: 0.62,
      tuc: 35,
    })
    expect(cellAt(setKind(start, [{ b: 0, s: 5 }], 'value', start), 0, 5)).toMatchObject({
      kind: 'value',
      poc: 0.1,
      tuc: 60,
    })
  })

  it('a locked cell keeps its value when many are set; blocked cells take no lock and no reason', () => {
    const locked = setLocked(start, [here, { b: 0, s: 5 }], true)
    expect(cellAt(setValues(locked, 'poc', [{ ...here, value: 0.5 }]), 4, 4)?.poc).toBe(0.62)
    expect(cellAt(locked, 0, 5)?.locked).toBe(false)
    expect(cellAt(setReason(start, [{ b: 0, s: 5 }], 'why'), 0, 5)?.reason).toBe(null)
  })

  it('a reason is kept without its spaces, and an empty one is none', () => {
    const with1 = setReason(start, [here], ' nine of eighteen ')
    expect(cellAt(with1, 4, 4)?.reason).toBe('nine of eighteen')
    expect(cellAt(setReason(with1, [here], '  '), 4, 4)?.reason).toBe(null)
  })

  it('reverting puts back values and takes the reason away', () => {
    const edited = setReason(setValues(start, 'poc', [{ ...here, value: 0.5 }]), [here], 'try')
    expect(revertCells(edited, [here], start)).toEqual(start)
  })
})
