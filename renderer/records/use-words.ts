/** How screens write figures: the region's currency, the user's language, and the way to the deals behind a figure. */
import { useMemo } from 'react'
import { toMajor } from '#shared/base/money'
import type { Words } from '#shared/region/warning'
import type { Json } from '#shared/model/field'
import { openedRows } from './record-grid'
import { usePlaces } from '../store/use-place'
import { useRegionCurrency, useSettings } from '../store/use-region'
import { plainView } from '../ui/grid/grid-view'

/** Words of figures in the user's language. */
export function useWords(): Words {
  const { locale } = useSettings()
  const home = useRegionCurrency()
  return useMemo(() => {
    const tongue = locale || undefined
    return {
      money: (amount, currency = home) =>
        `${toMajor(amount, currency).toLocaleString(tongue, { maximumFractionDigits: 0 })} ${currency}`,
      day: d => d,
      percent: (share, digits = 0) =>
        `${(share * 100).toLocaleString(tongue, { minimumFractionDigits: digits, maximumFractionDigits: digits })} %`,
      number: (n, digits = 0) => n.toLocaleString(tongue, { maximumFractionDigits: digits }),
    }
  }, [locale, home])
}

/** Writes money of the region's currency to the cent, in the user's language: what an opened figure shows. */
export function useExactMoney(): (amount: number) => string {
  const { locale } = useSettings()
  const home = useRegionCurrency()
  return useMemo(() => {
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
    return amount => `${toMajor(amount, home).toLocaleString(locale || undefined, digits)} ${home}`
  }, [locale, home])
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
