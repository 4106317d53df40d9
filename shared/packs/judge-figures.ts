/** Judges a rep's own calls for periods, and their ratings of their skills. */
import { asId } from '../base/id'
import { callBases, lastCall } from './forecast-sheet'
import { numberOf, textOf, type RowJudge } from './row-judge'
import { lastRating, ratingBases } from './skill-sheet'

/** Judges a period's call; taking it over adds a new call, since calls are never changed (FC-16). */
export const judgeCall: RowJudge = ({ region, rep, meta }, row) => {
  const period = row.ref
  if (period === null) return null
  const call = lastCall(region, rep, period)
  const bases = callBases(call)
  const wrong = new Map<string, string>()
  const commit = numberOf(row.values.get('commit') ?? null) ?? call?.commit ?? null
  const best = numberOf(row.values.get('bestCase') ?? null)
  if (commit === null)
    for (const column of row.values.keys()) wrong.set(column, 'A commit is needed beside it.')
  else if (best !== null && best < commit) wrong.set('bestCase', 'The best case is below the commit.')
  return {
    about: `Call for ${period}`,
    bases,
    done: new Set([...row.values].flatMap(([column, value]) => (bases[column] === value ? [column] : []))),
    wrong,
    apply: ({ edit, at }, take) => {
      const amount = numberOf(take('commit')) ?? call?.commit ?? null
      if (amount === null) return
      edit.add('forecastCall', {
        rep: rep.id,
        by: 'rep',
        period,
        asOf: meta.asOf,
        commit: amount,
        bestCase: numberOf(take('bestCase')) ?? call?.bestCase ?? null,
        currency: meta.currency,
        comment: textOf(take('callComment')),
        submittedAt: at,
      })
    },
  }
}

/** Judges a rating of a skill; taking it over adds a new rating. */
export const judgeSkill: RowJudge = ({ region, rep, meta }, row) => {
  const skill = region.get('skill', row.ref === null ? null : asId<'skill'>(row.ref))
  if (!skill) return null
  const rating = lastRating(region, rep.id, skill.id)
  const bases = ratingBases(rating)
  const same = [...row.values].flatMap(([column, value]) =>
    rating && rating.on >= meta.asOf && bases[column] === value ? [column] : [],
  )
  return {
    about: skill.name,
    bases,
    done: new Set(same),
    wrong: new Map(),
    apply: ({ edit }, take) => {
      edit.add('skillRating', {
        rep: rep.id,
        skill: skill.id,
        on: meta.asOf,
        self: numberOf(take('self')) ?? rating?.self ?? null,
        example: textOf(take('example')),
      })
    },
  }
}
