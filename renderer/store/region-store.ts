/** The open region: what is in memory, the one door through which it changes, and the way back. */
import { fail, ok, type Result } from '#shared/base/result'
import { catalog, type TableName } from '#shared/model/catalog'
import type { Json, Source } from '#shared/model/field'
import {
  applyTo,
  countChange,
  invert,
  isEmptyChange,
  squash,
  tablesOf,
  type AnyRecord,
  type ChangeSet,
} from '#shared/region/change'
import { check, checkSteps, type ChangeProblem } from '#shared/region/check'
import type { Edit } from '#shared/region/edit'
import { Region } from '#shared/region/region'
import type { Kept } from '#shared/region/revert'
import { settingsOf } from '#shared/region/settings'
import { breathe } from './breathe'
import { readLazy } from './buckets'
import { changePages } from './change-pages'
import { readChange, readRevertPlan } from './journal-reader'
import { changeBy } from './change-by'
import { now } from './clock'
import { countsOf } from './entry-counts'
import type { PageMap } from './page-map'
import { lazyTables, readRegion, readTable } from './region-reader'
import { planPages, write, writeNothing, type Writing } from './region-writer'
import type { ArchiveItem, JournalEntry, RegionDatabase } from './region-database'
import { squashFacts } from './squash-facts'
import { problemOf, type StoreProblem } from './store-problem'
import { takeIn } from './take-in'
import type { Order, Written } from './write-beside'

/** What stands in the journal about a change, besides the change. */
export interface CommitOptions {
  /** What is done, as a user reads it after "Undo": `Import of pipeline.csv`. */
  readonly label: string
  readonly source: Source
  /** Where on the screen, to go back there when it is undone. */
  readonly place?: Json
  /** The import batch that it belongs to. */
  readonly batch?: string
  /** Commits with the same key that follow each other within a minute become one entry. */
  readonly squashKey?: string
  /** Documents that never change, written in the same transaction. */
  readonly archive?: readonly ArchiveItem[]
  /** The entry that this change reverts. */
  readonly reverts?: number
}

/** A change that has reached the disk; `seq` is null where there was nothing to do. */
export interface Committed {
  readonly seq: number | null
  readonly change: ChangeSet
}

/** A revert that has been carried out, and what it left as it was. */
export interface Reverted extends Committed {
  readonly kept: readonly Kept[]
}

/** What the frame shows of the store: a new object with every change. */
export interface StoreStatus {
  readonly saving: boolean
  /** What undo and redo would do. */
  readonly undo: JournalEntry | null
  readonly redo: JournalEntry | null
  /** Why the last attempt failed; null after the next one that succeeds. */
  readonly problem: StoreProblem | null
  /** Moves with every change of the region. */
  readonly version: number
}

/** A change, or how to make it from the region as it stands when its turn comes. */
export type Wish = ChangeSet | ((region: Region) => ChangeSet)

/** Longest time between two edits that become one, in milliseconds, and the most records such an entry may hold. */
const squashTime = 60_000
const squashLimit = 50

/** One open region; commits come one at a time, reach the disk first and then the memory and its listeners. */
export class RegionStore {
  private readonly listeners = new Set<() => void>()
  private readonly unread = new Set<TableName>(lazyTables)
  private queue: Promise<unknown> = Promise.resolve()
  private waiting = 0
  /** The last commit asked for, until it is answered. */
  private asked: Promise<Result<unknown, unknown>> | null = null
  private current: StoreStatus

  private constructor(
    readonly id: string,
    readonly database: RegionDatabase,
    readonly region: Region,
    private readonly maps: ReadonlyMap<TableName, PageMap>,
    undo: JournalEntry | null,
    redo: JournalEntry | null,
    private lastSeq: number,
    private readonly release: () => void,
  ) {
    this.current = { saving: false, undo, redo, problem: null, version: 0 }
  }

