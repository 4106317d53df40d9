/** 100,000 made-up deals with 15 columns, the same in every grid that is measured. */

/** One row of the benchmark. */
export interface BenchDeal {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly owner: string
  readonly region: string
  readonly stage: string
  readonly amount: number
  readonly chance: number
  readonly close: number
  readonly created: number
  readonly age: number
  readonly score: number
  readonly source: string
  readonly product: string
  readonly open: boolean
}

const first = [
  'Acme',
  'Borealis',
  'Cobalt',
  'Dunmore',
  'Elkhart',
  'Fairway',
  'Garnet',
  'Hollis',
  'Isoline',
  'Juniper',
]
const second = [
  'Freight',
  'Systems',
  'Foods',
  'Energy',
  'Paper',
  'Labs',
  'Steel',
  'Marine',
  'Textiles',
  'Glass',
]
const regions = ['North', 'South', 'East', 'West', 'Central']
const stages = ['Prospecting', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost']

/** `count` deals from one seed. */
export function makeDeals(count: number): BenchDeal[] {
  let seed = 42
  const chance = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 4294967296
  }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  return Array.from({ length: count }, (_, i) => ({
    id: `d${i}`,
    name: `${pick(first)} ${pick(second)} ${Math.floor(chance() * 1e6)}`,
    account: `${pick(first)} ${pick(second)} ${Math.floor(chance() * 5000)}`,
    owner: `Rep ${Math.floor(chance() * 40)}`,
    region: pick(regions),
    stage: pick(stages),
    amount: Math.floor(chance() ** 3 * 1e8),
    chance: Math.round(chance() * 1000) / 1000,
    close: 17000 + Math.floor(chance() * 700),
    created: 16600 + Math.floor(chance() * 700),
    age: Math.floor(chance() * 400),
    score: chance() * 100,
    source: pick(second),
    product: `Product ${Math.floor(chance() * 60)}`,
    open: chance() > 0.5,
  }))
}

/** The columns in order. */
export const benchColumns = [
  'name',
  'account',
  'owner',
  'region',
  'stage',
  'amount',
  'chance',
  'close',
  'created',
  'age',
  'score',
  'source',
  'product',
  'open',
  'id',
] as const
