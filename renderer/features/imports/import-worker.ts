/** The worker of an import: reads the region from disk by itself, so that no table crosses to it. */
import type { Day } from '#shared/base/day'
import { Region } from '#shared/region/region'
import { serveJobs } from '../../host/serve-jobs'
import { trueRandom } from '../../store/clock'
import { RegionDatabase } from '../../store/region-database'
import { readRegion, readTable } from '../../store/region-reader'
import { ImportSession } from './import-session'

let session: ImportSession | null = null

const open = (): ImportSession => {
  if (!session) throw new Error('The import has not been begun')
  return session
}

type Session = ImportSession

/** What the page asks of the worker. */
export const importApi = {
  /** Reads the region `name` as it stands on disk and begins an import into it. */
  async begin(name: string, today: Day): Promise<void> {
    const database = new RegionDatabase(name)
    const region = new Region()
    try {
      await readRegion(database, region)
      await readTable(database, region, 'shadow', null)
    } finally {
      database.close()
    }
    session = new ImportSession({ region, shadows: [...region.table('shadow').values()] }, today, trueRandom)
  },
  async addFiles(
    files: { name: string; bytes: Uint8Array }[],
    onProgress: (text: string, share: number) => void,
  ): Promise<ReturnType<Session['views']>> {
    await open().addFiles(files, onProgress)
    return open().views()
  },
  removeFile(name: string): ReturnType<Session['views']> {
    open().removeFile(name)
    return open().views()
  },
  setSheet(...args: Parameters<Session['setSheet']>): ReturnType<Session['views']> {
    open().setSheet(...args)
    return open().views()
  },
  setColumn(...args: Parameters<Session['setColumn']>): ReturnType<Session['views']> {
    open().setColumn(...args)
    return open().views()
  },
  setState(...args: Parameters<Session['setState']>): ReturnType<Session['views']> {
    open().setState(...args)
    return open().views()
  },
  fixCells: (...args: Parameters<Session['fixCells']>): void => open().fixCells(...args),
  plan: (...args: Parameters<Session['plan']>): ReturnType<Session['plan']> => open().plan(...args),
  rows: (...args: Parameters<Session['rows']>): ReturnType<Session['rows']> => open().rows(...args),
  column: (...args: Parameters<Session['column']>): ReturnType<Session['column']> => open().column(...args),
  prepare: (...args: Parameters<Session['prepare']>): ReturnType<Session['prepare']> =>
    open().prepare(...args),
  part: (...args: Parameters<Session['part']>): ReturnType<Session['part']> => open().part(...args),
}

serveJobs(importApi)