  /** Reads a region into memory; `release` is called when the store closes. */
  static async open(id: string, database: RegionDatabase, release: () => void): Promise<RegionStore> {
    const region = new Region()
    const [last, undo, redo, maps] = await Promise.all([
      database.journal.orderBy('seq').last(),
      topEntry(database, 'done'),
      topEntry(database, 'undone'),
      readRegion(database, region),
    ])
    return new RegionStore(id, database, region, maps, undo, redo, last?.seq ?? 0, release)
  }

  /** What the frame shows; the same object until something changes. */
  get status(): StoreStatus {
    return this.current
  }

  /** Hears of every change; returns the way to stop. An arrow, so that React may keep hold of it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Commits a change: checked, on disk as one, then in memory. Where it fails nothing has moved. */
  commit(wish: Wish, options: CommitOptions): Promise<Result<Committed, StoreProblem>> {
    const done = this.enqueue(() => this.perform(wish, options))
    this.asked = done
    void done.then(() => {
      if (this.asked === done) this.asked = null
    })
    return done
  }

  /** Commits what `make` does to an edit of the region as it then stands. */
  edit(make: (edit: Edit) => void, options: CommitOptions): Promise<Result<Committed, StoreProblem>> {
    return this.commit(region => changeBy(region, make, options.source), options)
  }

  /** What the check of an edit would find if its turn were now; what waits before it may still change that. */
  wouldRefuse(make: (edit: Edit) => void, source: Source): readonly ChangeProblem[] {
    return check(this.region, changeBy(this.region, make, source), { unread: this.unread })
  }

  /**
   * Commits a change that a worker has made ready and writes itself, by `writeBeside`, while the door is held here; then
   * takes in what it wrote. Gives the entry's number; where it fails nothing has moved.
   */
  commitBeside(
    options: Omit<CommitOptions, 'squashKey' | 'archive' | 'reverts'>,
    work: (order: Order) => Promise<Result<Written, StoreProblem>>,
  ): Promise<Result<number, StoreProblem>> {
    return this.enqueue(async () => {
      for (const picture of this.database.pictures) picture.tear()
      const entry = this.entryOf(this.lastSeq + 1, options)
      const done = await this.besides(entry.seq, () => work({ entry, drop: this.current.redo !== null }))
      if (!done.ok) return done
      await takeIn(this.database, this.region, this.maps, this.unread, done.value)
      this.lastSeq = entry.seq
      this.tell({ undo: done.value.entry, redo: null, version: this.current.version + 1 })
      return ok(entry.seq)
    })
  }

  /**
   * Keeps something beside the user's work, such as a snapshot with its rows: checked and on disk as any change, but no
   * entry of the journal, so that nothing undoes it and what waits to be redone stays.
   */
  keepAside(wish: Wish, archive: readonly ArchiveItem[]): Promise<Result<null, StoreProblem>> {
    return this.enqueue(async () => {
      const change = typeof wish === 'function' ? wish(this.region) : wish
      const problems = await breathe(checkSteps(this.region, change, { unread: this.unread }))
      if (problems.length > 0) return fail({ code: 'refused', problems })
      await this.carryOut(change, { archive })
      return ok(null)
    })
  }

  /**
   * Takes the last thing back that was asked for, waiting for it where it is still being saved; its entry tells where it
   * was done. Where that was refused meanwhile nothing is taken back: the one before it is not what the user means.
   */
  undo(): Promise<Result<JournalEntry, StoreProblem>> {
    const { asked } = this
    return this.enqueue(async () => {
      if (asked && !(await asked).ok) return fail({ code: 'lastRefused' })
      const entry = this.current.undo
      return entry ? this.move(entry, 'undone') : fail({ code: 'nothingToUndo' })
    })
  }

  /** Does again what was last undone. */
  redo(): Promise<Result<JournalEntry, StoreProblem>> {
    return this.enqueue(async () => {
      const entry = this.current.redo
      return entry ? this.move(entry, 'done') : fail({ code: 'nothingToRedo' })
    })
  }

