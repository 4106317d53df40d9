/** The worker of an import: reads the region from disk by itself, so that no table crosses to it. */
import type { Day } from '#shared/base/day'
import type { Result } from '#shared/base/result'
import type { Region } from '#shared/region/region'
import type { TableName } from '#shared/model/catalog'
import { serveJobs } from '../../host/serve-jobs'
import { now, trueRandom } from '../../store/clock'
import { lazyTables } from '../../store/region-reader'
import type { StoreProblem } from '../../store/store-problem'
import {
  readAgain,
  readStanding,
  writeBeside,
  type Order,
  type Standing,
  type Written,
} from '../../store/write-beside'
import { ImportSession } from './import-session'

let session: ImportSession | null = null
let standing: Standing | null = null

const open = (): ImportSession => {
  if (!session) throw new Error('The import has not been begun')
  return session
}

type Session = ImportSession

type Views = ReturnType<Session['views']>

let ahead: ReturnType<typeof setTimeout> | undefined

/** How long the user has to pause after an answer before the preview is worked out ahead, in milliseconds. */
const pause = 500

/** Hands the sheets back, and works the preview out while the user still looks at them. */
function shown(views: Views, wait = pause): Views {
  clearTimeout(ahead)
  ahead = setTimeout(() => {
    try {
      open().plan(null, now())
    } catch {
      // Whoever asks for the preview hears of it then.
    }
  }, wait)
  return views
}

const standingOf = (region: Region) => ({ region, shadows: [...region.table('shadow').values()] })

/** What the page asks of the worker. */
export const importApi = {
  /** Reads the region `name` as it stands on disk and begins an import into it. */
  async begin(name: string, today: Day): Promise<void> {
    standing = await readStanding(name)
    session = new ImportSession(standingOf(standing.region), today, trueRandom)
  },
  /** Reads what has changed in the region since, with what files last said. */
  async catchUp(name: string, moved: TableName[]): Promise<void> {
    standing = await readAgain(name, standing ?? (await readStanding(name)), [
      ...new Set([...moved, ...lazyTables]),
    ])
    open().standOn(standingOf(standing.region))
  },
  async addFiles(
    files: { name: string; bytes: Uint8Array }[],
    onProgress: (text: string, share: number) => void,
  ): Promise<Views> {
    await open().addFiles(files, onProgress)
    return shown(open().views(), 0)
  },
  removeFile(name: string): Views {
    open().removeFile(name)
    return shown(open().views())
  },
  setSheet(...args: Parameters<Session['setSheet']>): Views {
    open().setSheet(...args)
    return shown(open().views())
  },
  setColumn(...args: Parameters<Session['setColumn']>): Views {
    open().setColumn(...args)
    return shown(open().views())
  },
  setState(...args: Parameters<Session['setState']>): Views {
    open().setState(...args)
    return shown(open().views())
  },
  fixCells: (...args: Parameters<Session['fixCells']>): void => open().fixCells(...args),
  plan(...args: Parameters<Session['plan']>): ReturnType<Session['plan']> {
    clearTimeout(ahead)
    return open().plan(...args)
  },
  rows: (...args: Parameters<Session['rows']>): ReturnType<Session['rows']> => open().rows(...args),
  column: (...args: Parameters<Session['column']>): ReturnType<Session['column']> => open().column(...args),
  counted: (...args: Parameters<Session['counted']>): ReturnType<Session['counted']> =>
    open().counted(...args),
  picked: (...args: Parameters<Session['picked']>): ReturnType<Session['picked']> => open().picked(...args),
  prepare: (...args: Parameters<Session['prepare']>): ReturnType<Session['prepare']> =>
    open().prepare(...args),
  /** Writes the prepared change; `moved` are the tables that are no longer what was read when the import began. */
  async write(name: string, order: Order, moved: TableName[]): Promise<Result<Written, StoreProblem>> {
    const now = await readAgain(name, standing ?? (await readStanding(name)), moved)
    return writeBeside(name, now, open().change, order)
  },
}

serveJobs(importApi)
