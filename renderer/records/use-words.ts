/** How screens write figures: the region's currency, the user's language, and the way to the deals behind a figure. */
import { useMemo } from 'react'
import { toMajor } from '#shared/base/money'
import type { Words } from '#shared/region/warning'
import { openedRows } from './record-grid'
import { usePlaces } from '../store/use-place'
import { useRegionCurrency, useSettings } from '../store/use-region'

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

/** Opens deals in the pipeline grid under some words. */
export function useOpenDeals(): (ids: readonly string[], words: string) => void {
  const places = usePlaces()
  return useMemo(
    () => (ids, words) => places.go({ screen: 'pipeline', filters: openedRows('pipeline', { ids, words }) }),
    [places],
  )
}
