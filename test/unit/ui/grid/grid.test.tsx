// @vitest-environment jsdom
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { MantineProvider } from '@mantine/core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RowsSpec } from '../../../../renderer/ui/grid/engine/rows-source'
import { Grid } from '../../../../renderer/ui/grid/grid'
import type { CellEdit } from '../../../../renderer/ui/grid/edit-answer'
import type { GridColumn, GridSelection } from '../../../../renderer/ui/grid/grid-props'
import { plainView, type GridView } from '../../../../renderer/ui/grid/grid-view'
import { useRowsSource } from '../../../../renderer/ui/grid/use-rows-source'
import { layOutPage } from '../../../fixtures/laid-out-page'

interface Deal {
  readonly id: string
  readonly name: string
  readonly amount: number | null
}
const spec: RowsSpec<Deal> = {
  id: deal => deal.id,
  columns: {
    name: { kind: 'text', get: deal => deal.name },
    amount: { kind: 'number', get: deal => deal.amount },
  },
}
const columns: readonly GridColumn[] = [
  { key: 'name', title: 'Opportunity' },
  { key: 'amount', title: 'Amount', edit: {}, aggregate: { fn: 'sum' } },
]
const deals: readonly Deal[] = [
  { id: 'a', name: 'Acme', amount: 30 },
  { id: 'b', name: 'Borealis', amount: 10 },
  { id: 'c', name: 'Cobalt', amount: 20 },
]

let root: Root
let room: HTMLDivElement
let shown: {
  view: GridView
  setView: (view: GridView) => void
  taken: CellEdit[]
  opened: string[]
  selection: GridSelection | null
}

function Screen() {
  const [rows, setRows] = useState(deals)
  const [view, setView] = useState<GridView>({ ...plainView, totals: true })
  const source = useRowsSource(rows, spec)
  shown = { ...shown, view, setView }
  const take = (edits: readonly CellEdit[]) => {
    shown.taken.push(...edits)
    return edits.map(edit => {
      const amount = edit.text === '' ? null : Number(edit.text)
      if (Number.isNaN(amount)) return { ok: false as const, reason: 'Type a number.' }
      setRows(now => now.map(deal => (deal.id === edit.rowId ? { ...deal, amount } : deal)))
      return { ok: true as const }
    })
  }
  return (
    <Grid
      label="Deals"
      source={source}
      columns={columns}
      view={view}
      onView={setView}
      asOf="2017-12-31"
      locale="en"
      onEdit={take}
      onOpen={id => shown.opened.push(id)}
      onSelect={selection => (shown = { ...shown, selection })}
    />
  )
}

beforeEach(() => {
  layOutPage()
  shown = { view: plainView, setView: () => undefined, taken: [], opened: [], selection: null }
  room = document.body.appendChild(document.createElement('div'))
  root = createRoot(room)
  act(() =>
    root.render(
      <MantineProvider>
        <Screen />
      </MantineProvider>,
    ),
  )
})
afterEach(() => {
  act(() => root.unmount())
  room.remove()
})

const table = () => room.querySelector<HTMLElement>('[role=grid],[role=treegrid]') as HTMLElement
const names = () => [...room.querySelectorAll('[data-line] [data-col="0"]')].map(cell => cell.textContent)
const active = () => document.getElementById(table().getAttribute('aria-activedescendant') ?? '')
function press(key: string, keys: KeyboardEventInit = {}, on: Element = table()) {
  act(
    () =>
      void on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...keys })),
  )
}
function type(text: string) {
  const input = room.querySelector<HTMLInputElement>('[role=gridcell] input') as HTMLInputElement
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  act(() => {
    set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  return input
}

describe('the grid from the keyboard', () => {
  test('tells assistive technology how many rows and columns there are, and which cell is active', () => {
    expect(table().getAttribute('aria-rowcount')).toBe('5')
    expect(table().getAttribute('aria-colcount')).toBe('3')
    act(() => table().focus())
    expect(active()?.textContent).toBe('Acme')
    press('ArrowDown')
    expect(active()?.textContent).toBe('Borealis')
    expect(shown.selection?.rowIds).toEqual(['b'])
  })

  test('an edit is handed in as typed, moves on, and shows at once in cell and total', () => {
    act(() => table().focus())
    press('ArrowRight')
    press('F2')
    press('Enter', {}, type('45'))
    expect(shown.taken).toEqual([{ rowId: 'a', column: 'amount', text: '45' }])
    expect(room.querySelector('[data-line="0"] [data-col="1"]')?.textContent).toBe('45')
    expect(room.textContent).toContain('75')
    expect(active()?.textContent).toBe('10')
  })

  test('a refused text stays in the editor with its reason, and Escape leaves the cell as it was', () => {
    act(() => table().focus())
    press('ArrowRight')
    press('F2')
    const input = type('abc')
    press('Enter', {}, input)
    expect(room.querySelector('[role=alert]')?.textContent).toBe('Type a number.')
    press('Escape', {}, input)
    expect(room.querySelector('[data-line="0"] [data-col="1"]')?.textContent).toBe('30')
  })

  test('Delete clears every editable cell of the selection in one step', () => {
    act(() => table().focus())
    press('a', { ctrlKey: true })
    press('Delete')
    expect(shown.taken.map(edit => edit.rowId + edit.column + edit.text)).toEqual([
      'aamount',
      'bamount',
      'camount',
    ])
  })

  test('the active cell goes with its record when the rows are sorted', () => {
    act(() => table().focus())
    act(() => shown.setView({ ...shown.view, sort: [{ column: 'amount' }] }))
    expect(names()).toEqual(['Borealis', 'Cobalt', 'Acme'])
    expect(active()?.textContent).toBe('Acme')
    press('Enter')
    expect(shown.opened).toEqual(['a'])
  })

  test('groups open and close with the arrows and show their figures', () => {
    act(() => shown.setView({ ...shown.view, groups: [{ column: 'name' }] }))
    expect(table().getAttribute('role')).toBe('treegrid')
    act(() => table().focus())
    expect(room.querySelector('[data-line="0"]')?.getAttribute('aria-expanded')).toBe('false')
    press('ArrowRight')
    expect(room.querySelector('[data-line="0"]')?.getAttribute('aria-expanded')).toBe('true')
    expect(room.querySelector('[data-line="0"] [data-col="1"]')?.textContent).toBe('30')
  })
})
