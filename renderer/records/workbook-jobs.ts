/** Workbooks written and read beside the screen, and saved where the user says. */
import type { Book } from '#shared/packs/book'
import type { ForecastContent } from '#shared/packs/forecast-content'
import { gridFileName } from '#shared/packs/grid-export'
import type { PackContent } from '#shared/packs/pack-content'
import type { SeenTitle } from '#shared/packs/seen-grid'
import { csvKinds, workbookKinds } from '#shared/bridge/file-kinds'
import { host } from '../host/bridge'
import { runJob } from '../host/jobs'
import type { SeenTable } from '../ui/grid/grid-props'
import type { GridParcel, PackApi } from './pack-worker'

const newWorker = () => new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' })

/** The bytes of a coaching pack. */
export const writePack = (content: PackContent): Promise<Uint8Array<ArrayBuffer>> =>
  runJob<PackApi, Uint8Array<ArrayBuffer>>(newWorker, api => api.writePack(content))

/** The answers of a pack that came back, or why it is none. */
export const readPack = (bytes: Uint8Array, name: string) =>
  runJob<PackApi, Awaited<ReturnType<PackApi['readPack']>>>(newWorker, api => api.readPack(bytes, name))

/** The bytes of a workbook. */
export const writeWorkbook = (book: Book): Promise<Uint8Array<ArrayBuffer>> =>
  runJob<PackApi, Uint8Array<ArrayBuffer>>(newWorker, api => api.writeBook(book))

/** The bytes of a forecast pack. */
export const writeForecastPack = (content: ForecastContent): Promise<Uint8Array<ArrayBuffer>> =>
  runJob<PackApi, Uint8Array<ArrayBuffer>>(newWorker, api => api.writeForecast(content))

/** The changed cells of a workbook of matrices that came back, or why it is none. */
export const readMatrices = (bytes: Uint8Array, name: string) =>
  runJob<PackApi, Awaited<ReturnType<PackApi['readMatrices']>>>(newWorker, api =>
    api.readMatrices(bytes, name),
  )

/** Saves what is seen in a grid as a workbook or CSV; the name it was saved under, or null. */
export async function saveGrid(
  seen: SeenTable,
  title: SeenTitle,
  format: 'xlsx' | 'csv',
): Promise<string | null> {
  const { columns, source, rowCount, totals, sentence } = seen
  const parcel: GridParcel = {
    columns: columns.map(({ key, title: words, unit, width, digits }) => ({
      key,
      title: words,
      ...(unit === undefined ? {} : { unit }),
      ...(width === undefined ? {} : { width }),
      ...(digits === undefined ? {} : { digits }),
    })),
    data: Object.fromEntries(columns.map(({ key }) => [key, source.column(key)])),
    lines: [...seen.lines()],
    rowCount,
    totals,
    sentence,
  }
  const bytes = await runJob<PackApi, Uint8Array<ArrayBuffer>>(newWorker, api =>
    api.writeGrid(parcel, title, format),
  )
  return host.saveFile(gridFileName(title, format), bytes, format === 'csv' ? csvKinds : workbookKinds)
}
