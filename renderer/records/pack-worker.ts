/** The worker that writes and reads workbooks: grids as files, coaching packs, matrices, and what comes back. */
import { readCoachingPack, writeCoachingPack } from '#shared/packs/coaching-pack'
import type { Book } from '#shared/packs/book'
import { forecastBook } from '#shared/packs/forecast-book'
import type { ForecastContent } from '#shared/packs/forecast-content'
import { gridCsv, gridWorkbook } from '#shared/packs/grid-export'
import { readMatrixBook } from '#shared/packs/matrix-book'
import type { PackContent } from '#shared/packs/pack-content'
import type { SeenData, SeenGrid, SeenLine, SeenTitle } from '#shared/packs/seen-grid'
import { writeBook } from '#shared/packs/write-book'
import { handBack, serveJobs } from '../host/serve-jobs'

/** A grid as it is seen, in a form that can be handed to a worker. */
export interface GridParcel extends Omit<SeenGrid, 'lines' | 'source'> {
  readonly data: Readonly<Record<string, SeenData>>
  readonly lines: readonly SeenLine[]
}

const unpack = (parcel: GridParcel): SeenGrid => ({
  ...parcel,
  source: { column: key => parcel.data[key] ?? { kind: 'text', codes: new Int32Array(), strings: [] } },
  lines: () => parcel.lines,
})

const back = (bytes: Uint8Array) => {
  const own = bytes.slice()
  return handBack(own, [own.buffer])
}

const api = {
  writePack: async (content: PackContent) => back(await writeCoachingPack(content)),
  readPack: (bytes: Uint8Array, name: string) => readCoachingPack(bytes, name),
  writeBook: async (book: Book) => back(await writeBook(book)),
  writeForecast: async (content: ForecastContent) => back(await writeBook(forecastBook(content))),
  readMatrices: (bytes: Uint8Array, name: string) => readMatrixBook(bytes, name),
  writeGrid: async (parcel: GridParcel, title: SeenTitle, format: 'xlsx' | 'csv') =>
    back(format === 'csv' ? gridCsv(unpack(parcel)) : await gridWorkbook(unpack(parcel), title)),
}

/** What the worker serves. */
export type PackApi = typeof api

serveJobs(api)
