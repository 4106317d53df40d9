/** Deal values in the region's currency. */
import { expect, test } from 'vitest'
import type { CurrencyCode } from '#shared/base/money'
import { dealStates } from '#shared/process/deal-state'
import { totalValue } from '#shared/process/deal-value'
import { aRegion, day } from '../../builders/region-builder'

const usd = 'USD' as CurrencyCode
const eur = 'EUR' as CurrencyCode
const asOf = day('2017-12-31')

const values = (built: ReturnType<typeof aRegion>): unknown[] =>
  dealStates(built.region, asOf).rows.map(row => [row.value.amount, row.value.basis])

test('a deal is worth its amount, else its lines, else the list price of its product', () => {
  const built = aRegion()
  const product = built.add('product', { name: 'GTX', listPrice: 550_00, currency: usd })
  built.with('opportunity', { amount: 900_00, product, currency: usd })
  const lined = built.add('opportunity', { product, currency: usd })
  built.with('oppLine', { opportunity: lined, product, quantity: 3 })
  built.with('oppLine', { opportunity: lined, amount: 10_00 })
  built.with('opportunity', { product })
  built.with('opportunity', {})
  expect(values(built)).toEqual([
    [900_00, 'amount'],
    [3 * 550_00 + 10_00, 'lines'],
    [550_00, 'list'],
    [null, null],
  ])
})

test('a won deal is worth what it brought, and one that closes after the as-of date is still worth its amount', () => {
  const built = aRegion()
  built.with('opportunity', {
    amount: 500_00,
    wonAmount: 450_00,
    state: 'won',
    closedOn: day('2017-06-01'),
  })
  built.with('opportunity', {
    amount: 500_00,
    wonAmount: 450_00,
    state: 'won',
    closedOn: day('2018-01-15'),
  })
  expect(values(built)).toEqual([
    [450_00, 'won'],
    [500_00, 'amount'],
  ])
})

test('CV-7: a foreign amount takes the newest rate on or before the day, and without a rate the total is refused', () => {
  const built = aRegion()
    .with('currencyRate', { currency: eur, on: day('2017-01-01'), rate: 1.05 })
    .with('currencyRate', { currency: eur, on: day('2017-07-01'), rate: 1.2 })
    .with('currencyRate', { currency: eur, on: day('2018-07-01'), rate: 9 })
    .with('opportunity', { amount: 100_00, currency: eur })
    .with('opportunity', {
      wonAmount: 100_00,
      currency: eur,
      state: 'won',
      closedOn: day('2017-03-01'),
    })
  expect(values(built)).toEqual([
    [120_00, 'amount'],
    [105_00, 'won'],
  ])
  built.with('opportunity', { amount: 5_000, currency: 'JPY' as CurrencyCode }).with('opportunity', {})
  const total = totalValue(dealStates(built.region, asOf).rows.map(row => row.value))
  expect(total).toEqual({
    amount: null,
    counted: 2,
    unvalued: 1,
    blockedBy: [{ kind: 'noRate', currency: 'JPY', on: asOf }],
  })
})

test('CV-7: a rate from a currency without minor units keeps the major value', () => {
  const built = aRegion()
    .with('currencyRate', { currency: 'JPY' as CurrencyCode, on: day('2017-01-01'), rate: 0.01 })
    .with('opportunity', { amount: 5_000, currency: 'JPY' as CurrencyCode })
  expect(values(built)).toEqual([[50_00, 'amount']])
})
