/** The pipeline of the Maven data set as the specification's acceptance scenarios tell it. */
import { describe, expect, test } from 'vitest'
import { dealStates } from '#shared/process/deal-state'
import { totalValue } from '#shared/process/deal-value'
import { mavenAsOf, mavenRegion } from '../../builders/maven-region'

const maven = mavenRegion()

describe.skipIf(maven === null)('Maven, 31 December 2017', () => {
  if (!maven) return
  for (const [stage, dated, state] of [
    ['Prospecting', false, 'open'],
    ['Engaging', true, 'open'],
    ['Won', true, 'won'],
    ['Lost', true, 'lost'],
  ] as const)
    maven.with('stageStatus', { stage, dated, state })
  const states = dealStates(maven.region, mavenAsOf)
  const open = states.rows.filter(row => row.state === 'open')
  const engaging = open.filter(row => row.deal.stage === 'Engaging')

  test('A01: 8,800 deals, 4,238 won, 2,473 lost and 2,089 open', () => {
    const count = (state: string): number => states.rows.filter(row => row.state === state).length
    expect([states.rows.length, count('won'), count('lost'), open.length]).toEqual([8800, 4238, 2473, 2089])
  })

  test('A10: 1,291 of 1,589 engaging deals are older than the longest closed deal, 138 days', () => {
    expect(states.ageLimits.of('GTX')?.days).toBe(138)
    expect(states.ageLimits.of('GTK')).toMatchObject({ days: 138, family: null })
    expect(engaging).toHaveLength(1589)
    expect(engaging.filter(row => row.deadByAge)).toHaveLength(1291)
  })

  test('PL-9: older than 138 days by manager, and their list value of the total', () => {
    const byManager = new Map<string, [number, number]>()
    for (const row of engaging) {
      const key = row.owner?.manager ?? ''
      const [dead, all] = byManager.get(key) ?? [0, 0]
      byManager.set(key, [dead + (row.deadByAge ? 1 : 0), all + 1])
    }
    expect(Object.fromEntries(byManager)).toEqual({
      'Dustin Brinkmann': [190, 193],
      'Melvin Marxen': [213, 215],
      'Summer Sewald': [305, 414],
      'Celia Rouche': [257, 334],
      'Rocco Neubert': [157, 214],
      'Cara Losch': [169, 219],
    })
    expect(totalValue(engaging.map(row => row.value)).amount).toBe(3_892_229_00)
    expect(totalValue(engaging.filter(row => row.deadByAge).map(row => row.value)).amount).toBe(3_198_664_00)
  })

  test('A11: the 500 prospecting rows are suspects of unknown age, all in Central', () => {
    const prospecting = open.filter(row => row.deal.stage === 'Prospecting')
    expect(prospecting).toHaveLength(500)
    expect(new Set(prospecting.map(row => row.class.kind))).toEqual(new Set(['suspect']))
    expect(new Set(prospecting.map(row => row.age.kind))).toEqual(new Set(['unknown']))
    expect(new Set(prospecting.map(row => row.owner?.region))).toEqual(new Set(['Central']))
  })

  test('A12: nothing is qualified, and no value is invented', () => {
    expect(states.rows.filter(row => row.class.kind === 'qualified')).toEqual([])
    expect(engaging.every(row => row.class.decisionMaker === 'missing' && row.class.assumed)).toBe(true)
  })

  test('A13: stale cannot be judged where no activities were imported', () => {
    expect(states.anyActivity).toBe(false)
    expect(new Set(open.map(row => JSON.stringify(row.stale)))).toEqual(
      new Set(['{"is":null,"why":"noActivities"}']),
    )
    expect(open.every(row => row.noNextStep === null && row.standing === null)).toBe(true)
  })

  test('A17: GTK 500 has 15 open deals worth 401,520 at list price, 14 of them older than 138 days', () => {
    const gtk = engaging.filter(row => row.product?.name === 'GTK 500')
    expect(gtk).toHaveLength(15)
    expect(totalValue(gtk.map(row => row.value)).amount).toBe(401_520_00)
    expect(new Set(gtk.map(row => row.value.basis))).toEqual(new Set(['list']))
    expect(gtk.filter(row => row.deadByAge)).toHaveLength(14)
  })
})
