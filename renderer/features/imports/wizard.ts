/** The import wizard as a union of steps with one pure reducer; everything that waits or works is in the state. */
import { noDecisions, type Decisions } from '#shared/reconcile/decisions'
import type { FileNote } from './file-notes'
import type { GivenTwice } from './given-files'
import type { Unreadable } from './import-session'
import type { PlanView } from './plan-view'
import type { SheetView } from './sheet-view'

/** Something under way: what it is, and how far it is where that is known. */
export interface Busy {
  readonly text: string
  readonly share: number | null
}

/** What was committed. */
export interface Report {
  readonly plan: PlanView
  readonly batch: string
  readonly seq: number | null
}

/** Where the wizard stands. */
export type Step =
  | { readonly kind: 'files' }
  /** `column` is the one that a question was followed to. */
  | { readonly kind: 'columns'; readonly sheet: string; readonly column: number | null }
  | { readonly kind: 'preview'; readonly plan: PlanView }
  | { readonly kind: 'report'; readonly report: Report }

/** The wizard. */
export interface Wizard {
  readonly step: Step
  readonly sheets: readonly SheetView[]
  readonly unreadable: readonly Unreadable[]
  readonly given: readonly GivenTwice[]
  readonly notes: readonly FileNote[]
  readonly decisions: Decisions
  readonly busy: Busy | null
  readonly problem: string | null
}

/** What the worker says of its files. */
export interface Views {
  readonly sheets: readonly SheetView[]
  readonly unreadable: readonly Unreadable[]
  readonly given: readonly GivenTwice[]
  readonly notes: readonly FileNote[]
}

/** What can happen to the wizard. */
export type WizardEvent =
  | { readonly kind: 'busy'; readonly busy: Busy }
  | ({ readonly kind: 'views' } & Views)
  | { readonly kind: 'showFiles' }
  | { readonly kind: 'showColumns'; readonly sheet: string | null; readonly column?: number | null }
  | { readonly kind: 'decide'; readonly decisions: Decisions }
  | { readonly kind: 'planned'; readonly plan: PlanView }
  | { readonly kind: 'committed'; readonly report: Report }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'dismiss' }

/** A wizard that has no files yet. */
export const freshWizard: Wizard = {
  step: { kind: 'files' },
  sheets: [],
  unreadable: [],
  given: [],
  notes: [],
  decisions: noDecisions,
  busy: null,
  problem: null,
}

/** The sheets that take part. */
export const usedSheets = (wizard: Wizard): readonly SheetView[] => wizard.sheets.filter(each => each.use)

/** The next state. A view or a plan that comes back ends what was under way. */
export function stepWizard(wizard: Wizard, event: WizardEvent): Wizard {
  switch (event.kind) {
    case 'busy':
      return { ...wizard, busy: event.busy, problem: null }
    case 'views': {
      const { sheets, unreadable, given, notes } = event
      const { step: here } = wizard
      const gone = here.kind === 'columns' && !sheets.some(each => each.use && each.key === here.sheet)
      // Files that come while a preview is shown make it void.
      const step: Step = gone || here.kind === 'preview' ? { kind: 'files' } : here
      return { ...wizard, sheets, unreadable, given, notes, step, busy: null }
    }
    case 'showFiles':
      return { ...wizard, step: { kind: 'files' }, busy: null }
    case 'showColumns': {
      const sheet = event.sheet ?? usedSheets(wizard)[0]?.key
      return sheet === undefined
        ? wizard
        : { ...wizard, step: { kind: 'columns', sheet, column: event.column ?? null }, busy: null }
    }
    case 'decide':
      return { ...wizard, decisions: event.decisions }
    case 'planned':
      return { ...wizard, step: { kind: 'preview', plan: event.plan }, busy: null }
    case 'committed':
      return { ...wizard, step: { kind: 'report', report: event.report }, busy: null }
    case 'failed':
      return { ...wizard, busy: null, problem: event.problem }
    case 'dismiss':
      return { ...wizard, problem: null }
  }
}

/** A question that should be answered before going on. */
export interface OpenQuestion {
  readonly sheet: string
  /** Null where no column is asked about. */
  readonly column: number | null
  readonly text: string
}

/** What waits for an answer in the columns of the sheets: doubtful columns, ambiguous dates, required fields without a column. */
export function openQuestions(sheets: readonly SheetView[]): OpenQuestion[] {
  return sheets
    .filter(each => each.use)
    .flatMap(sheet => {
      const say = (text: string, column: number | null = null): OpenQuestion => ({
        sheet: sheet.key,
        column,
        text,
      })
      const found = sheet.columns.flatMap(column => {
        if (column.asks) return [say(`Is “${column.header}” what it seems?`, column.column)]
        if (column.reading?.ambiguous)
          return [
            say(
              column.reading.kind === 'dates'
                ? `Does “${column.header}” put the day or the month first?`
                : `Which decimal sign has “${column.header}”?`,
              column.column,
            ),
          ]
        return []
      })
      const has = (...names: string[]): boolean =>
        sheet.columns.some(each => !each.asks && each.field !== null && names.includes(each.field))
      if (sheet.table === 'opportunity') {
        if (!has('stage', 'status', 'is_won', 'status_reason'))
          found.push(say('No column gives the stage: every deal will count as open.'))
        if (!has('owner', 'owner_id', 'owner_email')) found.push(say('No column gives the owner.'))
      }
      return found
    })
}
