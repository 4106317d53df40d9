/** What the wizard's buttons do: each asks the worker, then tells the reducer. */
import type { OpenedFile } from '#shared/bridge/ipc'
import type { Decisions } from '#shared/reconcile/decisions'
import type { ColumnMapping } from '#shared/mapping/mapping'
import type { OpportunityState } from '#shared/mapping/stage-meaning'
import { host } from '../../host/bridge'
import { BackupKeeper } from '../../store/backup-keeper'
import { now } from '../../store/clock'
import type { RegionEntry } from '../../store/desk-database'
import type { DeskSession } from '../../store/desk-session'
import type { RegionStore } from '../../store/region-store'
import { keepSnapshot } from '../../store/snapshots'
import { storeProblemText } from '../../store/store-problem'
import type { ImportDesk } from './import-desk'
import type { ImportKeeper, Tell } from './import-keeper'
import type { ColumnData } from '../../ui/grid/engine/column-data'
import type { CellFix, CountedSheets, SheetChange } from './import-session'
import type { PlanView } from './plan-view'
import type { PlanRows } from './plan-rows'
import type { Views } from './wizard'

/** What can be done in an import. */
export interface ImportActions {
  readonly addFiles: (files: readonly OpenedFile[]) => void
  readonly removeFile: (name: string) => void
  readonly setSheet: (key: string, change: SheetChange) => void
  readonly setColumn: (
    key: string,
    column: number,
    change: Partial<Omit<ColumnMapping, 'column' | 'header'>>,
  ) => void
  readonly setState: (key: string, value: string, state: OpportunityState) => void
  readonly showFiles: () => void
  readonly showColumns: (sheet: string | null, column?: number | null) => void
  readonly preview: (decisions?: Decisions) => void
  readonly rows: (sheet: number) => Promise<PlanRows | null>
  readonly column: (sheet: number, column: number) => Promise<ColumnData | null>
  readonly counted: (count: string) => Promise<CountedSheets | null>
  readonly picked: (sheet: number, count: string) => Promise<Float64Array | null>
  readonly fix: (sheet: string, fixes: readonly CellFix[]) => void
  readonly commit: () => void
  readonly dismiss: () => void
  /** Closes the import; what is not committed is gone. */
  readonly end: () => void
}

/** Keeps a backup of what is there; an import can be taken back in any case, so a failure goes to the log only. */
async function keepBackup(keeper: BackupKeeper, store: RegionStore, entry: RegionEntry): Promise<void> {
  const failed = (detail: string): Promise<void> =>
    host.log({ level: 'warning', text: 'The backup before an import failed', detail })
  try {
    const kept = await keeper.keep(store, entry)
    if (!kept.ok) await failed(storeProblemText(kept.problem))
  } catch (error) {
    await failed(String(error))
  }
}

/** What can be done in the import of an open region; the same object serves it until another one is opened. */
export function importActions(keeper: ImportKeeper, regions: DeskSession): ImportActions {
  const { open, store } = keeper
  const run = (text: string, work: (tell: Tell) => Promise<void>): void => {
    const tell = keeper.teller()
    tell({ kind: 'busy', busy: { text, share: null } })
    work(tell).catch((error: unknown) =>
      tell({
        kind: 'failed',
        problem: error instanceof Error ? error.message : 'The work could not be done.',
      }),
    )
  }
  // Word of progress may come after the work's own end; it counts no more then.
  const withProgress = async <T>(
    tell: Tell,
    work: (progress: (text: string, share: number | null) => void) => Promise<T>,
  ): Promise<T> => {
    let underWay = true
    try {
      return await work((text, share) => {
        if (underWay) tell({ kind: 'busy', busy: { text, share } })
      })
    } finally {
      underWay = false
    }
  }
  const look = (text: string, ask: (tell: Tell) => Promise<Views>): void =>
    run(text, async tell => tell({ kind: 'views', ...(await ask(tell)) }))
  const plan = async (tell: Tell, decisions: Decisions): Promise<void> => {
    tell({ kind: 'decide', decisions })
    tell({ kind: 'planned', plan: await open().plan(decisions, now()) })
  }
  const commit = async (tell: Tell, worker: ImportDesk, planned: PlanView): Promise<void> => {
    const label = `Import of ${[...new Set(planned.sheets.map(each => each.file))].join(', ')}`
    const prepared = worker.api.prepare(label, now())
    const entry = regions.status.regions.find(each => each.id === store.id)
    if (entry && store.region.table('opportunity').size > 0) {
      tell({ kind: 'busy', busy: { text: 'Keeping a backup', share: null } })
      await keepBackup(new BackupKeeper(regions.desk, host), store, entry)
    }
    const batch = await prepared
    // What was known before the import stays comparable for ever; without it the import goes on (5.7).
    await keepSnapshot(store, 'preImport')
    tell({ kind: 'busy', busy: { text: 'Saving', share: null } })
    const about = { label, source: 'import', batch, place: { screen: 'imports' } } as const
    const done = await store.commitBeside(about, order => worker.write(order))
    if (!done.ok) return tell({ kind: 'failed', problem: storeProblemText(done.problem) })
    tell({ kind: 'committed', report: { plan: planned, batch, seq: done.value } })
  }
  return {
    addFiles: files => {
      // The next import starts from the region as it is now.
      if (keeper.wizard.step.kind === 'report') keeper.end()
      look('Reading', tell => withProgress(tell, progress => open().addFiles(files, progress)))
    },
    removeFile: name => look('Removing', () => open().api.removeFile(name)),
    setSheet: (key, change) => look('Looking again', () => open().api.setSheet(key, change)),
    setColumn: (key, at, change) => look('Looking again', () => open().api.setColumn(key, at, change)),
    setState: (key, value, state) => look('Looking again', () => open().api.setState(key, value, state)),
    showFiles: () => keeper.teller()({ kind: 'showFiles' }),
    showColumns: (sheet, at = null) => keeper.teller()({ kind: 'showColumns', sheet, column: at }),
    preview: (decisions = keeper.wizard.decisions) =>
      run('Comparing with the region', tell => plan(tell, decisions)),
    rows: sheet => open().api.rows(sheet),
    async column(sheet, at) {
      const worker = open()
      // Columns still to be shown must not keep an import from being written.
      return (await worker.isFree()) ? worker.api.column(sheet, at) : null
    },
    counted: count => open().api.counted(count),
    picked: (sheet, count) => open().api.picked(sheet, count),
    fix: (sheet, fixes) =>
      run('Putting right', async tell => {
        await open().api.fixCells(sheet, [...fixes])
        await plan(tell, keeper.wizard.decisions)
      }),
    commit: () =>
      run('Preparing', async tell => {
        const { step } = keeper.wizard
        const worker = open()
        // Begun, an import is finished even when the user closes it.
        if (step.kind === 'preview') await worker.finish(() => commit(tell, worker, step.plan))
      }),
    dismiss: () => keeper.teller()({ kind: 'dismiss' }),
    end: () => keeper.end(),
  }
}
