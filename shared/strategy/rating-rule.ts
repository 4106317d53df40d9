/** What a rating of a person must rest on (section 3, pitfalls): no zero, and evidence for the far ends of the scale. */
import { daysBetween, type Day } from '../base/day'
import { fail, ok, type Result } from '../base/result'
import type { RecordOf } from '../model/catalog'

/** Why a rating is refused. */
type RatingProblem = 'notWhole' | 'zero' | 'outside' | 'needsEvidence'

/** Days after which a rating is old (BR-4). */
const oldRating = 30

/** A rating from −5 to 5 without 0; ±4 and ±5 need evidence, since they decide what we do. */
export function checkRating(rating: number | null, evidence: string): Result<null, RatingProblem> {
  if (rating === null) return ok(null)
  if (!Number.isInteger(rating)) return fail('notWhole')
  if (rating === 0) return fail('zero')
  if (Math.abs(rating) > 5) return fail('outside')
  return Math.abs(rating) >= 4 && evidence.trim() === '' ? fail('needsEvidence') : ok(null)
}

/** How far a rating can be relied on as of a day. */
interface RatingAge {
  /** Days since it was given; null where no day is known. */
  readonly days: number | null
  readonly old: boolean
  readonly evidenced: boolean
}

/** Age and evidence of a person's rating; null where there is none. */
export function ratingAge(
  role: Pick<RecordOf<'buyerRole'>, 'rating' | 'ratingOn' | 'ratingEvidence'>,
  asOf: Day,
): RatingAge | null {
  if (role.rating === null || role.rating === 0) return null
  const days = role.ratingOn === null ? null : Math.max(0, daysBetween(role.ratingOn, asOf))
  return {
    days,
    old: days === null || days > oldRating,
    evidenced: (role.ratingEvidence ?? '').trim() !== '',
  }
}

/** The sentence of a refused rating. */
export const ratingProblemText: Readonly<Record<RatingProblem, string>> = {
  notWhole: 'A rating is a whole number from −5 to 5.',
  zero: 'There is no rating of 0: leave it empty while it is not known.',
  outside: 'A rating lies between −5 and 5.',
  needsEvidence: 'A rating of 4 or 5, for or against us, needs evidence: what did the person do or say?',
}
