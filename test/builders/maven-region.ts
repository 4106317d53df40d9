/** The Maven data set as a region, straight from its files and without our own import, as an independent way in. */
import type { Day } from '#shared/base/day'
import { asId } from '#shared/base/id'
import type { CurrencyCode } from '#shared/base/money'
import { realText } from '../fixtures/real-data'
import { aRegion, type RegionBuilder } from './region-builder'

const usd = 'USD' as CurrencyCode

/** Rows of a plain CSV file (no quotes in these files) by header name. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map(line => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

const orNull = (text: string | undefined): string | null => (text ? text : null)
const dayOrNull = (text: string | undefined): Day | null => orNull(text) as Day | null

/** The whole set: 35 reps, 85 accounts, 7 products, 8,800 deals; null where the files are absent. */
export function mavenRegion(): RegionBuilder | null {
  const read = (name: string): Record<string, string>[] | null => {
    const text = realText(`a-maven-crm/${name}.csv`)
    return text === null ? null : rowsOf(text)
  }
  const [teams, accounts, products, deals] = [
    read('sales_teams'),
    read('accounts'),
    read('products'),
    read('sales_pipeline'),
  ]
  if (!teams || !accounts || !products || !deals) return null
  const built = aRegion()
  for (const row of teams) {
    const name = row['sales_agent'] ?? ''
    const manager = row['manager'] ?? ''
    built.add('rep', { name, manager, team: manager, region: row['regional_office'] ?? '' }, `rep/${name}`)
  }
  for (const row of accounts) {
    const parent = orNull(row['subsidiary_of'])
    built.add(
      'account',
      {
        name: row['account'] ?? '',
        sector: orNull(row['sector']),
        employees: Number(row['employees']),
        country: orNull(row['office_location']),
        parent: parent ? asId(`account/${parent}`) : null,
      },
      `account/${row['account']}`,
    )
  }
  for (const row of products)
    built.add(
      'product',
      {
        name: row['product'] ?? '',
        family: row['series'] ?? null,
        listPrice: Number(row['sales_price']) * 100,
        currency: usd,
      },
      `product/${row['product']}`,
    )
  const states = { Won: 'won', Lost: 'lost', Engaging: 'open', Prospecting: 'open' } as const
  for (const row of deals) {
    const stage = row['deal_stage'] as keyof typeof states
    const product = row['product'] === 'GTXPro' ? 'GTX Pro' : (row['product'] ?? '')
    const account = orNull(row['account'])
    const closed = states[stage] !== 'open'
    built.add(
      'opportunity',
      {
        name: `${account ?? 'No account'} ${product}`,
        externalId: row['opportunity_id'] ?? null,
        owner: asId(`rep/${row['sales_agent']}`),
        account: account ? asId(`account/${account}`) : null,
        product: asId(`product/${product}`),
        stage,
        state: states[stage],
        engagedOn: dayOrNull(row['engage_date']),
        closedOn: dayOrNull(row['close_date']),
        wonAmount: closed ? Number(row['close_value']) * 100 : null,
        currency: usd,
      },
      `deal/${row['opportunity_id']}`,
    )
  }
  return built
}

/** The set's as-of date: its last close. */
export const mavenAsOf = '2017-12-31' as Day
