/** PLAN -> CHANGESET: one change that does all of an import, its batch, its statements and its memory included. */
import { asId, newId, type Id } from '../base/id'
import type { Day } from '../base/day'
import { foldText } from '../base/text'
import type { Random } from '../base/random'
import type { RecordOf, TableName } from '../model/catalog'
import type { Json, Source, Stamp } from '../model/field'
import type { BatchFile } from '../model/system'
import type { ChangeSet, RecordChange, Values } from '../region/change'
import { sameValue } from '../region/change'
import { trackedFields } from '../region/edit'
import { newRecord, type NewValues, type Origin } from '../region/new-record'
import type { Region } from '../region/region'
import { aliasKey } from './decisions'
import { isNamed } from './identity'
import type { Plan } from './plan'

/** When and as what an import is written. */
export interface ChangeContext {
  readonly at: Stamp
  readonly asOf: Day
  readonly random: Random
  readonly label: string
  readonly kind?: 'import' | 'sample'
  readonly source?: Source
  readonly dataFrom?: Day | null
}

type Building = { added: Values[]; changed: RecordChange[]; removed: Values[] }

/** The change that carries a plan out; the region is only read. */
export function changeOf(
  plan: Plan,
  region: Region,
  context: ChangeContext,
): { change: ChangeSet; batch: Id<'batch'> } {
  const origin: Origin = { source: context.source ?? 'import', at: context.at }
  const tables = new Map<TableName, Building>()
  const building = (table: TableName): Building => {
    let one = tables.get(table)
    if (!one) tables.set(table, (one = { added: [], changed: [], removed: [] }))
    return one
  }
  const add = <T extends TableName>(
    table: T,
    values: NewValues<T>,
    id: Id<T> = newId<T>(context.random),
  ): Id<T> => {
    building(table).added.push(newRecord(table, id, values, origin))
    return id
  }
  for (const [table, writes] of plan.writes) {
    for (const [id, values] of writes.added) add(table, values as NewValues<typeof table>, asId(id))
    for (const [id, step] of writes.changed) {
      const record = region.table(table).get(asId(id)) as unknown as Values
      building(table).changed.push({
        id: asId(id),
        before: { ...step.before, updatedAt: record['updatedAt'] },
        after: { ...step.after, updatedAt: context.at },
      })
      if (table === 'opportunity') track(id, step, record, context, values => add('oppFact', values))
    }
  }
  const batch = add('batch', {
    label: context.label,
    at: context.at,
    kind: context.kind ?? 'import',
    files: plan.sheets.map(fileOf),
    dataFrom: context.dataFrom ?? null,
  })
  shadows(plan, batch, context, building('shadow'), (id, values) => add('shadow', values, asId(id)))
  aliases(plan, region, building('alias'), values => add('alias', values))
  decisions(plan, region, context, building('duplicateDecision'), values => add('duplicateDecision', values))
  profiles(plan, region, context, building('importProfile'), values => add('importProfile', values))
  const change: Record<string, Building> = {}
  for (const [table, one] of tables)
    if (one.added.length + one.changed.length + one.removed.length > 0) change[table] = one
  return { change: change, batch }
}

const fileOf = (sheet: Plan['sheets'][number]): BatchFile => ({
  name: sheet.drafts.file,
  sheet: sheet.drafts.sheet,
  table: sheet.drafts.table,
  rows: sheet.counts.read,
  added: sheet.counts.added,
  changed: sheet.counts.changed,
  unchanged: sheet.counts.unchanged,
  rejected: sheet.counts.rejected,
  skipped: sheet.counts.skipped,
  vanished: sheet.counts.vanished,
  signature: sheet.drafts.signature,
  fullExport: sheet.fullExport,
})

/** CV-2: the day a new value holds from is the file's own where it names one, else the day the data are of. */
function track(
  id: string,
  step: { before: Values; after: Values },
  record: Values,
  context: ChangeContext,
  add: (values: NewValues<'oppFact'>) => void,
): void {
  const now = { ...record, ...step.after }
  const own = (field: string): unknown =>
    field === 'stage'
      ? now['stageSince']
      : field === 'state' || field === 'wonAmount' || field === 'closedOn'
        ? now['closedOn']
        : null
  for (const field of trackedFields) {
    if (!Object.hasOwn(step.after, field)) continue
    const from = own(field)
    add({
      opportunity: asId(id),
      field,
      before: (step.before[field] ?? null) as Json,
      value: (step.after[field] ?? null) as Json,
      occurredOn: typeof from === 'string' && from <= context.asOf ? (from as Day) : context.asOf,
      recordedAt: context.at,
    })
  }
}

