/** Segments: what they hold, what they are worth and how they say it. */
import { expect, test } from 'vitest'
import type { Json } from '#shared/model/field'
import { askSegmentDeals, segmentSentence, shippedSegments } from '../../../renderer/records/segments'
import { aRegion, day } from '../../builders/region-builder'

const asOf = day('2017-12-31')

function built() {
  const region = aRegion().with('rep', { name: 'Ann' })
  const deal = (name: string, more: object): void => {
    region.with('opportunity', { name, engagedOn: day('2017-11-01'), amount: 100_00, ...more })
  }
  deal('Late', { expectedClose: day('2017-12-01') })
  deal('On time', { expectedClose: day('2018-02-01') })
  deal('Late but archived', { expectedClose: day('2017-12-01') })
  deal('Won', { state: 'won', closedOn: day('2017-12-01'), expectedClose: day('2017-11-01') })
  region.with('disposition', {
    opportunity: 'opportunity-3' as never,
    kind: 'archive',
    on: day('2017-12-15'),
    reason: 'quiet',
  })
  region.with('segment', {
    name: 'At least 100',
    filter: { join: 'and', parts: [{ column: 'value', op: 'ge', values: [100] }] } as Json,
  })
  return region
}

const holds = (): Map<string, readonly string[]> =>
  new Map(
    askSegmentDeals(built().region, asOf, 'USD').map(each => [
      each.segment.name,
      each.rows.map(row => row.deal.name),
    ]),
  )

test('PL-9: overdue holds open deals whose close has passed, but none that was put aside', () => {
  expect(holds().get('Overdue')).toEqual(['Late'])
})

test('PL-4: what is put aside is a segment of its own and not in work', () => {
  expect(holds().get('Put aside')).toEqual(['Late but archived'])
  expect(holds().get('Open, in work')).toEqual(['Late', 'On time'])
})

test('the region’s own segments come first, with their worth and their sentence', () => {
  const [own] = askSegmentDeals(built().region, asOf, 'USD')
  expect([own?.segment.name, own?.segment.own, own?.rows.length, own?.amount]).toEqual([
    'At least 100',
    true,
    4,
    400_00,
  ])
  expect(own?.segment.sentence).toBe('Deals where Value is at least 100.')
})

test('the segments of the program have names and sentences of their own', () => {
  expect(new Set(shippedSegments.map(each => each.name)).size).toBe(shippedSegments.length)
  for (const each of shippedSegments) expect(each.sentence).toMatch(/[a-z].*\.$/)
  expect(segmentSentence({ join: 'and', parts: [] })).toBe('all deals')
})

test('PL-7, PL-9: what nothing was imported for is not 0 but cannot be judged, and says why', () => {
  const { region } = aRegion().with('opportunity', { engagedOn: day('2017-11-01') })
  const why = new Map(askSegmentDeals(region, asOf, 'USD').map(each => [each.segment.id, each.unjudged]))
  expect(['stale', 'decide', 'noNextStep', 'overdue', 'dead'].map(id => why.get(id))).toEqual([
    'no activities imported',
    'no activities imported',
    'no next steps imported',
    'no close dates imported',
    'too few closed deals',
  ])
  expect(why.get('noAccount')).toBeNull()
  const dated = askSegmentDeals(built().region, asOf, 'USD').find(each => each.segment.id === 'overdue')
  expect(dated?.unjudged).toBeNull()
})
