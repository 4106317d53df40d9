/** Answers that the data give before anybody asks (section 4): events, the map, dates and the plan. */
import type { Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import type { ReviewAnswer, ScriptQuestion } from '../model/workbench'
import type { BuyerMap } from './buyer-map'

/** What the data know of a deal when its script is built. */
export interface ReviewData {
  readonly deal: RecordOf<'opportunity'>
  readonly map: BuyerMap
  /** Complete events by key such as `BE1`, with who said it. */
  readonly events: ReadonlyMap<
    string,
    { readonly evidence: string; readonly on: Day; readonly who: string | null }
  >
  readonly competitors: ReadonlyMap<string, string>
  readonly planClose: Day | null
  readonly lastActions: readonly RecordOf<'actionItem'>[]
}

interface Found {
  readonly answer: string
  readonly who: string | null
  readonly on: Day | null
}

/** What a binding finds in the data; null where the data are silent. */
function find(binding: string, data: ReviewData, asOf: Day): Found | null {
  const { deal, map } = data
  if (binding.startsWith('event:')) {
    const event = data.events.get(binding.slice('event:'.length))
    return event ? { answer: event.evidence, who: event.who, on: event.on } : null
  }
  switch (binding) {
    case 'decisionDate':
      return deal.decisionDate
        ? {
            answer: `Decision on ${deal.decisionDate}`,
            who: deal.decisionDateEvidence,
            on: deal.decisionDateOn,
          }
        : null
    case 'economicBuyer': {
      const buyer = map.buyers.find(each => each.cores.includes('economic') && each.state !== 'gone')
      return buyer
        ? { answer: buyer.name, who: buyer.lastTwoWay ? buyer.name : null, on: buyer.lastTwoWay }
        : null
    }
    case 'competition': {
      const names = map.standings.map(each => data.competitors.get(each.competitor) ?? 'a competitor')
      return names.length > 0 ? { answer: names.join(', '), who: null, on: null } : null
    }
    case 'plan':
      return data.planClose ? { answer: `The plan closes on ${data.planClose}`, who: null, on: null } : null
    case 'nextStep':
      return deal.nextStep && deal.nextStepOn && deal.nextStepOn >= asOf
        ? { answer: `${deal.nextStep}, ${deal.nextStepOn}`, who: null, on: null }
        : null
    case 'lastReview': {
      const late = data.lastActions.filter(each => each.state === 'open' && each.dueOn && each.dueOn < asOf)
      return data.lastActions.length > 0
        ? {
            answer: late.length > 0 ? late.map(each => each.text).join('; ') : 'All done',
            who: null,
            on: null,
          }
        : null
    }
    default:
      return null
  }
}

/** The answers that the data give: known with a named buyer and a day, else assumed (RV-2). */
export function preAnswers(
  questions: readonly ScriptQuestion[],
  data: ReviewData,
  asOf: Day,
): readonly ReviewAnswer[] {
  return questions.flatMap((question): ReviewAnswer[] => {
    const found = question.answeredBy ? find(question.answeredBy, data, asOf) : null
    if (!found) return []
    const proven = (found.who ?? '').trim() !== '' && found.on !== null
    return [
      {
        question: question.key,
        state: proven ? 'known' : 'assumed',
        answer: found.answer,
        evidenceWho: found.who,
        evidenceOn: found.on,
        answeredOn: found.on ?? asOf,
        source: 'data',
        action: null,
        acceptedNotKnowing: null,
      },
    ]
  })
}
