import { describe, expect, it } from 'vitest'
import { detectTable } from '#shared/tables/detect-table'
import type { Cell, DetectedTable, Merge } from '#shared/tables/sheet'

const header = ['Deal', 'Owner', 'Stage', 'Amount', 'Close date']
const deal = (n: number): Cell[] => [`Deal ${n}`, 'Ann', 'Proposal', 100 * n, `2026-0${n}-15`]
const deals = [deal(1), deal(2), deal(3), deal(4)]
const detect = (rows: Cell[][], merges: Merge[] = []): DetectedTable => detectTable(rows, merges)
const whys = (table: DetectedTable): [number, string][] => table.skipped.map(s => [s.row, s.why])

describe('detectTable', () => {
  it('finds a plain table', () => {
    expect(detect([header, ...deals])).toEqual({
      headerRow: 0,
      headerRows: [0],
      header,
      firstRow: 1,
      lastRow: 4,
      skipped: [],
    })
  })

  it('looks past banners and keys above the header', () => {
    const table = detect([['Pipeline by rep'], ['As of:', '2026-03-31'], [], header, ...deals])
    expect(table).toMatchObject({ headerRow: 3, firstRow: 4, lastRow: 7 })
    expect(whys(table)).toEqual([
      [0, 'above the header'],
      [1, 'above the header'],
    ])
  })

  it('takes a whole question for the name of a column', () => {
    const long = [...header.slice(0, 3), 'Why now? '.repeat(55).trim(), 'Close date']
    expect(detect([long, ...deals])).toMatchObject({ headerRow: 0, header: long, firstRow: 1 })
  })

  it('leaves out the closing lines of a Salesforce report', () => {
    const table = detect([
      header,
      ...deals,
      ['Grand Totals (4 records)'],
      [],
      ['Confidential Information - Do Not Distribute'],
      ['Copyright © 2000-2026 salesforce.com, inc. All rights reserved.'],
    ])
    expect(table.lastRow).toBe(4)
    expect(whys(table)).toEqual([
      [5, 'total'],
      [6, 'blank'],
      [7, 'footer'],
      [8, 'footer'],
    ])
  })

  it('leaves out subtotals between records but keeps deals that begin with such a word', () => {
    const table = detect([
      header,
      deal(1),
      ['Subtotal', null, null, 100, null],
      deal(2),
      ['Total Energies renewal', 'Ann', 'Proposal', 5, '2026-01-01'],
      ['West Total', null, null, 300, null],
      deal(3),
    ])
    expect(whys(table)).toEqual([
      [2, 'subtotal'],
      [5, 'subtotal'],
    ])
    expect(table.lastRow).toBe(6)
  })

  it('counts blank rows between records as skipped', () => {
    expect(whys(detect([header, deal(1), [], deal(2)]))).toEqual([[2, 'blank']])
  })

  it('takes the header of a further page for what it is', () => {
    expect(whys(detect([header, deal(1), header, deal(2)]))).toEqual([[2, 'header again']])
  })

  it('ends where the header of another table stands', () => {
    const table = detect([header, deal(1), deal(2), [...header, 'Region'], [...deal(3), 'EMEA']])
    expect(table.lastRow).toBe(2)
    expect(whys(table)).toEqual([
      [3, 'another table'],
      [4, 'another table'],
    ])
  })

  it('joins a header of two rows under merged cells', () => {
    const rows = [
      ['Owner', 'Q1', null, 'Q2', null],
      [null, 'Plan', 'Actual', 'Plan', 'Actual'],
      ['Ann', 1, 2, 3, 4],
      ['Bob', 5, 6, 7, 8],
    ]
    const merges = [
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 0, right: 4 },
    ]
    const table = detect(rows, merges)
    expect(table.header).toEqual(['Owner', 'Q1 Plan', 'Q1 Actual', 'Q2 Plan', 'Q2 Actual'])
    expect(table).toMatchObject({ headerRow: 1, headerRows: [0, 1], firstRow: 2 })
  })

  it('says that there is no header when the first row is data', () => {
    const table = detect(deals)
    expect(table).toMatchObject({ headerRow: null, headerRows: [], firstRow: 0, lastRow: 3 })
  })

  it('keeps years as names of columns', () => {
    const rows = [
      ['Rep', 2024, 2025],
      ['Ann', 10.5, 11],
      ['Bob', 20.5, 21],
    ]
    expect(detect(rows).header).toEqual(['Rep', '2024', '2025'])
  })

  it('finds no records in nothing', () => {
    expect(detect([])).toMatchObject({ headerRow: null, firstRow: 0, lastRow: -1, skipped: [] })
    expect(detect([[], [null, '']])).toMatchObject({ lastRow: -1 })
  })

  it('accounts for every filled row: header, record or skipped', () => {
    const rows = [
      ['Report'],
      [],
      header,
      deal(1),
      [],
      ['Subtotal', null, null, 1, null],
      deal(2),
      ['Grand Total', null, null, 9, null],
    ]
    const table = detect(rows)
    const skipped = new Set(table.skipped.map(s => s.row))
    rows.forEach((row, r) => {
      if (row.every(cell => cell === null || cell === '')) return
      const record = r >= table.firstRow && r <= table.lastRow && !skipped.has(r)
      expect([r, Number(table.headerRows.includes(r)) + Number(record) + Number(skipped.has(r))]).toEqual([
        r,
        1,
      ])
    })
  })
})
