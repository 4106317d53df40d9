/** One sheet of drafts against the region: words set right, references resolved, rows matched and merged. */
import type { Drafts, LeftOut, Rejected } from '../mapping/drafts'
import type { SheetMapping } from '../mapping/mapping'
import { aliasCount } from './counted'
import { naturalKey } from './identity'
import { conflictKey } from './decisions'
import { groupLines, planLines, wholeAmount } from './deal-lines'
import { matchRows, type Match } from './match-rows'
import { mergeField } from './merge'
import type { Counts, FieldChange, RowPlan } from './plan'
import { resolveReference, type Resolved } from './resolve'
import { isUntouched, type Run } from './run'
import { suggestWordAliases, wordFields } from './word-alias'

/** A sheet worked out, before what vanished is known. */
export interface WorkedSheet {
  readonly drafts: Drafts
  readonly mapping: SheetMapping
  readonly rows: readonly RowPlan[]
  readonly leftOut: readonly LeftOut[]
  readonly rejected: readonly Rejected[]
  readonly counts: Counts
  /** Ids of all records that the sheet has rows for. */
  readonly seen: ReadonlySet<string>
}

interface Field {
  readonly name: string
  readonly values: readonly unknown[]
  readonly blank: 'keep' | 'clear'
}

/** Works a sheet out. Drafts beside a sheet (`isBeside`) only fill records that are there. */
export function planSheet(
  run: Run,
  drafts: Drafts,
  mapping: SheetMapping,
  sheet: number,
  isBeside = false,
): WorkedSheet {
  const { table } = drafts
  const words = drafts.columns.map((column): Field => ({
    name: column.field,
    values: wordFields.has(column.field)
      ? rightWords(run, drafts, sheet, column.field, column.values)
      : column.values,
    blank: column.blank,
  }))
  const references = new Map<string, Resolved>()
  const place = { file: drafts.file, sheet, rows: drafts.rows }
  const fields = new Map(words.map(each => [each.name, each.values]))
  for (const each of drafts.references)
    if (each.table !== table) references.set(each.field, resolveReference(run, each, place))
  const value = (at: number, field: string): unknown => {
    const plain = fields.get(field)
    return plain ? plain[at] : references.get(field)?.[at]
  }
  const rejected: Rejected[] = [...drafts.rejected]
  const matched = matchRows(run, drafts, value, sheet, at => lacking(table, value, at))
  const { matches, leftOut } = matched
  rejected.push(...matched.rejected)
  // References to the same table, such as a parent account, can only be resolved when all rows are known.
  for (const each of drafts.references)
    if (each.table === table) references.set(each.field, resolveReference(run, each, place))
  const groups = groupLines(matched.lines)
  const all: Field[] = [
    ...words.map(each => withSums(each, groups, drafts)),
    ...[...references].map(([name, values]): Field => ({ name, values, blank: 'keep' })),
  ]
  const rows: RowPlan[] = []
  const seen = new Set<string>()
  matches.forEach((match, at) => {
    if (match === null) return
    if (isBeside && match.isNew) return
    seen.add(match.id)
    rows.push(mergeRow(run, drafts, all, match, at, sheet, isBeside))
  })
  for (const [first, group] of groups) {
    const deal = matches[first]?.id
    if (deal !== undefined) rows.push(...planLines(run, drafts, deal, group, value))
  }
  if (groups.size > 0) rows.sort((a, b) => a.row - b.row)
  for (const { at, id } of matched.fills) fillGaps(run, drafts, all, id, at)
  const count = (fate: RowPlan['fate']): number =>
    rows.reduce((sum, each) => sum + (each.fate === fate ? 1 : 0), 0)
  return {
    drafts,
    mapping,
    rows,
    leftOut: [...drafts.leftOut, ...leftOut].sort((a, b) => a.row - b.row),
    rejected: rejected.sort((a, b) => a.row - b.row),
    seen,
    counts: {
      read: drafts.read,
      added: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      rejected: rejected.length,
      skipped: drafts.leftOut.length + leftOut.length,
      vanished: 0,
    },
  }
}

/** Replaces odd spellings by what accepted aliases say, and asks about others. */
function rightWords(
  run: Run,
  drafts: Drafts,
  sheet: number,
  field: string,
  values: readonly unknown[],
): readonly unknown[] {
  const dimension = `${drafts.table}.${field}`
  const written = new Map<string, number>()
  for (const value of values) if (typeof value === 'string') written.set(value, (written.get(value) ?? 0) + 1)
  const counts = new Map<string, number>()
  const words = new Map<string, string>()
  for (const [value, count] of written) {
    const word = run.spoken(dimension, value)
    words.set(value, word)
    counts.set(word, (counts.get(word) ?? 0) + count)
  }
  const inUse = new Set<string>()
  for (const record of run.input.region.all(drafts.table)) {
    const word = (record as unknown as Record<string, unknown>)[field]
    // What this very import brought in before is no witness for its spelling.
    if (typeof word === 'string' && !counts.has(word)) inUse.add(word)
  }
  const right = new Map<string, string>()
  for (const each of suggestWordAliases(field, counts, inUse)) {
    const question = run.ask(
      { dimension, from: each.from, to: each.to, likeness: each.likeness, why: each.why },
      each.count,
    )
    run.noted.add(
      aliasCount(dimension, each.from),
      sheet,
      rowsWith(run, drafts, dimension, values, each.from),
    )
    if (question.state === 'accepted') right.set(each.from, question.to)
  }
  return values.map(value => {
    if (typeof value !== 'string') return value
    const word = words.get(value) ?? value
    return right.get(word) ?? word
  })
}

