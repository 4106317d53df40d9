/** Buying and sales statuses from events. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainWeek } from '#shared/base/calendar'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import { eventStatus, gatesOf, type EventStatus } from '#shared/process/status-gate'
import { dealStates } from '#shared/process/deal-state'
import { complete, eventId, withProcess } from '../../builders/default-process'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'

const asOf = day('2017-12-31')

function statusOf(
  built: RegionBuilder,
  opportunity: Id<'opportunity'>,
  at = asOf,
  knownBy: string | null = null,
): EventStatus {
  const gates = gatesOf(built.region.all('statusDef'), built.region.all('eventDef'), 'default')
  const deal = built.region.get('opportunity', opportunity)
  return eventStatus(
    gates,
    built.region.where('opportunityEvent', 'opportunity', opportunity),
    deal?.engagedOn ?? null,
    plainWeek,
    { asOf: at, knownBy },
  )
}

test('A36, FC-1: BE1–BE5 and BE8 complete with BE6–BE7 open is B3 with one event ahead of the gate', () => {
  const built = withProcess(aRegion())
  const deal = built.add('opportunity', { engagedOn: day('2017-10-02') })
  complete(built, deal, '2017-10-10', 'BE1', 'BE2', 'BE3', 'BE4', 'BE5', 'BE8')
  const status = statusOf(built, deal)
  expect(status.buying).toBe(3)
  expect(status.selling).toBe(0)
  expect(status.ahead.map(id => built.region.get('eventDef', id)?.text)).toEqual([
    'Told us or others whom it prefers',
  ])
})

test('FC-2: a waived event opens the gate like a complete one', () => {
  const built = withProcess(aRegion())
  const deal = built.add('opportunity', { engagedOn: day('2017-10-02') })
  complete(built, deal, '2017-10-10', 'SE1', 'SE2')
  expect(statusOf(built, deal).selling).toBe(0)
  built.with('opportunityEvent', {
    opportunity: deal,
    event: eventId(built, 'SE3'),
    occurredOn: day('2017-10-12'),
    recordedAt: '2017-10-12T10:00:00.000Z',
    evidence: 'framework contract',
    state: 'waived',
    reason: 'framework contract',
  })
  expect(statusOf(built, deal)).toMatchObject({ selling: 1, enteredOn: '2017-10-12' })
})

test('FC-3: a revocation lowers the status from its day, and that day enters the new cell', () => {
  const built = withProcess(aRegion())
  const deal = built.add('opportunity', { engagedOn: day('2017-09-01') })
  complete(built, deal, '2017-09-05', 'BE1', 'BE2', 'BE3')
  const sponsor = built.region
    .where('opportunityEvent', 'opportunity', deal)
    .find(each => each.event === eventId(built, 'BE2'))
  if (!sponsor) throw new Error('no sponsor event')
  built.change('opportunityEvent', sponsor.id, {
    state: 'revoked',
    revokedOn: day('2017-11-20'),
    revokedAt: '2017-11-21T09:00:00.000Z',
    reason: 'sponsor left',
  })
  expect(statusOf(built, deal)).toMatchObject({ buying: 1, enteredOn: '2017-11-20' })
  expect(statusOf(built, deal, day('2017-11-19'))).toMatchObject({ buying: 2, enteredOn: '2017-09-05' })
  // CV-2: what we did not know yet on the evening of the 20th does not count then.
  expect(statusOf(built, deal, asOf, '2017-11-20T23:59:59.999Z').buying).toBe(2)
})

const revokeAndComplete = (back: string): EventStatus => {
  const built = withProcess(aRegion())
  const deal = built.add('opportunity', { engagedOn: day('2017-09-01') })
  complete(built, deal, '2017-09-04', 'BE1')
  const first = built.region.where('opportunityEvent', 'opportunity', deal)[0]
  if (!first) throw new Error('no event')
  built.change('opportunityEvent', first.id, { state: 'revoked', revokedOn: day('2017-10-02') })
  complete(built, deal, back, 'BE1')
  return statusOf(built, deal)
}

test('FC-3: coming back to a cell within 20 working days goes on with the old clock, later starts a new one', () => {
  // 2 October 2017 is a Monday: the 20th working day after it is Monday 30 October.
  expect(revokeAndComplete('2017-10-30')).toMatchObject({ buying: 1, enteredOn: '2017-09-04' })
  expect(revokeAndComplete('2017-10-31')).toMatchObject({ buying: 1, enteredOn: '2017-10-31' })
})

test('FC-4: the cell is entered on the day of the last event that its pair of statuses needed', () => {
  const built = withProcess(aRegion())
  const deal = built.add('opportunity', { engagedOn: day('2017-09-01') })
  complete(built, deal, '2017-09-04', 'BE1', 'SE1', 'SE2')
  complete(built, deal, '2017-09-18', 'SE3')
  complete(built, deal, '2017-10-01', 'SE4')
  expect(statusOf(built, deal)).toMatchObject({ buying: 1, selling: 1, enteredOn: '2017-09-18' })
})

test('FC-1: the rank never falls when one more event is completed (any order, any subset)', () => {
  const built = withProcess(aRegion())
  const keys = built.region.all('eventDef').map(each => each.key)
  fc.assert(
    fc.property(fc.shuffledSubarray(keys), order => {
      const fresh = withProcess(aRegion())
      const deal = fresh.add('opportunity', { engagedOn: day('2017-01-02') })
      let last = { buying: 0, selling: 0 }
      for (const key of order) {
        complete(fresh, deal, '2017-02-01', key)
        const now = statusOf(fresh, deal)
        expect(now.buying).toBeGreaterThanOrEqual(last.buying)
        expect(now.selling).toBeGreaterThanOrEqual(last.selling)
        last = now
      }
    }),
    { numRuns: 15 },
  )
})

test('FC-5: a deal without events takes assumed statuses from the stage mapping and says so', () => {
  const built = withProcess(aRegion()).with('stageStatus', { stage: 'Proposal', buying: 3, selling: 4 })
  const mapped = built.add('opportunity', { stage: 'Proposal', engagedOn: day('2017-09-01') })
  const unmapped = built.add('opportunity', { stage: 'Else', engagedOn: day('2017-09-01') })
  const states = dealStates(built.region, asOf)
  expect(states.byId.get(mapped)?.status).toMatchObject({
    buying: 3,
    selling: 4,
    basis: 'stage',
    assumed: true,
    enteredOn: '2017-09-01',
  })
  expect(states.byId.get(unmapped)?.status).toMatchObject({ buying: 0, selling: 0, basis: 'none' })
  // The first event on one side leaves the other where the mapping puts it.
  complete(built, mapped, '2017-10-01', 'BE1')
  expect(dealStates(built.region, asOf).byId.get(mapped)?.status).toMatchObject({
    buying: 1,
    selling: 4,
    basis: 'events',
    assumed: true,
  })
})

test('an event after the as-of date is not known yet (CV-1)', () => {
  const built = withProcess(aRegion())
  const deal = built.add('opportunity', { engagedOn: day('2017-09-01') })
  complete(built, deal, '2017-09-04', 'BE1')
  expect(statusOf(built, deal, '2017-09-03' as Day).buying).toBe(0)
})

test('the default process is complete and is added once', () => {
  const built = withProcess(withProcess(aRegion()))
  const { region } = built
  expect(region.all('statusDef')).toHaveLength(14)
  expect(region.all('eventDef').map(each => each.key)).toHaveLength(23)
  expect(region.all('milestoneDef').map(each => each.name)).toHaveLength(7)
  const [version] = region.all('salesCycleVersion')
  expect(version?.steps.map(step => step.duration)).toEqual([5, 10, 5, 15, 10, 10, 5])
  expect(version?.steps.filter(step => step.closesSale).map(step => step.key)).toEqual(['order'])
  const keys = new Set(region.all('eventDef').map(each => each.key))
  const used = version?.steps.flatMap(step => step.events) ?? []
  expect(used.filter(key => !keys.has(key))).toEqual([])
  expect(new Set(used)).toEqual(keys)
})
