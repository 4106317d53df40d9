/** A version as a workbook: out, changed, and back by status codes, never by position. */
import { describe, expect, it } from 'vitest'
import { present } from '#shared/base/assert'
import { cellAt } from '#shared/forecast/matrix'
import { pasteBlock } from '#shared/forecast/matrix-edit'
import { startingMatrix } from '#shared/forecast/starting-values'
import type { Book, BookCell } from '#shared/packs/book'
import { lintBook } from '#shared/packs/lint-book'
import { matrixBook, matrixFileName, matrixFileProblemText, readMatrixBook } from '#shared/packs/matrix-book'
import type { SheetVersion } from '#shared/packs/matrix-sheets'
import { writeBook } from '#shared/packs/write-book'
import { day } from '../../builders/region-builder'

const version: SheetVersion = {
  id: 'v7',
  name: 'All deals',
  no: 7,
  state: 'draft',
  kind: 'event',
  rows: Array.from({ length: 7 }, (_, i) => ({ code: `B${i}`, label: `Buying ${i}` })),
  columns: Array.from({ length: 7 }, (_, i) => ({ code: `S${i}`, label: `Sales ${i}` })),
  matrix: startingMatrix(),
}
const asOf = day('2017-10-02')
const book = matrixBook(version, 'West', asOf)

/** The book with some cells of a sheet replaced; rows may be put into another order. */
const changed = (sheet: string, cells: Readonly<Record<string, BookCell['value']>>, sort = false): Book => ({
  ...book,
  sheets: book.sheets.map(each => {
    if (each.name !== sheet) return each
    const rows = each.rows.map((row, r) =>
      row.map((cell, c) => (`${r},${c}` in cells ? { ...cell, value: cells[`${r},${c}`] ?? null } : cell)),
    )
    if (!sort) return { ...each, rows }
    return { ...each, rows: [...rows.slice(0, 4), ...rows.slice(4, 11).reverse(), ...rows.slice(11)] }
  }),
})
const back = async (what: Book) => {
  const read = await readMatrixBook(await writeBook(what), 'back.xlsx')
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

describe('a workbook of matrices', () => {
  it('has no flaw, both matrices and a hidden _meta', () => {
    expect(lintBook(book)).toEqual([])
    expect(book.sheets.map(each => [each.name, each.hidden ?? 'no'])).toEqual([
      ['Matrix POC', 'no'],
      ['Matrix TUC', 'no'],
      ['_meta', 'veryHidden'],
    ])
    expect(matrixFileName(version, asOf)).toBe('QD_matrices_All-deals_v7_2017-10-02.xlsx')
  })

  it('comes back without a change as without a change', async () => {
    const returned = await back(book)
    expect([returned.version, returned.missing]).toEqual(['v7', []])
    expect(returned.matrices.map(each => each.changed)).toEqual([0, 0])
  })

  it('gives only the changed cells, found by code after sorting', async () => {
    // Row 8 is B4, column 6 is S4.
    const returned = await back(changed('Matrix POC', { '8,6': 0.58 }, true))
    const [poc, tuc] = returned.matrices
    expect([poc?.changed, tuc?.changed, poc?.block[4]?.[4]]).toEqual([1, 0, '0.58'])
    const pasted = pasteBlock(startingMatrix(), 'poc', { b: 0, s: 0 }, present(poc, 'a matrix').block)
    expect([pasted.accepted, pasted.refused.length, cellAt(pasted.matrix, 4, 4)?.poc]).toEqual([1, 0, 0.58])
  })

  it('texts, values out of range and values in blocked cells are refused one by one, the others are taken', async () => {
    const returned = await back(
      changed('Matrix POC', { '8,6': 'high', '8,7': 1.4, '9,2': 0.1, '8,5': '55 %', '8,4': 0.45 }),
    )
    const pasted = pasteBlock(
      startingMatrix(),
      'poc',
      { b: 0, s: 0 },
      present(returned.matrices[0], 'a matrix').block,
    )
    expect(pasted.refused.map(each => [each.b, each.s, each.problem])).toEqual([
      [4, 4, 'notANumber'],
      [5, 0, 'blocked'],
    ])
    // 1.4 in a column of percentages is 1.4 %: that is what a spreadsheet shows for a cell typed as 1.4 without a sign.
    expect([pasted.accepted, cellAt(pasted.matrix, 4, 3)?.poc, cellAt(pasted.matrix, 4, 5)?.poc]).toEqual([
      3, 0.55, 0.014,
    ])
  })

  it('names the sheet and the codes that are gone', async () => {
    const gone = { ...book, sheets: book.sheets.filter(each => each.name !== 'Matrix TUC') }
    expect((await back(gone)).missing).toEqual(['Matrix TUC'])
    expect((await back(changed('Matrix POC', { '8,0': 'moved' }))).missing).toEqual(['Matrix POC: B4'])
  })

  it('another workbook is refused with what to do', async () => {
    const other = { ...book, sheets: book.sheets.filter(each => each.name !== '_meta') }
    const read = await readMatrixBook(await writeBook(other), 'other.xlsx')
    expect(read).toEqual({ ok: false, problem: { code: 'noMeta' } })
    if (!read.ok)
      expect(matrixFileProblemText(read.problem, 'other.xlsx')).toMatch(/Export the version again/)
    expect((await readMatrixBook(new Uint8Array([1, 2, 3]), 'x.xlsx')).ok).toBe(false)
  })
})
