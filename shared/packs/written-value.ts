/** Values on their way into cells. */
import { parseDay } from '../base/day'
import { toMajor, type CurrencyCode } from '../base/money'
import { daySerial } from './book'
import { cellText } from './lint-book'
import type { ColumnKind, PackValue } from './pack-content'

/** A value as the cell holds it: money in whole units of the currency, a day as a serial number. */
export function writtenValue(value: PackValue, kind: ColumnKind, currency: CurrencyCode): PackValue {
  if (typeof value === 'number' && kind === 'money') return toMajor(value, currency)
  if (typeof value !== 'string') return value
  const day = kind === 'day' ? parseDay(value) : null
  return day ? daySerial(day) : cellText(value)
}
