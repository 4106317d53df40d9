/** From values by import field to drafts: what every table has in common; each table adds its own rules. */
import type { CurrencyCode } from '../base/money'
import { fieldOf } from '../model/catalog'
import type { FieldValues } from './field-values'
import type { DraftColumn, DraftReference, Drafts, LeftOut, Rejected, RejectCode } from './drafts'
import { besideDrafts } from './beside'
import { dealMeaning } from './deal-meaning'
import { importFields } from './field-list'
import { activityMeaning, historyMeaning, leadMeaning, lineMeaning, quotaMeaning } from './work-meaning'
import { nameMeaning } from './name-meaning'
import { moneyInMinor } from './read-column'
import type { Made } from './made'

/** What a table's own rules make of a sheet's values. */
export type Meaning = Pick<
  Drafts,
  'rows' | 'columns' | 'references' | 'rejected' | 'leftOut' | 'states' | 'lines' | 'beside'
>

/** Turns the values of a sheet into drafts. */
export function meaningOf(values: FieldValues): Meaning {
  const made: Made = { columns: new Map(), rejects: new Map(), states: [] }
  const money = takeFields(values, made)
  switch (values.table) {
    case 'opportunity':
      dealMeaning(values, made)
      break
    case 'activity':
      activityMeaning(values, made)
      break
    case 'lead':
      leadMeaning(values, made)
      break
    case 'quota':
      quotaMeaning(values, made)
      break
    case 'oppFact':
      historyMeaning(values, made)
      break
    case 'oppLine':
      lineMeaning(values, made)
      break
    case 'rep':
    case 'person':
    case 'account':
    case 'product':
      nameMeaning(values, made)
      break
    case 'currencyRate':
      rateMeaning(values, made)
      break
  }
  if (money && fieldOf(values.table, 'currency')) made.columns.set('currency', money)
  return keepDrafts(values, made)
}

/** Copies the fields that need no rule; returns the currencies of the rows that hold money. */
function takeFields(values: FieldValues, made: Made): (CurrencyCode | null)[] | null {
  const rowCurrencies = values.of('currency')
  let currencies: (CurrencyCode | null)[] | null = null
  for (const field of importFields[values.table]) {
    const read = values.of(field.name)
    if (!read || field.ref) continue
    if (field.kind === 'money') {
      const money = moneyInMinor(read, rowCurrencies, values.currency)
      made.columns.set(field.to ?? `~${field.name}`, money.values)
      currencies = currencies
        ? currencies.map((each, at) => each ?? money.currencies[at] ?? null)
        : money.currencies
    } else made.columns.set(field.to ?? `~${field.name}`, inRange(values, field.name, field.to, read))
  }
  return currencies ?? (rowCurrencies ? [...(rowCurrencies as (CurrencyCode | null)[])] : null)
}

function inRange(
  values: FieldValues,
  name: string,
  to: string | null,
  read: readonly unknown[],
): readonly unknown[] {
  const range = to ? fieldOf(values.table, to)?.range : null
  if (!range) return read
  return read.map((value, at) => {
    if (typeof value !== 'number' || (value >= range[0] && value <= range[1])) return value
    values.issues.push({
      row: values.rows[at] as number,
      column: values.column(name)?.column ?? null,
      code: 'out-of-range',
      text: String(value),
    })
    return null
  })
}

/** What a row of an opportunity says of a line, and the field of the line that it is. */
const lineFields = [
  ['quantity', 'quantity'],
  ['line_price', 'price'],
] as const

/** Drops rejected and deleted rows from all columns. */
function keepDrafts(values: FieldValues, made: Made): Meaning {
  const deleted = values.of('deleted')
  const leftOut: LeftOut[] = []
  const rejected: Rejected[] = []
  const kept: number[] = []
  values.rows.forEach((row, at) => {
    const reject: RejectCode | undefined = made.rejects.get(at)
    if (deleted?.[at] === true) leftOut.push({ row, why: 'deleted', of: null })
    else if (reject) rejected.push({ row, code: reject })
    else kept.push(at)
  })
  const whole = kept.length === values.rows.length
  const pick = <T>(list: readonly T[]): readonly T[] => (whole ? list : kept.map(at => list[at] as T))
  const columns: DraftColumn[] = []
  for (const [field, list] of made.columns) {
    if (field.startsWith('~')) continue
    const from = importFields[values.table].find(each => each.to === field && values.column(each.name))
    const column = from ? values.column(from.name) : null
    columns.push({
      field,
      column: column?.column ?? null,
      values: pick(list),
      blank: column?.blank ?? 'keep',
    })
  }
  const references = referencesOf(values).map((each): DraftReference => ({
    ...each,
    ids: each.ids && pick(each.ids),
    emails: each.emails && pick(each.emails),
    names: each.names && pick(each.names),
  }))
  const lines = lineFields.flatMap(([name, field]): DraftColumn[] => {
    const list = values.table === 'opportunity' ? made.columns.get(`~${name}`) : undefined
    const column = values.column(name)?.column ?? null
    return list ? [{ field, column, values: pick(list), blank: 'keep' }] : []
  })
  const drafts = {
    rows: pick(values.rows),
    columns,
    references,
    rejected,
    leftOut,
    states: made.states,
    lines,
  }
  return { ...drafts, beside: besideDrafts(values, drafts, pick) }
}

const noId = /^0+(?:AAA)?$/

/** The references of a sheet, several columns of one field joined. */
function referencesOf(values: FieldValues): DraftReference[] {
  const made = new Map<string, DraftReference>()
  for (const field of importFields[values.table]) {
    const read = values.of(field.name)
    if (!read || !field.ref || !field.to) continue
    const texts = read.map(each =>
      typeof each === 'string' && !(field.ref?.by === 'id' && noId.test(each)) ? each : null,
    )
    const old = made.get(field.to)
    const base: DraftReference = old ?? {
      field: field.to,
      table: field.ref.table,
      column: values.column(field.name)?.column ?? null,
      many: fieldOf(values.table, field.to)?.kind === 'refs',
      ids: null,
      emails: null,
      names: null,
    }
    made.set(field.to, {
      ...base,
      ...(field.ref.by === 'id'
        ? { ids: texts }
        : field.ref.by === 'email'
          ? { emails: texts }
          : { names: texts.map(ownerName) }),
    })
  }
  return [...made.values()]
}

/** HubSpot writes "First Last (mail@address)". */
const ownerName = (name: string | null): string | null =>
  name?.endsWith(')') ? name.replace(/\s*\([^()\s]+@[^()\s]+\)$/, '') : name

function rateMeaning(values: FieldValues, made: Made): void {
  values.rows.forEach((_, at) => {
    if (!values.of('currency')?.[at] || values.of('rate')?.[at] === undefined)
      made.rejects.set(at, 'no-value')
    else if (!values.of('on')?.[at]) made.rejects.set(at, 'no-day')
  })
  const currency = values.of('currency')
  if (currency) made.columns.set('currency', currency)
}
