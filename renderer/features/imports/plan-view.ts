/** A plan as the screen shows it: counts, questions and findings at once, rows only as they are looked at. */
import { cellText } from '#shared/mapping/column-profile'
import type { SheetSource } from '#shared/mapping/convert'
import { importFields } from '#shared/mapping/field-list'
import type { ImportTable } from '#shared/mapping/import-field'
import { issueText, rejectText } from '#shared/mapping/issue-text'
import { fieldOf, type TableName } from '#shared/model/catalog'
import { toMajor, type CurrencyCode } from '#shared/base/money'
import { findingText, type Finding } from '#shared/reconcile/finding'
import type {
  AliasQuestion,
  Counts,
  DuplicatePair,
  NewNamesQuestion,
  Plan,
  Vanished,
} from '#shared/reconcile/plan'

/** The kinds of row that can be listed. */
export type RowKind = 'new' | 'changed' | 'unchanged' | 'rejected' | 'skipped' | 'issues'

/** A conflict with its values in words. */
export interface ConflictView {
  readonly id: string
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
  readonly issues: number
  readonly fullExport: boolean
  readonly fullExportWhy: string
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
  readonly findings: readonly { readonly code: Finding['code']; readonly text: string }[]
}

/** One row of the file. */
export interface RowView {
  /** Counted from 1, as spreadsheets do. */
  readonly line: number
  readonly row: number
  readonly title: string
  /** A reason, or what changes. */
  readonly words: string
  /** The cell to put right, where one is at fault. */
  readonly fix: { readonly column: number; readonly header: string; readonly text: string } | null
  readonly cells: readonly string[]
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
    issues: sheet.drafts.issues.length,
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
      table: each.table,
      name: each.name,
      field: each.field,
      label: fieldOf(each.table, each.field)?.label ?? each.field,
      mine: words(plan, each.table, each.id, each.field, each.mine),
      theirs: words(plan, each.table, each.id, each.field, each.theirs),
      said: words(plan, each.table, each.id, each.field, each.said),
      choice: each.choice,
    })),
    conflictCount: plan.conflicts.length,
    duplicates: plan.duplicates,
    vanished: plan.vanished.slice(0, most),
    vanishedCount: plan.vanished.length,
    findings: plan.findings.map(each => ({ code: each.code, text: findingText(each) })),
  }
}

/** A value in words; references by name, money with its currency. */
function words(plan: Plan, table: TableName, id: string, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty'
  const known = fieldOf(table, field)
  if (known?.table && typeof value === 'string') return plan.nameOf(known.table as TableName, value) || value
  if (known?.kind === 'money' && typeof value === 'number') {
    const currency = plan.valueOf(table, id, known.currencyField ?? 'currency')
    const code = (typeof currency === 'string' ? currency : 'USD') as CurrencyCode
    return `${toMajor(value, code).toLocaleString()} ${code}`
  }
  if (known?.kind === 'percent' && typeof value === 'number') return `${Math.round(value * 1000) / 10} %`
  if (known?.kind === 'choice') return known.choices?.find(each => each.key === value)?.label ?? plain(value)
  return plain(value)
}

const plain = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.map(plain).join(', ')
      : JSON.stringify(value)

const rejectField: Readonly<Record<string, readonly string[]>> = {
  'no-name': ['name', 'last_name', 'account', 'person', 'product', 'rep'],
  'no-identity': ['deal_name', 'deal_id', 'account'],
  'no-opportunity': ['deal_id', 'deal_name'],
  'no-day': ['on', 'changed', 'due'],
  'no-owner': ['rep', 'rep_id'],
  'no-period': ['period', 'start'],
  'no-value': ['amount', 'rate'],
}

/** The rows of a sheet by kind, with a reason or what changes. */
export function rowViews(
  plan: Plan,
  sheet: number,
  source: SheetSource,
  kind: RowKind,
  from: number,
  count: number,
): RowView[] {
  const one = plan.sheets[sheet]
  if (!one) return []
  const { table } = one.drafts
  const cells = (row: number): string[] => (source.sheet.rows[row] ?? []).map(cell => cellText(cell))
  const view = (row: number, title: string, text: string, fix: RowView['fix'] = null): RowView => ({
    line: row + 1,
    row,
    title,
    words: text,
    fix,
    cells: cells(row),
  })
  const header = (column: number): string => one.mapping.columns[column]?.header ?? ''
  if (kind === 'rejected')
    return one.rejected.slice(from, from + count).map(({ row, code }) => {
      const wanted = rejectField[code] ?? []
      const column = one.mapping.columns.find(each => each.field !== null && wanted.includes(each.field))
      const fix = column
        ? { column: column.column, header: column.header, text: cells(row)[column.column] ?? '' }
        : null
      return view(row, `Row ${row + 1}`, rejectText(code, table), fix)
    })
  if (kind === 'skipped')
    return one.leftOut
      .slice(from, from + count)
      .map(({ row, why, of }) =>
        view(
          row,
          `Row ${row + 1}`,
          of === null ? why : `${why === 'repeats' ? 'The same as' : 'The same record as'} row ${of + 1}`,
        ),
      )
  if (kind === 'issues')
    return one.drafts.issues.slice(from, from + count).map(each => {
      const fix =
        each.column === null ? null : { column: each.column, header: header(each.column), text: each.text }
      return view(
        each.row,
        `Row ${each.row + 1}`,
        `${fix ? `${fix.header}: ` : ''}${issueText(each.code, each.text)}`,
        fix,
      )
    })
  return one.rows
    .filter(each => each.fate === kind)
    .slice(from, from + count)
    .map(each => {
      const changes = each.changes
        .map(change => {
          const label = fieldOf(table, change.field)?.label ?? change.field
          return `${label}: ${words(plan, table, each.id, change.field, change.before)} → ${words(plan, table, each.id, change.field, change.after)}`
        })
        .join('; ')
      return view(each.row, plan.nameOf(table, each.id) || `Row ${each.row + 1}`, changes)
    })
}

/** The fields that a column of a table can be mapped to. */
export const fieldChoices = (table: ImportTable): { value: string; label: string }[] =>
  importFields[table].map(each => ({ value: each.name, label: each.label }))
