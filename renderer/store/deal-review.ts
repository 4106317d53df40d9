/** The reviews of one deal with what is known, what the data answer, and the warning about it. */
import type { Day } from '#shared/base/day'
import { periodOf } from '#shared/base/fiscal'
import { asId } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import type { ReviewAnswer, ScriptQuestion } from '#shared/model/workbench'
import type { DealState } from '#shared/process/deal-state'
import type { Region } from '#shared/region/region'
import { withAccepted, type Warning } from '#shared/region/warning'
import type { BuyerMap } from '#shared/strategy/buyer-map'
import type { DealBrief } from '#shared/strategy/deal-brief'
import { preAnswers, type ReviewData } from '#shared/strategy/pre-answer'
import { knowledgeOf, latestReview, reviewWarnings, type Knowledge } from '#shared/strategy/review-score'
import { askDealMap, mapTables } from './deal-map'
import { askDealStates } from './deal-states'
import { query } from './query'

/** A review as it counts on the as-of date. */
export interface ReviewScore {
  readonly review: RecordOf<'review'>
  readonly questions: readonly ScriptQuestion[]
  readonly knowledge: Knowledge
}

/** Reviews of a deal as the screen shows them. */
export interface DealReview {
  readonly row: DealState
  readonly brief: DealBrief
  readonly map: BuyerMap
  /** The script that a new review would use; null where the region has none. */
  readonly script: RecordOf<'scriptTemplate'> | null
  /** The review that is under way. */
  readonly open: ReviewScore | null
  /** The newest review that was held. */
  readonly last: ReviewScore | null
  /** All held reviews, oldest first, each as it was known on its own day. */
  readonly past: readonly ReviewScore[]
  /** What the data answer now. */
  readonly data: readonly ReviewAnswer[]
  readonly actions: readonly RecordOf<'actionItem'>[]
  /** RV-W1, accepted or not. */
  readonly warnings: readonly Warning[]
}

/** The script for a deal: the one with the highest threshold that the amount reaches, else the default. */
function scriptFor(region: Region, row: DealState): RecordOf<'scriptTemplate'> | null {
  const all = region.all('scriptTemplate')
  const amount = row.value.amount ?? 0
  const fit = all.filter(each => each.fromAmount !== null && each.fromAmount <= amount)
  return (
    fit.reduce<RecordOf<'scriptTemplate'> | null>(
      (best, each) => (best === null || (each.fromAmount ?? 0) > (best.fromAmount ?? 0) ? each : best),
      null,
    ) ??
    all.find(each => each.isDefault) ??
    all[0] ??
    null
  )
}

function dataOf(region: Region, row: DealState, map: BuyerMap, last: RecordOf<'review'> | null): ReviewData {
  const events = new Map<string, { evidence: string; on: Day; who: string | null }>()
  for (const each of region.where('opportunityEvent', 'opportunity', row.id)) {
    const key = region.get('eventDef', each.event)?.key
    if (key !== undefined && each.state === 'complete')
      events.set(key, {
        evidence: each.evidence,
        on: each.occurredOn,
        who: region.get('person', each.person)?.name ?? null,
      })
  }
  return {
    deal: row.deal,
    map,
    events,
    competitors: new Map(region.all('competitor').map(each => [each.id, each.name])),
    planClose: row.schedule?.close ?? null,
    lastActions:
      last === null
        ? []
        : region
            .where('actionItem', 'opportunity', row.id)
            .filter(each => each.origin === 'review' && each.state !== 'cancelled'),
  }
}

/** The reviews of a deal; null where there is no such deal. */
export const askDealReview = query(
  [...mapTables, 'scriptTemplate', 'competitor', 'eventDef'],
  (region, id: string, asOf: Day): DealReview | null => {
    const mapped = askDealMap(region, id, asOf, '')
    if (!mapped) return null
    const { row, brief, map } = mapped
    const { settings } = askDealStates(region, asOf)
    const reviews = [...region.where('review', 'opportunity', asId<'opportunity'>(id))].sort((a, b) =>
      a.on < b.on ? -1 : 1,
    )
    const scoreAt = (review: RecordOf<'review'>, on: Day): ReviewScore => {
      const questions = region.get('scriptTemplate', review.template)?.questions ?? []
      return {
        review,
        questions,
        knowledge: knowledgeOf(questions, review.answers, on, settings.answerAgeDays),
      }
    }
    const newest = latestReview(reviews)
    const last = newest && scoreAt(newest, asOf)
    const open = reviews.findLast(each => each.state === 'prepared') ?? null
    const script = scriptFor(region, row)
    const quarter = periodOf(asOf, 'quarter', settings.fiscalStart)
    return {
      row,
      brief,
      map,
      script,
      open: open && scoreAt(open, asOf),
      last,
      past: reviews.filter(each => each.state !== 'prepared').map(each => scoreAt(each, each.on)),
      data: preAnswers(script?.questions ?? [], dataOf(region, row, map, newest), asOf),
      actions: region
        .where('actionItem', 'opportunity', row.id)
        .filter(each => each.state === 'open')
        .sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1)),
      warnings: withAccepted(
        region,
        reviewWarnings(brief, last?.knowledge ?? null, brief.close !== null && brief.close <= quarter.last),
        asOf,
      ),
    }
  },
)
