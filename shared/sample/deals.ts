/** Opportunities of the sample region with lines, outcomes and the dated facts that their past can be rebuilt from. */
import { addDays, daysBetween, type Day } from '../base/day'
import type { Random } from '../base/random'
import type { RecordOf } from '../model/catalog'
import type { Json } from '../model/field'
import { chance, lastDay, normal, stampOn, weighted, workday, type SampleBuilder } from './builder'
import { usd, type Catalogue } from './catalogue'
import type { Customer } from './customers'
import { drawPath, drawStart, type Dated, type DealPath } from './deal-path'
import type { SampleRep } from './organisation'
import { endStages, stages } from './process-words'

/** A deal with all that later parts of the generator need to know of it. */
export interface SampleDeal {
  readonly record: RecordOf<'opportunity'>
  readonly customer: Customer
  /** The rep who worked it; `record.owner` may be someone else by now. */
  readonly rep: SampleRep
  readonly path: DealPath
  /** Close dates as typed in the CRM, the first at the start. */
  readonly closes: readonly Dated<Day>[]
  readonly amounts: readonly Dated<number>[]
  /** How many buying ranks the buyer is ahead of an even pace; negative where we sell faster than they buy. */
  readonly pace: -1 | 0 | 1
  /** Whether events were recorded, or only CRM stages. */
  readonly hasEvents: boolean
}

/** Who takes over what the former rep left. */
const heirName = 'Owen Gallagher'
const dealCount = 1500

/** Adds the deals. */
export function makeDeals(
  build: SampleBuilder,
  catalogue: Catalogue,
  customers: readonly Customer[],
  reps: readonly SampleRep[],
): readonly SampleDeal[] {
  const random = build.stream('deals')
  const heir = reps.find(each => each.record.name === heirName) as SampleRep
  const starts = Array.from({ length: dealCount }, () => drawStart(random)).sort()
  return starts.map((startOn, at) => {
    const rep = drawRep(random, reps, startOn)
    const customer = random.pick(customers.filter(each => each.team === rep.team))
    return makeDeal(build, random, catalogue, { no: at + 1, startOn, rep, customer, heir })
  })
}

/** What goods a deal is about. */
interface Goods {
  readonly lines: readonly { readonly product: RecordOf<'product'>; readonly quantity: number }[]
  readonly amount: number
}

function drawRep(random: Random, reps: readonly SampleRep[], startOn: Day): SampleRep {
  const here = reps.filter(
    each => (each.record.startOn ?? '') <= startOn && (each.record.endOn ?? '9999') > startOn,
  )
  // One rep works far fewer new deals since the summer than before.
  const share = (each: SampleRep): number =>
    each.record.name === 'Daniel Stroud' && startOn > '2026-08-01' ? each.share * 0.35 : each.share
  return weighted(
    random,
    here.map(each => [each, share(each)]),
  )
}

function drawGoods(random: Random, catalogue: Catalogue, customer: Customer, size: number): Goods {
  const [core, plant, enterprise, kit, array, extreme, commissioning, care, review] =
    catalogue.products as readonly [...RecordOf<'product'>[]] & { 0: RecordOf<'product'> }
  const large = customer.size * size
  const main = weighted(random, [
    [core, 22 / large],
    [plant, 18],
    [enterprise, 4 * large],
    [kit, 20 / large],
    [array, 18],
    [extreme, 6 * large],
    [review, 8],
  ]) as RecordOf<'product'>
  const sensor = main.family === 'Pulsefield'
  const lines = [{ product: main, quantity: sensor ? random.between(1, 2 + Math.round(customer.size)) : 1 }]
  if (main.family !== 'Services') {
    if (chance(random, 0.6)) lines.push({ product: commissioning as RecordOf<'product'>, quantity: 1 })
    if (chance(random, 0.45))
      lines.push({ product: care as RecordOf<'product'>, quantity: random.between(1, 3) })
  }
  const amount = lines.reduce((sum, each) => sum + (each.product.listPrice ?? 0) * each.quantity, 0)
  return { lines, amount }
}

