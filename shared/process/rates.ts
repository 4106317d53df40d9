/** Dated exchange rates into the region's currency (CV-7); a missing rate is said, never skipped. */
import { earlierDay, type Day } from '../base/day'
import { toMajor, toMinor, type CurrencyCode, type Minor } from '../base/money'
import { fail, ok, type Result } from '../base/result'
import { regionCurrency, settingsOf } from '../region/settings'
import type { Region } from '../region/region'

/** No rate for a currency is known on or before a day. */
export interface MissingRate {
  readonly kind: 'noRate'
  readonly currency: CurrencyCode
  readonly on: Day
}

/** The region's currency and the way into it. */
export interface Rates {
  readonly home: CurrencyCode
  /** Minor units of the region's currency; an amount without a currency is taken to be in it already. */
  convert(amount: Minor, from: CurrencyCode | null, on: Day): Result<Minor, MissingRate>
}

/** The rates of a region; the newest rate on or before the day counts (CV-7). */
export function ratesOf(region: Region): Rates {
  const home = regionCurrency(settingsOf(region))
  const byCurrency = new Map<CurrencyCode, { on: Day; rate: number }[]>()
  for (const { currency, on, rate } of region.all('currencyRate')) {
    const rates = byCurrency.get(currency) ?? []
    byCurrency.set(currency, [...rates, { on, rate }])
  }
  for (const rates of byCurrency.values()) rates.sort((a, b) => (a.on < b.on ? 1 : -1))
  return {
    home,
    convert(amount, from, on) {
      if (from === null || from === home) return ok(amount)
      const rate = byCurrency.get(from)?.find(each => each.on <= on)?.rate
      const minor = rate === undefined ? null : toMinor(toMajor(amount, from) * rate, home)
      return minor === null ? fail({ kind: 'noRate', currency: from, on }) : ok(minor)
    },
  }
}

/** The day on which an amount of a deal is exchanged: its close, else `asOf`. */
export const exchangeDay = (closedOn: Day | null, asOf: Day): Day =>
  closedOn === null ? asOf : earlierDay(closedOn, asOf)
