import { describe, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import { eventBoard } from '#shared/forecast/event-board'
import { forecastPeriods, forecastRegion } from '#shared/forecast/region-forecast'
import { regionPipeline } from '#shared/forecast/region-pipeline'
import { dealStates } from '#shared/process/deal-state'
import { complete, eventId, withProcess } from '../../builders/default-process'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'
import { f5AsOf } from '../../fixtures/f5'

const start = () => {
  const built = withProcess(aRegion())
  const id = built.add('opportunity', {
    name: 'Deal',
    stage: 'Proposal',
    amount: 100_000_00,
    createdOn: day('2017-09-01'),
  })
  return { built, id }
}

const boardOf = (built: RegionBuilder, id: ReturnType<typeof start>['id']) => {
  const states = dealStates(built.region, f5AsOf)
  const forecast = forecastRegion(
    regionPipeline(built.region, states),
    forecastPeriods(f5AsOf, 'quarter', 2, 1),
  )
  return present(eventBoard(built.region, states, forecast, id), 'the deal is there')
}

describe('A36: BE1 to BE5 and BE8 are complete, BE6 and BE7 are open', () => {
  const { built, id } = start()
  complete(built, id, '2017-09-15', 'BE1', 'BE2', 'BE3', 'BE4', 'BE5', 'BE8')
  complete(built, id, '2017-09-15', 'SE1', 'SE2', 'SE3')
  const board = boardOf(built, id)

  test('the status is B3, and the supplier preferred lies ahead of the gate', () => {
    expect(board.buying.rank).toBe(3)
    expect(board.buying.assumed).toBe(false)
    expect(board.ahead.map(each => each.key)).toEqual(['BE8'])
    const five = present(
      board.buying.ranks.find(each => each.rank === 5),
      'rank 5',
    )
    expect(five.reached).toBe(false)
    expect(five.events[0]).toMatchObject({ standing: 'complete', ahead: true })
  })

  test('the next events are BE6 and BE7, and they carry the deal to B5 at once, with its chance', () => {
    const next = present(board.buying.next, 'a next status')
    expect(next.missing.map(each => each.key)).toEqual(['BE6', 'BE7'])
    // With BE8 complete already, the gate of B5 opens as well: B5/S1 is a check cell of 35 %.
    expect(next.cell).toBe('B5/S1')
    expect(next.forecast?.p).toBeCloseTo(0.35, 12)
    // From 20 % of B3/S1 to 35 %: 15,000 of 100,000.
    expect(next.change).toBeCloseTo(15_000_00, 4)
    expect(board.selling.next?.cell).toBe('B3/S2')
    expect(board.selling.next?.forecast?.p).toBeCloseTo(0.32, 12)
  })
})

test('FC-3: a revoked event is open again and says so; a waived one holds', () => {
  const { built, id } = start()
  complete(built, id, '2017-09-05', 'BE1', 'SE1')
  const first = present(built.region.all('opportunityEvent')[0], 'BE1 was recorded')
  built.change('opportunityEvent', first.id, {
    state: 'revoked',
    revokedOn: day('2017-09-20'),
    reason: 'sponsor left',
  })
  built.with('opportunityEvent', {
    opportunity: id,
    event: eventId(built, 'SE2'),
    occurredOn: day('2017-09-21'),
    recordedAt: '2017-09-21T10:00:00.000Z',
    evidence: 'Waived: tailored plan',
    state: 'waived',
  })
  const board = boardOf(built, id)
  const standing = (side: 'buying' | 'selling', at: number): unknown =>
    board[side].ranks[0]?.events[at]?.standing
  expect([standing('buying', 0), standing('selling', 0), standing('selling', 1)]).toEqual([
    'revoked',
    'complete',
    'waived',
  ])
  expect(board.buying.rank).toBe(0)
  expect(board.selling.next?.missing.map(each => each.key)).toEqual(['SE3'])
})

test('FC-5b: a side without events stands where the mapping puts it, as assumed, and asks for the first event', () => {
  const { built, id } = start()
  built.with('stageStatus', { stage: 'Proposal', order: 1, buying: 3, selling: 4 })
  const board = boardOf(built, id)
  expect([board.buying.rank, board.buying.assumed]).toEqual([3, true])
  expect(board.buying.next?.missing.map(each => each.key)).toEqual(['BE1'])
  expect(board.forecast?.assumed).toBe(true)
})

test('a deal that has ended has no next status, one that is absent no board', () => {
  const { built, id } = start()
  built.change('opportunity', id, { state: 'lost', closedOn: day('2017-09-30') })
  expect(boardOf(built, id).buying.next).toBeNull()
  const later = built.add('opportunity', { name: 'Later', createdOn: day('2018-01-01') })
  const states = dealStates(built.region, f5AsOf)
  const forecast = forecastRegion(regionPipeline(built.region, states), [])
  expect(eventBoard(built.region, states, forecast, later)).toBeNull()
})
