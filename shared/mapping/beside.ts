/** What rows say about other records than their own: a deal's billing city is its account's, its region its owner's. */
import { importField, importFields } from './field-list'
import type { DraftColumn, DraftReference, Drafts } from './drafts'
import type { FieldValues } from './field-values'
import type { ImportTable } from './import-field'

type Base = Pick<Drafts, 'rows' | 'references'>

/** Catalog fields that fields of a deal fill on the record that they belong to. */
const fills: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  owner: { region: 'region', manager: 'manager' },
  account: {
    sector: 'sector',
    city: 'city',
    state: 'state',
    postal_code: 'postalCode',
    country: 'country',
    street: 'street',
  },
}

/** Drafts of the records beside, one for each name or id, with the first value that any row gives. */
export function besideDrafts(
  values: FieldValues,
  base: Base,
  pick: <T>(list: readonly T[]) => readonly T[],
): Drafts[] {
  const groups = new Map<string, string[]>()
  for (const field of importFields[values.table]) {
    if (!field.of || !values.of(field.name)) continue
    const list = groups.get(field.of)
    if (list) list.push(field.name)
    else groups.set(field.of, [field.name])
  }
  return [...groups].flatMap(([of, names]) => {
    const reference = base.references.find(each => each.field === of)
    return reference ? [gather(values, reference, of, names, pick)] : []
  })
}

function gather(
  values: FieldValues,
  reference: DraftReference,
  of: string,
  names: readonly string[],
  pick: <T>(list: readonly T[]) => readonly T[],
): Drafts {
  const columns = names.map(name => ({
    field: fills[of]?.[name] ?? name,
    column: values.column(name)?.column ?? null,
    read: pick(values.of(name) ?? []),
  }))
  const seen = new Map<string, number>()
  const ids: (string | null)[] = []
  const texts: (string | null)[] = []
  const made: unknown[][] = columns.map(() => [])
  const length = (reference.names ?? reference.ids ?? reference.emails ?? []).length
  for (let at = 0; at < length; at++) {
    const id = reference.ids?.[at] ?? null
    const name = reference.names?.[at] ?? null
    const key = id ?? name
    if (key === null) continue
    let place = seen.get(key)
    if (place === undefined) {
      seen.set(key, (place = ids.length))
      ids.push(id)
      texts.push(name)
      for (const list of made) list.push(null)
    }
    columns.forEach((column, i) => {
      const list = made[i] as unknown[]
      list[place] ??= column.read[at] ?? null
    })
  }
  const filled = columns.map((each, i): DraftColumn => ({
    field: each.field,
    column: each.column,
    values: made[i] as unknown[],
    blank: 'keep',
  }))
  const table = reference.table as ImportTable
  const identity: DraftColumn[] = [
    { field: 'name', column: null, values: texts, blank: 'keep' },
    { field: 'externalId', column: null, values: ids, blank: 'keep' },
  ]
  return {
    file: values.file,
    sheet: importField(table, table)?.label ?? table,
    signature: values.mapping.signature,
    table,
    rows: ids.map(() => -1),
    columns: [...identity, ...filled],
    references: [],
    read: 0,
    rejected: [],
    leftOut: [],
    issues: [],
    states: [],
    lines: [],
    beside: [],
  }
}
