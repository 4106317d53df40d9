/** Minor units of currencies, for showing and for asking in the units people type. */
import type { NumericColumn } from './column-data'

const digitsByCode = new Map<string, number>()

/** Decimal places of a currency by the browser's own table; 2 when the code is unknown. */
export function minorDigits(code: string | null): number {
  if (code === null) return 2
  const known = digitsByCode.get(code)
  if (known !== undefined) return known
  let digits = 2
  try {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
        .maximumFractionDigits ?? 2
  } catch {
    // Not a well-formed code: shown with two places like most.
  }
  digitsByCode.set(code, digits)
  return digits
}

/** Minor units in one major unit: one factor for all rows, or one each. */
export interface MinorFactors {
  readonly all: number | null
  readonly each: Float64Array | null
}

/** What divides the cells of a money column to give major units. */
export function minorFactors(column: NumericColumn, rowCount: number): MinorFactors {
  const { currency } = column
  if (typeof currency !== 'object') return { all: 10 ** minorDigits(currency ?? null), each: null }
  const byCode = currency.strings.map(code => 10 ** minorDigits(code))
  if (byCode.every(factor => factor === byCode[0])) return { all: byCode[0] ?? 100, each: null }
  const each = new Float64Array(rowCount)
  for (let row = 0; row < rowCount; row++) each[row] = byCode[currency.codes[row] as number] ?? 100
  return { all: null, each }
}
