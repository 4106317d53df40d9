/** The surroundings that fields of a record are shown and read in. */
import { parseCurrency, type CurrencyCode } from '#shared/base/money'
import type { Values } from '#shared/region/change'
import type { Region } from '#shared/region/region'
import { settingsOf } from '#shared/region/settings'
import type { FieldContext } from '../fields/field-context'
import { findByTitle, titleOf } from '../store/titles'

/** The field context of a record; its own currency counts, else the region's. */
export function surroundings(region: Region, record: Values | null, currency: CurrencyCode): FieldContext {
  const own = record?.['currency']
  return {
    locale: settingsOf(region).locale,
    currency: (typeof own === 'string' ? parseCurrency(own) : null) ?? currency,
    titleOf: (table, id) => titleOf(region, table, id),
    find: (table, text, limit) => findByTitle(region, table, text, limit),
  }
}
