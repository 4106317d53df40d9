/** How screens write figures: the region's currency, the user's language, and the way to the deals behind a figure. */
import { useMemo } from 'react'
import { currencyDigits, toMajor } from '#shared/base/money'
import type { Words } from '#shared/region/warning'
import type { Json } from '#shared/model/field'
import { showNumber } from '../fields/show-field'
import { openedRows } from './record-grid'
import { usePlaces } from '../store/use-place'
import { useRegionCurrency, useSettings } from '../store/use-region'
import { plainView } from '../ui/grid/grid-view'

/** Words of figures in the user's language. */
export function useWords(): Words {
  const { locale } = useSettings()
  const home = useRegionCurrency()
  return useMemo(() => {
    const number = (n: number, digits = 0, fixed = false): string => showNumber(n, digits, fixed, locale)
    return {
      money: (amount, currency = home) => `${number(toMajor(amount, currency))} ${currency}`,
      day: d => d,
      percent: (share, digits = 0) => `${number(share * 100, digits, true)} %`,
      number: (n, digits = 0) => number(n, digits),
    }
  }, [locale, home])
}

/** Writes money of the region's currency to the cent, in the user's language: what an opened figure shows. */
export function useExactMoney(): (amount: number) => string {
  const { locale } = useSettings()
  const home = useRegionCurrency()
  return useMemo(
    () => amount => `${showNumber(toMajor(amount, home), currencyDigits(home), true, locale)} ${home}`,
    [locale, home],
  )
}

const allDeals = {
  ...plainView,
  filterRow: true,
  totals: true,
  columns: [{ key: 'state', hidden: false }],
} as unknown as Json

/** Opens deals in the pipeline grid under some words. */
export function useOpenDeals(): (ids: readonly string[], words: string) => void {
  const places = usePlaces()
  return useMemo(
    () => (ids, words) =>
      places.go({
        screen: 'pipeline',
        filters: {
          // Closed deals may be among them, which the view of open deals would leave out.
          'view:pipeline': allDeals,
          'named:pipeline': 'all',
          ...openedRows('pipeline', { ids, words }),
        },
      }),
    [places],
  )
}