/** The rows of the drafts that spell a word so. */
function* rowsWith(
  run: Run,
  drafts: Drafts,
  dimension: string,
  values: readonly unknown[],
  from: string,
): Generator<number> {
  for (const [at, value] of values.entries())
    if (typeof value === 'string' && run.spoken(dimension, value) === from) yield drafts.rows[at] as number
}

/** Amounts of opportunities whose rows are lines, added up on the opportunity's own row. */
function withSums(field: Field, groups: ReadonlyMap<number, readonly number[]>, drafts: Drafts): Field {
  if (groups.size === 0 || (field.name !== 'amount' && field.name !== 'wonAmount')) return field
  const values = [...field.values]
  const line = (at: number, name: 'quantity' | 'price'): unknown =>
    drafts.lines.find(each => each.field === name)?.values[at] ?? null
  for (const [first, group] of groups)
    values[first] = wholeAmount(group, at => field.values[at], line).whole ?? values[first]
  return { ...field, values }
}

/** A row beside a record's own fills what is empty there, and changes nothing else. */
function fillGaps(run: Run, drafts: Drafts, fields: readonly Field[], id: string, at: number): void {
  const { table, file } = drafts
  const says: Record<string, unknown> = {}
  for (const field of fields) {
    const theirs = field.values[at]
    if (theirs === null || theirs === undefined || run.value(table, id, field.name) !== null) continue
    run.set(table, id, field.name, theirs)
    says[field.name] = theirs
  }
  if (Object.keys(says).length > 0) run.say(table, id, file, drafts.rows[at] as number, says)
}

/** Why a row cannot become a new record: its table needs what it does not name. */
function lacking(
  table: Drafts['table'],
  value: (at: number, field: string) => unknown,
  at: number,
): Rejected['code'] | null {
  const has = (field: string): boolean => {
    const each = value(at, field)
    return each !== null && each !== undefined && each !== ''
  }
  if (table === 'oppLine') return has('opportunity') ? null : 'no-opportunity'
  if (table === 'quota') return has('rep') || has('unit') ? null : 'no-owner'
  if (table === 'rep' || table === 'account' || table === 'person' || table === 'product' || table === 'lead')
    return has('name') ? null : 'no-name'
  // A deal that only says whose it is and how much could not be known again when the file comes a second time.
  if (table === 'opportunity' && !has('externalId') && naturalKey(table, field => value(at, field)) === null)
    return 'no-identity'
  return null
}

function mergeRow(
  run: Run,
  drafts: Drafts,
  fields: readonly Field[],
  match: Match,
  at: number,
  sheet: number,
  isBeside: boolean,
): RowPlan {
  const { table, file } = drafts
  const row = drafts.rows[at] as number
  const { id } = match
  const first = !run.claimed.has(id)
  if (!isBeside) run.claimed.add(id)
  if (match.isNew) {
    const values: Record<string, unknown> = {}
    for (const field of fields) {
      const value = field.values[at]
      if (value !== null && value !== undefined) values[field.name] = value
    }
    run.say(table, id, file, row, values)
    run.add(table, values, id)
    return { row, id, fate: 'new', changes: [] }
  }
  const changes: FieldChange[] = []
  const says: Record<string, unknown> = {}
  const created = run.record(table, id) === null
  for (const field of fields) {
    const theirs = field.values[at]
    if (theirs === undefined || (theirs === null && field.blank === 'keep')) continue
    const mine = run.value(table, id, field.name)
    if (match.isJoined && mine !== null && (field.name === 'name' || field.name === 'externalId')) continue
    const said = run.saidOf(id, field.name)
    let merge = mergeField(theirs, said, mine, field.blank)
    if (merge === 'conflict' && said === undefined && isUntouched(table, field.name, mine)) merge = 'take'
    if (merge === 'conflict') {
      const choice = run.input.decisions.conflicts[conflictKey(id, field.name)] ?? 'mine'
      run.conflicts.push({
        table,
        sheet,
        row,
        id,
        name: run.name(table, id),
        field: field.name,
        mine,
        theirs,
        said: said ?? null,
        choice,
      })
      if (choice === 'theirs') merge = 'take'
    }
    if (merge === 'take') {
      changes.push({ field: field.name, before: mine, after: theirs })
      run.set(table, id, field.name, theirs)
    }
    says[field.name] = theirs
  }
  run.say(table, id, file, row, says)
  const fate = created && first && !isBeside ? 'new' : changes.length > 0 ? 'changed' : 'unchanged'
  return { row, id, fate, changes }
}
