/** The sentences that say why a row could not be imported or a cell not used. */
import { catalog } from '../model/catalog'
import type { IssueCode, RejectCode } from './drafts'
import type { ImportTable } from './import-field'

/** Why a row was rejected, and what to do. */
export function rejectText(code: RejectCode, table: ImportTable): string {
  const one = catalog[table].one.toLowerCase()
  switch (code) {
    case 'no-identity':
      return `The row names no ${one}: it has no id, name, account, product or starting date. Fill one of them in.`
    case 'no-name':
      return `The row has no name for the ${one}. Type one.`
    case 'no-opportunity':
      return 'The row names no opportunity that is known. Type its id or name.'
    case 'no-day':
      return 'The row has no day. Type one.'
    case 'no-owner':
      return 'The row names no rep, team or region that is known. Type one.'
    case 'no-period':
      return 'The row names no period. Type one such as 2017-Q4.'
    case 'no-value':
      return 'The row has no value. Type one.'
  }
}

/** Why a cell was left empty. */
export function issueText(code: IssueCode, text: string): string {
  switch (code) {
    case 'not-a-date':
      return `“${text}” is not a date.`
    case 'not-a-number':
      return `“${text}” is not a number.`
    case 'not-a-flag':
      return `“${text}” is neither yes nor no.`
    case 'not-a-currency':
      return `“${text}” is not a currency.`
    case 'error-cell':
      return `${text} is an error of the spreadsheet.`
    case 'out-of-range':
      return `“${text}” is outside what this field allows.`
    case 'closed-without-date':
      return 'The opportunity is closed, but the file gives no close date.'
    case 'digits-lost':
      return `The spreadsheet has dropped digits of ${text}; export the file again with ids as text.`
  }
}
