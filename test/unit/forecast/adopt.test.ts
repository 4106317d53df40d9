/** Adopting proposals: only what is proposed, with the history as the reason, and fit to be submitted (FC-22). */
import { describe, expect, it } from 'vitest'
import { adopt } from '#shared/forecast/adopt'
import { calibrateMatrix, type CellVisit } from '#shared/forecast/calibration'
import { cellAt } from '#shared/forecast/matrix'
import { reasonsMissing } from '#shared/forecast/matrix-version'
import { startingMatrix } from '#shared/forecast/starting-values'
import { day } from '../../builders/region-builder'

const start = startingMatrix()
const asOf = day('2017-10-02')
const visits = (b: number, s: number, n: number, wins: number): CellVisit[] =>
  Array.from({ length: n }, (_, i) => ({ b, s, time: 20 + i, outcome: i < wins ? 'won' : 'lost' }))

describe('adopting', () => {
  it('FC-18: 9 of 18 visits at a prior of 62 % are adopted as 54.3 % with their interval and their history as reason', () => {
    const proposals = calibrateMatrix(visits(4, 4, 18, 9), start)
    const adopted = adopt(start, proposals, asOf)
    const cell = cellAt(adopted, 4, 4)
    expect(cell).toMatchObject({
      origin: 'calibrated',
      n: 18,
      wins: 9,
      reason: 'From history as of 2017-10-02: 9 of 18 visits won',
    })
    expect(cell?.poc).toBeCloseTo(0.54286, 5)
    expect([cell?.lo95?.toFixed(3), cell?.hi95?.toFixed(3)]).toEqual(['0.360', '0.720'])
    expect(reasonsMissing(adopted, start)).toEqual([])
  })

  it('FC-22: nine visits are too few, and cells without visits stay as they are', () => {
    const proposals = calibrateMatrix(visits(4, 4, 9, 9), start)
    expect(adopt(start, proposals, asOf)).toEqual(start)
  })
})
