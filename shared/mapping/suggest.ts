/** TABLES -> MAPPING: what each column of a sheet most likely means, how sure that is, and why (contract 2). */
import { likeness } from '../base/text'
import type { Cell } from '../tables/sheet'
import { canHold, noNames, profileColumn, type ColumnProfile, type KnownNames } from './column-profile'
import { fieldsForWord, importField, importFields } from './field-list'
import { guessTable, type TableGuess } from './guess-table'
import { cleanHeader, headerSignature, headerWord } from './header'
import type { ImportField, ImportTable } from './import-field'
import { unusedColumn, type ColumnMapping, type SheetMapping } from './mapping'
import type { Preset } from './preset'

/** What is known beside the sheet itself. */
export interface SuggestContext {
  readonly fileName?: string
  /** Earlier mappings, newest first. */
  readonly remembered?: readonly SheetMapping[]
  readonly names?: KnownNames
  /** Set where the user said which table it is. */
  readonly table?: ImportTable | null
}

/** A suggestion with what the guess of the table rests on. */
export interface SheetSuggestion {
  readonly mapping: SheetMapping
  readonly guess: TableGuess
  readonly profiles: readonly ColumnProfile[]
}

interface Candidate {
  readonly column: number
  readonly field: ImportField
  readonly confidence: number
  readonly why: string
  readonly scale: number
}

const sampleLimit = 400

/** Suggests a mapping for a sheet from its header, a sample of its rows and past choices. */
export function suggestSheet(
  header: readonly string[],
  sampleRows: readonly (readonly Cell[])[],
  context: SuggestContext = {},
): SheetSuggestion {
  const words = header.map(headerWord)
  const signature = headerSignature(header)
  const rows = sampleRows.slice(0, sampleLimit)
  const profiles = header.map((_, column) =>
    profileColumn(
      rows.map(row => row[column] ?? null),
      context.names ?? noNames,
    ),
  )
  const guessed = guessTable(words, context.fileName ?? '')
  const same = context.remembered?.find(each => each.signature === signature)
  const chosen = context.table !== undefined ? context.table : (same?.table ?? guessed.table)
  const guess: TableGuess =
    chosen === guessed.table
      ? guessed
      : { ...guessed, table: chosen, preset: null, confidence: 1, why: 'Chosen by you.' }
  if (same && same.table === chosen) return { mapping: recall(same, header, words), guess, profiles }
  const empty = { signature, product: guess.product, table: chosen, states: {}, currency: null }
  const unused = header.map((name, column) =>
    unusedColumn(column, cleanHeader(name), unknownWhy(name, profiles[column])),
  )
  if (chosen === null) return { mapping: { ...empty, columns: unused }, guess, profiles }
  const candidates = header.flatMap((_, column) =>
    candidatesFor(chosen, column, words, profiles[column] as ColumnProfile, guess.preset, context),
  )
  return {
    mapping: { ...empty, columns: assign(chosen, unused, candidates, words, guess.preset) },
    guess,
    profiles,
  }
}

/** Contract 2: the suggestion in its plain form. */
export function suggestMapping(
  header: string[],
  sampleRows: Cell[][],
  context: { fileName?: string; remembered?: SheetMapping[] } = {},
): {
  product: string | null
  entity: string | null
  columns: { column: number; field: string | null; confidence: number; why: string }[]
} {
  const { mapping } = suggestSheet(header, sampleRows, context)
  const table = mapping.table
  const used = new Set(mapping.columns.map(each => each.field))
  return {
    product: mapping.product,
    entity: table,
    columns: mapping.columns.map(({ column, field, confidence, why }) => {
      const as = table && field ? importField(table, field)?.as : null
      return { column, field: as && (as === 'status' || !used.has(as)) ? as : field, confidence, why }
    }),
  }
}

/** The mapping of the same columns from last time, moved to where they stand now. */
function recall(same: SheetMapping, header: readonly string[], words: readonly string[]): SheetMapping {
  const left = [...same.columns]
  const columns = header.map((name, column): ColumnMapping => {
    const at = left.findIndex(each => headerWord(each.header) === words[column])
    const [before] = at < 0 ? [] : left.splice(at, 1)
    if (!before) return unusedColumn(column, cleanHeader(name), 'New since the last import of this file.')
    return {
      ...before,
      column,
      header: cleanHeader(name),
      confidence: 1,
      why: before.field ? 'As chosen the last time.' : 'Not used the last time.',
    }
  })
  return { ...same, columns }
}

function candidatesFor(
  table: ImportTable,
  column: number,
  words: readonly string[],
  profile: ColumnProfile,
  preset: Preset | null,
  context: SuggestContext,
): Candidate[] {
  const word = words[column] as string
  const found: Candidate[] = []
  const add = (field: ImportField | null, confidence: number, why: string, scale = 1): void => {
    if (!field) return
    const fits = canHold(profile, field.kind)
    found.push({
      column,
      field,
      confidence: fits ? confidence : confidence * 0.45,
      why: fits ? why : `${why} Its values do not look like it, though.`,
      scale,
    })
  }
  if (word !== '') {
    const known = preset?.columns.get(word)
    if (known === null) return []
    if (known) {
      const [name, scale] = known.split('*')
      add(
        importField(table, name as string),
        0.98,
        `A column of ${preset?.product} exports.`,
        Number(scale ?? 1),
      )
    }
    for (const old of context.remembered ?? []) {
      if (old.table !== table) continue
      const was = old.columns.find(each => each.field !== null && headerWord(each.header) === word)
      if (was?.field) add(importField(table, was.field), 0.93, 'Chosen for a column of this name before.')
    }
    fieldsForWord(table, word).forEach((field, at) =>
      add(field, 0.9 - at * 0.02, `The header means “${field.label}”.`),
    )
    if (found.length === 0) for (const each of alike(table, word)) add(each.field, each.confidence, each.why)
  }
  if (found.every(each => each.confidence < 0.6)) byValues(table, profile, add)
  return found
}

