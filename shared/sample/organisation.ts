/** Reps, teams, managers and quotas of the sample region. */
import type { Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import { firstDay, type SampleBuilder } from './builder'
import { quarters, usd } from './catalogue'
import type { Team } from './places'

/** A rep with the habits that make their numbers look as they do. */
export interface SampleRep {
  readonly record: RecordOf<'rep'>
  readonly team: Team
  /** Share of the team's new deals. */
  readonly share: number
  /** Factor on the chance of leaving a step forwards; 1 is as the others. */
  readonly skill: number
  /** Factor on how large the products are that they sell. */
  readonly size: number
  /** Mean days between an event and its record. */
  readonly lag: number
  /** Chance that a deal lies untouched. */
  readonly neglect: number
}

const rows: readonly (readonly [
  name: string,
  team: Team,
  share: number,
  skill: number,
  size: number,
  lag: number,
  neglect: number,
])[] = [
  ['Ruth Calloway', 'Coast', 1.1, 1.04, 1, 1, 0.1],
  ['Kofi Boateng', 'Coast', 1, 1, 1.1, 1, 0.12],
  ['Elena Marchetti', 'Coast', 1, 0.98, 0.62, 1, 0.1],
  ['Daniel Stroud', 'Coast', 1.2, 0.97, 1, 6, 0.22],
  ['Priya Krishnan', 'Inland', 1, 1.05, 1.05, 1, 0.08],
  ['Owen Gallagher', 'Inland', 0.55, 1, 1, 1, 0.15],
  ['Miriam Haddad', 'Inland', 1, 1.02, 1, 2, 0.12],
  ['Tomas Eklund', 'Inland', 1.1, 0.95, 1, 1, 0.35],
  ['Wanda Kowal', 'Lakes', 1.05, 1.03, 1, 1, 0.1],
  ['Jamal Mercer', 'Lakes', 1, 1, 1, 1, 0.12],
  ['Lucia Serrano', 'Lakes', 1, 1.01, 1.1, 2, 0.1],
  ['Nils Iversen', 'Lakes', 0.35, 0.9, 0.9, 1, 0.12],
]

const managerOf: Readonly<Record<Team, string>> = {
  Coast: 'Helen Varga',
  Inland: 'Helen Varga',
  Lakes: 'Marcus Whitlock',
}

/** A rep who left in the summer; the deals went to a colleague of the team. */
const formerRep = { name: 'Oliver Crane', team: 'Inland' as Team, endOn: '2026-07-31' as Day }

/** Adds the reps; the last of the list has left. */
export function makeReps(build: SampleBuilder): readonly SampleRep[] {
  const life = { on: firstDay }
  const reps = rows.map(([name, team, share, skill, size, lag, neglect], index): SampleRep => {
    const record = build.add(
      'rep',
      {
        name,
        externalId: `R-${101 + index}`,
        email: `${name.toLowerCase().replace(' ', '.')}@watchline.example`,
        manager: managerOf[team],
        team,
        region: 'Tidewater',
        startOn: (name === 'Nils Iversen' ? '2026-04-01' : `20${15 + (index % 8)}-03-01`) as Day,
      },
      life,
    )
    return { record, team, share, skill, size, lag, neglect }
  })
  const left = build.add(
    'rep',
    {
      name: formerRep.name,
      externalId: 'R-120',
      manager: managerOf[formerRep.team],
      team: formerRep.team,
      region: 'Tidewater',
      active: false,
      startOn: '2019-03-01' as Day,
      endOn: formerRep.endOn,
    },
    { ...life, updatedOn: formerRep.endOn },
  )
  return [
    ...reps,
    { record: left, team: formerRep.team, share: 0.8, skill: 1, size: 1, lag: 1, neglect: 0.3 },
  ]
}

/** Adds one quota a rep and quarter, and the sum for the region. */
export function makeQuotas(build: SampleBuilder, reps: readonly SampleRep[]): void {
  for (const [at, period] of quarters.entries()) {
    // The last quarter of a year carries more, as the business does.
    const season = period.endsWith('Q4') ? 1.2 : period.endsWith('Q1') ? 0.9 : 1
    let sum = 0
    for (const { record, share } of reps) {
      if (record.endOn !== null && at >= 5) continue
      if (record.name === 'Nils Iversen' && at < 4) continue
      const amount =
        Math.round((215_000 * season * Math.max(0.6, share) * (1 + 0.02 * at)) / 5_000) * 5_000 * 100
      sum += amount
      build.add(
        'quota',
        { rep: record.id, period, amount, currency: usd },
        { on: firstDay, source: 'manager' },
      )
    }
    build.add(
      'quota',
      { unit: 'Tidewater', period, amount: sum, currency: usd },
      { on: firstDay, source: 'manager' },
    )
  }
}
