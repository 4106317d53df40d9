/** Plain English words for figures in sentences, for tests. */
import type { Words } from '#shared/region/warning'

/** US dollars without cents, ISO days, percentages with as many digits as asked for. */
export const plainWords: Words = {
  money: amount => (amount / 100).toLocaleString('en-US', { maximumFractionDigits: 0 }),
  day: d => d,
  percent: (share, digits = 0) => `${(share * 100).toFixed(digits)} %`,
  number: (n, digits = 0) => n.toLocaleString('en-US', { maximumFractionDigits: digits }),
}
