/** Setting up a deal by hand, for the stories planted in the sample region. */
import { present } from '../base/assert'
import { addDays, type Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { NewValues } from '../region/new-record'
import { stampOn, type SampleBuilder } from './builder'
import { usd, type Catalogue } from './catalogue'
import type { Customer } from './customers'
import type { SampleDeal } from './deals'
import { vocabularyKey } from './key-deals'
import { sectors } from './names'
import type { SampleRep } from './organisation'
import { places } from './places'
import type { SampleProcess } from './process'
import { eventRows, stages } from './process-words'

/** What both stories are built on. */
export interface Stage {
  readonly build: SampleBuilder
  readonly catalogue: Catalogue
  readonly process: SampleProcess
  readonly reps: readonly SampleRep[]
  readonly calendar: RecordOf<'workWeek'>
}

/** Reads a day that is written in the code. */
export const day = (text: string): Day => text as Day

/** A deal of a story as it is told. */
interface Plot {
  readonly company: string
  readonly sector: string
  readonly city: string
  readonly rep: string
  readonly product: string
  readonly deal: string
  readonly amount: number
  readonly people: readonly (readonly [name: string, title: string, department: string])[]
  /** The day on which each step was done. */
  readonly steps: readonly Day[]
  readonly startOn: Day
  readonly closes: readonly (readonly [on: Day, value: Day])[]
  readonly buying: number
  readonly values: NewValues<'opportunity'>
}

/** Adds the account, its people, the deal, its dated facts and the events up to where the story begins. */
export function setUp(stage: Stage, plot: Plot): SampleDeal {
  const { build, catalogue, reps } = stage
  const place = present(
    places.find(each => each.city === plot.city),
    'the story plays in a city of the list',
  )
  const rep = present(
    reps.find(each => each.record.name === plot.rep),
    'the story is about a rep of the list',
  )
  const sector = present(
    sectors.find(each => each.name === plot.sector),
    'the story is about a sector of the list',
  )
  const product = catalogue.products.find(each => each.name === plot.product)
  const account = build.add(
    'account',
    {
      name: plot.company,
      externalId: `A-${1001 + build.all('account').length}`,
      owner: rep.record.id,
      type: 'Prospect',
      sector: plot.sector,
      employees: 1900,
      revenue: 41_000_000_000,
      currency: usd,
      city: place.city,
      state: place.state,
      postalCode: place.zip,
      country: 'United States',
      lat: place.lat,
      lon: place.lon,
      createdOn: addDays(plot.startOn, -200),
    },
    { on: addDays(plot.startOn, -200) },
  )
  const people = plot.people.map(([name, title, department], at) =>
    build.add(
      'person',
      {
        name,
        title,
        department,
        externalId: `C-${2001 + build.all('person').length}`,
        account: account.id,
        owner: rep.record.id,
        createdOn: addDays(plot.startOn, at * 9),
      },
      { on: addDays(plot.startOn, at * 9) },
    ),
  )
  const customer: Customer = { account, people, sector, team: rep.team, size: 4 }
  const record = build.add(
    'opportunity',
    {
      name: `${plot.company} – ${plot.deal}`,
      externalId: `D-${String(build.all('opportunity').length + 1).padStart(5, '0')}`,
      account: account.id,
      owner: rep.record.id,
      product: product?.id ?? null,
      type: 'New business',
      targetMarket: catalogue.markets.get(sector.market)?.id ?? null,
      leadSource: catalogue.sources[0]?.[0].id ?? null,
      competitor: catalogue.competitors[0]?.id ?? null,
      stage: stages[plot.steps.length] ?? null,
      amount: plot.amount * 100,
      currency: usd,
      createdOn: plot.startOn,
      engagedOn: plot.startOn,
      stageSince: plot.steps[plot.steps.length - 1] ?? plot.startOn,
      expectedClose: plot.closes[plot.closes.length - 1]?.[1] ?? null,
      ...plot.values,
    },
    { on: plot.startOn, updatedOn: plot.steps[plot.steps.length - 1] ?? plot.startOn },
  )
  build.add(
    'oppLine',
    {
      opportunity: record.id,
      product: product?.id ?? null,
      description: plot.deal,
      amount: plot.amount * 100,
      currency: usd,
    },
    { on: plot.startOn },
  )
  const steps = plot.steps.map((on, at) => ({ on, recordedOn: on, value: at + 1 }))
  const deal: SampleDeal = {
    record,
    customer,
    rep,
    path: { startOn: plot.startOn, steps, end: 'open', endOn: null, endRecordedOn: null, stalled: false },
    closes: plot.closes.map(([on, value]) => ({ on, recordedOn: on, value })),
    amounts: [{ on: plot.startOn, recordedOn: plot.startOn, value: plot.amount * 100 }],
    pace: 0,
    hasEvents: true,
  }
  addPast(stage, deal, plot)
  return deal
}

function addPast({ build, process }: Stage, deal: SampleDeal, plot: Plot): void {
  const opportunity = deal.record.id
  const fact = (field: string, before: string, value: string, on: Day): void => {
    build.add(
      'oppFact',
      { opportunity, field, before, value, occurredOn: on, recordedAt: stampOn(on, 16) },
      { on },
    )
  }
  plot.steps.forEach((on, at) => fact('stage', stages[at] ?? '', stages[at + 1] ?? '', on))
  plot.closes
    .slice(1)
    .forEach(([on, value], at) => fact('expectedClose', plot.closes[at]?.[1] ?? '', value, on))
  for (const [key, side, rank, , evidence] of eventRows) {
    const last = side === 'selling' ? plot.steps.length : plot.buying
    const on = plot.steps[Math.min(rank, plot.steps.length) - 1]
    const def = process.events.get(key)
    if (rank > last || !on || !def) continue
    const person = deal.customer.people[rank % deal.customer.people.length] ?? null
    build.add(
      'opportunityEvent',
      {
        opportunity,
        event: def.id,
        occurredOn: on,
        recordedAt: stampOn(on, 15),
        evidence: evidence.replace('{who}', person?.name ?? 'The buyer'),
        person: person?.id ?? null,
        by: deal.rep.record.name,
      },
      { on, source: 'rep' },
    )
  }
}

/** Adds a meeting with some of the deal's people, named by their place in the list. */
export function talk(
  stage: Stage,
  deal: SampleDeal,
  on: string,
  subject: string,
  persons: readonly number[],
): void {
  stage.build.add(
    'activity',
    {
      subject,
      kind: 'meeting',
      on: day(on),
      owner: deal.rep.record.id,
      account: deal.customer.account.id,
      opportunity: deal.record.id,
      persons: persons.flatMap(at => deal.customer.people[at]?.id ?? []),
      twoWay: true,
      minutes: 60,
    },
    { on: day(on) },
  )
}

/** Adds one person of the deal to its buyer map; `role` holds role keys with spaces between. */
export function buyer(
  stage: Stage,
  deal: SampleDeal,
  at: number,
  values: NewValues<'buyerRole'> & { role: string },
): Id<'buyerRole'> {
  const { role, ...rest } = values
  return stage.build.add(
    'buyerRole',
    {
      opportunity: deal.record.id,
      person: deal.customer.people[at]?.id ?? null,
      roles: role.split(' ').map(each => ({ vocabulary: vocabularyKey, role: each, basis: 'stated' })),
      contactOwner: deal.rep.record.id,
      ...rest,
    },
    { on: day('2026-10-05'), source: 'rep' },
  ).id
}
