/** The newest contacts of all people as of a day, read once for all maps. */
import type { Day } from '#shared/base/day'
import { contactsOf } from '#shared/strategy/buyer-map'
import { query } from './query'

/** Who was spoken to, and when last; the same answer until an activity changes. */
export const askContacts = query(['activity'], (region, asOf: Day) => contactsOf(region, asOf))
