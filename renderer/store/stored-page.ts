/** The records of a page as one text on disk: copying a text into the database is far quicker than copying its records. */
import { packRecords, unpackRecords } from '#shared/region/pack-records'
import type { Page, StoredPage } from './region-database'

/** A page as it is written. */
export const storedPage = ({ table, page, rows }: Page): StoredPage => ({
  table,
  page,
  packed: packRecords(rows),
})

/** A page with its records, however it was written. */
export const openPage = (stored: StoredPage): Page =>
  'packed' in stored ? { table: stored.table, page: stored.page, rows: unpackRecords(stored.packed) } : stored
