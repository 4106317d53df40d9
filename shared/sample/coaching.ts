/** What the managers of the sample region do with their reps: one-on-ones, actions, skills and forecast calls. */
import { addDays, type Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import { chance, firstDay, lastDay, stampOn, workday, type SampleBuilder } from './builder'
import { quarters, usd } from './catalogue'
import type { SampleDeal } from './deals'
import type { SampleRep } from './organisation'

const skillRows = [
  ['discovery', 'Questions for impact', 'process', 4],
  ['value', 'Linking to value', 'methodology', 4],
  ['people', 'Winning the money-owner', 'methodology', 4],
  ['business', 'Reading a balance sheet', 'business', 3],
  ['product', 'Vibration basics', 'product', 4],
  ['plan', 'Mutual close plan', 'process', 4],
  ['tools', 'Keeping records current', 'tools', 4],
] as const

const openActions: readonly (readonly [string, number])[] = [
  ['Agree the date of the presentation with the money-owner', 8],
  ['Send the reference of the paper mill', 3],
  ['Ask who signs besides the plant manager', -4],
  ['Write down the criteria in the buyer’s words', 6],
  ['Book the plant walk with the reliability engineer', 12],
  ['Clear the open points of the test record', -9],
  ['Ask purchasing for the approval route', 15],
]

/** Adds skills and ratings, one-on-ones, coaching entries, actions and the commits of the last weeks. */
export function addCoaching(
  build: SampleBuilder,
  reps: readonly SampleRep[],
  deals: readonly SampleDeal[],
): void {
  const random = build.stream('coaching')
  const skills = skillRows.map(([key, name, group, target]) =>
    build.add('skill', { key, name, group, target }, { on: firstDay, source: 'manager' }),
  )
  for (const rep of reps.filter(each => each.record.active)) {
    const open = deals.filter(each => each.record.state === 'open' && each.record.owner === rep.record.id)
    rateSkills(build, random, rep, skills)
    holdMeetings(build, random, rep)
    addActions(build, random, rep, open)
    callForecast(build, random, rep, deals)
  }
}

type Random = ReturnType<SampleBuilder['stream']>

function rateSkills(
  build: SampleBuilder,
  random: Random,
  rep: SampleRep,
  skills: readonly RecordOf<'skill'>[],
): void {
  const on = addDays(lastDay, -random.between(40, 90))
  for (const skill of skills) {
    const manager = random.between(2, 5)
    const self = Math.max(1, Math.min(5, manager + random.between(-1, 2)))
    build.add(
      'skillRating',
      { rep: rep.record.id, skill: skill.id, on, self, manager },
      { on, source: 'manager' },
    )
  }
}

function holdMeetings(build: SampleBuilder, random: Random, rep: SampleRep): void {
  // One rep has not been talked to for five weeks.
  const since = rep.record.name === 'Tomas Eklund' ? 36 : random.between(4, 13)
  for (let back = since; back < 120; back += 14) {
    const on = workday(addDays(lastDay, -back))
    build.add(
      'meeting',
      {
        kind: 'oneOnOne',
        rep: rep.record.id,
        on,
        minutes: 45,
        state: 'closed',
        topics: ['Deals to decide', 'Next steps'],
      },
      { on, source: 'manager' },
    )
  }
  const next = workday(addDays(lastDay, random.between(3, 9)))
  build.add(
    'meeting',
    { kind: 'oneOnOne', rep: rep.record.id, on: next, minutes: 45, state: 'planned' },
    { on: addDays(lastDay, -7), source: 'manager' },
  )
  if (!chance(random, 0.7)) return
  const on = addDays(lastDay, -random.between(20, 45))
  build.add(
    'coachingEntry',
    {
      rep: rep.record.id,
      on,
      kind: 'train',
      focus: random.pick([
        'Larger products',
        'Reaching the money-owner',
        'Next step with a date',
        'Questions for impact',
      ]),
      metric: 'Share of open deals with a buyer’s next step',
      baseline: random.between(35, 60) / 100,
      agreed: 'Two visits together, every open deal with a dated step of the buyer',
      followUpOn: addDays(on, 45),
    },
    { on, source: 'manager' },
  )
}

function addActions(build: SampleBuilder, random: Random, rep: SampleRep, open: readonly SampleDeal[]): void {
  for (const [text, days] of openActions) {
    if (!chance(random, 0.65)) continue
    const deal = open.length > 0 ? random.pick(open) : null
    const on = addDays(lastDay, -random.between(6, 25))
    build.add(
      'actionItem',
      {
        text,
        rep: rep.record.id,
        dueOn: workday(addDays(lastDay, days + random.between(-2, 2))),
        origin: chance(random, 0.6) ? 'meeting' : 'review',
        opportunity: deal?.record.id ?? null,
        account: deal?.customer.account.id ?? null,
      },
      { on, source: 'manager' },
    )
  }
}

function callForecast(
  build: SampleBuilder,
  random: Random,
  rep: SampleRep,
  deals: readonly SampleDeal[],
): void {
  for (const [at, period] of quarters.slice(-5).entries()) {
    const won = deals
      .filter(each => each.rep === rep && each.path.end === 'won' && quarterOf(each.path.endOn) === period)
      .reduce((sum, each) => sum + (each.record.wonAmount ?? 0), 0)
    const year = period.slice(0, 4)
    const on = workday(`${year}-${['01', '04', '07', '10'][Number(period.slice(-1)) - 1] ?? '10'}-20` as Day)
    // Two reps are never right in the same direction.
    const bias = rep.record.name === 'Kofi Boateng' ? 1.25 : rep.record.name === 'Wanda Kowal' ? 0.8 : 1
    const commit =
      Math.round((Math.max(won, 9_000_000) * bias * (0.85 + 0.3 * random.unit())) / 500_000) * 500_000
    build.add(
      'forecastCall',
      {
        rep: rep.record.id,
        by: 'rep',
        period,
        asOf: on,
        commit,
        bestCase: Math.round((commit * 1.3) / 500_000) * 500_000,
        currency: usd,
        submittedAt: stampOn(on, 17),
        comment: at === 4 ? 'Two large ones carry it' : null,
      },
      { on, source: 'rep' },
    )
  }
}

/** The quarter of a day in a calendar year. */
const quarterOf = (d: Day | null): string | null =>
  d ? `${d.slice(0, 4)}-Q${Math.ceil(Number(d.slice(5, 7)) / 3)}` : null
