/** Judges the answers about strategy sheets, buyers and reviews. */
import { parseDay, type Day } from '../base/day'
import { asId } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Factor, ReviewAnswer } from '../model/workbench'
import { buyerBases, buyerKey } from './buyer-sheet'
import { dealOfNew, type PackValue } from './pack-content'
import { answerStates, factorStates } from './pack-lists'
import { judgeTopics } from './judge-topics'
import { numberOf, textOf, type RowAnswers, type RowJudge, type RowJudgement } from './row-judge'
import { factorBases } from './strategy-sheet'
import { answerBases } from './unknown-sheet'

const dayIn = (value: PackValue | undefined): Day | null =>
  typeof value === 'string' ? parseDay(value) : null

/** Columns whose answer is what the region holds already. */
const held = (row: RowAnswers, bases: RowJudgement['bases']): Set<string> =>
  new Set(
    [...row.values].flatMap(([column, value]) =>
      column in bases && bases[column] === value ? [column] : [],
    ),
  )

/** Judges a factor or an action of a strategy sheet; what stands in a deal's empty rows becomes topics about the deal. */
export const judgeStrategy: RowJudge = (context, row) => {
  if (row.ref === null) return judgeTopics('agenda')(context, row)
  const about = dealOfNew(row.ref)
  if (about !== null) {
    const deal = context.region.get('opportunity', asId<'opportunity'>(about))
    return deal ? judgeTopics('strategy')(context, { ...row, ref: deal.name }) : null
  }
  const [sheetId, part] = row.ref.split('/')
  if (sheetId === 'action') return judgeStrategyAction(context, row, part ?? '')
  const sheet = context.region.get('strategySheet', asId<'strategySheet'>(sheetId ?? ''))
  const factor = sheet?.factors.find(each => each.id === part)
  if (!sheet || !factor) return null
  const bases = factorBases(factor)
  const wrong = new Map<string, string>()
  const evidence = row.values.has('evidence') ? textOf(row.values.get('evidence')) : factor.evidence
  // SS-4: without evidence a factor is neutralised by a quarter at most.
  if (Number(row.values.get('newEffect') ?? 0) > 25 && !evidence)
    wrong.set('newEffect', 'An effect above 25 % needs evidence beside it.')
  if (row.values.has('newDue')) wrong.set('newDue', 'Only actions have a date.')
  if (row.values.has('proposal')) wrong.set('proposal', 'New factors go into the empty rows.')
  return {
    about: factor.text,
    bases,
    done: held(row, bases),
    wrong,
    apply: ({ edit }, take) => {
      const now = edit.current('strategySheet', sheet.id)['factors'] as readonly Factor[]
      const status = factorStates.find(each => each.word === take('status'))?.key
      const weight = take('newWeight')
      const effect = take('newEffect')
      const said = take('evidence')
      edit.set('strategySheet', sheet.id, {
        factors: now.map(each =>
          each.id === factor.id
            ? {
                ...each,
                ...(weight === undefined || weight === null ? {} : { weight: Number(weight) }),
                ...(effect === undefined || effect === null ? {} : { effect: Number(effect) / 100 }),
                ...(status ? { status } : {}),
                ...(said === undefined ? {} : { evidence: textOf(said), evidenceOn: context.meta.asOf }),
              }
            : each,
        ),
      })
    },
  }
}

function judgeStrategyAction(
  ...[{ region }, row, id]: [...Parameters<RowJudge>, string]
): RowJudgement | null {
  const action = region.get('actionItem', asId<'actionItem'>(id))
  if (!action) return null
  const bases = { newDue: action.dueOn, evidence: action.evidence }
  const wrong = new Map<string, string>()
  for (const column of row.values.keys())
    if (!(column in bases)) wrong.set(column, 'This is an action: only Due new and Evidence are read.')
  return {
    about: action.text,
    bases,
    done: held(row, bases),
    wrong,
    apply: ({ edit }, take) => {
      const due = dayIn(take('newDue'))
      const evidence = take('evidence')
      edit.set('actionItem', action.id, {
        ...(due ? { dueOn: due } : {}),
        ...(evidence === undefined ? {} : { evidence: textOf(evidence) }),
      })
    },
  }
}

