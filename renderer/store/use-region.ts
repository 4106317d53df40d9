/** How screens read the open region: one hook on `useSyncExternalStore`, over remembered queries. */
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react'
import { present } from '#shared/base/assert'
import type { Day } from '#shared/base/day'
import { tableNames, type RecordOf, type TableName } from '#shared/model/catalog'
import type { Id } from '#shared/base/id'
import { datedTables } from '#shared/region/as-of'
import { recordTitle } from '#shared/region/record-title'
import type { Region } from '#shared/region/region'
import { regionCurrency, settingsOf, type Settings } from '#shared/region/settings'
import type { CurrencyCode } from '#shared/base/money'
import { today } from './clock'
import { asOfDate, dataDay } from './data-day'
import { query, type Query } from './query'
import type { RegionStore, StoreStatus } from './region-store'

/** The open region, given by the frame. */
export const RegionContext = createContext<RegionStore | null>(null)

/** The open region's store, to commit with; there always is one inside a screen. */
export const useRegionStore = (): RegionStore =>
  present(use(RegionContext), 'screens are shown only while a region is open')

/** The answer to a query about the open region; the screen is drawn again only when the answer changes. */
export function useQuery<A extends readonly unknown[], R>(ask: Query<A, R>, ...args: A): R {
  const store = useRegionStore()
  return useSyncExternalStore(store.subscribe, () => ask(store.region, ...args))
}

/** How long the region must have been left alone before a late answer is worked out, in milliseconds. */
const lull = 250

/**
 * The answer to a query that may follow the rest of the screen: `before` at first, then worked out in idle time when
 * the region has not changed for a moment. For figures beside the work, such as counts on the rail.
 */
export function useLateQuery<A, R>(ask: Query<[A], R>, before: R, arg: A): R {
  const store = useRegionStore()
  const [answer, setAnswer] = useState(before)
  useEffect(() => {
    let stop = (): void => {}
    let seen = ''
    const work = (): void => setAnswer(() => ask(store.region, arg))
    const look = (): void => {
      const version = store.region.versionOf(...ask.tables)
      if (version === seen) return
      seen = version
      stop()
      let idle = 0
      const timer = setTimeout(() => {
        if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(work, { timeout: 2000 })
        else work()
      }, lull)
      stop = () => {
        clearTimeout(timer)
        if (idle > 0) cancelIdleCallback(idle)
      }
    }
    look()
    const deaf = store.subscribe(look)
    return () => {
      deaf()
      stop()
    }
  }, [ask, store, arg])
  return answer
}

/** The open region itself, drawn again when one of these tables changes (any table where none is named). */
export function useRegion(...tables: readonly TableName[]): Region {
  const store = useRegionStore()
  const names = tables.length > 0 ? tables : tableNames
  useSyncExternalStore(store.subscribe, () => store.region.versionOf(...names))
  return store.region
}

/** One record as it stands; null where it is not there. */
export function useRecord<T extends TableName>(table: T, id: Id<T> | null): RecordOf<T> | null {
  const store = useRegionStore()
  return useSyncExternalStore(store.subscribe, () => store.region.get(table, id))
}

/** What the store is doing, and what undo and redo would do. */
export function useStoreStatus(): StoreStatus {
  const store = useRegionStore()
  return useSyncExternalStore(store.subscribe, () => store.status)
}

/** A part of what the store is doing; the caller is drawn again only when that part is another value. */
export function useStoreStatusOf<T>(part: (status: StoreStatus) => T): T {
  const store = useRegionStore()
  return useSyncExternalStore(store.subscribe, () => part(store.status))
}

const asOfTables: readonly TableName[] = ['setting', ...datedTables]
const askAsOf = query(asOfTables, (region, day: Day) => asOfDate(region, day))
const askDataFrom = query(datedTables, (region, day: Day) => dataDay(region, day))
const askSettings = query(['setting'], region => settingsOf(region))

/** The as-of date that every figure on the screen is computed for (CV-1). */
export const useAsOf = (): Day => useQuery(askAsOf, today())

/** The newest day in the data; null in an empty region. */
export const useDataFrom = (): Day | null => useQuery(askDataFrom, today())

/** The settings, defaults filled in. */
export const useSettings = (): Settings => useQuery(askSettings)

/** The currency of the region's totals. */
export const useRegionCurrency = (): CurrencyCode => regionCurrency(useSettings())

/** What a record is called; empty for a record that is not there. */
export function useRecordTitle(table: TableName, id: string | null): string {
  const store = useRegionStore()
  return useSyncExternalStore(store.subscribe, () => {
    const record = id === null ? null : store.region.get(table, id as never)
    return record ? recordTitle(store.region, table, record as never) : ''
  })
}
