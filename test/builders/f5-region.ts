/** The worked example F5 of domain section 5.3 as a region: its deals with the events that put them where they stand. */
import { f5AsOf, f5Calendar } from '../fixtures/f5'
import type { Id } from '#shared/base/id'
import type { CurrencyCode } from '#shared/base/money'
import { buyingEvents, sellingEvents } from '#shared/process/default-statuses'
import { complete, withProcess } from './default-process'
import { aRegion, day, type RegionBuilder } from './region-builder'

/** Deal, ranks, amount, day of the last event and the buyer's own date, as the table of section 5.3 prints them. */
export const f5Rows = [
  ['O1', 4, 4, 120_000, '2017-09-18', '2017-11-30'],
  ['O2', 2, 5, 80_000, '2017-08-21', null],
  ['O3', 5, 5, 60_000, '2017-08-21', null],
  ['O4', 3, 1, 200_000, '2017-06-01', null],
  ['O5', 1, 2, 40_000, '2016-08-01', null],
] as const

/** The keys of all events up to a buying and a sales rank. */
export const eventsUpTo = (buying: number, selling: number): string[] => [
  ...buyingEvents.filter(([, rank]) => rank <= buying).map(([key]) => key),
  ...sellingEvents.filter(([, rank]) => rank <= selling).map(([key]) => key),
]

/** The id of a deal of F5. */
export const f5Id = (name: string): Id<'opportunity'> => `deal/${name}` as Id<'opportunity'>

/** F5: five deals, US calendar with its holidays, as of 2 October 2017. */
export function f5Region(): RegionBuilder {
  const built = withProcess(aRegion())
  const week = built.region.all('workWeek')[0]
  if (!week) throw new Error('the default process has a working week')
  for (const on of f5Calendar.holidays) built.with('holiday', { workWeek: week.id, on })
  const owner = built.add('rep', { name: 'Ann', region: 'West', manager: 'Mia' })
  for (const [name, buying, selling, amount, entered, buyer] of f5Rows) {
    const id = built.add(
      'opportunity',
      {
        name,
        owner,
        amount: amount * 100,
        currency: 'USD' as CurrencyCode,
        createdOn: day('2016-01-04'),
        decisionDate: buyer === null ? null : day(buyer),
      },
      f5Id(name),
    )
    const keys = eventsUpTo(buying, selling)
    complete(built, id, '2016-02-01', ...keys.slice(0, -1))
    complete(built, id, entered, ...keys.slice(-1))
  }
  built.with('setting', { key: 'asOf', value: f5AsOf })
  return built
}
