/** One import being prepared, off the screen: the files as read, what was decided about them, and the plan. */
import type { Day } from '#shared/base/day'
import type { CurrencyCode } from '#shared/base/money'
import type { Random } from '#shared/base/random'
import { convertSheet, recordRows, type SheetSource } from '#shared/mapping/convert'
import type { KnownNames } from '#shared/mapping/column-profile'
import type { Drafts } from '#shared/mapping/drafts'
import type { ImportTable } from '#shared/mapping/import-field'
import { changeColumn, type ColumnMapping, type SheetMapping } from '#shared/mapping/mapping'
import type { OpportunityState } from '#shared/mapping/stage-meaning'
import { suggestSheet, type SheetSuggestion } from '#shared/mapping/suggest'
import { changeOf } from '#shared/reconcile/change-of'
import { noDecisions, type Decisions } from '#shared/reconcile/decisions'
import { newestDataDay } from '#shared/reconcile/data-day'
import { planImport } from '#shared/reconcile/plan-import'
import type { Plan } from '#shared/reconcile/plan'
import { rowsCounted, type CountedRows } from '#shared/reconcile/rows-counted'
import type { RecordOf } from '#shared/model/catalog'
import type { ChangeSet } from '#shared/region/change'
import { foldCompany } from '#shared/base/text'
import type { Region } from '#shared/region/region'
import { regionCurrency, settingsOf } from '#shared/region/settings'
import { isOwnCsv, withoutGuard } from '#shared/packs/csv-text'
import { readFile } from '#shared/tables/read-file'
import { problemText } from '#shared/tables/problem-text'
import { headerNames } from '#shared/tables/header-names'
import type { Cell, DetectedTable, Sheet } from '#shared/tables/sheet'
import type { ColumnData } from '../../ui/grid/engine/column-data'
import { notesOf, type FileNote } from './file-notes'
import { nameOfGiven, type GivenTwice } from './given-files'
import type { OpenSheet } from './open-sheet'
import { SheetRows, type PlanRows } from './plan-rows'
import { planView, type PlanView } from './plan-view'
import { sheetView, type SheetView } from './sheet-view'

/** A region as it stands on disk, with what files last said. */
export interface Standing {
  readonly region: Region
  readonly shadows: readonly RecordOf<'shadow'>[]
}

/** What the user may set about a sheet. */
export interface SheetChange {
  readonly use?: boolean
  /** Row of the header, counted from 0; null where the first row is data. */
  readonly headerRow?: number | null
  readonly withoutHidden?: boolean
  readonly table?: ImportTable | null
  readonly currency?: string | null
}

/** Another value for a cell; row and column count from 0 in the sheet. */
export interface CellFix {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A file that could not be read, with the sentence why. */
export interface Unreadable {
  readonly file: string
  readonly why: string
}

/** The sheets of a plan with the number of their rows that a number counts. */
export interface CountedSheets extends Omit<CountedRows, 'sheets'> {
  readonly sheets: readonly { readonly sheet: number; readonly count: number }[]
}

/** Reads files, keeps decisions, and works plans out; knows nothing of screens or disks. */
export class ImportSession {
  private sheets: OpenSheet[] = []
  private unreadable: Unreadable[] = []
  private planned: Plan | null = null
  /** What `planned` was last worked out with. */
  private decisions: Decisions = noDecisions
  private shown: { readonly plan: Plan; readonly sheet: number; readonly rows: SheetRows } | null = null
  private prepared: ChangeSet = {}
  private files = 0
  private given: GivenTwice[] = []
  private notes: FileNote[] = []

  constructor(
    private standing: Standing,
    private readonly today: Day,
    private readonly random: Random,
  ) {}

  /** Reads files and suggests what their sheets are. */
  async addFiles(
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    onProgress: (text: string, share: number) => void = () => undefined,
  ): Promise<void> {
    for (const [at, { name: called, bytes }] of files.entries()) {
      onProgress(`Reading ${called}`, at / files.length)
      const read = await readFile(bytes, called, {
        onProgress: (done, of) =>
          onProgress(`Reading ${called}`, (at + done / Math.max(1, of)) / files.length),
      })
      this.unreadable = this.unreadable.filter(each => each.file !== called)
      if (!read.ok) {
        this.unreadable.push({ file: called, why: problemText(read.problem, called) })
        continue
      }
      const sheets = isOwnCsv(called) ? read.value.sheets.map(withoutGuards) : read.value.sheets
      const known = (file: string): readonly Sheet[] =>
        this.sheets.filter(each => each.source.file === file).map(each => each.original)
      const { name, given } = nameOfGiven(called, sheets, known)
      if (given) this.given = [...this.given.filter(each => each.file !== given.file), given]
      if (given?.isSame) continue
      this.notes = [...this.notes.filter(each => each.file !== name), ...notesOf(name, read.value)]
      const file = this.files++
      sheets.forEach((sheet, i) => {
        const source: SheetSource = { file: name, sheet, table: sheet.table, withoutHidden: false }
        const suggestion = this.suggest(source)
        this.sheets.push({
          key: `${file}.${i}`,
          original: sheet,
          use:
            sheet.hidden === 'no' &&
            suggestion.mapping.table !== null &&
            sheet.table.lastRow >= sheet.table.firstRow,
          source,
          suggestion,
          mapping: suggestion.mapping,
          drafts: null,
        })
      })
    }
    this.planned = null
  }

