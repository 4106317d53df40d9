/** What a strategy sheet still lacks, as open places with the question that fills each (SS-3): the other side of its completeness. */
import { daysBetween, type Day } from '../base/day'
import type { RecordOf } from '../model/catalog'
import type { Factor, StrategyAction } from '../model/workbench'
import type { Facts } from '../region/warning'
import { heavyWithoutAction, type ActionOf } from './completeness'

/** The kinds of open place. */
type SlotKind = 'evidence' | 'favour' | 'against' | 'neutralise' | 'owner' | 'link' | 'firstReview' | 'review'

/** An open place of a sheet. */
export interface OpenSlot {
  readonly key: string
  readonly kind: SlotKind
  /** The column in which it stands. */
  readonly side: 'favour' | 'middle' | 'against'
  /** The factor or the sheet's action that it is about. */
  readonly about: string | null
  /** The category that a new factor would have. */
  readonly category: Factor['category']
  readonly facts: Facts
}

/** Obstacles that every deal has, in the order in which they are asked for. */
const asked: readonly Factor['category'][] = ['competition', 'statusQuo', 'funding']
/** Days after which a sheet is due for review (SS-3). */
const reviewDays = 14
const wanted = 3

/** The open places of a sheet as of a day; none where it is complete. */
export function openSlots(
  sheet: Pick<RecordOf<'strategySheet'>, 'factors' | 'actions' | 'reviewedOn'>,
  actionOf: ActionOf,
  asOf: Day,
): readonly OpenSlot[] {
  const valid = sheet.factors.filter(each => each.status !== 'invalid')
  const favour = valid.filter(each => each.direction === 'favour')
  const against = valid.filter(each => each.direction === 'against')
  return [
    ...favourSlots(favour),
    ...againstSlots(against),
    ...heavyWithoutAction(sheet, actionOf).map(each =>
      slot('neutralise', 'middle', each.id, { factor: each.text, weight: each.weight }, each.category),
    ),
    ...sheet.actions.flatMap(each => actionSlots(each, actionOf)),
    ...reviewSlots(sheet.reviewedOn, asOf),
  ]
}

const slot = (
  kind: SlotKind,
  side: OpenSlot['side'],
  about: string | null,
  facts: Facts = {},
  category: Factor['category'] = 'other',
): OpenSlot => ({
  key: `${kind}/${about ?? category}/${String(facts['no'] ?? '')}`,
  kind,
  side,
  about,
  category,
  facts,
})

function favourSlots(favour: readonly Factor[]): readonly OpenSlot[] {
  const bare = favour.filter(each => (each.evidence ?? '').trim() === '')
  const missing = Math.max(0, wanted - (favour.length - bare.length))
  const ask = bare.slice(0, missing).map(each => slot('evidence', 'favour', each.id, { factor: each.text }))
  const fresh = Array.from({ length: missing - ask.length }, (_, at) =>
    slot('favour', 'favour', null, { no: at + 1 }, 'need'),
  )
  return [...ask, ...fresh]
}

function againstSlots(against: readonly Factor[]): readonly OpenSlot[] {
  const here = new Set(against.map(each => each.category))
  const unavoidable = asked.some(each => here.has(each))
  const missing = Math.max(wanted - against.length, unavoidable ? 0 : 1)
  const open = asked.filter(each => !here.has(each))
  return Array.from({ length: Math.max(0, missing) }, (_, at) =>
    slot('against', 'against', null, { no: at + 1 }, open[at] ?? 'other'),
  )
}

function actionSlots(link: StrategyAction, actionOf: ActionOf): readonly OpenSlot[] {
  const action = actionOf(link.action)
  if (!action || action.state === 'cancelled') return []
  const owned = (action.rep !== null || (action.ownerName ?? '').trim() !== '') && action.dueOn !== null
  return [
    ...(owned ? [] : [slot('owner', 'middle', link.id, { action: action.text })]),
    ...(link.factors.length > 0 ? [] : [slot('link', 'middle', link.id, { action: action.text })]),
  ]
}

function reviewSlots(reviewedOn: Day | null, asOf: Day): readonly OpenSlot[] {
  if (reviewedOn === null) return [slot('firstReview', 'middle', null)]
  const days = daysBetween(reviewedOn, asOf)
  return days > reviewDays ? [slot('review', 'middle', null, { days })] : []
}

const againstQuestions: Readonly<Partial<Record<Factor['category'], string>>> = {
  competition: 'Who else do they consider, and who speaks for them?',
  statusQuo: 'What if they do nothing?',
  funding: 'Is the money there, and released?',
}

/** The question that fills an open place. */
export function slotQuestion({ kind, category, facts }: OpenSlot): string {
  const text = (name: string): string => String(facts[name] ?? '')
  switch (kind) {
    case 'evidence':
      return `“${text('factor')}”: who said so, and when?`
    case 'favour':
      return 'What else speaks for us, and who said so?'
    case 'against':
      return againstQuestions[category] ?? 'What else could stop this?'
    case 'neutralise':
      return `“${text('factor')}” weighs ${text('weight')}: what will neutralise it?`
    case 'owner':
      return `“${text('action')}”: who does it, and by when?`
    case 'link':
      return `“${text('action')}”: which factor does it take on?`
    case 'firstReview':
      return 'When will this sheet be reviewed for the first time?'
    case 'review':
      return `Not reviewed for ${text('days')} days: what has changed?`
  }
}