function shadows(
  plan: Plan,
  batch: Id<'batch'>,
  context: ChangeContext,
  building: Building,
  add: (id: string, values: NewValues<'shadow'>) => void,
): void {
  for (const [id, said] of plan.said) {
    const old = plan.shadows.get(id)
    if (!said.moved && old?.vanishedOn === null) continue
    const values = { ...old?.values, ...said.values } as Record<string, Json>
    const statement = { table: said.table, batch, file: said.file, row: said.row, values, vanishedOn: null }
    if (!old) add(id, statement)
    else
      building.changed.push({
        id: asId(id),
        before: {
          batch: old.batch,
          file: old.file,
          row: old.row,
          values: old.values,
          vanishedOn: old.vanishedOn,
          updatedAt: old.updatedAt,
        },
        after: { batch, file: said.file, row: said.row, values, vanishedOn: null, updatedAt: context.at },
      })
  }
  for (const { id } of plan.vanished) {
    const old = plan.shadows.get(id)
    if (old)
      building.changed.push({
        id: asId(id),
        before: { vanishedOn: old.vanishedOn, updatedAt: old.updatedAt },
        after: { vanishedOn: context.asOf, updatedAt: context.at },
      })
  }
}

function aliases(
  plan: Plan,
  region: Region,
  building: Building,
  add: (values: NewValues<'alias'>) => void,
): void {
  const accepted = plan.aliases.filter(each => each.state === 'accepted')
  // A name that was joined to a record means that record in other files, too.
  const joined = plan.duplicates
    .filter(each => each.choice !== null && each.choice !== 'two' && isNamed(each.table))
    .map(({ table, one, two }) => ({ dimension: `${table}.name`, from: two.name, to: one.name }))
    .filter(({ from, to }) => from !== '' && to !== '' && from !== to)
  const wanted = [...accepted, ...joined]
  const isWanted = (one: RecordOf<'alias'>): boolean =>
    wanted.some(
      each =>
        each.dimension === one.dimension && foldText(each.from) === foldText(one.from) && each.to === one.to,
    )
  if (plan.forgotten.size > 0)
    for (const each of region.all('alias'))
      if (plan.forgotten.has(aliasKey(each.dimension, foldText(each.from))) && !isWanted(each))
        building.removed.push(each as unknown as Values)
  for (const { dimension, from, to } of wanted) {
    const known = region
      .where('alias', 'from', from)
      .some(each => each.dimension === dimension && each.to === to)
    if (!known) add({ dimension, from, to, accepted: true })
  }
}

/** Remembers what was decided about pairs, by the record and by what files call the other. */
function decisions(
  plan: Plan,
  region: Region,
  context: ChangeContext,
  building: Building,
  add: (values: NewValues<'duplicateDecision'>) => void,
): void {
  const known = new Map(region.all('duplicateDecision').map(each => [`${each.one}|${each.two}`, each]))
  for (const { table, one, twoKey, choice } of plan.duplicates) {
    if (choice === null || twoKey === null) continue
    const decided = { same: choice !== 'two', fills: choice === 'merge' }
    const old = known.get(`${one.id}|${twoKey}`)
    if (!old) add({ table, one: one.id, two: twoKey, ...decided, on: context.at.slice(0, 10) as Day })
    else if (old.same !== decided.same || old.fills !== decided.fills)
      building.changed.push({
        id: old.id,
        before: { same: old.same, fills: old.fills, updatedAt: old.updatedAt },
        after: { ...decided, updatedAt: context.at },
      })
  }
}

/** Remembers each sheet's mapping by its header signature; an unchanged one is not written again. */
function profiles(
  plan: Plan,
  region: Region,
  context: ChangeContext,
  building: Building,
  add: (values: NewValues<'importProfile'>) => void,
): void {
  const done = new Set<string>()
  for (const { mapping, drafts } of plan.sheets) {
    if (done.has(mapping.signature)) continue
    done.add(mapping.signature)
    const remembered = mapping as unknown as Json
    const old = region.where('importProfile', 'signature', mapping.signature)[0]
    if (!old)
      add({ signature: mapping.signature, fileName: drafts.file, usedAt: context.at, mapping: remembered })
    else if (!sameValue(withoutWhy(old.mapping), withoutWhy(remembered)))
      building.changed.push({
        id: old.id,
        before: { mapping: old.mapping, usedAt: old.usedAt, updatedAt: old.updatedAt },
        after: { mapping: remembered, usedAt: context.at, updatedAt: context.at },
      })
  }
}

/** A mapping without what only explains it. */
const withoutWhy = (mapping: Json): Json =>
  JSON.parse(
    JSON.stringify(mapping, (key, value: unknown) =>
      key === 'why' || key === 'confidence' ? undefined : value,
    ),
  ) as Json
