/** What changes are counted from unless another day is chosen. */
import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import { firstSide } from '../../../renderer/store/compared'
import { day } from '../../builders/region-builder'

const kept = (...days: string[]) => days.map(each => ({ id: asId<'snapshot'>(each), asOf: day(each) }))

test('a snapshot of the same day shows no change, so the end of last quarter is compared instead', () => {
  expect(firstSide(kept('2017-12-31'), day('2017-12-31'), 1)).toBe('day:2017-09-30')
  expect(firstSide([], day('2017-12-31'), 1)).toBe('day:2017-09-30')
})

test('of earlier snapshots the fourth newest is taken, or the oldest where there are fewer', () => {
  const weeks = kept('2017-12-31', '2017-12-25', '2017-12-18', '2017-12-11', '2017-12-04', '2017-11-27')
  expect(firstSide(weeks, day('2017-12-31'), 1)).toBe('2017-12-04')
  expect(firstSide(weeks.slice(0, 3), day('2017-12-31'), 1)).toBe('2017-12-18')
})
