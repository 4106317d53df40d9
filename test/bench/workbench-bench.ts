/** Measures the workbench: `npx tsx test/bench/workbench-bench.ts`, or `run()` from another bench. */
import { fileURLToPath } from 'node:url'
import { plainWeek } from '#shared/base/calendar'
import { asId, type Id } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import type { PlanStep } from '#shared/model/process'
import type { Factor } from '#shared/model/workbench'
import { defaultSteps } from '#shared/process/default-cycle'
import { schedulePlan } from '#shared/process/plan-schedule'
import { planStep } from '#shared/process/plan-steps'
import { mapReader } from '#shared/strategy/buyer-map'
import { completenessOf } from '#shared/strategy/completeness'
import { defaultVocabularies } from '#shared/strategy/default-vocabularies'
import { gapsOf } from '#shared/strategy/gap'
import { placeAround } from '../../renderer/ui/graph/place-around'
import { rankLayout } from '../../renderer/ui/graph/rank-layout'
import { treeLayout } from '../../renderer/ui/graph/tree-layout'
import { aRegion, day, type RegionBuilder } from '../builders/region-builder'
import type { BenchRow } from './bench-row'

const asOf = day('2017-12-29')

/** The middle of five runs in milliseconds of processor time, so that a busy machine does not count. */
function middle(work: () => void): number {
  work()
  const times = Array.from({ length: 5 }, () => {
    const from = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  })
  return times.sort((a, b) => a - b)[2] ?? NaN
}

function longPlan(): readonly PlanStep[] {
  return Array.from({ length: 100 }, (_, i) => ({
    ...planStep(defaultSteps[i % defaultSteps.length] as never, `s${i}`),
    dateRule: i % 10 === 9 ? ({ kind: 'monthly', week: 2, weekday: 1 } as const) : null,
    parallelGroup: i % 7 < 2 ? `g${Math.floor(i / 7)}` : null,
    closesSale: i === 99,
  }))
}

/** 10,000 deals with three people and six factors each. */
function manyDeals(): { built: RegionBuilder; deals: readonly Id<'opportunity'>[] } {
  const built = aRegion()
  const random = seededRandom(7)
  for (const { key, name, roles } of defaultVocabularies) built.with('roleVocabulary', { key, name, roles })
  const deals: Id<'opportunity'>[] = []
  for (let i = 0; i < 10_000; i++) {
    const opportunity = asId<'opportunity'>(`deal-${i}`)
    deals.push(opportunity)
    for (let j = 0; j < 3; j++) {
      const person = built.add('person', { name: `Person ${i}-${j}` })
      const role = ['economic', 'user', 'coach', 'technical'][random.between(0, 3)] as string
      built.with('buyerRole', {
        opportunity,
        person,
        roles: [{ vocabulary: 'millerHeiman', role, basis: 'stated' }],
        influence: random.pick(['high', 'medium', 'low'] as const),
        rating: random.between(-4, 5),
        ratingOn: day('2017-12-01'),
        lastTwoWay: day('2017-12-10'),
      })
    }
    const factors = Array.from({ length: 6 }, (_, k): Factor => ({
      id: `f${k}`,
      direction: k % 2 ? 'against' : 'favour',
      text: `Factor ${k}`,
      category: 'competition',
      weight: random.between(1, 5),
      evidence: 'said so',
      evidenceOn: null,
      persons: [],
      competitor: null,
      status: 'open',
      effect: 0,
      createdOn: day('2017-12-01'),
    }))
    built.with('strategySheet', { opportunity, state: 'current', factors })
  }
  return { built, deals }
}

/** 200 people, five under each boss, with 400 influences across the bands and twenty moved by hand. */
function layOut200(): number {
  const random = seededRandom(11)
  const people = Array.from({ length: 200 }, (_, i) => ({
    id: `p${i}`,
    parent: i === 0 ? null : `p${Math.floor((i - 1) / 5)}`,
  }))
  const tree = treeLayout(people)
  const bands = rankLayout(
    people.map(({ id }, i) => ({ id, rank: i < 30 ? 0 : i < 90 ? 1 : 2 })),
    Array.from({ length: 400 }, () => ({
      from: `p${random.between(0, 199)}`,
      to: `p${random.between(0, 199)}`,
    })),
  )
  const hand = new Map(
    people.slice(0, 20).map(({ id }) => [id, { x: random.between(0, 3000), y: random.between(0, 900) }]),
  )
  return tree.size + placeAround(bands, hand).size
}

/** All rows of this bench. */
export function run(): BenchRow[] {
  const steps = longPlan()
  const plan = middle(() => void schedulePlan(steps, day('2017-10-02'), plainWeek, asOf))
  const layout = middle(() => void layOut200())
  const { built, deals } = manyDeals()
  const context = {
    asOf,
    keyAmount: 20_000_00,
    threadDays: 30,
    vocabulary: 'millerHeiman',
    actedOn: new Set<Id<'buyerRole'>>(),
  }
  let found = 0
  const checks = middle(() => {
    const mapOf = mapReader(built.region, asOf, 30)
    found = 0
    for (const id of deals) {
      const brief = {
        id,
        name: id,
        open: true,
        lost: false,
        amount: 25_000_00,
        product: null,
        selling: 3,
        close: null,
      }
      found += gapsOf(brief, mapOf(id), context).length
      const [sheet] = built.region.where('strategySheet', 'opportunity', id)
      if (sheet) found += completenessOf(sheet, () => null, asOf).score > 9 ? 1 : 0
    }
  })
  return [
    { name: 'dates of a plan of 100 steps', ms: plan, note: 'aim 5 ms' },
    { name: 'both layouts of a map of 200 people', ms: layout, note: 'aim 300 ms' },
    { name: 'gaps and completeness of 10,000 deals', ms: checks, note: `aim 200 ms; ${found} found` },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(run())
