/** What can go wrong with keeping a region, and the sentences for it. */
import type { ChangeProblem } from '#shared/region/check'
import { changeProblemText } from '#shared/region/change-problem-text'
import { LazyMismatch } from './buckets'

/** A failure of the store; nothing has changed when one is reported. */
export type StoreProblem =
  | { readonly code: 'refused'; readonly problems: readonly ChangeProblem[] }
  | { readonly code: 'diskFull' }
  | { readonly code: 'disk'; readonly detail: string }
  | { readonly code: 'closed' }
  | { readonly code: 'nothingToUndo' }
  | { readonly code: 'lastRefused' }
  | { readonly code: 'nothingToRedo' }
  | { readonly code: 'nothingToRevert' }
  | { readonly code: 'openElsewhere'; readonly name: string }
  | { readonly code: 'newerRegion'; readonly name: string; readonly format: number; readonly known: number }
  | { readonly code: 'noSuchRegion' }

/** Reads a thrown error of the database as a problem. */
export function problemOf(error: unknown): StoreProblem {
  for (let at: unknown = error; at instanceof Error; at = (at as { inner?: unknown }).inner) {
    if (at instanceof LazyMismatch)
      return { code: 'refused', problems: [{ code: at.kind, table: at.table, id: at.id }] }
    if (at.name === 'QuotaExceededError') return { code: 'diskFull' }
    if (at.name === 'DatabaseClosedError') return { code: 'closed' }
  }
  return { code: 'disk', detail: error instanceof Error ? error.message : String(error) }
}

/** The sentence of a problem: what, why, and what to do. */
export function storeProblemText(problem: StoreProblem): string {
  switch (problem.code) {
    case 'refused': {
      const [first] = problem.problems
      const more = problem.problems.length - 1
      const tail = more > 0 ? ` There are ${more} more findings of this kind.` : ''
      return `Nothing was changed. ${first ? changeProblemText(first) : ''}${tail}`
    }
    case 'diskFull':
      return 'Nothing was changed: the disk is full. Free some space, then do it again; everything saved before is safe.'
    case 'disk':
      return `Nothing was changed: the disk refused to save (${problem.detail}). Everything saved before is safe; save a backup, then start again.`
    case 'closed':
      return 'Nothing was changed: the region is closed. Open it again.'
    case 'nothingToUndo':
      return 'There is nothing to undo.'
    case 'lastRefused':
      return 'There is nothing to undo: the last change was not saved.'
    case 'nothingToRedo':
      return 'There is nothing to redo.'
    case 'nothingToRevert':
      return 'There is nothing left of this to revert.'
    case 'openElsewhere':
      return `“${problem.name}” is open in another window. Close it there, or open another region here.`
    case 'newerRegion':
      return `“${problem.name}” was written by a newer Quarterdeck (format ${problem.format}; this one reads up to ${problem.known}). Update Quarterdeck to open it; nothing was touched.`
    case 'noSuchRegion':
      return 'There is no such region any more. Choose another one, or restore a backup.'
  }
}