  /** Goes on from the region as it is now. */
  standOn(standing: Standing): void {
    this.standing = standing
    this.planned = null
  }

  /** Takes a file out again. */
  removeFile(name: string): void {
    this.sheets = this.sheets.filter(each => each.source.file !== name)
    this.unreadable = this.unreadable.filter(each => each.file !== name)
    this.given = this.given.filter(each => each.file !== name)
    this.notes = this.notes.filter(each => each.file !== name)
    this.planned = null
  }

  /** What is known and decided of every sheet, and the files that could not be read. */
  views(): {
    readonly sheets: readonly SheetView[]
    readonly unreadable: readonly Unreadable[]
    readonly given: readonly GivenTwice[]
    readonly notes: readonly FileNote[]
  } {
    return {
      sheets: this.sheets.map(each => sheetView(each, this.draftsOf(each))),
      unreadable: this.unreadable,
      given: this.given,
      notes: this.notes,
    }
  }

  /** Changes what a sheet is taken for. */
  setSheet(key: string, change: SheetChange): void {
    const open = this.sheet(key)
    if (change.use !== undefined) open.use = change.use
    if (change.withoutHidden !== undefined)
      open.source = { ...open.source, withoutHidden: change.withoutHidden }
    if (change.headerRow !== undefined) {
      open.source = { ...open.source, table: tableAt(open.source, change.headerRow) }
      open.suggestion = this.suggest(open.source)
      open.mapping = open.suggestion.mapping
      open.use = open.mapping.table !== null
    }
    if (change.table !== undefined) {
      open.suggestion = this.suggest(open.source, change.table)
      open.mapping = open.suggestion.mapping
      open.use = change.table !== null
    }
    if (change.currency !== undefined) open.mapping = { ...open.mapping, currency: change.currency }
    this.stale(open)
  }

  /** Changes what a column means or how it is read. */
  setColumn(key: string, column: number, change: Partial<Omit<ColumnMapping, 'column' | 'header'>>): void {
    const open = this.sheet(key)
    const agreed = change.field !== undefined ? { confidence: 1, why: 'Chosen by you.' } : { confidence: 1 }
    open.mapping = changeColumn(open.mapping, column, { ...agreed, ...change })
    this.stale(open)
  }

  /** Says what a stage of a sheet means. */
  setState(key: string, value: string, state: OpportunityState): void {
    const open = this.sheet(key)
    open.mapping = { ...open.mapping, states: { ...open.mapping.states, [value]: state } }
    this.stale(open)
  }

  /** Puts other values into cells. */
  fixCells(key: string, fixes: readonly CellFix[]): void {
    const open = this.sheet(key)
    const rows: Cell[][] = [...open.source.sheet.rows]
    for (const { row, column, text } of fixes) {
      const cells = [...(rows[row] ?? [])]
      while (cells.length <= column) cells.push(null)
      cells[column] = text
      rows[row] = cells
    }
    open.source = { ...open.source, sheet: { ...open.source.sheet, rows } }
    this.stale(open)
  }

  /** Works out what the import would do, with the decisions of the last time where none are given; once for the same ones. */
  plan(decisions: Decisions | null, at: string): PlanView {
    const used = this.used()
    const taken = decisions ?? this.decisions
    if (JSON.stringify(taken) !== JSON.stringify(this.decisions)) this.planned = null
    this.decisions = taken
    this.planned ??= planImport({
      region: this.standing.region,
      shadows: this.standing.shadows,
      sheets: used.map(each => ({ drafts: each.drafts as Drafts, mapping: each.mapping })),
      decisions: taken,
      asOf: this.dataDay(),
      at,
      random: this.random,
    })
    return planView(
      this.planned,
      used.map(each => each.key),
    )
  }

  /** The rows of a sheet of the plan, or null while there is none. */
  rows(sheet: number): PlanRows | null {
    return this.sheetRows(sheet)?.rows() ?? null
  }

  /** A column of a sheet's file beside `rows`, counted from 0. */
  column(sheet: number, column: number): ColumnData | null {
    return this.sheetRows(sheet)?.column(column) ?? null
  }

