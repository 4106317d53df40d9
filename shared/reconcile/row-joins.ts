/** Which rows the user has said are records that another row or the region already has, now or in an earlier import. */
import type { TableName } from '../model/catalog'
import { pairKey, type PairChoice } from './decisions'
import { idKey, naturalKey } from './identity'
import type { Run } from './run'

/** A record that a row was joined to. */
interface RowJoin {
  /** The record, or the name of a row (`rowName`) that must have become one. */
  readonly to: string
  readonly choice: Exclude<PairChoice, 'two'>
}

/** How a row that is not yet a record is named in a pair. */
export const rowName = (sheet: number, row: number): string => `row ${sheet}:${row}`

/** What a file calls a record, so that the same row is known again: by outside id, else by natural key; null by neither. */
export function fileKey(table: TableName, value: (field: string) => unknown): string | null {
  const external = value('externalId')
  if (typeof external === 'string' && external !== '') return `id:${idKey(external)}`
  const key = naturalKey(table, value)
  return key === null ? null : `key:${key}`
}

/** The joins of one table. */
export class RowJoins {
  private readonly decided = new Map<string, RowJoin[]>()
  private readonly remembered = new Map<string, RowJoin>()

  constructor(
    private readonly run: Run,
    private readonly table: TableName,
  ) {
    for (const [key, choice] of Object.entries(run.input.decisions.pairs)) {
      if (choice === 'two') continue
      const [one = '', two = ''] = key.split('|')
      for (const [from, to] of [
        [one, two],
        [two, one],
      ] as const) {
        if (!from.startsWith('row ')) continue
        const list = this.decided.get(from)
        if (list) list.push({ to, choice })
        else this.decided.set(from, [{ to, choice }])
      }
    }
    for (const each of run.input.region.all('duplicateDecision'))
      if (each.same && each.table === table && run.record(table, each.one) !== null)
        this.remembered.set(each.two, { to: each.one, choice: each.fills ? 'merge' : 'same' })
  }

  /** True where no row of this table is joined to anything. */
  get isEmpty(): boolean {
    return this.decided.size === 0 && this.remembered.size === 0
  }

  /** True where a pair names the row, so that the record it becomes must be remembered. */
  isNamed(name: string): boolean {
    return this.decided.has(name)
  }

  /** The record that a row is joined to; null where it stands for itself. */
  of(
    sheet: number,
    row: number,
    value: (field: string) => unknown,
  ): { readonly id: string; readonly choice: RowJoin['choice'] } | null {
    const name = rowName(sheet, row)
    for (const { to, choice } of this.decided.get(name) ?? []) {
      const id = to.startsWith('row ') ? this.run.rowIds.get(to) : to
      if (id !== undefined && this.exists(id)) return { id, choice }
    }
    const key = this.remembered.size > 0 ? fileKey(this.table, value) : null
    const known = key === null ? undefined : this.remembered.get(key)
    if (!known) return null
    if (this.run.input.decisions.pairs[pairKey(known.to, name)] === 'two') {
      const called = value('name')
      if (typeof called === 'string') this.run.forgetAlias(`${this.table}.name`, called)
      return null
    }
    // Once the record bears the row's own id, the row is its own and may change it.
    const own = this.run.value(this.table, known.to, 'externalId')
    return typeof own === 'string' && key === `id:${idKey(own)}`
      ? null
      : { id: known.to, choice: known.choice }
  }

  private exists(id: string): boolean {
    return this.run.record(this.table, id) !== null || this.run.madeBy.has(id)
  }
}