function makeDeal(
  build: SampleBuilder,
  random: Random,
  catalogue: Catalogue,
  plan: { no: number; startOn: Day; rep: SampleRep; customer: Customer; heir: SampleRep },
): SampleDeal {
  const { no, startOn, rep, customer, heir } = plan
  const goods = drawGoods(random, catalogue, customer, rep.size)
  const main = goods.lines[0]?.product as RecordOf<'product'>
  const path = drawPath(random, startOn, rep, Math.min(1.6, 0.75 + goods.amount / 20_000_000))
  const pace = weighted<-1 | 0 | 1>(random, [
    [0, 70],
    [-1, 18],
    [1, 12],
  ])
  const hasEvents = goods.amount > 3_000_000 ? chance(random, 0.85) : chance(random, 0.4)
  const closes = drawCloses(random, path)
  const amounts = drawAmounts(random, path, goods.amount)
  const left = rep.record.endOn
  const moved = left !== null && (path.endOn ?? lastDay) > left
  const won = path.end === 'won'
  const amount = amounts[amounts.length - 1]?.value ?? goods.amount
  const wonAmount = won
    ? Math.round((amount * (chance(random, 0.4) ? 1 : 0.86 + 0.14 * random.unit())) / 100) * 100
    : null
  const step = path.steps.length
  const owner = moved ? heir : rep
  const source = weighted(random, catalogue.sources)
  const record = build.add(
    'opportunity',
    {
      name: `${customer.account.name} – ${main.name}`,
      externalId: `D-${String(no).padStart(5, '0')}`,
      account: customer.account.id,
      owner: owner.record.id,
      product: main.id,
      kind: main.family === 'Services' ? 'addOn' : 'sale',
      type: customer.account.type === 'Customer' ? 'Existing business' : 'New business',
      targetMarket: catalogue.markets.get(customer.sector.market)?.id ?? null,
      leadSource: source.id,
      competitor: chance(random, 0.5) ? random.pick(catalogue.competitors).id : null,
      stage: path.end === 'open' ? (stages[step] ?? null) : endStages[path.end],
      state: path.end,
      amount,
      wonAmount,
      currency: usd,
      createdOn: startOn,
      engagedOn: step > 0 || path.end !== 'open' ? startOn : null,
      stageSince: path.endOn ?? path.steps[step - 1]?.on ?? startOn,
      expectedClose: closes[closes.length - 1]?.value ?? null,
      closedOn: path.endOn,
      probability: path.end === 'open' ? ([0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8][step] ?? null) : won ? 1 : 0,
      forecastCategory:
        path.end !== 'open' ? 'Closed' : step >= 6 ? 'Commit' : step >= 5 ? 'Best case' : 'Pipeline',
    },
    { on: startOn, updatedOn: path.endRecordedOn ?? path.steps[step - 1]?.recordedOn ?? startOn },
  )
  for (const line of goods.lines)
    build.add(
      'oppLine',
      {
        opportunity: record.id,
        product: line.product.id,
        description: line.product.name,
        quantity: line.quantity,
        price: line.product.listPrice,
        amount: (line.product.listPrice ?? 0) * line.quantity,
        currency: usd,
      },
      { on: startOn },
    )
  const deal: SampleDeal = { record, customer, rep, path, closes, amounts, pace, hasEvents }
  addFacts(build, deal)
  if (moved && left)
    addFact(build, deal, 'owner', rep.record.id, { on: left, recordedOn: left, value: heir.record.id })
  if (path.end !== 'open') addOutcome(build, random, catalogue, deal)
  return deal
}

/** Close dates as a rep types them: hopeful at first, moved to the next month when they pass. */
function drawCloses(random: Random, path: DealPath): readonly Dated<Day>[] {
  const first = workday(addDays(path.startOn, Math.round(85 * Math.exp(0.35 * normal(random)))))
  const closes: Dated<Day>[] = [{ on: path.startOn, recordedOn: path.startOn, value: first }]
  const until = path.endOn ?? lastDay
  let now = first
  while (now < until && closes.length < 7) {
    // A deal that lies keeps its old date in the end.
    if (path.stalled && chance(random, 0.5)) break
    if (path.end === 'open' && daysBetween(now, lastDay) < 25 && chance(random, 0.3)) break
    const on = workday(addDays(now, random.between(-4, 6)))
    if (on > until) break
    now = workday(addDays(on, random.between(24, 70)))
    closes.push({ on, recordedOn: on, value: now })
  }
  return closes
}

function drawAmounts(random: Random, path: DealPath, list: number): readonly Dated<number>[] {
  const first = Math.round((list * (0.92 + 0.16 * random.unit())) / 10_000) * 10_000
  const amounts: Dated<number>[] = [{ on: path.startOn, recordedOn: path.startOn, value: first }]
  const turn = path.steps[2]
  if (turn && chance(random, 0.35))
    amounts.push({ ...turn, value: Math.round((first * (0.75 + 0.6 * random.unit())) / 10_000) * 10_000 })
  return amounts
}

function addFacts(build: SampleBuilder, deal: SampleDeal): void {
  const { path, closes, amounts } = deal
  let stage: string = stages[0]
  for (const step of path.steps) {
    const next = stages[step.value] ?? stage
    addFact(build, deal, 'stage', stage, { ...step, value: next })
    stage = next
  }
  closes
    .slice(1)
    .forEach((each, at) => addFact(build, deal, 'expectedClose', closes[at]?.value ?? null, each))
  amounts.slice(1).forEach((each, at) => addFact(build, deal, 'amount', amounts[at]?.value ?? null, each))
  const { end, endOn, endRecordedOn } = path
  if (end === 'open' || !endOn || !endRecordedOn) return
  const at = { on: endOn, recordedOn: endRecordedOn }
  addFact(build, deal, 'stage', stage, { ...at, value: endStages[end] })
  addFact(build, deal, 'state', 'open', { ...at, value: end })
  addFact(build, deal, 'closedOn', null, { ...at, value: endOn })
  if (end === 'won') addFact(build, deal, 'wonAmount', null, { ...at, value: deal.record.wonAmount })
}

function addFact(
  build: SampleBuilder,
  deal: SampleDeal,
  field: string,
  before: Json,
  fact: Dated<Json>,
): void {
  build.add(
    'oppFact',
    {
      opportunity: deal.record.id,
      field,
      before,
      value: fact.value,
      occurredOn: fact.on,
      recordedAt: stampOn(fact.recordedOn, 16),
    },
    { on: fact.recordedOn },
  )
}

const lostReasons = ['Price', 'Missing function', 'Incumbent stayed', 'Relationship', 'Timing'] as const

function addOutcome(build: SampleBuilder, random: Random, catalogue: Catalogue, deal: SampleDeal): void {
  const { end, endOn } = deal.path
  if (end === 'open' || !endOn) return
  build.add(
    'outcome',
    {
      opportunity: deal.record.id,
      result: end,
      on: endOn,
      amount: deal.record.wonAmount,
      currency: usd,
      competitor: end === 'lost' ? (deal.record.competitor ?? random.pick(catalogue.competitors).id) : null,
      reasonCode:
        end === 'won'
          ? random.pick(['Evaluation result', 'Business case', 'Service', 'Reference'])
          : end === 'lost'
            ? random.pick(lostReasons)
            : random.pick(['No budget', 'Project stopped', 'Sponsor lost interest', 'Too small']),
    },
    { on: deal.path.endRecordedOn ?? endOn, source: 'rep' },
  )
}
