/** Results against peers as number, ratio and value. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import { parsePeriod } from '#shared/base/fiscal'
import { asId } from '#shared/base/id'
import { decompose, type Decomposition } from '#shared/coaching/roam-decomposition'
import { diagnose, diagnosisText } from '#shared/coaching/roam-diagnosis'
import { packFacts, repFacts } from '#shared/packs/pack-facts'
import { scorecard } from '#shared/packs/scorecard'
import { peersOf, resultsOf, type Results } from '#shared/coaching/roam-levels'
import { dealStates } from '#shared/process/deal-state'
import { plainWords } from '../../builders/plain-words'
import { mavenAsOf, mavenRegion } from '../../builders/maven-region'

const level = fc.record({
  n: fc.double({ min: 1, max: 500, noNaN: true }),
  w: fc.double({ min: 0.01, max: 1, noNaN: true }),
  v: fc.double({ min: 1, max: 1e8, noNaN: true }),
})

test('CO-4: the parts add up to the gap, whatever the levels', () => {
  fc.assert(
    fc.property(level, level, (own, peers) => {
      const found = decompose(own, peers)
      if (found.kind !== 'parts') return
      expect(Math.abs(found.n + found.w + found.v - found.gap)).toBeLessThanOrEqual(
        1e-6 * Math.abs(found.gap) + 1e-6,
      )
    }),
  )
})

test('CO-4: only what differs gets a part', () => {
  const found = decompose({ n: 20, w: 0.5, v: 100 }, { n: 10, w: 0.5, v: 100 })
  expect(found).toMatchObject({ kind: 'parts', gap: 500, w: 0, v: 0 })
  expect(found.kind === 'parts' && found.n).toBeCloseTo(500, 9)
})

test('CO-4: a result or benchmark of nothing has no parts', () => {
  expect(decompose({ n: 0, w: 0.5, v: 1 }, { n: 1, w: 0.5, v: 1 }).kind).toBe('noBasis')
})

const maven = mavenRegion()

describe.skipIf(maven === null)('Maven, Q4 2017 against the manager’s other people', () => {
  if (!maven) return
  const { region } = maven
  const states = dealStates(region, mavenAsOf)
  const q4 = present(parsePeriod('2017-Q4'), 'a quarter')
  const compare = (name: string): { own: Results; peers: Results; parts: Decomposition } => {
    const rep = asId<'rep'>(`rep/${name}`)
    const own = resultsOf(region, states, q4, [rep])
    const peers = resultsOf(region, states, q4, peersOf(region, states, rep, q4))
    return { own, peers, parts: decompose(own, peers) }
  }
  const major = (found: Decomposition): unknown =>
    found.kind === 'parts'
      ? [found.result, found.benchmark, found.n, found.w, found.v].map(x => Math.round(x / 100))
      : found.kind

  test('A18: Bicknell 89,577 against 117,518: N +3,309, W −237, V −31,013, from mix and not from price', () => {
    const { own, peers, parts } = compare('Kami Bicknell')
    expect(major(parts)).toEqual([89_577, 117_518, 3_309, -237, -31_013])
    expect([own.listMean, peers.listMean].map(x => Math.round((x ?? 0) / 100))).toEqual([1_784, 2_391])
    expect([own.realisation, peers.realisation].map(x => Number(((x ?? 0) * 100).toFixed(1)))).toEqual([
      98.4, 99.3,
    ])
  })

  test('A19: Marcano 102,343: N −41,603, W +2,710, V +26,909', () => {
    const { parts } = compare('Maureen Marcano')
    expect(major(parts)).toEqual([102_343, 114_327, -41_603, 2_710, 26_909])
  })

  test('A20: Levy 113,248 against 111,600 is no gap', () => {
    const { parts } = compare('Zane Levy')
    expect(parts.kind).toBe('noGap')
    expect([parts.result, parts.benchmark].map(x => Math.round(x / 100))).toEqual([113_248, 111_600])
    expect(parts.kind === 'noGap' && parts.log).toBeCloseTo(0.015, 3)
  })

  test('CO-5: Bicknell’s node is value by mix, Marcano’s volume without activity data, Levy has none', () => {
    const of = (name: string): ReturnType<typeof diagnose> =>
      diagnose(region, states, asId<'rep'>(`rep/${name}`), q4)
    expect(['Kami Bicknell', 'Maureen Marcano', 'Zane Levy'].map(name => of(name).node)).toEqual([
      'valueMix',
      'volume',
      'noGap',
    ])
    expect(diagnosisText(of('Kami Bicknell'), plainWords).finding).toContain('product mix')
    expect(diagnosisText(of('Maureen Marcano'), plainWords).advice).toContain('import activities')
    expect(of('Zane Levy').thin).toBe(false)
  })

  test('A18: the scorecard’s peer level of what was won in the quarter is 117,518 too', () => {
    const bicknell = present(region.get('rep', asId<'rep'>('rep/Kami Bicknell')), 'Kami Bicknell')
    const facts = packFacts(region, mavenAsOf, { states })
    const won = scorecard(repFacts(region, bicknell, facts)).find(each => each.key === 'won')
    expect([won?.result, won?.peer].map(x => Math.round((x ?? 0) / 100))).toEqual([89_577, 117_518])
  })
})