/** Judges a person on a buyer map; empty rows add an unknown person to a deal. */
export const judgeBuyer: RowJudge = (context, row) => {
  if (row.ref === null) return judgeNewBuyer(context, row)
  const buyer = context.region.get('buyerRole', asId<'buyerRole'>(row.ref))
  if (!buyer) return null
  const bases = buyerBases(buyer)
  const done = held(row, bases)
  const role = textOf(row.values.get('role'))
  if (role !== null && buyer.roles.some(each => each.role === role)) done.add('role')
  if (row.values.get('note') === buyer.ratingEvidence) done.add('note')
  const wrong = new Map<string, string>()
  for (const column of ['newPerson', 'newDeal'])
    if (row.values.has(column)) wrong.set(column, 'New people go into the empty rows.')
  return {
    about: context.region.get('person', buyer.person)?.name ?? buyer.placeholder ?? 'Buyer',
    bases,
    done,
    wrong,
    apply: ({ edit }, take) => edit.set('buyerRole', buyer.id, buyerValues(context.meta.asOf, buyer, take)),
  }
}

type Take = (column: string) => PackValue | undefined

function buyerValues(asOf: Day, buyer: Pick<RecordOf<'buyerRole'>, 'roles'>, take: Take): object {
  const influence = textOf(take('newInfluence'))
  const mode = textOf(take('newMode'))
  const rating = numberOf(take('newRating'))
  const twoWay = dayIn(take('newTwoWay'))
  const note = textOf(take('note'))
  const role = textOf(take('role'))
  const vocabulary = buyer.roles[0]?.vocabulary ?? 'core'
  return {
    ...(influence === null ? {} : { influence: buyerKey('influence', influence) }),
    ...(mode === null ? {} : { mode: buyerKey('mode', mode) }),
    ...(rating === null ? {} : { rating, ratingOn: asOf }),
    ...(twoWay === null ? {} : { lastTwoWay: twoWay }),
    ...(note === null ? {} : { ratingEvidence: note }),
    ...(role === null ? {} : { roles: [...buyer.roles, { vocabulary, role, basis: 'assumed' as const }] }),
  }
}

function judgeNewBuyer(...[{ region, rep, meta }, row]: Parameters<RowJudge>): RowJudgement {
  const name = textOf(row.values.get('newPerson'))
  const id = textOf(row.values.get('newDeal'))
  const deal = region
    .where('opportunity', 'owner', rep.id)
    .find(each => id !== null && each.externalId === id)
  const known =
    deal && region.where('buyerRole', 'opportunity', deal.id).some(each => each.placeholder === name)
  const wrong = new Map<string, string>()
  const why =
    name === null
      ? 'A new person needs a name under New person.'
      : deal
        ? null
        : 'The Deal id of one of your deals is needed beside it.'
  if (why) for (const column of row.values.keys()) wrong.set(column, why)
  return {
    about: name ?? 'New person',
    bases: {},
    done: new Set(known ? row.values.keys() : []),
    wrong,
    apply: ({ edit }, take) => {
      if (!deal || textOf(take('newPerson')) === null) return
      edit.add('buyerRole', {
        opportunity: deal.id,
        placeholder: name,
        contactOwner: rep.id,
        ...buyerValues(meta.asOf, { roles: [] }, take),
      })
    },
  }
}

/** Judges an answer to a question of a review. */
export const judgeUnknown: RowJudge = ({ region, meta }, row) => {
  const [reviewId, key] = (row.ref ?? '').split('/')
  const review = region.get('review', asId<'review'>(reviewId ?? ''))
  const script = review && region.get('scriptTemplate', review.template)
  const question = script?.questions.find(each => each.key === key)
  if (!review || !question) return null
  const old = review.answers.find(each => each.question === key)
  const bases = answerBases(old)
  const wrong = new Map<string, string>()
  const evidence = textOf(row.values.get('who') ?? bases['who'] ?? null)
  if (row.values.get('state') === 'K' && evidence === null)
    wrong.set('state', 'Known needs evidence: who said it.')
  return {
    about: question.text,
    bases,
    done: held(row, bases),
    wrong,
    apply: ({ edit }, take) => {
      const now = edit.current('review', review.id)['answers'] as readonly ReviewAnswer[]
      const state = answerStates.find(each => each.word === take('state'))?.key
      const answered: ReviewAnswer = {
        question: question.key,
        state: state ?? old?.state ?? 'assumed',
        answer: textOf(take('answer')) ?? old?.answer ?? '',
        evidenceWho: textOf(take('who')) ?? old?.evidenceWho ?? null,
        evidenceOn: dayIn(take('when')) ?? old?.evidenceOn ?? null,
        answeredOn: meta.asOf,
        source: 'pack',
        action: old?.action ?? null,
        acceptedNotKnowing: old?.acceptedNotKnowing ?? null,
      }
      edit.set('review', review.id, {
        answers: [...now.filter(each => each.question !== question.key), answered],
      })
    },
  }
}
