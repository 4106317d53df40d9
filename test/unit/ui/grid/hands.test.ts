// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockToText, textToBlock } from '../../../../renderer/ui/grid/engine/block-text'
import { rowsSource, type RowsSpec } from '../../../../renderer/ui/grid/engine/rows-source'
import { cellOf, shapeOf } from '../../../../renderer/ui/grid/engine/column-data'
import { CellFormat } from '../../../../renderer/ui/grid/engine/format-cell'
import { continueSeries } from '../../../../renderer/ui/grid/engine/series'
import { commandOf } from '../../../../renderer/ui/grid/grid-keys'
import { columnsSeen, linesSeen, offsetsOf, scrollInto } from '../../../../renderer/ui/grid/line-window'
import { planPaste } from '../../../../renderer/ui/grid/paste-cells'
import { jump, mainBounds } from '../../../../renderer/ui/grid/selection'
import { carrySelection, type SelectionGround } from '../../../../renderer/ui/grid/use-grid-selection'

interface Row {
  readonly id: string
  readonly a: string | null
}
const spec: RowsSpec<Row> = { id: row => row.id, columns: { a: { kind: 'text', get: row => row.a } } }
const rows: readonly Row[] = ['v', 'w', 'x', 'y', 'z'].map(id => ({ id, a: id }))
const ground = (lines: readonly number[]): SelectionGround => ({
  source: rowsSource(rows, spec),
  lines: Int32Array.from(lines),
  groups: null,
  columnKeys: ['a', 'b', 'c'],
})

describe('blocks of cells', () => {
  test('what is copied is read back as it was, with tabs, breaks and quotes in it', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a\tb', 'two\nlines', '"quoted"', '', '5" pipe', '\r'))
    const block = fc
      .integer({ min: 1, max: 5 })
      .chain(width =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
    fc.assert(
      fc.property(block, cells => {
        // One empty cell is written as an empty text, which reads as nothing at all.
        fc.pre(cells.length > 1 || cells[0]?.length !== 1 || cells[0][0] !== '')
        // A last line of one empty cell cannot be told from the break that ends the line before.
        fc.pre(cells[0]?.length !== 1 || cells.at(-1)?.[0] !== '')
        expect(textToBlock(blockToText(cells))).toEqual(cells)
      }),
    )
  })

  test('a block from Excel ends with a break that makes no further line', () => {
    expect(textToBlock('1\t2\r\n3\t"a ""b"""\r\n')).toEqual([
      ['1', '2'],
      ['3', 'a "b"'],
    ])
  })

  test('a single cell fills the whole selection, a block keeps its size and stops at the edge', () => {
    const one = planPaste([['q']], { top: 1, bottom: 2, left: 0, right: 1 }, ground([0, 1, 2]))
    expect(one.edits.map(edit => `${edit.rowId}${edit.column}`)).toEqual(['wa', 'wb', 'xa', 'xb'])
    const block = planPaste(
      [
        ['1', '2'],
        ['3', '4'],
      ],
      { top: 2, bottom: 2, left: 2, right: 2 },
      ground([0, 1, 2]),
    )
    expect(block.edits).toEqual([{ rowId: 'x', column: 'c', text: '1' }])
    expect(block.outside).toBe(3)
  })
})

describe('series', () => {
  test.each([
    [
      ['1', '2'],
      ['3', '4', '5'],
    ],
    [['10'], ['10', '10', '10']],
    [['232205.64'], ['232205.64', '232205.64', '232205.64']],
    [
      ['1.50', '2.00'],
      ['2.50', '3.00', '3.50'],
    ],
    [
      ['5%', '10%'],
      ['15%', '20%', '25%'],
    ],
    [['2017-12-30'], ['2017-12-31', '2018-01-01', '2018-01-02']],
    [
      ['2017-01-01', '2017-01-08'],
      ['2017-01-15', '2017-01-22', '2017-01-29'],
    ],
    [['Week 09'], ['Week 10', 'Week 11', 'Week 12']],
    [
      ['a', 'b'],
      ['a', 'b', 'a'],
    ],
    [
      ['1', '2', '4'],
      ['1', '2', '4'],
    ],
  ])('%j goes on as %j', (given, next) => {
    expect(continueSeries(given, 3)).toEqual(next)
  })

  test('decimals after a comma go on with commas', () => {
    expect(continueSeries(['1,50', '2,00'], 2, ',')).toEqual(['2,50', '3,00'])
    expect(continueSeries(['5,5%', '6,0%'], 1, ',')).toEqual(['6,5%'])
  })
})

