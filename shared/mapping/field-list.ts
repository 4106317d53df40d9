/** The fields of every table that files can fill, and how a header finds them. */
import { squeezeText } from '../base/text'
import { fieldOf } from '../model/catalog'
import { dealFields, historyFields, lineFields } from './deal-fields'
import type { ImportField, ImportTable } from './import-field'
import { accountFields, leadFields, personFields, repFields } from './people-fields'
import { activityFields, productFields, quotaFields, rateFields } from './work-fields'

/** The fields by table. */
export const importFields: Readonly<Record<ImportTable, readonly ImportField[]>> = {
  currencyRate: rateFields,
  rep: repFields,
  product: productFields,
  account: accountFields,
  person: personFields,
  lead: leadFields,
  opportunity: dealFields,
  oppLine: lineFields,
  activity: activityFields,
  oppFact: historyFields,
  quota: quotaFields,
}

const byName = new Map<ImportTable, ReadonlyMap<string, ImportField>>()
const byWord = new Map<ImportTable, ReadonlyMap<string, readonly ImportField[]>>()

/** A field of a table by name; null where there is none. */
export function importField(table: ImportTable, name: string): ImportField | null {
  let fields = byName.get(table)
  if (!fields) byName.set(table, (fields = new Map(importFields[table].map(each => [each.name, each]))))
  return fields.get(name) ?? null
}

/** The fields of a table that a squeezed header may mean, most likely first. */
export function fieldsForWord(table: ImportTable, word: string): readonly ImportField[] {
  let words = byWord.get(table)
  if (!words) {
    const made = new Map<string, ImportField[]>()
    const put = (word: string, field: ImportField): void => {
      const list = made.get(word)
      if (!list) made.set(word, [field])
      else if (!list.includes(field)) list.push(field)
    }
    for (const each of importFields[table]) for (const word of each.words) put(word, each)
    // Our own exports head their columns with the labels of the catalog.
    for (const each of importFields[table]) {
      const label = each.to === null || each.ref?.by === 'id' ? null : fieldOf(table, each.to)?.label
      if (label) put(squeezeText(label), each)
    }
    byWord.set(table, (words = made))
  }
  return words.get(word) ?? []
}
