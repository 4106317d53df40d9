/** A version as a workbook, out and back: what changed in it lands in a draft, refused cells are listed. */
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Id } from '#shared/base/id'
import { tableKinds, workbookKinds } from '#shared/bridge/file-kinds'
import { type Pasted, pasteBlock } from '#shared/forecast/matrix-edit'
import { matrixOf, type NamedMatrix } from '#shared/forecast/region-matrix'
import { anyScope, draftFrom, saveMatrix, startSet } from '#shared/forecast/version-desk'
import {
  matrixBook,
  matrixFileName,
  matrixFileProblemText,
  type MatrixReturn,
} from '#shared/packs/matrix-book'
import type { SheetVersion } from '#shared/packs/matrix-sheets'
import { host } from '../../host/bridge'
import { readMatrices, writeWorkbook } from '../../records/workbook-jobs'
import { useAsOf, useSettings } from '../../store/use-region'
import { keepReasons } from '#shared/forecast/matrix-edit'
import type { MatrixView } from './matrix-view'
import { stateText } from './matrix-words'
import type { RefusedPaste } from './problem-list'
import type { Desk } from './use-desk'

/** A version as workbooks show it. */
export const sheetVersion = (version: NamedMatrix, headings: MatrixView['headings']): SheetVersion => ({
  id: version.id,
  name: version.name,
  no: version.no,
  state: version.basis === 'stored' ? stateText(version.state).toLowerCase() : 'not approved by anyone',
  kind: version.kind,
  matrix: version.matrix,
  ...headings,
})

const say = (message: string, red = false): void => {
  notifications.show({ message, ...(red ? { color: 'red' } : {}), autoClose: 8000 })
}

/** The ways out and back. */
export function useMatrixFiles(view: MatrixView, desk: Desk) {
  const asOf = useAsOf()
  const { regionName, userName } = useSettings()
  const [refused, setRefused] = useState<RefusedPaste | null>(null)
  const save = async (): Promise<void> => {
    const version = sheetVersion(view.version, view.headings)
    const bytes = await writeWorkbook(matrixBook(version, regionName, asOf))
    const saved = await host.saveFile(matrixFileName(version, asOf), bytes, workbookKinds)
    if (saved !== null) say(`Matrices saved as ${saved}`)
  }
  const takeOver = async (returned: MatrixReturn, fileName: string): Promise<void> => {
    const { region } = desk.store
    const record = region.get('matrixVersion', returned.version as Id<'matrixVersion'>)
    const unstored = view.versions.find(each => each.id === returned.version && each.basis !== 'stored')
    if (!record && !unstored)
      return say(
        `${fileName} holds ${returned.name}, which is not a version of this region. Open its region, or paste the cells into the grid.`,
        true,
      )
    const changed = returned.matrices.reduce((sum, each) => sum + each.changed, 0)
    if (changed === 0) return say(`${fileName} holds nothing that differs from what was exported.`)
    const isDraft = record?.state === 'draft' || record?.state === 'rejected'
    let made = record?.id ?? null
    const results: RefusedPaste[] = []
    const done = await desk.edit(edit => {
      let matrix = record ? matrixOf(record) : unstored?.matrix
      if (!matrix) return
      for (const { measure, block } of returned.matrices) {
        const pasted: Pasted = pasteBlock(matrix, measure, { b: 0, s: 0 }, block)
        results.push({ measure, pasted })
        matrix = keepReasons(matrix, pasted.matrix)
      }
      if (record) {
        made = isDraft ? record.id : draftFrom(region, edit, record.id, userName)
        saveMatrix(edit, made, matrix)
      } else if (unstored) {
        const { kind, rows, columns } = unstored
        made = startSet(edit, { name: 'All deals', kind, scope: anyScope, rows, columns, matrix }, userName)
      }
    }, `Take back ${fileName}`)
    if (!done || made === null) return
    view.choose(made)
    const bad = results.find(each => each.pasted.refused.length > 0)
    setRefused(bad ?? null)
    const taken = results.reduce((sum, each) => sum + each.pasted.accepted, 0)
    say(
      `${taken} changed ${taken === 1 ? 'cell' : 'cells'} of ${fileName} taken over into ${isDraft ? 'the draft' : 'a new draft'}${taken < changed ? `; ${changed - taken} refused` : ''}.`,
    )
  }
  const takeBack = async (): Promise<void> => {
    const [file] = await host.openFiles(tableKinds)
    if (!file) return
    const read = await readMatrices(file.bytes, file.name)
    if (!read.ok) return say(matrixFileProblemText(read.problem, file.name), true)
    await takeOver(read.value, file.name)
  }
  const guarded = (work: () => Promise<void>, what: string) => () =>
    void work().catch((error: unknown) =>
      say(`${what}: ${error instanceof Error ? error.message : String(error)}`, true),
    )
  return {
    refused,
    forget: () => setRefused(null),
    save: guarded(save, 'The workbook was not written'),
    takeBack: guarded(takeBack, 'The workbook was not read'),
  }
}
