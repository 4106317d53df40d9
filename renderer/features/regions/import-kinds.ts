/** The files that can be brought into a region. */
import { backupKind } from '../../store/backup-file'
import type { FileKind } from '#shared/bridge/ipc'

/** Kinds for the dialog: tables of a CRM, and backups. */
export const importKinds: readonly FileKind[] = [
  {
    title: 'Tables and workbooks',
    extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'xlsb', 'xls', 'ods'],
  },
  backupKind,
]
