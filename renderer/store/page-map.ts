/** Which record of a table lies in which page, and which pages a change must write anew. */
import type { AnyRecord } from '#shared/region/change'
import type { Page } from './region-database'
import type { TableName } from '#shared/model/catalog'

/** Records in a full page; measured in ADR 0002. */
export const pageSize = 256

/** Added, changed and removed records of one table, changed ones as they will be. */
export interface NextRecords {
  readonly added: readonly AnyRecord[]
  readonly changed: readonly AnyRecord[]
  readonly removed: readonly { readonly id: string }[]
}

/** What a change writes: pages with their new rows (an empty one goes), and where added records come to lie. */
export interface PagePlan {
  readonly table: TableName
  readonly pages: readonly Page[]
  readonly moves: NextRecords
  readonly placed: readonly number[]
}

/** The pages of one table: new records fill the last page, and an edit writes its own page again. */
export class PageMap {
  private readonly pageOf = new Map<string, number>()
  private readonly idsOf = new Map<number, Set<string>>()
  private last = 0

  constructor(private readonly table: TableName) {}

  /** Takes note of a page that was read. */
  note(page: Page): void {
    this.idsOf.set(page.page, new Set(page.rows.map(row => row.id)))
    for (const row of page.rows) this.pageOf.set(row.id, page.page)
    this.last = Math.max(this.last, page.page)
  }

  /** The pages that a change makes, without taking note of it yet; `get` gives records as they are now. */
  *plan(next: NextRecords, get: (id: string) => AnyRecord): Generator<void, PagePlan> {
    const touched = new Set<number>()
    const gone = new Set<string>()
    const fresh = new Map<string, AnyRecord>()
    for (const { id } of next.removed) {
      gone.add(id)
      touched.add(this.place(id))
    }
    for (const record of next.changed) {
      fresh.set(record.id, record)
      touched.add(this.place(record.id))
    }
    const placed: number[] = []
    const filled = new Map<number, AnyRecord[]>()
    let page = this.last
    let room = pageSize - (this.idsOf.get(page)?.size ?? 0)
    for (const record of next.added) {
      if (room <= 0) {
        page++
        room = pageSize
      }
      room--
      placed.push(page)
      touched.add(page)
      const list = filled.get(page)
      if (list) list.push(record)
      else filled.set(page, [record])
    }
    const pages: Page[] = []
    for (const number of touched) {
      const rows: AnyRecord[] = []
      for (const id of this.idsOf.get(number) ?? []) if (!gone.has(id)) rows.push(fresh.get(id) ?? get(id))
      rows.push(...(filled.get(number) ?? []))
      pages.push({ table: this.table, page: number, rows })
      yield
    }
    return { table: this.table, pages, moves: next, placed }
  }

  /** Takes note of a plan that has reached the disk. */
  accept(plan: PagePlan): void {
    this.forget(plan.moves.removed.map(each => each.id))
    plan.moves.added.forEach((record, i) => {
      const page = plan.placed[i] ?? 0
      this.pageOf.set(record.id, page)
      const ids = this.idsOf.get(page)
      if (ids) ids.add(record.id)
      else this.idsOf.set(page, new Set([record.id]))
      this.last = Math.max(this.last, page)
    })
  }

  /** Takes note of records that are gone from the pages. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.idsOf.get(this.place(id))?.delete(id)
      this.pageOf.delete(id)
    }
  }

  private place(id: string): number {
    return this.pageOf.get(id) ?? 0
  }
}