/** Fields whose words are nearly the header, or stand in it whole. */
function alike(table: ImportTable, word: string): { field: ImportField; confidence: number; why: string }[] {
  const found: { field: ImportField; confidence: number; why: string }[] = []
  for (const field of importFields[table])
    for (const known of field.words) {
      if (known.length < 4) continue
      if (likeness(known, word) >= 0.85)
        found.push({ field, confidence: 0.72, why: `The header is nearly a word for “${field.label}”.` })
      else if (known.length >= 5 && (word.startsWith(known) || word.endsWith(known)))
        found.push({
          field,
          confidence: 0.5 + 0.15 * (known.length / word.length),
          why: `The header holds a word for “${field.label}”.`,
        })
    }
  return found
}

function byValues(
  table: ImportTable,
  profile: ColumnProfile,
  add: (field: ImportField | null, confidence: number, why: string) => void,
): void {
  const field = (name: string): ImportField | null => importField(table, name)
  if (profile.filled === 0) return
  if (profile.emails > 0.8)
    add(field('email') ?? field('owner_email'), 0.55, 'The values are e-mail addresses.')
  if (profile.reps > 0.7) add(field('owner') ?? field('rep'), 0.7, 'The values are names of known reps.')
  if (profile.accounts > 0.7) add(field('account'), 0.7, 'The values are names of known accounts.')
  if (profile.products > 0.7) add(field('product'), 0.7, 'The values are names of known products.')
  if (table === 'opportunity' && profile.ends > 0.1 && profile.distinct < 0.2)
    add(field('stage'), 0.58, 'The values name won and lost.')
  if (profile.money > 0.8)
    add(field('amount') ?? field('list_price') ?? field('revenue'), 0.5, 'The values are money.')
  if (profile.dates > 0.8) {
    add(field('expected_close') ?? field('on'), 0.4, 'The values are dates.')
    add(field('created'), 0.38, 'The values are dates.')
  }
}

/** Gives each column its best field, each field to one column. */
function assign(
  table: ImportTable,
  unused: readonly ColumnMapping[],
  candidates: readonly Candidate[],
  words: readonly string[],
  preset: Preset | null,
): ColumnMapping[] {
  const columns = [...unused]
  const taken = new Set<string>()
  const done = new Set<number>()
  for (const each of [...candidates].sort((a, b) => b.confidence - a.confidence || a.column - b.column)) {
    if (taken.has(each.field.name) || done.has(each.column)) continue
    taken.add(each.field.name)
    done.add(each.column)
    columns[each.column] = {
      ...(columns[each.column] as ColumnMapping),
      field: each.field.name,
      confidence: Math.round(each.confidence * 100) / 100,
      why: each.why,
      scale: each.scale,
    }
  }
  for (const candidate of candidates)
    if (!done.has(candidate.column))
      columns[candidate.column] = {
        ...(columns[candidate.column] as ColumnMapping),
        why: `Another column already gives “${candidate.field.label}”.`,
      }
  if (preset)
    words.forEach((word, column) => {
      if (preset.columns.get(word) === null)
        columns[column] = {
          ...(columns[column] as ColumnMapping),
          confidence: 0.95,
          why: `Known from ${preset.product} exports; Quarterdeck works it out itself or keeps no such field.`,
        }
    })
  return withCloseRule(withoutOrphans(table, columns))
}

/** What a column says of another record goes nowhere where no column names that record. */
function withoutOrphans(table: ImportTable, columns: readonly ColumnMapping[]): ColumnMapping[] {
  const named = new Set(
    columns.flatMap(each => {
      const field = each.field === null ? null : importField(table, each.field)
      return field?.ref ? [field.to] : []
    }),
  )
  return columns.map(each => {
    const field = each.field === null ? null : importField(table, each.field)
    return field?.of && !named.has(field.of)
      ? unusedColumn(
          each.column,
          each.header,
          `It would be the “${field.label}”, but no column names the ${field.of}.`,
        )
      : each
  })
}

/** One close date serves two meanings in most CRMs; the sentence says so. */
function withCloseRule(columns: ColumnMapping[]): ColumnMapping[] {
  const has = (name: string): boolean => columns.some(each => each.field === name)
  if (has('actual_close') || has('won_time') || has('lost_time') || !has('expected_close')) return columns
  return columns.map(each =>
    each.field === 'expected_close'
      ? {
          ...each,
          why: `${each.why} The only close date: expected while a deal is open, actual once it is closed.`,
        }
      : each,
  )
}

const unknownWhy = (name: string, profile: ColumnProfile | undefined): string =>
  profile && profile.filled === 0
    ? 'The column is empty.'
    : cleanHeader(name) === ''
      ? 'The column has no header.'
      : 'Neither the header nor the values say what this is.'
