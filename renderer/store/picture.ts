/** A picture of a region's database as it stood at one moment, read a few rows at a time while commits go on. */
import { cmp, type DBCore, type DBCoreMutateRequest, type DBCoreTable } from 'dexie'

/** A row of any store, and its key. */
type Row = Readonly<Record<string, unknown>>
interface Kept {
  readonly key: unknown
  /** Null where there was no such row. */
  readonly row: Row | null
}

/** What commits have written over since the picture was begun, as it was. */
export class Picture {
  private readonly kept = new Map<string, Map<string, Kept>>()
  private torn = false
  private finish: () => void = () => undefined
  /** Settles when it is no longer needed. */
  readonly finished = new Promise<void>(done => (this.finish = done))

  /** True where something was written past it, so that it is no picture any more. */
  get isTorn(): boolean {
    return this.torn
  }

  /** Says that something is written that it cannot follow, as by another thread. */
  tear(): void {
    this.torn = true
  }

  /** Says that it is no longer needed. */
  end(): void {
    this.finish()
  }

  /** Keeps a row that is about to be written over; only the first time counts. */
  keep(store: string, key: unknown, row: Row | null): void {
    const rows = this.kept.get(store) ?? new Map<string, Kept>()
    this.kept.set(store, rows)
    const name = JSON.stringify(key)
    if (!rows.has(name)) rows.set(name, { key, row })
  }

  /** Rows just read between two keys (`after` left out, null for an open end), as they stood when it was begun. */
  asThen(
    store: string,
    rows: readonly Row[],
    keyOf: (row: Row) => unknown,
    after: unknown,
    until: unknown,
  ): readonly Row[] {
    const kept = this.kept.get(store)
    if (!kept) return rows
    const then = rows.filter(row => !kept.has(JSON.stringify(keyOf(row))))
    for (const { key, row } of kept.values())
      if (row && (after === null || cmp(key, after) > 0) && (until === null || cmp(key, until) <= 0))
        then.push(row)
    return then.sort((a, b) => cmp(keyOf(a), keyOf(b)))
  }
}

/** Has every picture in `pictures` keep what is written over, within the transaction that writes. */
export const keepingPictures = (core: DBCore, pictures: ReadonlySet<Picture>): DBCore => ({
  ...core,
  table: name => keepingTable(core.table(name), pictures),
})

function keepingTable(table: DBCoreTable, pictures: ReadonlySet<Picture>): DBCoreTable {
  const mutate: DBCoreTable['mutate'] = async request => {
    if (pictures.size > 0) {
      const before = await rowsBefore(table, request)
      for (const picture of pictures) for (const { key, row } of before) picture.keep(table.name, key, row)
    }
    return table.mutate(request)
  }
  return { ...table, mutate: request => (pictures.size > 0 ? mutate(request) : table.mutate(request)) }
}

async function rowsBefore(table: DBCoreTable, request: DBCoreMutateRequest): Promise<readonly Kept[]> {
  const { trans } = request
  const index = table.schema.primaryKey
  const keyOf = (row: Row): unknown => index.extractKey?.(row)
  if (request.type === 'deleteRange') {
    const found = await table.query({ trans, values: true, query: { index, range: request.range } })
    return (found.result as Row[]).map(row => ({ key: keyOf(row), row }))
  }
  const keys: readonly unknown[] =
    request.type === 'delete' ? request.keys : (request.keys ?? (request.values as Row[]).map(keyOf))
  const rows = (await table.getMany({ trans, keys: [...keys] })) as (Row | undefined)[]
  return keys.map((key, i) => ({ key, row: rows[i] ?? null }))
}
