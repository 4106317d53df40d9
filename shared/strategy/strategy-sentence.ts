/** The sentences of sheets, maps and reviews (SS-W, BR-4, BR-W, RV-W): what is missing and what to do. */
import type { Day } from '../base/day'
import type { Facts, Warning, Words } from '../region/warning'
import type { Gap, GapKind } from './gap'

type Say = (facts: Facts, words: Words) => string

const text = (facts: Facts, key: string): string => String(facts[key] ?? '')
const num = (facts: Facts, key: string): number => Number(facts[key] ?? 0)
const date = (facts: Facts, key: string, words: Words): string => {
  const value = facts[key]
  return typeof value === 'string' ? words.day(value as Day) : 'no date'
}

const warnings: Readonly<Record<string, Say>> = {
  'SS-W1': (f, w) =>
    `${text(f, 'deal')} is worth ${w.money(num(f, 'amount'))} and has no strategy sheet. Write one.`,
  'SS-W2': f =>
    `${text(f, 'deal')}: “${text(f, 'factor')}” weighs ${text(f, 'weight')} against us and has no action. Make one.`,
  'SS-W3': (f, w) =>
    `${text(f, 'deal')}: “${text(f, 'action')}” was due on ${date(f, 'due', w)}, ${w.number(num(f, 'days'))} days ago. Do it, or agree on another day.`,
  'SS-W4': f =>
    `${text(f, 'deal')}: nothing stands against us. Nobody wins without an obstacle: ask what is missing.`,
  'SS-W5': f =>
    `${text(f, 'deal')}: neither competition nor the status quo is among the factors. Ask who else, and what if nothing.`,
  'SS-W6': (f, w) =>
    `${text(f, 'deal')}: the newest factor is ${w.number(num(f, 'days'))} days old. Review the sheet.`,
  'SS-W7': f =>
    `“${text(f, 'factor')}” stood against us in ${text(f, 'n')} lost deals of this product. Change the process, not only the deal.`,
  'BR-W1': f =>
    `${text(f, 'deal')} has two economic buyers: ${text(f, 'who')}. Find out who has the final word.`,
  'BR-W2': f =>
    `${text(f, 'who')} is on the map of ${text(f, 'deal')} and has left the account. Find the successor.`,
  'BR-W3': f => `${text(f, 'deal')}: a circle of reporting lines, ${text(f, 'who')}. Remove one of them.`,
  'RV-W1': (f, w) =>
    `${text(f, 'deal')} is in this quarter’s forecast, and only ${w.percent(num(f, 'score'))} of what we ask is known. Review it.`,
}

/** The sentence of a warning of this floor; null for codes of other floors. */
export const strategySentence = (found: Warning, words: Words): string | null =>
  warnings[found.code]?.(found.facts, words) ?? null

const gaps: Readonly<Record<GapKind, Say>> = {
  noEconomic: () => 'No economic buyer is on the map. Ask who can say yes when all others say no.',
  economicNotContacted: f =>
    `${text(f, 'person')} owns the money and has never been spoken to. Ask for an introduction.`,
  singleThreaded: f =>
    num(f, 'threads') === 0
      ? `Nobody was spoken to in ${text(f, 'days')} days. Call.`
      : `Only one person was spoken to in ${text(f, 'days')} days. Win a second voice.`,
  noCoach: () => 'Nobody inside speaks for us. Find a coach.',
  roleEmpty: f => `Nobody holds the role “${text(f, 'role')}”. Name someone, even as unknown.`,
  opponentNoAction: f =>
    `${text(f, 'person')} has much influence and is rated ${text(f, 'rating')}. Make an action.`,
  calmNoAction: f => `${text(f, 'person')} has much influence and sees no reason to change. Make an action.`,
  notContacted: f => `${text(f, 'person')} has not been spoken to. Plan the first contact.`,
  newPerson: f => `${text(f, 'person')} is new there since ${text(f, 'days')} days. Ask what changes.`,
  championLeft: f =>
    `${text(f, 'person')}, who spoke for us, has left. Record the event and find another voice.`,
  noMobiliser: f => `None of ${text(f, 'n')} profiles is a mobiliser. Look for who gets things done.`,
  ratingOld: f => `The rating of ${text(f, 'person')} is ${text(f, 'days')} days old. Confirm it.`,
  contradictory: f =>
    `${text(f, 'person')} is rated +${text(f, 'rating')} and sees no need to change. One of both is wrong.`,
}

/** The sentence of a gap (BR-4). */
export const gapSentence = (gap: Gap, words: Words): string => gaps[gap.kind](gap.facts, words)
