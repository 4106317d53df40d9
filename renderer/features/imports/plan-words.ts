/** Values of a plan in words: references by name, money with its currency. */
import { toMajor, type CurrencyCode } from '#shared/base/money'
import { fieldOf, type TableName } from '#shared/model/catalog'
import type { Plan } from '#shared/reconcile/plan'

/** A value of a record in words. */
export function valueWords(plan: Plan, table: TableName, id: string, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty'
  const known = fieldOf(table, field)
  if (known?.table && typeof value === 'string') return plan.nameOf(known.table as TableName, value) || value
  if (known?.kind === 'money' && typeof value === 'number') {
    const currency = plan.valueOf(table, id, known.currencyField ?? 'currency')
    const code = (typeof currency === 'string' ? currency : 'USD') as CurrencyCode
    return `${toMajor(value, code).toLocaleString()} ${code}`
  }
  if (known?.kind === 'percent' && typeof value === 'number') return `${Math.round(value * 1000) / 10} %`
  if (known?.kind === 'choice') return known.choices?.find(each => each.key === value)?.label ?? plain(value)
  return plain(value)
}

const plain = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.map(plain).join(', ')
      : JSON.stringify(value)
