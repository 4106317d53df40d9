/** A plan as the screen shows it: counts, questions and findings; its rows are in `plan-rows`. */
import { importFields } from '#shared/mapping/field-list'
import type { ImportTable } from '#shared/mapping/import-field'
import { fieldOf } from '#shared/model/catalog'
import { findingCount } from '#shared/reconcile/counted'
import { findingPieces, findingText, type Finding } from '#shared/reconcile/finding'
import type {
  AliasQuestion,
  Counts,
  DuplicatePair,
  NewNamesQuestion,
  Plan,
  Vanished,
} from '#shared/reconcile/plan'
import { valueWords } from './plan-words'

/** A conflict with its values in words. */
export interface ConflictView {
  readonly id: string
  readonly sheet: number
  readonly row: number
  readonly table: ImportTable
  readonly name: string
  readonly field: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
  readonly said: string
  readonly choice: 'mine' | 'theirs'
}

/** What becomes of a sheet. */
export interface SheetPlanView {
  readonly key: string
  readonly file: string
  readonly sheet: string
  readonly table: ImportTable
  readonly counts: Counts
  /** Rows with cells that cannot be used. */
  readonly faultyRows: number
  readonly fullExport: boolean
  readonly fullExportWhy: string
}

/** A finding in pieces: words, and numbers with the key under which their rows are found. */
export interface FindingView {
  readonly code: Finding['code']
  readonly text: string
  readonly pieces: readonly (string | { readonly text: string; readonly count: string })[]
}

/** What an import would do. */
export interface PlanView {
  readonly sheets: readonly SheetPlanView[]
  readonly total: Counts
  readonly aliases: readonly AliasQuestion[]
  readonly newNames: readonly NewNamesQuestion[]
  readonly conflicts: readonly ConflictView[]
  readonly conflictCount: number
  readonly duplicates: readonly DuplicatePair[]
  readonly vanished: readonly Vanished[]
  readonly vanishedCount: number
  readonly findings: readonly FindingView[]
}

const most = 300

/** Describes a plan. */
export function planView(plan: Plan, keys: readonly string[]): PlanView {
  const sheets = plan.sheets.map((sheet, at): SheetPlanView => ({
    key: keys[at] ?? '',
    file: sheet.drafts.file,
    sheet: sheet.drafts.sheet,
    table: sheet.drafts.table,
    counts: sheet.counts,
    faultyRows: new Set(sheet.drafts.issues.map(each => each.row)).size,
    fullExport: sheet.fullExport,
    fullExportWhy: sheet.fullExportWhy,
  }))
  const sum = (key: keyof Counts): number => sheets.reduce((n, each) => n + each.counts[key], 0)
  return {
    sheets,
    total: {
      read: sum('read'),
      added: sum('added'),
      changed: sum('changed'),
      unchanged: sum('unchanged'),
      rejected: sum('rejected'),
      skipped: sum('skipped'),
      vanished: sum('vanished'),
    },
    aliases: plan.aliases,
    newNames: plan.newNames.map(each => ({ ...each, names: each.names.slice(0, most) })),
    conflicts: plan.conflicts.slice(0, most).map(each => ({
      id: each.id,
      sheet: each.sheet,
      row: each.row,
      table: each.table,
      name: each.name,
      field: each.field,
      label: fieldOf(each.table, each.field)?.label ?? each.field,
      mine: valueWords(plan, each.table, each.id, each.field, each.mine),
      theirs: valueWords(plan, each.table, each.id, each.field, each.theirs),
      said: valueWords(plan, each.table, each.id, each.field, each.said),
      choice: each.choice,
    })),
    conflictCount: plan.conflicts.length,
    duplicates: plan.duplicates,
    vanished: plan.vanished.slice(0, most),
    vanishedCount: plan.vanished.length,
    findings: plan.findings.map(each => ({
      code: each.code,
      text: findingText(each),
      pieces: findingPieces(each).map(piece =>
        typeof piece === 'string' ? piece : { text: piece.text, count: findingCount(each.code, piece.part) },
      ),
    })),
  }
}

/** The fields that a column of a table can be mapped to. */
export const fieldChoices = (table: ImportTable): { value: string; label: string }[] =>
  importFields[table].map(each => ({ value: each.name, label: each.label }))
