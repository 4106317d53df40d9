/** The events of sample deals, and the three facts that make a deal qualified. */
import { addDays, type Day } from '../base/day'
import type { Random } from '../base/random'
import type { RecordOf } from '../model/catalog'
import type { NewValues } from '../region/new-record'
import { chance, lastDay, stampOn, workday, type SampleBuilder } from './builder'
import type { SampleDeal } from './deals'
import type { SampleProcess } from './process'
import { eventRows, evenBuying } from './process-words'

/** Buying rank after so many steps done, at the deal's pace; a seller who is ahead reaches S5 or S6 with a buyer in B3. */
export function buyingAfter(deal: Pick<SampleDeal, 'pace'>, steps: number): number {
  const at = Math.max(0, Math.min(evenBuying.length - 1, steps + deal.pace))
  const rank = evenBuying[at] ?? 0
  // A rank that the matrix blocks would contradict the record.
  return steps >= 5 ? Math.max(2, rank) : rank
}

/** Records the events of one deal step by step. */
export function addEvents(
  build: SampleBuilder,
  random: Random,
  process: SampleProcess,
  deal: SampleDeal,
): void {
  if (!deal.hasEvents) return
  let buying = 0
  const stepEnds = [
    ...deal.path.steps,
    ...(deal.path.end === 'won' && deal.path.endOn && deal.path.endRecordedOn
      ? [{ on: deal.path.endOn, recordedOn: deal.path.endRecordedOn, value: 7 }]
      : []),
  ]
  let before = deal.path.startOn
  for (const step of stepEnds) {
    const reached = step.value === 7 ? 7 : Math.max(buying, buyingAfter(deal, step.value))
    for (const [key, side, rank] of eventRows) {
      const due = side === 'selling' ? rank === step.value : rank > buying && rank <= reached
      if (due) addEvent(build, random, process, deal, key, before, step)
    }
    buying = reached
    before = step.on
  }
  aheadOfTheGate(build, random, process, deal, buying)
}

/** A few buyers say whom they prefer long before they have released money. */
function aheadOfTheGate(
  build: SampleBuilder,
  random: Random,
  process: SampleProcess,
  deal: SampleDeal,
  buying: number,
): void {
  const last = deal.path.steps[deal.path.steps.length - 1]
  if (deal.path.end !== 'open' || buying !== 3 || !last || !chance(random, 0.2)) return
  addEvent(build, random, process, deal, 'BE8', deal.path.startOn, last)
}

function addEvent(
  build: SampleBuilder,
  random: Random,
  process: SampleProcess,
  deal: SampleDeal,
  key: string,
  before: Day,
  step: { readonly on: Day; readonly recordedOn: Day },
): void {
  const def = process.events.get(key)
  if (!def) return
  const early = chance(random, 0.4) ? workday(addDays(step.on, -random.between(1, 6))) : step.on
  const occurredOn = early > before && early < step.on ? early : step.on
  const person = random.pick(deal.customer.people)
  build.add(
    'opportunityEvent',
    {
      opportunity: deal.record.id,
      event: def.id,
      occurredOn,
      recordedAt: stampOn(step.recordedOn, 15),
      evidence: def.evidence.replace('{who}', person.name),
      person: person.id,
      by: deal.rep.record.name,
    },
    { on: step.recordedOn, source: 'rep' },
  )
}

/** Decision maker, decision date and budget, as far as they are known, and the next step. */
export function qualification(random: Random, deal: SampleDeal): NewValues<'opportunity'> {
  const { path, customer, record, rep } = deal
  const first = path.steps[0]
  const values: Record<string, unknown> = {}
  const askedOn = first?.on ?? path.startOn
  const signer = byRank(customer.people)
  const teller = random.pick(customer.people)
  const facts = first && (deal.hasEvents ? !chance(random, 0.12) : chance(random, 0.35))
  if (facts || (first && chance(random, 0.5)))
    Object.assign(values, {
      decisionMaker: signer.name,
      decisionMakerEvidence: teller.name,
      decisionMakerOn: askedOn,
    })
  if (facts || (first && chance(random, 0.3))) {
    const promised = deal.closes[Math.max(0, deal.closes.length - 2)]?.value ?? null
    Object.assign(values, {
      decisionDate: promised,
      decisionDateEvidence: signer.name,
      decisionDateOn: askedOn,
    })
  }
  if (facts || (first && chance(random, 0.25)))
    Object.assign(values, {
      budgetKnown: true,
      budget: Math.round(((record.amount ?? 0) * 1.1) / 500_000) * 500_000,
      budgetEvidence: teller.name,
      budgetOn: askedOn,
      funding: path.steps.length >= 5 ? 'released' : path.steps.length >= 3 ? 'requested' : 'estimated',
    })
  if (path.end === 'open' && path.steps.length === 0)
    Object.assign(values, {
      suspectReason: random.pick([
        'Asked for a price list',
        'Met at the trade fair',
        'Old customer, new plant',
        'Spoke of a standstill',
      ]),
      reviewOn: addDays(path.startOn, 60),
    })
  if (path.end === 'open' && !path.stalled && !chance(random, rep.neglect + 0.05))
    Object.assign(values, {
      nextStep: random.pick(nextSteps[path.steps.length] ?? ['Call back']),
      nextStepOn: workday(
        addDays(lastDay, chance(random, 0.15) ? -random.between(1, 12) : random.between(1, 18)),
      ),
      nextStepBuyer: chance(random, 0.6),
    })
  return values
}

const nextSteps: readonly (readonly string[])[] = [
  ['First call with the plant', 'Buyer sends the list of standstills'],
  ['Site visit for the needs analysis', 'Buyer names the project team'],
  ['Buyer confirms the need summary', 'Workshop with the engineers'],
  ['Buyer signs the test plan', 'Outline goes to the project team'],
  ['Evaluator signs the test record', 'Buyer books the presentation'],
  ['Buyer’s CFO checks the savings', 'Presentation to the board'],
  ['Buyer returns the terms', 'Approval form goes round'],
]

/** The person of a company who is most likely to sign. */
function byRank(people: readonly RecordOf<'person'>[]): RecordOf<'person'> {
  const order = ['Chief Financial Officer', 'VP Operations', 'Plant Manager']
  for (const title of order) {
    const found = people.find(each => each.title === title)
    if (found) return found
  }
  return people[0] as RecordOf<'person'>
}
