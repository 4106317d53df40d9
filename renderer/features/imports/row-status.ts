/** What can become of a row, in the words of the preview. */

/** The statuses in the order in which they are listed. */
export const rowStatuses = ['New', 'Changed', 'Unchanged', 'Rejected', 'Skipped', 'Vanished'] as const

/** What becomes of a row; vanished are records that the file no longer has. */
export type RowStatus = (typeof rowStatuses)[number]

/** The rows that are listed: those of one status, those with cells that cannot be used, or all. */
export type Listed = RowStatus | 'notUsed' | 'all'
