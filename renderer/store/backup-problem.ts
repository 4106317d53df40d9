/** What can be wrong with a backup that is to be restored, and the sentences for it. */
import { storeProblemText, type StoreProblem } from './store-problem'

/** A backup that cannot be restored; nothing has changed when one is reported. */
export type BackupProblem =
  | { readonly code: 'notABackup' }
  | { readonly code: 'damagedBackup'; readonly detail: string }
  | { readonly code: 'newerBackup'; readonly format: number; readonly known: number }

/** The sentence of a problem with a backup or with keeping what it holds. */
export function backupProblemText(problem: BackupProblem | StoreProblem): string {
  switch (problem.code) {
    case 'notABackup':
      return 'This file is not a backup of Quarterdeck. Choose a file that ends in .qdregion; files of a CRM are imported instead.'
    case 'damagedBackup':
      return `This backup is damaged (${problem.detail}) and nothing was restored. Choose an older one.`
    case 'newerBackup':
      return `This backup was written by a newer Quarterdeck (format ${problem.format}; this one reads up to ${problem.known}). Update Quarterdeck to restore it; nothing was touched.`
    default:
      return storeProblemText(problem)
  }
}
