/** DRAFTS + REGION -> PLAN: all sheets of an import, in the order in which they depend on each other. */
import { assert } from '../base/assert'
import { importTables } from '../mapping/import-field'
import { findingCount, nameCount, namesCount, unmatchedCount } from './counted'
import { findDuplicates } from './duplicates'
import { findFindings } from './findings'
import { planHistory } from './history'
import { planSheet, type WorkedSheet } from './plan-sheet'
import { isAccounted, type NewNamesQuestion, type Plan, type PlanInput, type SheetPlan } from './plan'
import { Run } from './run'
import { judgeFullness, shadowSignatures } from './vanished'

/** Works out what an import would do. Nothing is changed; the same input gives the same plan. */
export function planImport(input: PlanInput): Plan {
  const run = new Run(input)
  const order = input.sheets
    .map((sheet, at) => ({ ...sheet, at }))
    .sort(
      (a, b) => importTables.indexOf(a.drafts.table) - importTables.indexOf(b.drafts.table) || a.at - b.at,
    )
  const worked: WorkedSheet[] = []
  for (const { drafts, mapping, at } of order)
    worked[at] =
      drafts.table === 'oppFact' ? planHistory(run, drafts, mapping, at) : planSheet(run, drafts, mapping, at)
  for (const { drafts, mapping, at } of order)
    for (const beside of drafts.beside) planSheet(run, beside, mapping, at, true)
  nameDeals(run)
  breakCircles(run, 'account', 'parent')
  breakCircles(run, 'person', 'reportsTo')
  const signatureOf = shadowSignatures(run)
  const sheets = worked.map((sheet, at): SheetPlan => {
    const fullness = judgeFullness(run, sheet, at, signatureOf)
    const counts = { ...sheet.counts, vanished: fullness.gone.length }
    assert(isAccounted(counts), 'every row read has one fate')
    return {
      ...sheet,
      counts,
      fullExport: fullness.full,
      fullExportWhy: fullness.why,
      vanished: fullness.gone,
    }
  })
  const found = findFindings(run, worked)
  return {
    sheets,
    aliases: [...run.aliases.values()].sort((a, b) => b.count - a.count),
    newNames: newNamesOf(run),
    conflicts: run.conflicts,
    duplicates: findDuplicates(run, worked),
    vanished: sheets.flatMap(each => each.vanished),
    findings: found.map(each => each.finding),
    writes: run.writes,
    said: run.said,
    shadows: run.shadows,
    created: run.created,
    unmatched: new Map([...run.unmatched].map(table => [table, run.noted.size(unmatchedCount(table))])),
    noted: run.noted,
    counted: new Map(
      found.flatMap(({ finding, counted }) =>
        Object.entries(counted).map(([part, one]) => [findingCount(finding.code, part), one] as const),
      ),
    ),
    forgotten: run.forgotten,
    nameOf: (table, id) => run.name(table, id),
    valueOf: (table, id, field) => run.value(table, id, field),
  }
}

function newNamesOf(run: Run): NewNamesQuestion[] {
  return [...run.newNames].map(([table, names]) => ({
    table,
    choice: run.newNamesChoice(table),
    names: [...names]
      .map(name => ({ name, count: run.noted.size(nameCount(table, name)) }))
      .sort((a, b) => b.count - a.count),
    rows: run.noted.size(namesCount(table)),
  }))
}

/** A deal without a name is called by its account and product; the name is ours, so no file is held to it. */
function nameDeals(run: Run): void {
  const deals = run.writes.get('opportunity')?.added
  if (!deals) return
  const name = (table: 'account' | 'product', id: unknown): string | null => {
    const text = typeof id === 'string' ? run.value(table, id, 'name') : null
    return typeof text === 'string' && text !== '' ? text : null
  }
  for (const [id, deal] of deals) {
    if (typeof deal['name'] === 'string' && deal['name'] !== '') continue
    const parts = [name('account', deal['account']), name('product', deal['product'])].filter(
      each => each !== null,
    )
    const external = deal['externalId']
    const called =
      parts.length > 0 ? parts.join(', ') : typeof external === 'string' ? external : 'Opportunity'
    ;(deal as Record<string, unknown>)['name'] = called
    deals.set(id, deal)
  }
}

/** Takes back a new parent that would make a record its own ancestor: files hold such circles, a region does not. */
function breakCircles(run: Run, table: 'account' | 'person', field: string): void {
  const writes = run.writes.get(table)
  if (!writes) return
  const parentOf = (id: string): string | null => {
    const parent = run.value(table, id, field)
    return typeof parent === 'string' ? parent : null
  }
  const safe = new Set<string>()
  for (const id of [...writes.added.keys(), ...writes.changed.keys()]) {
    const path = new Set<string>()
    let at: string | null = id
    while (at !== null && !safe.has(at) && !path.has(at)) {
      path.add(at)
      at = parentOf(at)
    }
    if (at !== null && path.has(at)) run.set(table, at, field, run.record(table, at)?.[field] ?? null)
    for (const each of path) safe.add(each)
  }
}
