import { describe, expect, it } from 'vitest'
import { decodeText } from '#shared/tables/decode-text'
import { standardDialect } from '#shared/tables/dialect'
import { mendRows } from '#shared/tables/other-delimiter'
import { parseCsv } from '#shared/tables/parse-csv'
import { repairRecord } from '#shared/tables/repair-record'

const text = 'Name,Amount\nZoë,1\nMüller,2\n'

function decoded(bytes: Uint8Array, told?: string): { text: string; encoding: string } {
  const result = decodeText(bytes, told)
  if (!result.ok) throw new Error(result.problem.code)
  return { text: result.value.text, encoding: result.value.encoding }
}

const utf16 = (s: string, big: boolean): number[] =>
  [...s].flatMap(c =>
    big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8],
  )

describe('decodeText', () => {
  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]],
    ['utf-8', [...new TextEncoder().encode(text)]],
    ['utf-16le', [0xff, 0xfe, ...utf16(text, false)]],
    ['utf-16be', [0xfe, 0xff, ...utf16(text, true)]],
    ['utf-16le', utf16(text, false)],
    ['utf-16be', utf16(text, true)],
    ['utf-32le', [0xff, 0xfe, 0, 0, ...[...text].flatMap(c => [c.charCodeAt(0), 0, 0, 0])]],
    ['utf-32be', [...text].flatMap(c => [0, 0, 0, c.charCodeAt(0)])],
    ['windows-1252', [...text].map(c => c.charCodeAt(0))],
  ])('reads %s', (encoding, bytes) => {
    expect(decoded(Uint8Array.from(bytes))).toEqual({ text, encoding })
  })

  it('reads the euro sign and quotes of windows-1252', () => {
    expect(decoded(Uint8Array.from([0x80, 0x35, 0x20, 0x93, 0x61, 0x94])).text).toBe('€5 “a”')
  })

  it('keeps UTF-8 that has a broken byte', () => {
    const bytes = [
      ...new TextEncoder().encode(
        'Zoë Müller Núñez Šárka Đorđe ćevapčići žluťoučký kůň úpěl ďábelské ódy'.repeat(3),
      ),
      0xc3,
    ]
    expect(decoded(Uint8Array.from(bytes)).encoding).toBe('utf-8')
  })

  it('does as told and refuses what it does not know', () => {
    expect(decoded(Uint8Array.from([0xcf, 0xf0]), 'windows-1251').text).toBe('Пр')
    expect(decodeText(new Uint8Array(2), 'klingon')).toEqual({
      ok: false,
      problem: { code: 'unknown-encoding', encoding: 'klingon' },
    })
  })
})

describe('repairRecord', () => {
  const repair = (line: string, columns: number): string[] | null =>
    repairRecord(line, standardDialect, columns, false)

  it.each([
    ['a quote too many at the start', 'x,"3,b,"c, d",e', ['x', '"3', 'b', 'c, d', 'e']],
    ['a quote that is not doubled', '1,"Table, 48"","next one",4', ['1', 'Table, 48"', 'next one', '4']],
    ['quoted words inside a quoted cell', '1,"a "b" c",3', ['1', 'a "b" c', '3']],
    ['blanks around quotes', '1, "a, b" ,3', ['1', 'a, b', '3']],
    ['a quote that is never closed', '1,"open,3', ['1', '"open', '3']],
  ])('makes sense of %s', (_, line, cells) => {
    expect(repair(line, cells.length)).toEqual(cells)
  })

  it('leaves a readable row alone unless it fits exactly', () => {
    expect(repairRecord('a,"b"', standardDialect, 5, true)).toBeNull()
  })
})

describe('mendRows', () => {
  const row = (n: number): string[] => [`2026-01-0${n}`, 'Anna Berg', String(n), 'A-1', 'text, with comma']

  it('splits rows that another delimiter fits, joining parted words where only one way fits', () => {
    const rows = [
      ['Day', 'Owner', 'Count', 'Code', 'Note'],
      row(1),
      row(2),
      row(3),
      row(4),
      row(5),
      row(6),
      row(7),
    ]
    rows[3] = ['2026-01-03;Anna Berg;3;A-1;more']
    rows[5] = ['2026-01-05 Anna Berg 5 A-1 "text', ' with comma"']
    expect(mendRows(rows, standardDialect, 5)).toEqual([3, 5])
    expect(rows[3]).toEqual(['2026-01-03', 'Anna Berg', '3', 'A-1', 'more'])
    expect(rows[5]).toEqual(['2026-01-05', 'Anna Berg', '5', 'A-1', 'text, with comma'])
  })

  it('leaves remarks and totals alone', () => {
    const rows = [
      ['Day', 'Owner', 'Count', 'Code', 'Note'],
      row(1),
      row(2),
      row(3),
      ['Grand total of 3 deals is 9'],
      row(4),
    ]
    expect(mendRows(rows, standardDialect, 5)).toEqual([])
  })
})

describe('parseCsv', () => {
  it('takes CRLF, LF and CR for line ends and keeps them inside quotes', () => {
    expect(parseCsv('a,b\r\n1,"x\r\ny"\r2,z\n', standardDialect).rows).toEqual([
      ['a', 'b'],
      ['1', 'x\r\ny'],
      ['2', 'z'],
    ])
  })

  it('keeps empty cells, empty rows and a last row without a line end', () => {
    expect(parseCsv('a,,\n\n,b', standardDialect).rows).toEqual([['a', '', ''], [''], ['', 'b']])
  })

  it('unwraps backslashes only before quotes and themselves', () => {
    const dialect = { ...standardDialect, escape: '\\' }
    expect(parseCsv('"C:\\new","say \\"hi\\""\n', dialect).rows).toEqual([['C:\\new', 'say "hi"']])
  })

  it('stops at the limits that are told', () => {
    expect(parseCsv('1\n2\n3\n', standardDialect, { maxRows: 2 })).toMatchObject({
      rows: [['1'], ['2']],
      stopped: 'rows',
    })
    expect(parseCsv('1,2\n3,4\n', standardDialect, { maxCells: 3 })).toMatchObject({ stopped: 'cells' })
  })
})