  /** In which sheets of the plan the rows stand that a number counts; null while there is no plan. */
  counted(count: string): CountedSheets | null {
    if (!this.planned) return null
    const { sheets, ...rest } = rowsCounted(this.planned, count)
    return { ...rest, sheets: sheets.map(each => ({ sheet: each.sheet, count: each.rows.length })) }
  }

  /** Beside `rows`: 1 in the rows of a sheet that a number counts, NaN in the others. */
  picked(sheet: number, count: string): Float64Array | null {
    const rows = this.sheetRows(sheet)
    if (!this.planned || !rows) return null
    return rows.picked(rowsCounted(this.planned, count).sheets.find(each => each.sheet === sheet)?.rows ?? [])
  }

  /** Makes the change of the plan; returns the batch's id. */
  prepare(label: string, at: string): string {
    if (!this.planned) return ''
    const { change, batch } = changeOf(this.planned, this.standing.region, {
      at,
      asOf: this.dataDay(),
      dataFrom: this.dataDay(),
      random: this.random,
      label,
    })
    this.prepared = change
    return batch
  }

  /** The prepared change. */
  get change(): ChangeSet {
    return this.prepared
  }

  private sheetRows(sheet: number): SheetRows | null {
    const open = this.used()[sheet]
    if (!this.planned || !open) return null
    const known = this.shown
    if (known?.plan === this.planned && known.sheet === sheet) return known.rows
    const currency = (open.mapping.currency ??
      regionCurrency(settingsOf(this.standing.region))) as CurrencyCode
    const rows = new SheetRows(this.planned, sheet, open.source, currency)
    this.shown = { plan: this.planned, sheet, rows }
    return rows
  }

  private used(): OpenSheet[] {
    return this.sheets.filter(each => each.use && this.draftsOf(each) !== null)
  }

  private dataDay(): Day {
    return newestDataDay(
      this.used().map(each => each.drafts as Drafts),
      this.today,
    )
  }

  private draftsOf(open: OpenSheet): Drafts | null {
    if (!open.use) return null
    open.drafts ??= convertSheet(open.source, open.mapping, regionCurrency(settingsOf(this.standing.region)))
    return open.drafts
  }

  private stale(open: OpenSheet): void {
    open.drafts = null
    this.planned = null
  }

  private sheet(key: string): OpenSheet {
    const found = this.sheets.find(each => each.key === key)
    if (!found) throw new Error(`No sheet ${key}`)
    return found
  }

  private suggest(source: SheetSource, table?: ImportTable | null): SheetSuggestion {
    const { rows } = recordRows(source)
    const remembered = this.standing.region
      .all('importProfile')
      .toSorted((a, b) => (a.usedAt < b.usedAt ? 1 : -1))
      .map(each => each.mapping as unknown as SheetMapping)
    return suggestSheet(
      source.table.header,
      rows.slice(0, 400).map(row => source.sheet.rows[row] ?? []),
      {
        fileName:
          source.sheet.name === 'Sheet1' || source.sheet.name === ''
            ? source.file
            : `${source.file} ${source.sheet.name}`,
        remembered,
        names: this.names(),
        ...(table === undefined ? {} : { table }),
      },
    )
  }

  private names(): KnownNames {
    const folded = (table: 'rep' | 'account' | 'product'): ReadonlySet<string> =>
      new Set(this.standing.region.all(table).map(each => foldCompany(each.name)))
    return { rep: folded('rep'), account: folded('account'), product: folded('product') }
  }
}

/** A sheet of a CSV file of our own, without the apostrophes that kept its texts from running as formulas. */
function withoutGuards(sheet: Sheet): Sheet {
  const plain = (cell: Cell): Cell => (typeof cell === 'string' ? withoutGuard(cell) : cell)
  return {
    ...sheet,
    rows: sheet.rows.map(row => row.map(plain)),
    table: { ...sheet.table, header: sheet.table.header.map(withoutGuard) },
  }
}

/** The table of a sheet with its header where the user says; rows above it are left out. */
function tableAt(source: SheetSource, headerRow: number | null): DetectedTable {
  const { sheet, table } = source
  const firstRow = headerRow === null ? 0 : headerRow + 1
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const headerRows = headerRow === null ? [] : [headerRow]
  const header = headerNames(sheet.rows, headerRows, sheet.merges, width).map((name, at) =>
    headerRow === null ? `Column ${at + 1}` : name,
  )
  const above = Array.from({ length: headerRow ?? 0 }, (_, row) => ({
    row,
    why: 'above the header' as const,
  }))
  return {
    headerRow,
    headerRows,
    header,
    firstRow,
    lastRow: Math.max(table.lastRow, firstRow - 1),
    skipped: [...above, ...table.skipped.filter(each => each.row >= firstRow)],
  }
}
