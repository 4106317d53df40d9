/** Tables that other records refer to: products, markets, rates, calendars, sources, names that mean the same. */
import {
  choice,
  currency,
  day,
  flag,
  json,
  list,
  longText,
  money,
  must,
  number,
  ref,
  table,
  text,
  whole,
  type Json,
} from './field'

/** A thing that is sold. */
export const product = table('product', 'Product', 'Products', {
  name: must(text('Product'), ''),
  externalId: text('Product id'),
  code: text('Product code'),
  family: text('Product family'),
  listPrice: money('List price'),
  cost: money('Cost'),
  currency: currency(),
  active: flag('Active', true),
})

/** A group of customers that is sold to in one way. */
export const targetMarket = table('targetMarket', 'Target market', 'Target markets', {
  name: must(text('Target market'), ''),
  parent: ref('targetMarket', 'Parent market'),
  sectors: list('Sectors'),
})

/** Someone we compete with. */
export const competitor = table('competitor', 'Competitor', 'Competitors', {
  name: must(text('Competitor'), ''),
  strengths: longText('Strengths'),
  weaknesses: longText('Weaknesses'),
})

/** Where leads come from. */
export const leadSource = table('leadSource', 'Lead source', 'Lead sources', {
  name: must(text('Lead source'), ''),
  category: choice('Category', {
    management: 'Management',
    analyst: 'Analyst or expert',
    rentedList: 'Rented list',
    event: 'Event',
    existingCustomer: 'Existing customer',
    web: 'Web',
    partner: 'Partner',
    prospecting: 'Own prospecting',
    other: 'Other',
  }),
})

/** What a lead source cost in a period. */
export const sourceCost = table('sourceCost', 'Source cost', 'Source costs', {
  leadSource: must(ref('leadSource', 'Lead source')),
  period: must(text('Period'), ''),
  cost: must(money('Cost'), 0),
  currency: currency(),
  margin: number('Gross margin', {
    range: [0, 1],
    help: 'Share of revenue that is margin, for the return on cost.',
  }),
})

/** The worth of one unit of a currency in the region's currency on a day (CV-7). */
export const currencyRate = table(
  'currencyRate',
  'Currency rate',
  'Currency rates',
  { currency: must(currency()), on: must(day('On')), rate: must(number('Rate', { range: [0, 1e9] }), 1) },
  { title: 'currency' },
)

/** A name that stands for another: `GTXPro` is `GTX Pro`. */
export const alias = table(
  'alias',
  'Alias',
  'Aliases',
  {
    dimension: must(
      text('Dimension', { help: 'Table and field, such as product.name or account.sector.' }),
      '',
    ),
    from: must(text('Written as'), ''),
    to: must(text('Means'), ''),
    accepted: flag('Accepted', true),
  },
  { title: 'from' },
)

/** A working calendar (CV-4). */
export const workWeek = table('workWeek', 'Working calendar', 'Working calendars', {
  name: must(text('Calendar'), ''),
  week: json<readonly boolean[]>('Working days, Monday to Sunday', [
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]),
  isDefault: flag('Default'),
})

/** A day off in a working calendar. */
export const holiday = table('holiday', 'Holiday', 'Holidays', {
  workWeek: must(ref('workWeek', 'Calendar')),
  on: must(day('On')),
  name: text('Holiday'),
})

/** One setting of the region; the defaults stand in code, so only changed ones have a record. */
export const setting = table(
  'setting',
  'Setting',
  'Settings',
  { key: must(text('Setting'), ''), value: json<Json>('Value', null) },
  { title: 'key' },
)

/** A target for a rep, a team or the region in a period. */
export const quota = table(
  'quota',
  'Quota',
  'Quotas',
  {
    rep: ref('rep', 'Rep'),
    unit: text('Team or region', { help: 'Empty where the quota is a rep’s own.' }),
    period: must(text('Period', { help: '2017-10, 2017-Q4 or FY2017.' }), ''),
    measure: must(
      choice('Measure', { bookings: 'Bookings', revenue: 'Revenue', units: 'Units' }),
      'bookings',
    ),
    amount: must(money('Quota'), 0),
    currency: currency(),
    units: whole('Units'),
  },
  { title: 'period' },
)