  /** Takes an entry back at any later date, as a new entry; what was worked on since is kept and listed. */
  revert(seq: number): Promise<Result<Reverted, StoreProblem>> {
    return this.enqueue(async () => {
      const entry = await this.database.journal.get(seq)
      if (entry?.state !== 'done') return fail({ code: 'nothingToRevert' })
      const { change, kept } = await readRevertPlan(this.database, this.region, this.unread, entry)
      if (isEmptyChange(change)) return fail({ code: 'nothingToRevert' })
      const label = `Revert: ${entry.label}`
      const done = await this.perform(change, { label, source: 'manager', reverts: seq })
      return done.ok ? ok({ ...done.value, kept }) : done
    })
  }

  /** Reads a lazy table into memory, where it then stays. */
  async load(table: TableName): Promise<void> {
    await this.enqueue(async () => {
      if (!this.unread.has(table)) return ok(null)
      await readTable(this.database, this.region, table, null)
      this.unread.delete(table)
      return ok(null)
    })
  }

  /** One record of any table, read from disk where its table is not in memory; null where there is none. */
  async find(table: TableName, id: string): Promise<AnyRecord | null> {
    if (!this.unread.has(table))
      return (this.region.table(table).get(id as never) as unknown as AnyRecord | undefined) ?? null
    return (await readLazy(this.database, table, [id])).get(id) ?? null
  }

  /** A document of the archive; undefined where there is none. */
  async archived(key: string): Promise<unknown> {
    return (await this.database.archive.get(key))?.value
  }

  /** Runs something between two commits. */
  exclusively<T, P>(work: () => Promise<Result<T, P>>): Promise<Result<T, P | StoreProblem>> {
    return this.enqueue<T, P>(work)
  }

  /** Forgets the failure that the frame shows. */
  dismissProblem(): void {
    this.tell({ problem: null })
  }

  /** Waits for what is under way and closes the region. */
  async close(): Promise<void> {
    await this.queue
    for (const picture of this.database.pictures) await picture.finished
    this.database.close()
    this.release()
  }

  private enqueue<T, P = StoreProblem>(
    job: () => Promise<Result<T, P>>,
  ): Promise<Result<T, P | StoreProblem>> {
    this.waiting++
    if (!this.current.saving) this.tell({ saving: true })
    const run = async (): Promise<Result<T, P | StoreProblem>> => {
      try {
        const result = await job()
        this.settle(null)
        return result
      } catch (error) {
        const problem = problemOf(error)
        this.settle(problem)
        return fail(problem)
      }
    }
    const result = this.queue.then(run)
    this.queue = result
    return result
  }

  private settle(problem: StoreProblem | null): void {
    this.waiting--
    this.tell({ saving: this.waiting > 0, problem })
  }

  private tell(news: Partial<StoreStatus>): void {
    this.current = { ...this.current, ...news }
    for (const listener of [...this.listeners]) listener()
  }

  private async perform(wish: Wish, options: CommitOptions): Promise<Result<Committed, StoreProblem>> {
    let change = typeof wish === 'function' ? wish(this.region) : wish
    const archive = options.archive ?? []
    if (isEmptyChange(change)) {
      if (archive.length > 0) await write(this.database, { ...writeNothing, archive })
      return ok({ seq: null, change })
    }
    const last = this.squashTarget(change, options)
    const lastChange = last ? await readChange(this.database, this.region, this.unread, last.seq) : null
    if (lastChange) change = squashFacts(lastChange, change)
    const problems = await breathe(checkSteps(this.region, change, { unread: this.unread }))
    if (problems.length > 0) return fail({ code: 'refused', problems })

    const seq = last?.seq ?? this.lastSeq + 1
    const whole = lastChange ? squash(lastChange, change) : change
    const entry: JournalEntry = { ...this.entryOf(seq, options), counts: countsOf(whole) }
    const empty = isEmptyChange(whole)
    const changes = await breathe(changePages(seq, whole, false))
    await this.carryOut(change, {
      entries: empty ? [] : [entry],
      forget: empty ? seq : null,
      drop: this.current.redo !== null,
      changes,
      changesOf: last ? seq : null,
      archive,
    })
    this.lastSeq = Math.max(this.lastSeq, seq)
    const undo = empty ? await topEntry(this.database, 'done') : entry
    this.tell({ undo, redo: null, version: this.current.version + 1 })
    return ok({ seq: empty ? null : seq, change })
  }

