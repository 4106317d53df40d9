import { expect, test } from 'vitest'
import { addBusinessDays, businessDays, type WorkCalendar } from '#shared/base/calendar'
import type { Day } from '#shared/base/day'
import { fieldsOf, tableNames, type TableName } from '#shared/model/catalog'
import { applyTo, tablesOf, type AnyRecord } from '#shared/region/change'
import { newestDay } from '#shared/region/as-of'
import { schedulePlan } from '#shared/process/plan-schedule'
import { Region } from '#shared/region/region'
import { regionCalendar } from '#shared/region/settings'
import { lastDay } from '#shared/sample/builder'
import { sampleRegion } from '#shared/sample/sample-region'

const sample = sampleRegion()
const region = new Region()
applyTo(region, sample.change)

const dealNamed = (part: string) => {
  const found = region.all('opportunity').find(each => each.name.includes(part))
  if (!found) throw new Error(`no deal named ${part}`)
  return found
}

test('the sample has what the specification asks of a fixture (section 19) and of the first issue', () => {
  const opportunities = region.all('opportunity')
  expect(region.all('rep').filter(each => each.active)).toHaveLength(12)
  expect(new Set(region.all('rep').map(each => each.team)).size).toBe(3)
  expect(new Set(region.all('rep').map(each => each.manager)).size).toBe(2)
  expect(region.table('account').size).toBeGreaterThanOrEqual(180)
  expect(region.table('person').size).toBeGreaterThanOrEqual(400)
  expect(opportunities.length).toBeGreaterThanOrEqual(1_490)
  expect(new Set(region.all('product').map(each => each.family)).size).toBe(3)
  const withEvents = new Set(region.all('opportunityEvent').map(each => each.opportunity))
  expect(withEvents.size).toBeGreaterThanOrEqual(200)
  expect(sample.archive).toHaveLength(12)
  expect(region.all('account').every(each => each.lat !== null && each.lon !== null)).toBe(true)
  expect(new Set(region.all('quota').map(each => each.period)).size).toBe(7)
})

test('every reference of every record points to a record that is there', () => {
  for (const table of tableNames)
    for (const [name, field] of Object.entries(fieldsOf(table))) {
      if (field.kind !== 'ref' && field.kind !== 'refs') continue
      const target = region.table(field.table as TableName)
      for (const record of region.table(table).values()) {
        const value = (record as unknown as AnyRecord)[name]
        const ids = (field.kind === 'ref' ? (value === null ? [] : [value]) : value) as string[]
        for (const id of ids) expect(target.get(id as never), `${table}.${name}`).toBeDefined()
      }
    }
})

test('no field is undefined and no field is missing', () => {
  for (const [table, change] of tablesOf(sample.change)) {
    const names = Object.keys(fieldsOf(table))
    for (const record of change.added) {
      const values = record as unknown as AnyRecord
      expect(names.filter(name => values[name] === undefined)).toEqual([])
    }
  }
})

test('the same seed gives the same region, another seed another', () => {
  expect(sampleRegion(3)).toEqual(sampleRegion(3))
  const names = (seed: number) => sampleRegion(seed).change.opportunity?.added.map(each => each.name)
  expect(names(3)).not.toEqual(names(4))
})

test('nothing has happened or been written down after the last day', () => {
  expect(newestDay(region, '2099-01-01' as Day)).toBe(lastDay)
  for (const each of region.all('opportunityEvent')) {
    expect(each.occurredOn <= each.recordedAt.slice(0, 10)).toBe(true)
    expect(each.recordedAt.slice(0, 10) <= lastDay).toBe(true)
  }
  for (const each of region.all('oppFact')) expect(each.recordedAt.slice(0, 10) <= lastDay).toBe(true)
})

test('a deal’s dated facts end in the values that it has now (CV-2)', () => {
  for (const deal of region.all('opportunity'))
    for (const field of ['stage', 'expectedClose', 'amount', 'state', 'owner', 'closedOn'] as const) {
      const facts = region.where('oppFact', 'opportunity', deal.id).filter(each => each.field === field)
      facts.forEach((fact, at) => {
        if (at > 0) expect(fact.before).toEqual(facts[at - 1]?.value)
      })
      const last = facts[facts.length - 1]
      if (last) expect(last.value).toBe(deal[field])
    }
})

test('troubles are there in a realistic measure: some deals stale, some without next step, some overdue, some suspects', () => {
  const open = region.all('opportunity').filter(each => each.state === 'open')
  const share = (n: number): number => n / open.length
  const stale = open.filter(each => (each.lastActivityOn ?? '') < '2026-10-30')
  const noStep = open.filter(each => each.nextStep === null)
  const overdue = open.filter(each => (each.expectedClose ?? '9999') < lastDay)
  const qualified = open.filter(each => each.decisionMaker && each.decisionDate && each.budgetKnown)
  for (const [n, low, high] of [
    [stale.length, 0.2, 0.5],
    [noStep.length, 0.2, 0.6],
    [overdue.length, 0.15, 0.45],
    [qualified.length, 0.3, 0.7],
  ] as const) {
    expect(share(n)).toBeGreaterThan(low)
    expect(share(n)).toBeLessThan(high)
  }
})

