/** The kinds of files that the program opens and writes, as dialogs and the command line know them. */
import type { FileKind } from './ipc'

/** Files that can be imported. */
export const tableKinds: readonly FileKind[] = [
  {
    title: 'Tables',
    extensions: ['csv', 'tsv', 'tab', 'txt', 'xlsx', 'xlsm', 'xlsb', 'xls', 'ods'],
  },
]

/** A backup of a whole region. */
export const backupKinds: readonly FileKind[] = [{ title: 'Quarterdeck backup', extensions: ['quarterdeck'] }]

/** Workbooks and packs that are written. */
export const workbookKinds: readonly FileKind[] = [{ title: 'Excel workbook', extensions: ['xlsx'] }]

/** A grid as text. */
export const csvKinds: readonly FileKind[] = [{ title: 'CSV', extensions: ['csv'] }]

/** A page as printed. */
export const pdfKinds: readonly FileKind[] = [{ title: 'PDF', extensions: ['pdf'] }]

/** True for a name that the program takes from the command line or by drag and drop, judged by its extension. */
export function isOpenable(name: string): boolean {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return [...tableKinds, ...backupKinds].some(kind => kind.extensions.includes(extension))
}
