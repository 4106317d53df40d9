/** The sentences of the forecast's warnings (FC-W): what, where, and what to do. */
import type { Facts, Warning, Words } from '../region/warning'

type Say = (facts: Facts, words: Words) => string

const text = (facts: Facts, key: string): string => String(facts[key] ?? '')
const num = (facts: Facts, key: string): number => Number(facts[key] ?? 0)
const deals = (n: number, words: Words): string => `${words.number(n)} ${n === 1 ? 'deal' : 'deals'}`
const are = (n: number): string => (n === 1 ? 'is' : 'are')

const sentences: Readonly<Record<string, Say>> = {
  'FC-W1': (f, w) =>
    [
      num(f, 'blocked') > 0
        ? `${deals(num(f, 'blocked'), w)} ${are(num(f, 'blocked'))} in a blocked cell and count nothing: the record contradicts itself. Repair the events.`
        : '',
      num(f, 'check') > 0
        ? `${deals(num(f, 'check'), w)} ${are(num(f, 'check'))} in a cell to check: such a pair of statuses is rare. Ask whether the events are right.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  'FC-W2': (f, w) =>
    `${deals(num(f, 'n'), w)} with ${w.money(num(f, 'amount'))} ${are(num(f, 'n'))} stalled: older in their cell than the matrix allows, so that they count nothing. Record the next event, or decide on them.`,
  'FC-W3': (f, w) =>
    `${num(f, 'n') === 1 ? 'One deal makes' : `${w.number(num(f, 'n'))} deals make`} more than the limit of the first period; the largest ${w.percent(num(f, 'share'))}. Read the range, not the sum.`,
  'FC-W4': (f, w) =>
    `${w.percent(num(f, 'share'))} of the forecast rests on assumed statuses of ${deals(num(f, 'n'), w)}. Record the first event of each.`,
  'FC-W5': (f, w) =>
    `${deals(num(f, 'n'), w)}: the buyer’s own decision date has passed and is not used. Ask for the new one.`,
  'FC-W6': (f, w) =>
    num(f, 'sellingAhead') >= num(f, 'buyingAhead')
      ? `In ${deals(num(f, 'n'), w)} the two sides are three statuses apart or more; in ${w.number(num(f, 'sellingAhead'))} we are selling faster than they are buying. Ask what the buyer has done.`
      : `In ${deals(num(f, 'n'), w)} the two sides are three statuses apart or more; in ${w.number(num(f, 'buyingAhead'))} they are buying faster than we are selling. Catch up, or correct the events.`,
  'FC-W7': (f, w) =>
    `${deals(num(f, 'n'), w)} close elsewhere than the matrix says: ${w.number(num(f, 'plan'))} by their plan, ${w.number(num(f, 'crm'))} by the CRM’s date. Correct the date, or the events.`,
  'FC-W8': (f, w) =>
    [
      num(f, 'months') >= 12
        ? `The matrix is in force for ${w.number(num(f, 'months'))} months. Calibrate it and approve it anew.`
        : '',
      num(f, 'cells') > 0
        ? `${w.number(num(f, 'cells'))} cells lie outside of what their own history says: ${text(f, 'list')}. Look at the calibration.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  'FC-W9': f => `No quota for ${text(f, 'list')}. Enter one to see the gap.`,
  'FC-W10': (f, w) =>
    `${text(f, 'person')} recorded ${w.number(num(f, 'n'))} of ${w.number(num(f, 'of'))} events more than 10 days after they occurred (${w.percent(num(f, 'share'))}). Record them in the same week.`,
  'FC-W11': (f, w) =>
    `${deals(num(f, 'n'), w)} ${are(num(f, 'n'))} in no total: no approved version of the matrix is in force for them on ${text(f, 'asOf')}. Approve one for their scope.`,
  'FC-W12': (f, w) =>
    `${text(f, 'person')} recorded ${w.number(num(f, 'n'))} events in the last two days of ${text(f, 'period')}. Look at their evidence.`,
}

/** The sentence of a warning of the forecast; null for codes of other floors. */
export function forecastSentence(found: Warning, words: Words): string | null {
  return sentences[found.code]?.(found.facts, words) ?? null
}
