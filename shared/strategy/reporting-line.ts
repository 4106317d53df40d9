/** Changing who reports to whom on a map: a line that would close a circle is refused before it is drawn (BR-W3). */
import { fail, ok, type Result } from '../base/result'
import type { Id } from '../base/id'
import type { BuyerMap } from './buyer-map'

/** Why a reporting line cannot be drawn: the names along the circle that it would close, the first one again at its end. */
interface ReportingCircle {
  readonly names: readonly string[]
}

/** True to draw `who` under `boss`; `boss` null takes a line away, which never fails. */
export function checkReporting(
  map: BuyerMap,
  who: Id<'buyerRole'>,
  boss: Id<'buyerRole'> | null,
): Result<null, ReportingCircle> {
  const byId = new Map(map.buyers.map(each => [each.role.id, each]))
  const name = (id: Id<'buyerRole'>): string => byId.get(id)?.name ?? 'Unknown'
  const names = [name(who)]
  const seen = new Set<Id<'buyerRole'>>()
  for (let at = boss; at !== null && !seen.has(at); at = byId.get(at)?.role.reportsTo ?? null) {
    names.push(name(at))
    if (at === who) return fail({ names })
    seen.add(at)
  }
  return ok(null)
}

/** The sentence of a refused line. */
export const reportingProblemText = ({ names }: ReportingCircle): string =>
  names.length === 2
    ? `${names[0]} cannot report to the same person. Choose somebody else.`
    : `This would close a circle of reporting lines: ${names.join(' → ')}. Remove one of the other lines first.`
