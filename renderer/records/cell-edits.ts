/** Turns edits of grid cells into one change of the region, and answers each of them. */
import { asId } from '#shared/base/id'
import { catalog, fieldOf, type TableName } from '#shared/model/catalog'
import type { Values } from '#shared/region/change'
import { changeProblemText } from '#shared/region/change-problem-text'
import type { Edit } from '#shared/region/edit'
import { recordTitle } from '#shared/region/record-title'
import type { Region } from '#shared/region/region'
import { regionCurrency, settingsOf } from '#shared/region/settings'
import type { Place } from '../store/place'
import type { RegionStore } from '../store/region-store'
import { storeProblemText } from '../store/store-problem'
import type { CellEdit, EditCause, EditOutcome, TakenEdits } from '../ui/grid/edit-answer'
import { cellColumn } from '../ui/grid/engine/rows-source'
import { parseField } from '../fields/parse-field'
import { fieldRead } from './catalog-columns'
import { surroundings } from './field-surroundings'

/** Which field of the table a column of the grid edits. */
type FieldOfColumn = (column: string) => string | null

interface Wish {
  readonly id: string
  readonly field: string
  readonly value: unknown
}

interface Judged {
  readonly outcomes: readonly EditOutcome[]
  readonly wishes: readonly Wish[]
}

/** Reads every edit against the region; edits that cannot be read get their sentence. */
function judge(
  region: Region,
  table: TableName,
  edits: readonly CellEdit[],
  fieldOfColumn: FieldOfColumn,
): Judged {
  const wishes: Wish[] = []
  const currency = regionCurrency(settingsOf(region))
  const outcomes = edits.map((edit): EditOutcome => {
    const name = fieldOfColumn(edit.column)
    const field = name === null ? null : fieldOf(table, name)
    const record = region.table(table).get(asId(edit.rowId)) as Values | undefined
    if (name === null || !field || !record) return { ok: false, reason: 'This cell cannot be changed here.' }
    const typed = parseField(field, edit.text, surroundings(region, record, currency))
    if (!typed.ok) return { ok: false, reason: typed.problem }
    wishes.push({ id: edit.rowId, field: name, value: typed.value })
    const read = fieldRead<Values>(region, table, name, row => row, currency)
    return { ok: true, cell: cellColumn(read, { ...record, [name]: typed.value }) }
  })
  return { outcomes, wishes }
}

const carryOut =
  (table: TableName, wishes: Judged['wishes']) =>
  (edit: Edit): void => {
    const byRecord = new Map<string, Record<string, unknown>>()
    for (const { id, field, value } of wishes) byRecord.set(id, { ...byRecord.get(id), [field]: value })
    for (const [id, values] of byRecord) edit.set(table, asId(id), values)
  }

const verbs: Readonly<Record<EditCause, string>> = {
  typed: 'Change',
  pasted: 'Paste',
  filled: 'Fill',
  cleared: 'Clear',
  cut: 'Cut',
}

function labelOf(region: Region, table: TableName, wishes: Judged['wishes'], cause: EditCause): string {
  const first = wishes[0]
  const record = first && (region.table(table).get(asId(first.id)) as Values | undefined)
  if (!first || !record) return verbs[cause]
  const records = new Set(wishes.map(wish => wish.id)).size
  const field = fieldOf(table, first.field)?.label ?? first.field
  if (records === 1 && wishes.length === 1)
    return `${verbs[cause]} ${field} of ${recordTitle(region, table, record)}`
  return `${verbs[cause]} ${wishes.length} cells of ${records} ${(records === 1 ? catalog[table].one : catalog[table].many).toLowerCase()}`
}

/** Says what each edit would do, without doing it. */
export const checkCells = (
  region: Region,
  table: TableName,
  edits: readonly CellEdit[],
  fieldOfColumn: FieldOfColumn,
): readonly EditOutcome[] => judge(region, table, edits, fieldOfColumn).outcomes

/** The sentence with which the store's own check would refuse the wishes now; null where it would not. */
function refusalOf(store: RegionStore, table: TableName, wishes: Judged['wishes']): string | null {
  const problem = store.wouldRefuse(carryOut(table, wishes), 'manager')[0]
  return problem ? changeProblemText(problem) : null
}

const refused = (outcomes: readonly EditOutcome[], reason: string): readonly EditOutcome[] =>
  outcomes.map(outcome => (outcome.ok ? { ok: false, reason } : outcome))

/** How many cells are checked against the region before they are handed in; more are checked by the store in its turn. */
const checkedAtOnce = 50

/** Judges some edits at once and saves those that are good as one step of the journal. */
export function commitCells(
  store: RegionStore,
  table: TableName,
  edits: readonly CellEdit[],
  how: { readonly cause: EditCause; readonly place: Place; readonly fieldOfColumn: FieldOfColumn },
): TakenEdits {
  const { outcomes, wishes } = judge(store.region, table, edits, how.fieldOfColumn)
  if (wishes.length === 0) return { judged: outcomes }
  const reason = wishes.length <= checkedAtOnce ? refusalOf(store, table, wishes) : null
  if (reason !== null) return { judged: refused(outcomes, reason) }
  const one = wishes.length === 1 ? wishes[0] : undefined
  const saved = store.edit(carryOut(table, wishes), {
    label: labelOf(store.region, table, wishes, how.cause),
    source: 'manager',
    place: how.place as never,
    ...(one && how.cause === 'typed' ? { squashKey: `${table}/${one.id}/${one.field}` } : {}),
  })
  return {
    judged: outcomes,
    saved: saved.then(result => {
      if (result.ok) return outcomes
      const { problem } = result
      const first = 'problems' in problem ? problem.problems[0] : undefined
      return refused(outcomes, first ? changeProblemText(first) : storeProblemText(problem))
    }),
  }
}
