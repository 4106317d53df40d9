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
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

/** The sentence of a finding, with its numbers. */
export function findingText(finding: Finding): string {
  switch (finding.code) {
    case 'missing-account':
      return `${n(finding.rows)} of ${n(finding.of)} opportunities have no account (${list(finding.byStage)}${
        finding.byRegion.length > 0 ? `; ${list(finding.byRegion)}` : ''
      }). They are imported and flagged, not rejected.`
    case 'no-accounts':
      return `None of the ${n(finding.of)} opportunities names an account.`
    case 'parents':
      return `${n(finding.accounts)} accounts have a parent (${n(finding.parents)} parents).`
    case 'idle-reps':
      return `${n(finding.reps)} reps, ${n(finding.withDeals)} with deals; without: ${finding.names.join(', ')}.`
    case 'weekend-closes':
      return `${n(finding.weekend)} of ${n(finding.closes)} closes (${percent(finding.weekend, finding.closes)}) are on weekends: use a 7-day calendar?`
    case 'account-overlap':
      return `${n(finding.shared)} of ${n(finding.accounts)} accounts are sold to by more than one rep (${finding.fewest}–${finding.most}, median ${finding.median})${
        finding.regions > 1 ? `, ${n(finding.inAllRegions)} in ${finding.regions} regions` : ''
      }.`
    case 'no-dates':
      return `${n(finding.rows)} opportunities have no date at all (${list(finding.stages)}): their age is unknown.`
    case 'no-amount':
      return `${n(finding.open)} open opportunities have no amount: the list price of their product stands in where there is one.`
    case 'price-realisation':
      return `The ${n(finding.wins)} wins with a list price brought ${(100 * finding.share).toFixed(1)} % of it: ${n(finding.below)} below 90 %, ${n(finding.above)} above 110 %.`
    case 'no-qualification':
      return `None of the ${n(finding.open)} open opportunities names a decision maker, a decision date or a budget: none can be Qualified until you map or fill them.`
    case 'no-activities':
      return 'No activities were imported: whether a deal is stale cannot be judged.'
    case 'contradicting-probability':
      return `${n(finding.rows)} closed opportunities carry a probability that contradicts their end. Outcomes count, not the typed probability.`
    case 'closed-without-date':
      return `${n(finding.rows)} closed opportunities have no close date and are missing from every period.`
    case 'future-closes':
      return `${n(finding.rows)} closed opportunities have a close date after the as-of date.`
    case 'mixed-currencies':
      return `Amounts are in ${finding.currencies.length} currencies (${list(finding.currencies)}): totals need dated rates.`
    case 'unmatched':
      return `${n(finding.rows)} rows name ${finding.table === 'product' ? 'a product' : finding.table === 'account' ? 'an account' : `a ${finding.table}`} that is not known; the field stays empty and the row is flagged.`
  }
}
