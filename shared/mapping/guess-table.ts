/** Which table a sheet is, and which product it was exported from, by its header row and the file's name. */
import { foldText } from '../base/text'
import { fieldsForWord } from './field-list'
import { importTables, type ImportTable } from './import-field'
import { fitPresets, type Preset } from './preset'
import { presets } from './presets-more'

/** What a sheet seems to be. */
export interface TableGuess {
  readonly table: ImportTable | null
  readonly product: string | null
  readonly preset: Preset | null
  /** 0 to 1. */
  readonly confidence: number
  readonly why: string
}

/** Records that Quarterdeck has no place for, by the header of their first column. */
const foreign =
  /^(?:invoice|quote|salesorder|purchaseorder|campaign|vendor|case|solution|pricebook|book|inventoryrel|ticket|contract)s?(?:id|name|owner|number)$/

/** Field names of which a sheet must have one of each group to be a table. */
const needs: Readonly<Record<ImportTable, readonly (readonly string[])[]>> = {
  currencyRate: [['currency'], ['rate']],
  rep: [
    ['rep', 'last_name', 'rep_id'],
    ['rep', 'manager', 'region', 'email', 'team', 'active', 'start'],
  ],
  product: [
    ['product', 'code'],
    ['list_price', 'family', 'code', 'cost', 'product_id', 'active'],
  ],
  account: [['account', 'account_id'], ['account']],
  person: [
    ['person', 'last_name'],
    ['email', 'phone', 'mobile', 'account', 'account_id', 'title', 'person_id'],
  ],
  lead: [
    ['lead', 'last_name', 'company', 'lead_id'],
    ['status', 'converted', 'company', 'lead_id'],
  ],
  opportunity: [
    ['deal_id', 'deal_name', 'account', 'account_id', 'owner'],
    [
      'stage',
      'status',
      'expected_close',
      'actual_close',
      'probability',
      'is_won',
      'actual_amount',
      'forecast_category',
    ],
  ],
  oppLine: [
    ['deal_id', 'deal_name'],
    ['product', 'product_id'],
    ['quantity', 'price', 'amount'],
  ],
  activity: [
    ['subject', 'type', 'on'],
    ['on', 'due'],
    ['owner', 'owner_id', 'account', 'account_id', 'deal_id', 'person', 'subject'],
  ],
  oppFact: [['deal_id', 'deal_name'], ['changed'], ['stage'], ['from_stage', 'history_id', 'probability']],
  quota: [['rep', 'rep_id', 'unit'], ['amount'], ['period', 'start']],
}

const nameHints: readonly (readonly [ImportTable, RegExp])[] = [
  ['oppFact', /\bhistory\b|historie/],
  ['oppLine', /\b(line items?|lines|opportunity products?|positions)\b/],
  ['opportunity', /opportunit|\bdeals?\b|pipeline|potentials?|\bopps?\b|verkaufschancen/],
  ['account', /accounts?\b|compan|organi[sz]ations?|customers?\b|kunden|firmen|stores?\b/],
  ['person', /contacts?\b|people|persons?\b|kontakte/],
  ['lead', /\bleads?\b/],
  ['product', /products?\b|price list|produkte|items\b/],
  ['rep', /\b(users?|reps?|sales teams?|teams?|sales ?persons?|sales ?people|employees?|owners?)\b/],
  ['activity', /\b(activit\w+|calls?|tasks?|meetings?|events?|appointments?|visits?)\b/],
  ['quota', /quotas?\b|targets?\b/],
  ['currencyRate', /\b(rates?|exchange|fx)\b/],
]

/** Guesses from squeezed headers; a name such as `sales_pipeline.csv` weighs in. */
export function guessTable(words: readonly string[], fileName: string): TableGuess {
  const nothing: TableGuess = {
    table: null,
    product: null,
    preset: null,
    confidence: 0,
    why: 'The columns do not show what the rows are.',
  }
  const first = words.find(word => word !== '')
  if (first === undefined) return nothing
  const best = fitPresets(words, presets)[0]
  if (best && best.marks > 0 && (best.known >= 0.5 || best.marks > 2) && best.fields > 1)
    return {
      table: best.preset.table,
      product: best.preset.product,
      preset: best.preset,
      confidence: Math.min(0.99, 0.6 + best.known * 0.3 + best.marks * 0.03),
      why: `The columns are those of a ${best.preset.product} export.`,
    }
  if (foreign.test(first))
    return { ...nothing, why: 'These rows are of a kind that Quarterdeck keeps no record of.' }
  const named = foldText(fileName.replace(/\.[a-z0-9]+$/i, '').replace(/[_-]+/g, ' '))
  const scores = importTables
    .map(table => ({ table, score: scoreTable(table, words, named) }))
    .filter(each => each.score > 0)
    .sort((a, b) => b.score - a.score)
  const [top, next] = scores
  if (!top) return nothing
  const lead = top.score - (next?.score ?? 0)
  return {
    table: top.table,
    product: null,
    preset: null,
    confidence: Math.min(0.95, 0.45 + Math.min(top.score, 6) * 0.05 + Math.min(lead, 2) * 0.12),
    why: 'The column names fit best.',
  }
}

function scoreTable(table: ImportTable, words: readonly string[], named: string): number {
  const found = new Set<string>()
  let score = 0
  for (const word of new Set(words)) {
    const field = fieldsForWord(table, word).find(each => !found.has(each.name))
    if (!field) continue
    found.add(field.name)
    // A word that many tables know says little about which one this is.
    score += 1 / importTables.filter(other => fieldsForWord(other, word).length > 0).length
  }
  if (!needs[table].every(group => group.some(name => found.has(name)))) return 0
  const hint = nameHints.find(([, pattern]) => pattern.test(named))
  if (hint?.[0] === table) score += 1.5
  return score + found.size * 0.1
}
