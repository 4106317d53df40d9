/** Dispositions as a state machine. */
import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import {
  addMonths,
  checkDisposition,
  dispositionNow,
  type DispositionKind,
  type DispositionWish,
} from '#shared/process/disposition'
import { aRegion, day } from '../../builders/region-builder'

const wish = (kind: DispositionKind, more: Partial<DispositionWish> = {}): DispositionWish => ({
  kind,
  on: day('2017-12-31'),
  reasonCode: null,
  reason: null,
  revisitOn: null,
  ...more,
})

const decided = (...kinds: [DispositionKind, string, string?][]): ReturnType<typeof dispositionNow> => {
  const built = aRegion()
  const opportunity = asId<'opportunity'>('o1')
  for (const [kind, on, revisit] of kinds)
    built.with('disposition', { opportunity, kind, on: day(on), revisitOn: revisit ? day(revisit) : null })
  return dispositionNow(built.region.all('disposition'), day('2017-12-31'))
}

test('PL-4: the last decision up to the as-of date counts', () => {
  expect(decided().state).toBe('working')
  expect(decided(['qualify', '2017-10-01']).state).toBe('qualified')
  expect(decided(['archive', '2017-10-01'], ['reopen', '2017-11-01']).state).toBe('working')
  expect(decided(['qualify', '2017-10-01'], ['archive', '2018-01-01']).state).toBe('qualified')
})

test('PL-4: a postponed deal is due for a revisit when its day has come', () => {
  expect(decided(['postpone', '2017-10-01', '2018-01-01'])).toMatchObject({
    state: 'postponed',
    since: '2017-10-01',
    revisitOn: '2018-01-01',
  })
  expect(decided(['postpone', '2017-10-01', '2017-12-31'])).toMatchObject({
    state: 'revisit',
    since: '2017-12-31',
  })
})

test('PL-4: an ended deal comes back only with a reason', () => {
  expect(checkDisposition('archived', wish('qualify'))).toMatchObject({
    ok: false,
    problem: { kind: 'notFromHere' },
  })
  expect(checkDisposition('archived', wish('reopen'))).toMatchObject({
    ok: false,
    problem: { kind: 'needsReason' },
  })
  expect(checkDisposition('disqualified', wish('reopen', { reason: 'new budget' })).ok).toBe(true)
})

test('PL-4: disqualifying needs a reason code, and "other" needs words', () => {
  expect(checkDisposition('working', wish('disqualify')).ok).toBe(false)
  expect(checkDisposition('working', wish('disqualify', { reasonCode: 'noMoney' })).ok).toBe(true)
  expect(checkDisposition('working', wish('disqualify', { reasonCode: 'other' })).ok).toBe(false)
  expect(checkDisposition('working', wish('disqualify', { reasonCode: 'other', reason: 'x' })).ok).toBe(true)
  expect(checkDisposition('working', wish('archive', { reason: 'merged away' })).ok).toBe(true)
})

test('PL-4: postponing needs a later day, at most 18 months away', () => {
  const problem = (revisit: string | null): unknown => {
    const checked = checkDisposition(
      'working',
      wish('postpone', { revisitOn: revisit ? day(revisit) : null }),
    )
    return checked.ok ? null : checked.problem.kind
  }
  expect(problem(null)).toBe('needsRevisitDay')
  expect(problem('2017-12-31')).toBe('revisitNotLater')
  expect(problem('2019-06-30')).toBeNull()
  expect(problem('2019-07-01')).toBe('revisitTooFar')
})

test('months are added to the same date, or to the last of a shorter month', () => {
  expect(addMonths(day('2017-12-31'), 2)).toBe('2018-02-28')
  expect(addMonths(day('2017-10-15'), 18)).toBe('2019-04-15')
})