describe('moving', () => {
  test('Ctrl and an arrow goes to the end of the data, then over the gap, then to the edge', () => {
    const filled = [true, true, false, false, true, false]
    const isEmpty = (i: number) => filled[i] !== true
    expect(jump(0, 1, 6, isEmpty)).toBe(1)
    expect(jump(1, 1, 6, isEmpty)).toBe(4)
    expect(jump(4, 1, 6, isEmpty)).toBe(5)
    expect(jump(5, -1, 6, isEmpty)).toBe(4)
  })

  test('the active cell stays with its record when lines are sorted or filtered', () => {
    const at = { anchor: { line: 1, col: 2 }, focus: { line: 1, col: 2 }, more: [] }
    expect(carrySelection(at, ground([0, 1, 2]), ground([2, 0, 1]))?.anchor).toEqual({ line: 2, col: 2 })
    expect(carrySelection(at, ground([0, 1, 2]), ground([2, 0]))?.anchor).toEqual({ line: 1, col: 2 })
    expect(carrySelection(at, ground([0, 1, 2]), ground([]))).toBeNull()
  })

  test('a range stays a range while its records stay together, else only its active cell is kept', () => {
    const range = { anchor: { line: 0, col: 0 }, focus: { line: 1, col: 1 }, more: [] }
    const kept = carrySelection(range, ground([0, 1, 2]), ground([2, 0, 1]))
    expect(kept && mainBounds(kept)).toEqual({ top: 1, bottom: 2, left: 0, right: 1 })
    const split = carrySelection(range, ground([0, 1, 2]), ground([0, 2, 1]))
    expect(split?.focus).toEqual(split?.anchor)
  })

  test('keys mean what they mean in a spreadsheet', () => {
    const press = (key: string, keys: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
      commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...keys })
    expect(press('ArrowDown', { ctrlKey: true, shiftKey: true })).toEqual({
      do: 'move',
      to: 'down',
      far: true,
      extend: true,
    })
    expect(press(' ', { ctrlKey: true })).toEqual({ do: 'selectColumn' })
    expect(press(' ', { shiftKey: true })).toEqual({ do: 'selectRow' })
    expect(press('d', { ctrlKey: true })).toEqual({ do: 'fillDown' })
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toEqual({ do: 'redo' })
    expect(press('ä')).toEqual({ do: 'type', text: 'ä' })
    expect(press('c', { ctrlKey: true })).toBeNull()
  })
})

describe('the window', () => {
  test('lines and columns on the screen, with spare ones around', () => {
    expect(linesSeen(280, 100, 28, 1000, 2)).toEqual({ first: 8, end: 16 })
    expect(linesSeen(0, 100, 28, 2, 2)).toEqual({ first: 0, end: 2 })
    expect(columnsSeen(120, 100, offsetsOf([100, 100, 100, 100]))).toEqual({ first: 0, end: 4 })
    expect(scrollInto(100, 50, 0, 10)).toBe(0)
    expect(scrollInto(0, 50, 90, 100)).toBe(50)
    expect(scrollInto(10, 50, 20, 30)).toBe(10)
  })
})

describe('sources of records', () => {
  test('one changed record renews its cells only; columns in which nothing moved stay the same objects', () => {
    const people = Array.from({ length: 200 }, (_, i) => ({ id: `p${i}`, name: `N${i % 7}`, age: i }))
    const how: RowsSpec<(typeof people)[number]> = {
      id: person => person.id,
      columns: {
        name: { kind: 'text', get: person => person.name },
        age: { kind: 'number', get: person => person.age },
      },
    }
    const before = rowsSource(people, how)
    const [name, age] = [before.column('name'), before.column('age')]
    const next = people.map(person => (person.id === 'p3' ? { ...person, name: 'Zoë' } : person))
    const after = rowsSource(next, how, before)
    expect(after.column('age')).toBe(age)
    expect(after.column('name')).not.toBe(name)
    expect(after.version).toBe(before.version + 1)
    const words = after.column('name')
    expect('codes' in words && words.strings[words.codes[3] as number]).toBe('Zoë')
    expect('codes' in name && name.strings[name.codes[3] as number]).toBe('N3')
  })

  test('a cell read alone says what its whole column would say, before and after that is there', () => {
    const deals = [
      { id: 'a', name: 'Kan-code', stage: 'Won', amount: 125_050, day: '2017-12-31', flags: ['stuck'] },
      { id: 'b', name: null, stage: null, amount: null, day: null, flags: [] },
    ]
    const how: RowsSpec<(typeof deals)[number]> = {
      id: deal => deal.id,
      columns: {
        name: { kind: 'text', get: deal => deal.name },
        stage: { kind: 'choice', get: deal => deal.stage, order: ['Open', 'Won'] },
        amount: {
          kind: 'money',
          get: deal => deal.amount,
          currency: deal => (deal.id === 'a' ? 'EUR' : null),
        },
        day: { kind: 'date', get: deal => deal.day },
        flags: {
          kind: 'flags',
          flags: [{ key: 'stuck', label: 'Stuck', tone: 'warn' }],
          get: deal => deal.flags,
        },
      },
    }
    const source = rowsSource(deals, how)
    const format = new CellFormat('en')
    const textOf = (row: number, key: string) => {
      const { data, at } = cellOf(source, row, key)
      return format.cell(data, at, null)
    }
    const keys = Object.keys(how.columns)
    const alone = deals.flatMap((_, row) => keys.map(key => textOf(row, key)))
    expect(alone.slice(0, 5)).toEqual(['Kan-code', 'Won', '1,250.50 EUR', '2017-12-31', 'Stuck'])
    expect(keys.map(key => shapeOf(source, key).kind)).toEqual(keys.map(key => source.column(key).kind))
    expect(deals.flatMap((_, row) => keys.map(key => textOf(row, key)))).toEqual(alone)
    expect(source.cell?.(0, 'name')).toBeNull()
  })
})
