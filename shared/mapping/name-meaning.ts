/** Names of reps, people, accounts and products: joined from their parts, and required. */
import type { FieldValues } from './field-values'
import type { Made } from './made'

const nameFields = {
  rep: 'rep',
  person: 'person',
  account: 'account',
  product: 'product',
  lead: 'lead',
} as const
const idFields = {
  rep: 'rep_id',
  person: 'person_id',
  account: 'account_id',
  product: 'product_id',
  lead: 'lead_id',
} as const

/** Fills the name from first and last name, else from e-mail, company or code; rejects rows without any. */
export function nameMeaning(values: FieldValues, made: Made): void {
  const table = values.table as keyof typeof nameFields
  const whole = values.of(nameFields[table])
  const first = values.of('first_name')
  const last = values.of('last_name')
  const instead = values.of('email') ?? values.of('company') ?? values.of('code')
  const id = values.of(idFields[table])
  const names = values.rows.map((_, at) => {
    const joined = [first?.[at], last?.[at]].filter(each => typeof each === 'string').join(' ')
    return whole?.[at] ?? (joined || null) ?? instead?.[at] ?? null
  })
  if (whole || first || last || instead) made.columns.set('name', names)
  names.forEach((name, at) => {
    // A row with an id alone can still change a record that is there, but it cannot become one.
    if (name === null && (id?.[at] ?? null) === null) made.rejects.set(at, 'no-name')
  })
}
