/** Words of maps: how far we are with somebody, ratings as they are printed, and who a buyer is in one line. */
import { daysBetween, type Day } from '#shared/base/day'
import { fieldsOf } from '#shared/model/catalog'
import type { Buyer, BuyerMap, ContactState } from '#shared/strategy/buyer-map'
import type { Gap } from '#shared/strategy/gap'
import { roleLabel } from '#shared/strategy/hold-role'
import { rolesIn } from '#shared/strategy/vocabulary'
import type { GraphTone } from '../ui/graph/graph-shapes'

/** How far we are with a person. */
export const stateWords: Readonly<Record<ContactState, string>> = {
  placeholder: 'Not known yet',
  identified: 'Identified',
  contacted: 'Contacted',
  engaged: 'Engaged',
  quiet: 'Quiet',
  gone: 'Has left',
}

/** The severity of a gap as a word. */
export const gapWords: Readonly<Record<Gap['severity'], string>> = {
  high: 'High',
  medium: 'Medium',
  info: 'Note',
}

/** A rating with its sign; a question mark where it is not known. */
export const ratingText = (rating: number | null): string =>
  rating === null || rating === 0 ? '?' : rating > 0 ? `+${rating}` : `−${-rating}`

/** The tone of a rating. */
export const ratingTone = (rating: number | null): GraphTone =>
  rating === null || rating === 0 ? 'neutral' : rating > 0 ? 'ok' : 'danger'

/** A choice of a buyer's field as its word. */
export const choiceWord = (field: string, key: string | null): string =>
  fieldsOf('buyerRole')[field]?.choices?.find(each => each.key === key)?.label ?? ''

/** A buyer's roles in the words of a vocabulary. */
export const roleWords = (buyer: Buyer, map: BuyerMap, vocabulary: string): readonly string[] => [
  ...new Set(rolesIn(buyer.role.roles, map.words, vocabulary).map(each => roleLabel(each, buyer.champion))),
]

/** When we last spoke: "12 days ago", "never". */
export function lastTalkWords(buyer: Buyer, asOf: Day): string {
  if (buyer.lastTwoWay === null) return buyer.contacted ? 'no answer yet' : 'never spoken to'
  const days = daysBetween(buyer.lastTwoWay, asOf)
  return days === 0 ? 'spoken to today' : `spoken to ${days} ${days === 1 ? 'day' : 'days'} ago`
}
