/** The steps of a matrix version from draft to approval as edits of the region. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { present } from '#shared/base/assert'
import { seededRandom } from '#shared/base/random'
import { resolveVersion } from '#shared/forecast/matrix-version'
import { setValues } from '#shared/forecast/matrix-edit'
import { matrixOf, storedMatrices } from '#shared/forecast/region-matrix'
import { startingMatrix } from '#shared/forecast/starting-values'
import {
  approveVersion,
  baseOf,
  comment,
  draftFrom,
  saveExceptions,
  saveMatrix,
  sendBack,
  startSet,
  submitDraft,
} from '#shared/forecast/version-desk'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { aRegion, day } from '../../builders/region-builder'

const at = '2017-09-01T08:00:00.000Z'
const anywhere = { region: null, productFamily: null, targetMarket: null, cycle: null }
const any = { region: null, product: null, market: null, cycle: null }

/** A region in which edits are carried out one after the other. */
function desk() {
  const { region } = aRegion()
  const random = seededRandom(4)
  return {
    region,
    do<R>(make: (edit: Edit) => R): R {
      const edit = new Edit(region, { source: 'manager', at, asOf: day('2017-09-01'), random })
      const made = make(edit)
      applyTo(region, edit.change())
      return made
    },
  }
}

const wish = {
  name: 'All deals',
  kind: 'event' as const,
  scope: anywhere,
  rows: ['B0', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6'],
  columns: ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S6'],
  matrix: startingMatrix(),
}

describe('stored versions', () => {
  it('give back the matrix that was stored, blocked and check cells included', () => {
    const { region, do: act } = desk()
    const id = act(edit => startSet(edit, wish, 'Ann'))
    expect(matrixOf(present(region.get('matrixVersion', id), 'made'))).toEqual(startingMatrix())
  })

  it('lose nothing for any values (there and back)', () => {
    const cell = fc.record({ b: fc.integer({ min: 0, max: 4 }), s: fc.integer({ min: 0, max: 4 }) })
    fc.assert(
      fc.property(fc.array(cell), fc.integer({ min: 1, max: 98 }), (at, value) => {
        const matrix = setValues(
          startingMatrix(),
          'poc',
          at.map(each => ({ ...each, value: value / 100 })),
        )
        const { region, do: act } = desk()
        const id = act(edit => startSet(edit, { ...wish, matrix }, 'Ann'))
        const record = present(region.get('matrixVersion', id), 'made')
        expect(matrixOf(record)).toEqual(matrix)
      }),
      { numRuns: 20 },
    )
  })

  it('treat a place without a stored cell as blocked', () => {
    const { region, do: act } = desk()
    const id = act(edit => startSet(edit, wish, 'Ann'))
    act(edit => edit.set('matrixVersion', id, { cells: [] }))
    const matrix = matrixOf(present(region.get('matrixVersion', id), 'made'))
    expect(matrix.cells.flat().every(each => each.kind === 'blocked')).toBe(true)
  })
})

describe('the way of a version', () => {
  it('A35: is refused with both pairs while POC(B4,S4) is 72 %, and goes on once repaired', () => {
    const { region, do: act } = desk()
    const first = act(edit => startSet(edit, wish, 'Ann'))
    const set = (value: number) =>
      setValues(startingMatrix(), 'poc', [{ b: 4, s: 4, value }], 'Eighteen visits gave nine wins')
    act(edit => saveMatrix(edit, first, set(0.72)))
    const refused = submitDraft(region, first)
    expect(refused).toMatchObject({
      ok: false,
      problem: {
        code: 'notMonotone',
        violations: [
          { low: { b: 4, s: 4, value: 0.72 }, high: { b: 4, s: 5, value: 0.7 } },
          { low: { b: 4, s: 4, value: 0.72 }, high: { b: 5, s: 4, value: 0.69 } },
        ],
      },
    })
    act(edit => saveMatrix(edit, first, set(0.68)))
    const submitted = submitDraft(region, first)
    if (!submitted.ok) throw new Error('not submitted')
    act(edit => submitted.value(edit, at))
    const own = approveVersion(region, first, ' Ann ', day('2017-10-01'))
    expect(own).toMatchObject({ ok: false, problem: { code: 'ownApproval' } })
    const approved = approveVersion(region, first, 'Ben', day('2017-10-01'))
    if (!approved.ok) throw new Error('not approved')
    act(edit => approved.value(edit, at))
    expect(resolveVersion(storedMatrices(region), any, day('2017-09-30'))).toBe(null)
    const held = resolveVersion(storedMatrices(region), any, day('2017-10-01'))
    expect([held?.id, held?.approver, held?.matrix.cells[4]?.[4]?.poc]).toEqual([first, 'Ben', 0.68])
  })

  it('a pair accepted with a reason does not hold a submission up (FC-6)', () => {
    const { region, do: act } = desk()
    const id = act(edit => startSet(edit, wish, 'Ann'))
    act(edit => saveMatrix(edit, id, setValues(startingMatrix(), 'poc', [{ b: 4, s: 4, value: 0.695 }])))
    expect(submitDraft(region, id).ok).toBe(false)
    const pair = { measure: 'poc' as const, low: { b: 4, s: 4 }, high: { b: 5, s: 4 }, reason: 'Few visits' }
    act(edit => saveExceptions(edit, id, [pair]))
    expect(submitDraft(region, id).ok).toBe(true)
  })

  it('a copy starts as the next draft without the reasons of old, and is judged against its origin (5.4)', () => {
    const { region, do: act } = desk()
    const first = act(edit => startSet(edit, wish, 'Ann'))
    act(edit =>
      saveMatrix(edit, first, setValues(startingMatrix(), 'poc', [{ b: 4, s: 4, value: 0.6 }], 'once')),
    )
    const second = act(edit => draftFrom(region, edit, first, 'Cleo'))
    const copy = present(region.get('matrixVersion', second), 'made')
    expect([copy.no, copy.state, copy.author, copy.basedOn]).toEqual([2, 'draft', 'Cleo', first])
    expect(copy.cells.every(each => each.reason === null)).toBe(true)
    expect(baseOf(region, second)?.cells[4]?.[4]?.poc).toBe(0.6)
    act(edit => saveMatrix(edit, second, setValues(matrixOf(copy), 'poc', [{ b: 4, s: 4, value: 0.55 }])))
    expect(submitDraft(region, second)).toMatchObject({
      ok: false,
      problem: { code: 'reasonMissing', cells: [{ b: 4, s: 4 }] },
    })
  })

  it('one that is sent back is a draft again, with the words kept', () => {
    const { region, do: act } = desk()
    const id = act(edit => startSet(edit, wish, 'Ann'))
    const submitted = submitDraft(region, id)
    if (!submitted.ok) throw new Error('not submitted')
    act(edit => submitted.value(edit, at))
    act(edit => sendBack(region, edit, id, 'Ben', 'B4 is too high', at))
    act(edit => comment(region, edit, id, 'Ann', 'Lowered', at))
    expect(storedMatrices(region)[0]?.state).toBe('draft')
    expect(region.get('matrixVersion', id)?.comments.map(each => each.text)).toEqual([
      'B4 is too high',
      'Lowered',
    ])
    expect(submitDraft(region, id).ok).toBe(true)
  })
})