  private entryOf(seq: number, options: CommitOptions): Omit<JournalEntry, 'counts'> {
    return {
      seq,
      at: now(),
      label: options.label,
      source: options.source,
      by: settingsOf(this.region).userName || null,
      place: options.place ?? null,
      batch: options.batch ?? null,
      squashKey: options.squashKey ?? null,
      state: 'done',
      reverts: options.reverts ?? null,
    }
  }

  /** Has a worker write; where word from it is lost, the journal tells whether it has, and then all pages are read. */
  private async besides(
    seq: number,
    work: () => Promise<Result<Written, StoreProblem>>,
  ): Promise<Result<Written, StoreProblem>> {
    try {
      return await work()
    } catch (error) {
      const entry = await this.database.journal.get(seq)
      if (!entry) throw error
      return ok({ entry, pages: null, removed: [] })
    }
  }

  /** Undoes or redoes an entry. */
  private async move(
    entry: JournalEntry,
    to: 'done' | 'undone',
  ): Promise<Result<JournalEntry, StoreProblem>> {
    const done = await readChange(this.database, this.region, this.unread, entry.seq)
    const change = to === 'undone' ? invert(done) : done
    const problems = await breathe(checkSteps(this.region, change, { unread: this.unread }))
    if (problems.length > 0) return fail({ code: 'refused', problems })
    const moved: JournalEntry = { ...entry, state: to }
    // While it is undone the journal is the only place that knows the records it had added.
    const changes = await breathe(changePages(entry.seq, done, to === 'undone'))
    await this.carryOut(change, { entries: [moved], changes, changesOf: entry.seq })
    const undo = await topEntry(this.database, 'done')
    const redo = await topEntry(this.database, 'undone')
    this.tell({ undo, redo, version: this.current.version + 1 })
    return ok(moved)
  }

  /** To disk, then to memory. */
  private async carryOut(change: ChangeSet, more: Partial<Writing>): Promise<void> {
    const plans = await breathe(planPages(this.region, this.maps, change))
    const lazy = tablesOf(change).filter(([table]) => catalog[table].lazy)
    await write(this.database, { ...writeNothing, ...more, plans, lazy })
    for (const plan of plans) this.maps.get(plan.table)?.accept(plan)
    const inMemory = Object.fromEntries(tablesOf(change).filter(([table]) => !this.unread.has(table)))
    applyTo(this.region, inMemory)
  }

  private squashTarget(change: ChangeSet, options: CommitOptions): JournalEntry | null {
    const last = this.current.undo
    if (!last || options.squashKey === undefined || last.squashKey !== options.squashKey) return null
    if (this.current.redo || Date.parse(now()) - Date.parse(last.at) > squashTime) return null
    const { added, changed, removed } = countChange(change)
    const sum = Object.values(last.counts).reduce(
      (n, each) => n + each.added + each.changed + each.removed,
      0,
    )
    return sum + added + changed + removed <= squashLimit ? last : null
  }
}

/** The entry that undo (the newest done) or redo (the oldest undone) is about. */
async function topEntry(database: RegionDatabase, state: 'done' | 'undone'): Promise<JournalEntry | null> {
  const range = database.journal.where('[state+seq]').between([state, -Infinity], [state, Infinity])
  return (await (state === 'done' ? range.last() : range.first())) ?? null
}
