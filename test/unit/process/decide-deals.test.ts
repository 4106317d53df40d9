/** Decisions about several deals, and closing deals with a post-mortem. */
import { describe, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import type { Id } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import { checkClose, closeDeal, reasonWords, type PostMortem } from '#shared/process/close-deal'
import { isInWork, partByDecision, recordDecision, type Decision } from '#shared/process/decide-deals'
import { closeProblemText, decisionProblemText } from '#shared/process/decision-words'
import { dealStates, type DealState, type DealStates } from '#shared/process/deal-state'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { aRegion, day, type RegionBuilder } from '../../builders/region-builder'

const asOf = day('2017-12-31')
const dayOff = day('2018-03-31')

const decision = (more: Partial<Decision>): Decision => ({
  kind: 'postpone',
  on: asOf,
  reasonCode: null,
  reason: null,
  revisitOn: dayOff,
  trigger: null,
  by: null,
  ...more,
})

const ended = (more: Partial<PostMortem> = {}): PostMortem => ({
  result: 'lost',
  on: asOf,
  amount: null,
  competitor: null,
  reasonCode: 'price',
  decisiveFactor: null,
  lesson: null,
  ...more,
})

function three(): { built: RegionBuilder; ids: readonly Id<'opportunity'>[] } {
  const built = aRegion()
  const begun = { engagedOn: day('2017-10-01') }
  const ids = [
    built.add('opportunity', { ...begun, name: 'One', amount: 1_000_00 }),
    built.add('opportunity', { ...begun, name: 'Two' }),
    built.add('opportunity', { ...begun, name: 'Three', state: 'won', closedOn: day('2017-11-01') }),
  ]
  return { built, ids }
}

const edited = (built: RegionBuilder, make: (edit: Edit) => void, at = '2017-12-31T09:00:00.000Z'): void => {
  const edit = new Edit(built.region, { source: 'manager', at, asOf, random: seededRandom(7) })
  make(edit)
  applyTo(built.region, edit.change())
}
const stateOf = (states: DealStates, id: Id<'opportunity'> | undefined): DealState =>
  present(states.byId.get(present(id, 'an id')), 'a state')

describe('PL-4: one decision about several deals', () => {
  test('those that may be decided so are parted from those that may not, with the reason', () => {
    const { built, ids } = three()
    built.with('disposition', {
      opportunity: present(ids[1], 'an id'),
      kind: 'archive',
      on: day('2017-12-01'),
      reason: 'quiet',
    })
    const parted = partByDecision(dealStates(built.region, asOf).rows, decision({}))
    expect(parted.may.map(row => row.deal.name)).toEqual(['One'])
    expect(parted.refused.map(each => [each.row.deal.name, each.problem.kind])).toEqual([
      ['Two', 'notFromHere'],
      ['Three', 'closed'],
    ])
    expect(parted.refused.map(each => decisionProblemText(each.problem))).toEqual([
      'It is archived. Put it back to work first, with a reason.',
      'It is closed already. Only open deals are decided on.',
    ])
  })

  test('a postponed deal leaves what is worked on, and comes back by itself on its day', () => {
    const { built, ids } = three()
    edited(built, edit => recordDecision(edit, ids.slice(0, 2), decision({ trigger: 'new budget' })))
    const now = stateOf(dealStates(built.region, asOf), ids[0])
    expect([now.disposition.state, now.disposition.revisitOn, isInWork(now)]).toEqual([
      'postponed',
      dayOff,
      false,
    ])
    const then = stateOf(dealStates(built.region, dayOff), ids[0])
    expect([then.disposition.state, isInWork(then)]).toEqual(['revisit', true])
    expect(built.region.all('disposition').map(each => each.trigger)).toEqual(['new budget', 'new budget'])
  })

  test('a day more than 18 months ahead is refused with the last day allowed', () => {
    const { built } = three()
    const [refused] = partByDecision(
      dealStates(built.region, asOf).rows,
      decision({ revisitOn: day('2019-07-01') }),
    ).refused
    expect(decisionProblemText(present(refused, 'one').problem)).toContain('on 2019-06-30')
  })
})

describe('PL-5: closing a deal with a post-mortem', () => {
  test('a loss names its reason, competitor and lesson, and the deal leaves the open ones on that day', () => {
    const { built, ids } = three()
    const rival = built.add('competitor', { name: 'Acme' })
    const before = stateOf(dealStates(built.region, asOf), ids[0])
    edited(built, edit =>
      closeDeal(edit, before, ended({ competitor: rival, lesson: ' Ask for the budget first ' })),
    )
    const after = stateOf(dealStates(built.region, asOf), ids[0])
    expect(after.deal).toMatchObject({
      state: 'lost',
      closedOn: asOf,
      competitor: rival,
      lossReason: 'Price and terms',
    })
    expect(built.region.all('outcome')).toMatchObject([
      { result: 'lost', reasonCode: 'price', lesson: 'Ask for the budget first', competitor: rival },
    ])
    expect(stateOf(dealStates(built.region, day('2017-12-30')), ids[0]).state).toBe('open')
  })

  test('a win takes its own amount, and without any it is refused', () => {
    const { built } = three()
    const [one, two] = dealStates(built.region, asOf).rows
    const won = ended({ result: 'won', reasonCode: 'fit' })
    expect(checkClose(present(one, 'one'), won, asOf).ok).toBe(true)
    const refused = checkClose(present(two, 'two'), won, asOf)
    expect(refused.ok ? [] : refused.problem.map(closeProblemText)).toEqual(['A win needs its amount.'])
    edited(built, edit => closeDeal(edit, present(one, 'one'), won))
    expect(built.region.all('outcome')).toMatchObject([{ amount: 1_000_00, competitor: null }])
  })

  test('no decision is not a loss: it names no competitor', () => {
    const { built } = three()
    const rival = built.add('competitor', { name: 'Acme' })
    const [one] = dealStates(built.region, asOf).rows
    edited(built, edit =>
      closeDeal(
        edit,
        present(one, 'one'),
        ended({ result: 'noDecision', reasonCode: 'silent', competitor: rival }),
      ),
    )
    expect(built.region.all('outcome')).toMatchObject([{ result: 'noDecision', competitor: null }])
  })

  test('a reason is needed, a day after the as-of date is refused, and so is a deal that is closed', () => {
    const { built } = three()
    const [one, , three_] = dealStates(built.region, asOf).rows
    const kinds = (row: DealState | undefined, wish: PostMortem): unknown => {
      const checked = checkClose(present(row, 'a row'), wish, asOf)
      return checked.ok ? [] : checked.problem.map(each => each.kind)
    }
    expect(kinds(one, ended({ reasonCode: null }))).toEqual(['needsReason'])
    expect(kinds(one, ended({ on: day('2018-01-01') }))).toEqual(['inFuture'])
    expect(kinds(one, ended({ on: day('2017-09-30') }))).toEqual(['beforeStart'])
    expect(kinds(three_, ended())).toEqual(['closedAlready'])
  })

  test('reasons are stored by key and read in words; words of one’s own stay as they are', () => {
    expect(reasonWords('lost', 'late')).toBe('We came too late')
    expect(reasonWords('lost', 'their cousin')).toBe('their cousin')
  })
})
