/** The sentences of the warnings about process and pipeline (CY-W, PL-W): what, where, and what to do. */
import type { Day } from '../base/day'
import type { Facts, Warning, Words } from '../region/warning'

type Say = (facts: Facts, words: Words) => string

const text = (facts: Facts, key: string): string => String(facts[key] ?? '')
const num = (facts: Facts, key: string): number => Number(facts[key] ?? 0)
const date = (facts: Facts, key: string, words: Words): string => {
  const value = facts[key]
  return typeof value === 'string' ? words.day(value as Day) : 'no date'
}
const days = (n: number, words: Words): string => `${words.number(n)} ${n === 1 ? 'day' : 'days'}`

const sentences: Readonly<Record<string, Say>> = {
  'CY-W1': f =>
    num(f, 'n') === 0
      ? 'No step closes the sale. Mark the one whose end is the signature.'
      : `${text(f, 'n')} steps close the sale. Leave the mark on one of them.`,
  'CY-W2': f => `“${text(f, 'step')}” has no exit criterion. Say what the buyer must have done or said.`,
  'CY-W3': (f, w) =>
    `${text(f, 'deal')}: the plan closes on ${date(f, 'plan', w)}, the CRM says ${date(f, 'crm', w)}, ${w.number(Math.abs(num(f, 'days')))} working days apart. Re-date one of them.`,
  'CY-W4': (f, w) =>
    `${text(f, 'deal')} is open for ${w.number(num(f, 'days'))} working days and has no plan. Choose a cycle.`,
  'CY-W5': (f, w) =>
    `${text(f, 'deal')}: “${text(f, 'step')}” is ${w.number(num(f, 'days'))} working days overdue and was not re-planned. Re-plan it with a reason.`,
  'CY-W6': f =>
    `${text(f, 'deal')}: the mandatory step “${text(f, 'step')}” was removed without a reason. Give one, or put it back.`,
  'CY-W7': (f, w) =>
    `“${text(f, 'step')}” is planned with ${w.number(num(f, 'duration'))} working days; ${text(f, 'n')} won deals took ${w.number(num(f, 'median'), 1)}. Adjust the duration.`,
  'CY-W8': (f, w) =>
    `${text(f, 'deal')}: “${text(f, 'step')}” on ${date(f, 'was', w)} is missed${f['because'] ? ` by “${text(f, 'because')}”` : ''}; the next date is ${date(f, 'now', w)}${f['slip'] ? `, the close moves by ${w.number(num(f, 'slip'))} working days` : ''}. Pull a step forward, or tell the forecast.`,
  'CY-W9': (f, w) =>
    `${text(f, 'deal')} runs on version ${text(f, 'pinned')}; version ${text(f, 'active')} is active for ${days(num(f, 'days'), w)}. Compare and move.`,
  'PL-W1': (f, w) =>
    f['kind'] === 'past'
      ? `${text(f, 'deal')}: the next step was due on ${date(f, 'on', w)}. Agree on the buyer’s next one.`
      : f['kind'] === 'ours'
        ? `${text(f, 'deal')}: the next step is only ours. Ask for one by the buyer.`
        : f['kind'] === 'undated'
          ? `${text(f, 'deal')}: the next step has no date. Agree on one.`
          : `${text(f, 'deal')} has no next step. Agree on one by the buyer, with a date.`,
  'PL-W2': (f, w) =>
    `${text(f, 'deal')} has not moved for ${days(num(f, 'days'), w)}; ${num(f, 'n') > 0 ? `half of ${w.number(num(f, 'n'))} won deals moved much sooner (limit ${w.number(num(f, 'limit'))})` : `the limit is ${w.number(num(f, 'limit'))}`}. Decide on it.`,
  'PL-W3': (f, w) =>
    `${text(f, 'deal')} has not been touched for ${days(num(f, 'days'), w)} (limit ${w.number(num(f, 'limit'))}). Call, or decide on it.`,
  'PL-W4': (f, w) =>
    `${text(f, 'deal')} is ${days(num(f, 'days'), w)} old; none of ${w.number(num(f, 'n'))} closed deals${f['family'] ? ` of ${text(f, 'family')}` : ''} took more than ${w.number(num(f, 'limit'))}. Disqualify, postpone or archive it.`,
  'PL-W5': (f, w) =>
    `Coverage is ${w.number(num(f, 'coverage'), 2)} where ${w.number(num(f, 'required'), 2)} is required: ${w.money(num(f, 'open'))} open for ${w.money(num(f, 'needed'))} still needed. Create, or pull forward.`,
  'PL-W6': (f, w) =>
    `${f['who'] ? `${text(f, 'who')}: n` : 'N'}ew opportunities fell from ${w.number(num(f, 'before'))} to ${w.number(num(f, 'now'))} (−${w.percent(Math.abs(num(f, 'change')))}). Put prospecting on the agenda.`,
  'PL-W7': (f, w) =>
    `${text(f, 'deal')} is qualified on evidence that is ${days(num(f, 'days'), w)} old (limit ${w.number(num(f, 'limit'))}). Have it confirmed.`,
  'PL-W8': (f, w) =>
    `${text(f, 'deal')} is a suspect for ${days(num(f, 'days'), w)}; its review was due on ${date(f, 'due', w)}. Qualify or drop it.`,
  'PL-W9': (f, w) =>
    f['of'] === 'open'
      ? `${text(f, 'who')} holds ${w.money(num(f, 'amount'))} of ${w.money(num(f, 'total'))} open (${w.percent(num(f, 'share'), 1)}). Spread the risk.`
      : `${text(f, 'who')} won ${w.money(num(f, 'amount'))} of ${w.money(num(f, 'total'))}${f['group'] ? ` of ${text(f, 'group')}’s people` : ''} (${w.percent(num(f, 'share'), 1)}). Plan for the day when one person is missing.`,
  'PL-W10': f =>
    `${f['view'] ? `${text(f, 'view')}: ` : ''}${text(f, 'n')} of ${text(f, 'of')} ratios rest on too few deals (the least on ${text(f, 'least')}). Do not rank by them.`,
}

/** The sentence of a warning of this floor; null for codes of other floors. */
export function processSentence(found: Warning, words: Words): string | null {
  return sentences[found.code]?.(found.facts, words) ?? null
}
