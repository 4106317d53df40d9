/** What makes a record the same record: its outside id, else the values that name it in its table. */
import { foldCompany, foldText } from '../base/text'
import type { TableName } from '../model/catalog'

/** An outside id as it is compared: Salesforce writes the same id with 15 or 18 characters. */
export const idKey = (id: string): string => {
  const text = id.trim()
  return /^[a-zA-Z0-9]{15}[A-Z0-5]{3}$/.test(text) ? text.slice(0, 15) : text
}

/** A name as it is compared in a table: companies lose their suffixes. */
export const nameKey = (table: TableName, name: string): string =>
  table === 'account' ? foldCompany(name) : foldText(name)

const text = (value: unknown): string =>
  typeof value === 'string' ? foldText(value) : typeof value === 'number' ? String(value) : ''

/** Tables whose name alone says which record is meant. */
const named: ReadonlySet<TableName> = new Set<TableName>([
  'rep',
  'account',
  'product',
  'leadSource',
  'competitor',
])

/** True where a name alone says which record of the table is meant. */
export const isNamed = (table: TableName): boolean => named.has(table)

const keyFields: Partial<Record<TableName, readonly string[]>> = {
  opportunity: ['name', 'account', 'product', 'createdOn', 'engagedOn'],
  oppLine: ['opportunity', 'product', 'description'],
  activity: ['subject', 'kind', 'on', 'owner', 'account', 'opportunity'],
  quota: ['rep', 'unit', 'period', 'measure'],
  currencyRate: ['currency', 'on'],
}

/**
 * The natural key of a record without an outside id; null where its values name nothing. Keys of opportunities
 * and activities may be shared by several records, which are then told apart by their order.
 */
export function naturalKey(table: TableName, value: (field: string) => unknown): string | null {
  if (isNamed(table)) {
    const name = value('name')
    return typeof name === 'string' && name !== '' ? nameKey(table, name) : null
  }
  if (table === 'person' || table === 'lead') {
    const email = value('email')
    if (typeof email === 'string' && email !== '') return `@${email.toLowerCase()}`
    const name = value('name')
    const beside = table === 'person' ? value('account') : value('company')
    return typeof name === 'string' && name !== '' ? `${foldText(name)}|${text(beside)}` : null
  }
  const fields = keyFields[table]
  if (!fields) return null
  const parts = fields.map(field => text(value(field)))
  return parts.every(part => part === '') ? null : parts.join('|')
}
