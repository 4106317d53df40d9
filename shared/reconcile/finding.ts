/** What an import noticed in the data and says in its report: facts here, sentences in `findingText`. */
import type { TableName } from '../model/catalog'

/** A fact with its numbers. */
export type Finding =
  | {
      readonly code: 'missing-account'
      readonly rows: number
      readonly of: number
      readonly byStage: readonly (readonly [string, number])[]
      readonly byRegion: readonly (readonly [string, number])[]
    }
  | { readonly code: 'no-accounts'; readonly of: number }
  | { readonly code: 'parents'; readonly accounts: number; readonly parents: number }
  | {
      readonly code: 'idle-reps'
      readonly reps: number
      readonly withDeals: number
      readonly names: readonly string[]
    }
  | { readonly code: 'weekend-closes'; readonly weekend: number; readonly closes: number }
  | {
      readonly code: 'account-overlap'
      readonly accounts: number
      readonly shared: number
      readonly fewest: number
      readonly median: number
      readonly most: number
      readonly regions: number
      readonly inAllRegions: number
    }
  | {
      readonly code: 'no-dates'
      readonly rows: number
      readonly stages: readonly (readonly [string, number])[]
    }
  | { readonly code: 'no-amount'; readonly rows: number; readonly open: number }
  | {
      readonly code: 'price-realisation'
      readonly wins: number
      readonly share: number
      readonly below: number
      readonly above: number
    }
  | { readonly code: 'no-qualification'; readonly open: number }
  | { readonly code: 'no-activities' }
  | { readonly code: 'contradicting-probability'; readonly rows: number }
  | { readonly code: 'closed-without-date'; readonly rows: number }
  | { readonly code: 'future-closes'; readonly rows: number }
  | { readonly code: 'mixed-currencies'; readonly currencies: readonly (readonly [string, number])[] }
  | { readonly code: 'unmatched'; readonly table: TableName; readonly rows: number }

/** CV-5: from this share of closes on days off the import offers a seven-day calendar. */
export const weekendShare = 0.1

const n = (value: number): string => value.toLocaleString('en-US')
const list = (items: readonly (readonly [string, number])[]): string =>
  items.map(([name, count]) => `${name} ${n(count)}`).join(', ')
const deals = (count: number, one = 'opportunity', many = 'opportunities'): string =>
  count === 1 ? `1 ${one} has` : `${n(count)} ${many} have`
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

/** The sentence of a finding, with its numbers. */
export function findingText(finding: Finding): string {
  switch (finding.code) {
    case 'missing-account':
      return `${n(finding.rows)} of ${n(finding.of)} opportunities have no account (${list(finding.byStage)}${
        finding.byRegion.length > 0 ? `; ${list(finding.byRegion)}` : ''
      }). They are imported and flagged, not rejected.`
    case 'no-accounts':
      return finding.of === 1
        ? 'The opportunity does not name an account.'
        : `None of the ${n(finding.of)} opportunities names an account.`
    case 'parents':
      return `${finding.accounts === 1 ? '1 account has' : `${n(finding.accounts)} accounts have`} a parent (${n(finding.parents)} ${finding.parents === 1 ? 'parent' : 'parents'}).`
    case 'idle-reps':
      return `${n(finding.reps)} reps, ${n(finding.withDeals)} with deals; without: ${finding.names.join(', ')}.`
    case 'weekend-closes':
      return `${n(finding.weekend)} of ${n(finding.closes)} closes (${percent(finding.weekend, finding.closes)}) are on weekends: use a 7-day calendar?`
    case 'account-overlap':
      return `${n(finding.shared)} of ${n(finding.accounts)} accounts are sold to by more than one rep (${finding.fewest}–${finding.most}, median ${finding.median})${
        finding.regions > 1 ? `, ${n(finding.inAllRegions)} in ${finding.regions} regions` : ''
      }.`
    case 'no-dates':
      return `${deals(finding.rows)} no date at all (${list(finding.stages)}): the age is unknown.`
    case 'no-amount':
      return `${deals(finding.open, 'open opportunity', 'open opportunities')} no amount: the list price of the product stands in where there is one.`
    case 'price-realisation':
      return `The ${n(finding.wins)} wins with a list price brought ${(100 * finding.share).toFixed(1)} % of it: ${n(finding.below)} below 90 %, ${n(finding.above)} above 110 %.`
    case 'no-qualification':
      return `${finding.open === 1 ? 'The open opportunity does not name' : `None of the ${n(finding.open)} open opportunities names`} a decision maker, a decision date or a budget: none can be Qualified until you map or fill them.`
    case 'no-activities':
      return 'No activities were imported: whether a deal is stale cannot be judged.'
    case 'contradicting-probability':
      return `${n(finding.rows)} closed ${finding.rows === 1 ? 'opportunity carries' : 'opportunities carry'} a probability that contradicts the end. Outcomes count, not the typed probability.`
    case 'closed-without-date':
      return `${deals(finding.rows, 'closed opportunity', 'closed opportunities')} no close date and ${finding.rows === 1 ? 'is' : 'are'} missing from every period.`
    case 'future-closes':
      return `${deals(finding.rows, 'closed opportunity', 'closed opportunities')} a close date after the as-of date.`
    case 'mixed-currencies':
      return `Amounts are in ${finding.currencies.length} currencies (${list(finding.currencies)}): totals need dated rates.`
    case 'unmatched':
      return `${finding.rows === 1 ? '1 row names' : `${n(finding.rows)} rows name`} ${finding.table === 'product' ? 'a product' : finding.table === 'account' ? 'an account' : `a ${finding.table}`} that is not known; the field stays empty and the row is flagged.`
  }
}
