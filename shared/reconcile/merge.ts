/** The three-way merge of one field: what the file says now, what a file last said, and what stands in the region. */
import { sameValue } from '../region/change'

/** What becomes of a field. */
export type Merge =
  /** The file says nothing new, or the same as stands there. */
  | 'keep'
  /** The file's value is taken. */
  | 'take'
  /** Both have moved since the last file: the user decides. */
  | 'conflict'

/**
 * Merges one field. `said` is what a file last said, undefined where no file has; `blank` is what an empty cell
 * means. A value that only a file ever set gives way to a newer file; one that the user changed stays.
 */
export function mergeField(
  file: unknown,
  said: unknown,
  mine: unknown,
  blank: 'keep' | 'clear' = 'keep',
): Merge {
  if (file === null || file === undefined) {
    if (blank === 'keep' || said === undefined || said === null) return 'keep'
    if (isEmpty(mine)) return 'keep'
    return sameValue(mine, said) ? 'take' : 'conflict'
  }
  if (sameValue(file, mine)) return 'keep'
  if (said !== undefined && sameValue(file, said)) return 'keep'
  if (isEmpty(mine) && (said === undefined || said === null)) return 'take'
  if (said !== undefined && sameValue(mine, said)) return 'take'
  return 'conflict'
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
