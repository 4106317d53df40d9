/** Which files the program takes in. */
import { expect, test } from 'vitest'
import { callChecks } from '#shared/bridge/check-call'
import {
  backupKinds,
  csvKinds,
  isOpenable,
  pdfKinds,
  tableKinds,
  workbookKinds,
} from '#shared/bridge/file-kinds'

test('tables and backups are taken, by their extension in either case', () => {
  for (const name of ['a.csv', 'A.XLSX', 'b.c.ods', 'north.quarterdeck']) expect(isOpenable(name)).toBe(true)
  for (const name of ['a', 'a.exe', 'csv', '--user-data-dir=/a.b', 'out/main/index.js'])
    expect(isOpenable(name)).toBe(false)
})

test('every kind passes the check of the call that it is made for', () => {
  for (const kinds of [tableKinds, backupKinds, workbookKinds, csvKinds, pdfKinds])
    expect(callChecks.openFiles([kinds])).toBe(true)
})
