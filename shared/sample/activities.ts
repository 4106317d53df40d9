/** Calls, meetings and visits of the sample region, leads with their cadences, and what was decided about deals. */
import { addDays, daysBetween, earlierDay, laterDay, type Day } from '../base/day'
import type { Random } from '../base/random'
import type { RecordOf } from '../model/catalog'
import { chance, firstDay, lastDay, weighted, workday, type SampleBuilder } from './builder'
import type { Catalogue } from './catalogue'
import type { Customer } from './customers'
import type { SampleDeal } from './deals'
import { peopleNames, sectors } from './names'
import type { SampleRep } from './organisation'

type Kind = RecordOf<'activity'>['kind']

const kindsOfStep: readonly (readonly (readonly [Kind, number])[])[] = [
  [
    ['call', 5],
    ['email', 5],
    ['social', 1],
  ],
  [
    ['call', 3],
    ['email', 3],
    ['meeting', 3],
    ['visit', 2],
  ],
  [
    ['meeting', 3],
    ['demo', 3],
    ['email', 3],
  ],
  [
    ['demo', 2],
    ['visit', 3],
    ['call', 2],
    ['internal', 1],
  ],
  [
    ['meeting', 4],
    ['email', 3],
    ['call', 2],
  ],
  [
    ['meeting', 2],
    ['call', 4],
    ['email', 4],
  ],
  [
    ['call', 4],
    ['email', 4],
    ['meeting', 1],
  ],
]

const subjects: Readonly<Record<Kind, readonly string[]>> = {
  call: ['Call about the standstills', 'Call about dates', 'Follow-up call', 'Call with the plant'],
  email: ['Sent the summary', 'Sent reference data', 'Answer to questions', 'Dates for a visit'],
  meeting: ['Meeting with the project team', 'Review of the outline', 'Meeting with finance'],
  demo: ['Demonstration with own data', 'Demonstration of the alarm view'],
  visit: ['Plant walk', 'Site visit, pump house', 'Site visit, line two'],
  social: ['Contact request'],
  letter: ['Letter to the board'],
  internal: ['Preparation of the test plan'],
  task: ['Prepare the offer'],
}

const minutesOf: Readonly<Record<Kind, readonly [number, number]>> = {
  call: [5, 30],
  email: [5, 15],
  meeting: [45, 90],
  demo: [60, 120],
  visit: [90, 240],
  social: [5, 5],
  letter: [20, 30],
  internal: [30, 60],
  task: [15, 60],
}

/** Adds the activities of one deal and returns the day of the last one; null where nothing was done. */
export function addActivities(build: SampleBuilder, random: Random, deal: SampleDeal): Day | null {
  const { path, rep } = deal
  const turns = [path.startOn, ...path.steps.map(each => each.on)]
  // Neglected deals rest from their last step on; others are worked until they end or until the last day.
  const rests = path.stalled || (path.end === 'open' && chance(random, rep.neglect))
  let last: Day | null = null
  turns.forEach((from, step) => {
    const next = turns[step + 1]
    const until =
      next ?? path.endOn ?? (rests ? earlierDay(addDays(from, random.between(0, 12)), lastDay) : lastDay)
    const count = Math.min(6, (deal.hasEvents ? 2 : 1) + Math.floor(daysBetween(from, until) / 16))
    for (let i = 0; i < count; i++) {
      // The newest work of a deal that is being worked lies within the last two weeks.
      const near = !next && !rests && path.end === 'open' && i === count - 1
      const raw = near
        ? addDays(lastDay, -random.between(0, 12))
        : addDays(from, random.between(0, Math.max(0, daysBetween(from, until))))
      const on = backToWorkday(laterDay(raw, path.startOn))
      addActivity(build, random, deal, step, on)
      if (last === null || on > last) last = on
    }
  })
  return last
}

const backToWorkday = (d: Day): Day => {
  const at = workday(d)
  return at === d ? d : addDays(at, -3)
}

