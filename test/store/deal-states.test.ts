import { expect, test } from 'vitest'
import type { Day } from '#shared/base/day'
import { asId } from '#shared/base/id'
import { dealStates } from '#shared/process/deal-state'
import { newRecord } from '#shared/region/new-record'
import { Region } from '#shared/region/region'
import { askDealStates, prepareDealStates } from '../../renderer/store/deal-states'

const asOf = '2017-12-31' as Day
const deal = (n: number, amount: number) =>
  newRecord(
    'opportunity',
    asId<'opportunity'>(`deal-${n}`),
    { name: `Deal ${n}`, createdOn: '2017-01-01' as Day, amount, nextStep: 'Call' },
    { source: 'import', at: '2017-12-31T08:00:00.000Z' },
  )

test('deals judged before the first screen are the ones that it asks for', async () => {
  const region = new Region()
  for (let n = 0; n < 1000; n++) region.table('opportunity').put(deal(n, n))
  await prepareDealStates(region, asOf)
  const asked = askDealStates(region, asOf)
  expect(asked.rows).toEqual(dealStates(region, asOf).rows)
  expect(asked.rows).toHaveLength(1000)
  expect(askDealStates(region, asOf)).toBe(asked)
})

test('a deal that moves while the others are still being judged is judged as it then stands', async () => {
  const region = new Region()
  for (let n = 0; n < 1000; n++) region.table('opportunity').put(deal(n, n))
  const prepared = prepareDealStates(region, asOf)
  region.table('opportunity').put(deal(0, 77))
  await prepared
  expect(askDealStates(region, asOf).byId.get(asId('deal-0'))?.value.amount).toBe(77)
  expect(askDealStates(region, asOf).rows).toEqual(dealStates(region, asOf).rows)
})