test('the lines of a deal add up to what the goods cost, and won deals have an outcome with their amount', () => {
  for (const deal of region.all('opportunity')) {
    expect(region.where('oppLine', 'opportunity', deal.id).length).toBeGreaterThan(0)
    const outcomes = region.where('outcome', 'opportunity', deal.id)
    expect(outcomes).toHaveLength(deal.state === 'open' ? 0 : 1)
    if (deal.state === 'won') expect(outcomes[0]?.amount).toBe(deal.wonAmount)
  }
})

test('snapshot rows are what was known that Monday: no ending before it was written down', () => {
  for (const { key, rows } of sample.archive) {
    const asOf = key.slice(-10)
    const record = region.all('snapshot').find(each => each.archiveKey === key)
    expect(record?.rowCount).toBe(rows.length)
    for (const row of rows) if (row.closedOn !== null) expect(row.closedOn <= asOf).toBe(true)
    const open = rows.filter(row => row.state === 'open')
    expect(open.every(row => row.probability !== null && (row.matrixClose ?? '') >= asOf)).toBe(true)
    expect(open.filter(row => (row.probability ?? 0) > 0).length).toBeGreaterThan(50)
  }
})

test('first story: the champion of a big deal has left, the sponsor event is revoked and nobody else was talked to since', () => {
  const deal = dealNamed('Quillhaven')
  expect(deal.amount).toBe(48_600_000)
  const gone = region.where('person', 'account', deal.account).filter(each => !each.stillThere)
  expect(gone.map(each => each.name)).toEqual(['Ines Thorvald'])
  const revoked = region
    .where('opportunityEvent', 'opportunity', deal.id)
    .filter(each => each.state === 'revoked')
  expect(revoked.map(each => [each.revokedOn, each.revokedAt?.slice(0, 10)])).toEqual([
    ['2026-10-23', '2026-11-02'],
  ])
  const since = region.where('activity', 'opportunity', deal.id).filter(each => each.on > '2026-10-23')
  expect(since).toEqual([])
  expect(deal.forecastCategory).toBe('Commit')
})

test('second story: the proposal missed the committee of 10 November by two days and the plan moves over the year’s end', () => {
  const deal = dealNamed('Sedgebank')
  const plan = region.where('opportunityPlan', 'opportunity', deal.id)[0]
  const calendar: WorkCalendar = regionCalendar(region)
  const steps = plan?.steps ?? []
  // Baseline of each step follows from the one before it by CY-3.
  let cursor = plan?.startOn as Day
  for (const step of steps) {
    expect(step.baselineStart).toBe(cursor)
    expect(step.baselineEnd).toBe(addBusinessDays(calendar, cursor, step.duration - 1))
    cursor = addBusinessDays(calendar, step.baselineEnd as Day, 1)
  }
  expect(steps.find(each => each.key === 'proposal')?.actualEnd).toBe('2026-11-12')
  const committee = steps.find(each => each.dateRule)
  expect(committee?.dateRule).toEqual({ kind: 'monthly', week: 2, weekday: 1 })
  // Next second Tuesday, then contract (12) and agreement (5): 4 January, 18 working days later than planned.
  const contract = addBusinessDays(calendar, '2026-12-09' as Day, 11)
  const close = addBusinessDays(calendar, contract, 5)
  expect(close).toBe('2027-01-04')
  expect(businessDays(calendar, steps[steps.length - 1]?.baselineEnd as Day, close)).toBe(18)
  expect(deal.expectedClose).toBe('2026-12-11')
})

test('some running deals have plans from the version in force at their start, with dates that follow each other', () => {
  const calendar = regionCalendar(region)
  const plans = region.all('opportunityPlan')
  expect(plans.length).toBeGreaterThanOrEqual(10)
  const versions = new Set(plans.map(each => each.version))
  expect(versions.size).toBeGreaterThanOrEqual(2)
  for (const plan of plans) {
    const deal = region.get('opportunity', plan.opportunity)
    expect(deal?.state).toBe('open')
    const { steps, close } = schedulePlan(plan.steps, plan.startOn, calendar, lastDay)
    expect(close).not.toBeNull()
    for (const { step, start, end } of steps) {
      expect(end >= start).toBe(true)
      if (step.status === 'done') {
        expect((step.actualEnd ?? '') <= lastDay).toBe(true)
        expect((step.actualStart ?? '') <= (step.actualEnd ?? '')).toBe(true)
        expect(step.criteria.every(each => each.met && each.evidence !== null)).toBe(true)
      }
    }
    for (const step of plan.steps) if (step.status === 'removed') expect(step.reason).not.toBeNull()
  }
})

test('plans have actions of their own, one of them overdue and one done with what shows it', () => {
  const actions = region.all('actionItem').filter(each => each.origin === 'plan')
  expect(actions.some(each => each.state === 'open' && (each.dueOn ?? '') < lastDay)).toBe(true)
  expect(actions.some(each => each.state === 'done' && each.evidence !== null)).toBe(true)
})
