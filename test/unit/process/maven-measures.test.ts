/** The measures of section 6 on the Maven data set, as the acceptance scenarios state them. */
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '#shared/base/fiscal'
import { accountFacts, accountGroup, accountOverlap, topAccount } from '#shared/process/account-facts'
import { ageingOf } from '#shared/process/ageing'
import { concentrationOf, priceRealisation, repsWithoutPipeline } from '#shared/process/concentration'
import { breakDownOf, conversionsOf } from '#shared/process/conversion'
import { creationBy, creationByWeek, stretchesOf } from '#shared/process/creation'
import { dealPaths } from '#shared/process/deal-path'
import { dealStates } from '#shared/process/deal-state'
import { monthShares } from '#shared/process/month-index'
import { compareShares, sharesOf } from '#shared/process/rep-comparison'
import { always, winRatio, winRatios } from '#shared/process/win-ratio'
import { asId } from '#shared/base/id'
import { present } from '#shared/base/assert'
import { mavenAsOf, mavenRegion } from '../../builders/maven-region'

const maven = mavenRegion()
const percent = (x: number | null, digits = 1): number => Number(((x ?? NaN) * 100).toFixed(digits))

describe.skipIf(maven === null)('Maven, 31 December 2017', () => {
  if (!maven) return
  for (const [stage, dated, state] of [
    ['Prospecting', false, 'open'],
    ['Engaging', true, 'open'],
    ['Won', true, 'won'],
    ['Lost', true, 'lost'],
  ] as const)
    maven.with('stageStatus', { stage, dated, state })
  const { region } = maven
  const states = dealStates(region, mavenAsOf)
  const q4 = present(parsePeriod('2017-Q4'), 'a quarter')

  test('A09: 4,238 of 6,711 closed are 63.15 % (62.0–64.3), of the mature cohort of 8,002 52.96 %', () => {
    const { closed, mature } = winRatio(states, always)
    expect([closed.k, closed.n, percent(closed.p, 2), percent(closed.low), percent(closed.high)]).toEqual([
      4238, 6711, 63.15, 62, 64.3,
    ])
    expect([mature.k, mature.n, percent(mature.p, 2)]).toEqual([4238, 8002, 52.96])
  })

  test('A39: by region 63.9, 62.6 and 63.0 %', () => {
    const byRegion = new Map(winRatios(states, 'region', always).map(each => [each.label, each]))
    expect(
      ['West', 'Central', 'East'].map(name => [
        percent(byRegion.get(name)?.closed.p ?? null),
        byRegion.get(name)?.wonSum,
        byRegion.get(name)?.closed.k,
      ]),
    ).toEqual([
      [63.9, 3_568_647_00, 1438],
      [62.6, 3_346_293_00, 1629],
      [63.0, 3_090_594_00, 1171],
    ])
  })

  test('A15: the 30 reps do not differ more than chance; Vencill is watched and nobody flagged', () => {
    const compared = compareShares(sharesOf(winRatios(states, 'rep', always)), 20)
    expect(compared.members).toHaveLength(30)
    expect(compared.chiSquare).toBeCloseTo(33.35, 2)
    expect(compared.df).toBe(29)
    expect(compared.p).toBeCloseTo(0.264, 3)
    expect(compared.homogeneous).toBe(true)
    const vencill = compared.members.find(each => each.key === 'rep/Lajuana Vencill')
    expect([vencill?.k, vencill?.n]).toEqual([127, 231])
    expect(vencill?.z).toBeCloseTo(-2.62, 2)
    expect(vencill?.verdict).toBe('watch')
    expect(compared.members.filter(each => each.verdict === 'differs')).toEqual([])
  })

  test('PL-15, A10: won deals took 57, 93 and 106 days at P50, P80 and P90, none more than 138', () => {
    const found = ageingOf(states)
    expect([found.p50, found.p80, found.p90, found.longest]).toEqual([57, 93, 106, 138])
    expect([found.judged, found.older, found.unknown, found.olderAmount]).toEqual([
      1589, 1291, 500, 3_198_664_00,
    ])
    expect(found.bars.reduce((sum, bar) => sum + bar.deals.length, 0)).toBe(1589)
    expect(percent(found.older / found.judged, 0)).toBe(81)
  })

  test('A16: D. Schlecht has 51.2 % of what manager Marxen’s people won', () => {
    const found = concentrationOf(states, 'manager', row => row.state === 'won').find(
      each => each.group === 'Melvin Marxen',
    )
    expect([found?.label, found?.amount, found?.total, percent(found?.share ?? null)]).toEqual([
      'Darcel Schlecht',
      1_153_214_00,
      2_251_930_00,
      51.2,
    ])
  })

  test('A17: GTK 500 won 15 of 25, which is not too few, and has a mean', () => {
    const found = winRatios(states, 'product', always).find(each => each.label === 'GTK 500')
    expect([found?.closed.k, found?.closed.n, found?.closed.thin, found?.wonValue.thin]).toEqual([
      15,
      25,
      false,
      false,
    ])
  })

  test('A02: GTX Pro won 3,510,578, the most of all products', () => {
    const byValue = [...winRatios(states, 'product', always)].sort((a, b) => b.wonSum - a.wonSum)
    expect([byValue[0]?.label, byValue[0]?.wonSum]).toEqual(['GTX Pro', 3_510_578_00])
  })

  test('A21: 2,770 were engaged in Q3 and 1,165 in Q4, in Sewald’s team 494 and 249', () => {
    const stretches = stretchesOf(q4, mavenAsOf)
    expect(stretches.whole).toBe(true)
    const [all] = creationBy(states, stretches, null)
    expect([all?.before, all?.now, percent(all?.change ?? null, 0)]).toEqual([2770, 1165, -58])
    const sewald = creationBy(states, stretches, 'manager').find(each => each.key === 'Summer Sewald')
    expect([sewald?.before, sewald?.now]).toEqual([494, 249])
    const weeks = creationByWeek(states, 13)
    expect(weeks.at(-1)?.monday).toBe('2017-12-25')
    const sum = weeks.reduce((total, each) => total + each.count, 0)
    const first = present(weeks[0], 'a week').monday
    expect(sum).toBe(states.rows.filter(row => row.start !== null && row.start >= first).length)
  })

  test('A22: the months of Q4 took 731,980, 938,943 and 1,131,573', () => {
    const months = monthShares(states, q4)
    expect(months.map(each => [each.month, each.amount, percent(each.share, 0)])).toEqual([
      ['2017-10', 731_980_00, 26],
      ['2017-11', 938_943_00, 34],
      ['2017-12', 1_131_573_00, 40],
    ])
  })

  test('A26: all 85 accounts are sold by more than one rep (10–30, median 14), 71 in three regions', () => {
    const found = accountOverlap(accountFacts(region, states))
    expect([found.sold, found.shared.length, found.fewest, found.most, found.median]).toEqual([
      85, 85, 10, 30, 14,
    ])
    expect(found.byRegions.get(3)).toBe(71)
  })

  test('A29: Cantrell, Clapper and Kinder have won and have no open deal', () => {
    expect(repsWithoutPipeline(region, states).map(each => [each.rep.name, each.wonAmount])).toEqual([
      ['Donn Cantrell', 445_860_00],
      ['Reed Clapper', 438_336_00],
      ['Garret Kinder', 197_773_00],
    ])
  })

  test('A30: Kan-code has 196 deals: 115 won, 72 lost, 8 engaging, 1 prospecting; 341,455 from 24 reps', () => {
    const found = accountFacts(region, states).get(asId('account/Kan-code'))
    expect(found && Object.fromEntries(found.byStage)).toEqual({
      Won: 115,
      Lost: 72,
      Engaging: 8,
      Prospecting: 1,
    })
    expect([found?.deals.length, found?.wonAmount, found?.reps.size]).toEqual([196, 341_455_00, 24])
  })

  test('A31: Acme with its five accounts brought 519,349, Acme alone 101,744', () => {
    const facts = accountFacts(region, states)
    const acme = asId<'account'>('account/Acme Corporation')
    const group = accountGroup(region, facts, acme)
    expect([group.members.length, group.wonAmount, facts.get(acme)?.wonAmount]).toEqual([
      5, 519_349_00, 101_744_00,
    ])
    expect(group.members.every(each => topAccount(region, each.account.id) === acme)).toBe(true)
  })

  test('A32: wins brought 99.8 % of list; 709 below 90 % and 603 above 110 %', () => {
    const found = priceRealisation(region, states)
    expect([percent(found.share), found.below.length, found.above.length, found.n]).toEqual([
      99.8, 709, 603, 4238,
    ])
  })

  test('PL-14: of the mature engaging deals 52.96 % were won, as the mature cohort says', () => {
    const found = conversionsOf(dealPaths(region, states), always, mavenAsOf, 20)
    const engaging = found.find(each => each.step === 'Engaging')
    expect([engaging?.share.k, engaging?.share.n, engaging?.tooYoung, engaging?.medianDays]).toEqual([
      4238, 8002, 298, 57,
    ])
  })

  test('PL-14: without any stage mapping the only stage that carries dates is found all the same', () => {
    const plain = mavenRegion()
    if (!plain) return
    const found = conversionsOf(
      dealPaths(plain.region, dealStates(plain.region, mavenAsOf)),
      always,
      mavenAsOf,
      20,
    )
    expect(found.map(each => [each.step, each.next, each.share.k, each.share.n])).toEqual([
      ['Prospecting', 'Engaging', 0, 0],
      ['Engaging', 'Won', 4238, 8002],
    ])
  })

  test('PL-16: with deals in one step only, no step is the worst', () => {
    const plain = mavenRegion()
    if (!plain) return
    const paths = dealPaths(plain.region, dealStates(plain.region, mavenAsOf))
    expect(breakDownOf(paths).finding.kind).not.toBe('process')
  })
})
