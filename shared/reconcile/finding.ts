/** What an import noticed in the data and says in its report: facts here, sentences in `findingPieces`. */
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

/** Words of a sentence, or a number in it with the part of the finding that it counts (`findingCount`). */
export type FindingPiece = string | { readonly text: string; readonly part: string }

type Pieces = readonly FindingPiece[]

const n = (value: number): string => value.toLocaleString('en-US')
const count = (part: string, value: number): FindingPiece => ({ text: n(value), part })
const listed = (kind: string, items: readonly (readonly [string, number])[]): Pieces =>
  items.flatMap(([name, value], at): Pieces => [
    `${at > 0 ? ', ' : ''}${name} `,
    count(`${kind}|${name}`, value),
  ])
const have = (value: number, part: string, one = 'opportunity', many = 'opportunities'): Pieces => [
  count(part, value),
  value === 1 ? ` ${one} has` : ` ${many} have`,
]
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`

/** The sentence of a finding. */
export const findingText = (finding: Finding): string =>
  findingPieces(finding)
    .map(each => (typeof each === 'string' ? each : each.text))
    .join('')

/** The sentence of a finding, its numbers apart from its words. */
export function findingPieces(finding: Finding): readonly FindingPiece[] {
  switch (finding.code) {
    case 'missing-account':
      return [
        count('rows', finding.rows),
        ' of ',
        count('of', finding.of),
        ' opportunities have no account (',
        ...listed('stage', finding.byStage),
        ...(finding.byRegion.length > 0 ? ['; ', ...listed('region', finding.byRegion)] : []),
        '). They are imported and flagged, not rejected.',
      ]
    case 'no-accounts':
      return finding.of === 1
        ? ['The opportunity does not name an account.']
        : ['None of the ', count('of', finding.of), ' opportunities names an account.']
    case 'parents':
      return [
        ...have(finding.accounts, 'accounts', 'account', 'accounts'),
        ' a parent (',
        count('parents', finding.parents),
        finding.parents === 1 ? ' parent).' : ' parents).',
      ]
    case 'idle-reps':
      return [
        count('reps', finding.reps),
        ' reps, ',
        count('with', finding.withDeals),
        ' with deals; ',
        count('without', finding.names.length),
        ` without: ${finding.names.join(', ')}.`,
      ]
    case 'weekend-closes':
      return [
        count('weekend', finding.weekend),
        ' of ',
        count('closes', finding.closes),
        ` closes (${percent(finding.weekend, finding.closes)}) are on weekends: use a 7-day calendar?`,
      ]
    case 'account-overlap':
      return [
        count('shared', finding.shared),
        ' of ',
        count('accounts', finding.accounts),
        ` accounts are sold to by more than one rep (${finding.fewest}–${finding.most}, median ${finding.median})`,
        ...(finding.regions > 1
          ? [', ', count('everywhere', finding.inAllRegions), ` in ${finding.regions} regions`]
          : []),
        '.',
      ]
    case 'no-dates':
      return [
        ...have(finding.rows, 'rows'),
        ' no date at all (',
        ...listed('stage', finding.stages),
        '): the age is unknown.',
      ]
    case 'no-amount':
      return [
        ...have(finding.open, 'open', 'open opportunity', 'open opportunities'),
        ' no amount: the list price of the product stands in where there is one.',
      ]
    case 'price-realisation':
      return [
        'The ',
        count('wins', finding.wins),
        ` wins with a list price brought ${(100 * finding.share).toFixed(1)} % of it: `,
        count('below', finding.below),
        ' below 90 %, ',
        count('above', finding.above),
        ' above 110 %.',
      ]
    case 'no-qualification':
      return [
        ...(finding.open === 1
          ? ['The open opportunity does not name']
          : ['None of the ', count('open', finding.open), ' open opportunities names']),
        ' a decision maker, a decision date or a budget: none can be Qualified until you map or fill them.',
      ]
    case 'no-activities':
      return ['No activities were imported: whether a deal is stale cannot be judged.']
    case 'contradicting-probability':
      return [
        count('rows', finding.rows),
        ` closed ${finding.rows === 1 ? 'opportunity carries' : 'opportunities carry'} a probability that contradicts the end. Outcomes count, not the typed probability.`,
      ]
    case 'closed-without-date':
      return [
        ...have(finding.rows, 'rows', 'closed opportunity', 'closed opportunities'),
        ` no close date and ${finding.rows === 1 ? 'is' : 'are'} missing from every period.`,
      ]
    case 'future-closes':
      return [
        ...have(finding.rows, 'rows', 'closed opportunity', 'closed opportunities'),
        ' a close date after the as-of date.',
      ]
    case 'mixed-currencies':
      return [
        `Amounts are in ${finding.currencies.length} currencies (`,
        ...listed('currency', finding.currencies),
        '): totals need dated rates.',
      ]
    case 'unmatched':
      return [
        count(finding.table, finding.rows),
        finding.rows === 1 ? ' row names ' : ' rows name ',
        finding.table === 'product'
          ? 'a product'
          : finding.table === 'account'
            ? 'an account'
            : `a ${finding.table}`,
        ' that is not known; the field stays empty and the row is flagged.',
      ]
  }
}
