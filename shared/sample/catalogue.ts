/** What the sample company sells, to whom, against whom and where its leads come from. */
import type { Day } from '../base/day'
import { parseCurrency, type CurrencyCode } from '../base/money'
import type { RecordOf } from '../model/catalog'
import { firstDay, type SampleBuilder } from './builder'
import { sectors } from './names'

/** The currency of the sample region. */
export const usd = parseCurrency('USD') as CurrencyCode

/** The reference records that deals point to. */
export interface Catalogue {
  readonly products: readonly RecordOf<'product'>[]
  readonly markets: ReadonlyMap<string, RecordOf<'targetMarket'>>
  readonly sources: readonly (readonly [RecordOf<'leadSource'>, weight: number])[]
  readonly competitors: readonly RecordOf<'competitor'>[]
}

const productRows: readonly (readonly [
  code: string,
  name: string,
  family: string,
  price: number,
  cost: number,
])[] = [
  ['WL-100', 'Watchline Core', 'Watchline', 14_800, 2_900],
  ['WL-300', 'Watchline Plant', 'Watchline', 39_500, 7_200],
  ['WL-900', 'Watchline Enterprise', 'Watchline', 128_000, 21_000],
  ['PS-10', 'Pulsefield Kit', 'Pulsefield', 6_400, 3_300],
  ['PS-40', 'Pulsefield Array', 'Pulsefield', 23_600, 12_900],
  ['PS-80', 'Pulsefield Extreme', 'Pulsefield', 57_000, 30_500],
  ['SV-1', 'Commissioning', 'Services', 8_900, 5_600],
  ['SV-2', 'Care plan, one year', 'Services', 5_200, 1_900],
  ['SV-3', 'Reliability review', 'Services', 12_500, 7_000],
]

const sourceRows = [
  ['Own prospecting', 'prospecting', 30, 9_000],
  ['Existing customer', 'existingCustomer', 24, 3_000],
  ['Web enquiry', 'web', 18, 22_000],
  ['Reliability Forum (trade fair)', 'event', 10, 48_000],
  ['Partner introduction', 'partner', 9, 12_000],
  ['Bought list, plant managers', 'rentedList', 6, 15_000],
  ['Management introduction', 'management', 3, 2_000],
] as const

const competitorRows: readonly (readonly [string, string, string])[] = [
  ['Stillvane Systems', 'Installed base in paper and board', 'Slow to commission, closed data'],
  ['Orbecca', 'Lowest price per sensor', 'No service north of Albany'],
  ['Halden & Prowse', 'Known to every purchasing manager', 'Old software'],
  ['In-house build', 'No licence to pay', 'Depends on two engineers'],
]

/** Adds products, markets, competitors, lead sources and what the sources cost. */
export function makeCatalogue(build: SampleBuilder): Catalogue {
  const life = { on: firstDay }
  const products = productRows.map(([code, name, family, price, cost]) =>
    build.add(
      'product',
      { name, code, family, externalId: code, listPrice: price * 100, cost: cost * 100, currency: usd },
      life,
    ),
  )
  const markets = new Map<string, RecordOf<'targetMarket'>>()
  for (const name of new Set(sectors.map(each => each.market)))
    markets.set(
      name,
      build.add(
        'targetMarket',
        { name, sectors: sectors.filter(each => each.market === name).map(each => each.name) },
        life,
      ),
    )
  const competitors = competitorRows.map(([name, strengths, weaknesses]) =>
    build.add('competitor', { name, strengths, weaknesses }, life),
  )
  const sources = sourceRows.map(([name, category, weight, cost]) => {
    const source = build.add('leadSource', { name, category }, life)
    for (const period of quarters)
      build.add(
        'sourceCost',
        { leadSource: source.id, period, cost: cost * 100, currency: usd, margin: 0.48 },
        life,
      )
    return [source, weight] as const
  })
  return { products, markets, sources, competitors }
}

/** The quarters that the sample region has quotas and costs for. */
export const quarters = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'] as const

const holidays: readonly (readonly [string, string])[] = [
  ['2025-05-26', 'Memorial Day'],
  ['2025-07-04', 'Independence Day'],
  ['2025-09-01', 'Labor Day'],
  ['2025-11-27', 'Thanksgiving'],
  ['2025-11-28', 'Day after Thanksgiving'],
  ['2025-12-25', 'Christmas Day'],
  ['2026-01-01', 'New Year’s Day'],
  ['2026-05-25', 'Memorial Day'],
  ['2026-07-03', 'Independence Day (observed)'],
  ['2026-09-07', 'Labor Day'],
  ['2026-11-26', 'Thanksgiving'],
  ['2026-11-27', 'Day after Thanksgiving'],
  ['2026-12-25', 'Christmas Day'],
  ['2027-01-01', 'New Year’s Day'],
]

/** Adds the working calendar and the region's own settings. */
export function makeCalendar(build: SampleBuilder): RecordOf<'workWeek'> {
  const life = { on: firstDay }
  const week = build.add('workWeek', { name: 'Monday to Friday', isDefault: true }, life)
  for (const [on, name] of holidays) build.add('holiday', { workWeek: week.id, on: on as Day, name }, life)
  build.add('setting', { key: 'regionName', value: 'Tidewater' }, { ...life, source: 'manager' })
  build.add('setting', { key: 'currency', value: 'USD' }, { ...life, source: 'manager' })
  build.add('setting', { key: 'calendarDays', value: false }, { ...life, source: 'manager' })
  return week
}