function addActivity(build: SampleBuilder, random: Random, deal: SampleDeal, step: number, on: Day): void {
  const kind = weighted<Kind>(random, kindsOfStep[step] ?? [['call', 1]])
  const [low, high] = minutesOf[kind]
  const twoWay =
    kind !== 'internal' &&
    kind !== 'social' &&
    chance(random, kind === 'email' ? 0.4 : kind === 'call' ? 0.7 : 0.97)
  build.add(
    'activity',
    {
      subject: random.pick(subjects[kind]),
      kind,
      on,
      owner:
        deal.rep.record.endOn !== null && on > deal.rep.record.endOn ? deal.record.owner : deal.rep.record.id,
      account: deal.customer.account.id,
      opportunity: deal.record.id,
      persons: kind === 'internal' ? [] : [random.pick(deal.customer.people).id],
      twoWay,
      minutes: random.between(low, high),
      travelMinutes: kind === 'visit' ? random.between(30, 180) : null,
      outcome: twoWay
        ? random.pick(['Agreed the next step', 'Got the answer', 'They will come back', 'New person met'])
        : null,
    },
    { on },
  )
}

/** Decisions about open deals that have lain long, as a manager would have taken some of them. */
export function addDispositions(build: SampleBuilder, random: Random, deals: readonly SampleDeal[]): void {
  const lying = deals.filter(
    each => each.path.end === 'open' && daysBetween(each.path.startOn, lastDay) > 200,
  )
  for (const deal of lying) {
    if (!chance(random, 0.22)) continue
    const on = addDays(lastDay, -random.between(10, 90))
    const kind = weighted<'postpone' | 'qualify' | 'archive'>(random, [
      ['postpone', 6],
      ['qualify', 2],
      ['archive', 2],
    ])
    build.add(
      'disposition',
      {
        opportunity: deal.record.id,
        kind,
        on,
        by: deal.rep.team === 'Lakes' ? 'Marcus Whitlock' : 'Helen Varga',
        reason:
          kind === 'archive'
            ? 'No one answers any more'
            : kind === 'postpone'
              ? 'Budget of next year'
              : 'Project confirmed by the plant manager',
        revisitOn: kind === 'postpone' ? addDays(lastDay, random.between(-8, 90)) : null,
        reasonCode: kind === 'archive' ? 'noNeed' : null,
      },
      { on, source: 'manager' },
    )
  }
}

const touchRows = [
  [0, 'E-mail', 'Cost of a standstill in your sector'],
  [2, 'Call', 'Ask for the last standstill'],
  [5, 'Social', 'Contact request'],
  [9, 'E-mail', 'Reference of a like plant'],
  [14, 'Call', 'Offer a plant walk'],
  [21, 'Letter', 'Report to the plant manager'],
  [30, 'Call', 'Last call'],
  [35, 'E-mail', 'Close the file'],
] as const

/** Adds leads, the cadence that they are worked with, and the touches done, which are fewer than planned. */
export function addLeads(
  build: SampleBuilder,
  catalogue: Catalogue,
  customers: readonly Customer[],
  reps: readonly SampleRep[],
): void {
  const random = build.stream('leads')
  const nextName = peopleNames(random)
  const cadence = build.add(
    'cadence',
    {
      name: 'First contact, eight touches',
      steps: touchRows.map(([dayOffset, channel, content], at) => ({
        no: at + 1,
        dayOffset,
        channel,
        content,
      })),
    },
    { on: firstDay, source: 'manager' },
  )
  const active = reps.filter(each => each.record.active)
  for (let no = 1; no <= 90; no++) {
    const rep = random.pick(active)
    const customer = chance(random, 0.5) ? random.pick(customers) : null
    const createdOn = workday(addDays(lastDay, -random.between(3, 120)))
    const lead = build.add(
      'lead',
      {
        name: nextName(),
        externalId: `L-${3000 + no}`,
        company:
          customer?.account.name ??
          `${random.pick(['Old', 'New', 'Upper', 'Lower'])} ${random.pick(['Basin', 'Ferry', 'Kiln', 'Weir'])} ${random.pick(sectors).words[0]}`,
        account: customer?.account.id ?? null,
        owner: rep.record.id,
        leadSource: weighted(random, catalogue.sources).id,
        state: 'working',
        createdOn,
      },
      { on: createdOn },
    )
    const enrolment = build.add(
      'enrolment',
      { cadence: cadence.id, lead: lead.id, owner: rep.record.id, startOn: createdOn },
      { on: createdOn },
    )
    const zeal = random.between(1, 6)
    touchRows.forEach(([offset], at) => {
      const dueOn = workday(addDays(createdOn, offset))
      const doneOn = at < zeal && dueOn < lastDay ? dueOn : null
      build.add(
        'touch',
        { enrolment: enrolment.id, no: at + 1, dueOn, doneOn },
        { on: createdOn, ...(doneOn ? { updatedOn: doneOn } : {}) },
      )
    })
  }
}
