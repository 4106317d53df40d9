// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CellEdit, EditOutcome, TakenEdits } from '../../../../renderer/ui/grid/edit-answer'
import type { RowsSpec } from '../../../../renderer/ui/grid/engine/rows-source'
import { Grid } from '../../../../renderer/ui/grid/grid'
import type { GridColumn } from '../../../../renderer/ui/grid/grid-props'
import { plainView, type GridView } from '../../../../renderer/ui/grid/grid-view'
import { PendingCells } from '../../../../renderer/ui/grid/pending-cells'
import { useRowsSource } from '../../../../renderer/ui/grid/use-rows-source'
import { layOutPage } from '../../../fixtures/laid-out-page'

interface Deal {
  readonly id: string
  readonly name: string
  readonly stage: string
}
const spec: RowsSpec<Deal> = {
  id: deal => deal.id,
  columns: {
    name: { kind: 'text', get: deal => deal.name },
    stage: { kind: 'text', get: deal => deal.stage },
  },
}
const columns: readonly GridColumn[] = [
  { key: 'name', title: 'Opportunity' },
  { key: 'stage', title: 'Stage', edit: {} },
]
const deals: readonly Deal[] = [
  { id: 'a', name: 'Acme', stage: 'Open' },
  { id: 'b', name: 'Borealis', stage: 'Open' },
  { id: 'c', name: 'Cobalt', stage: 'Open' },
]

/** A store of its own pace: each hand-in waits until the test saves or refuses it. */
interface Waiting {
  readonly edits: readonly CellEdit[]
  save: () => Promise<void>
  refuse: (reason: string) => Promise<void>
}
let waiting: Waiting[]
let pending: PendingCells
let view: GridView
let root: Root
let room: HTMLDivElement

function Screen() {
  const [rows, setRows] = useState(deals)
  const source = useRowsSource(rows, spec)
  const [shownView, setView] = useState(view)
  const take = (edits: readonly CellEdit[]): TakenEdits => {
    let resolve: (outcomes: readonly EditOutcome[]) => void = () => undefined
    const promise = new Promise<readonly EditOutcome[]>(done => (resolve = done))
    const settle = (outcomes: readonly EditOutcome[]) =>
      act(async () => {
        if (outcomes[0]?.ok)
          setRows(now =>
            now.map(deal => ({
              ...deal,
              stage: edits.find(one => one.rowId === deal.id)?.text ?? deal.stage,
            })),
          )
        resolve(outcomes)
        await promise
      })
    waiting.push({
      edits,
      save: () => settle(edits.map(() => ({ ok: true }))),
      refuse: reason => settle(edits.map(() => ({ ok: false, reason }))),
    })
    return { judged: edits.map(() => ({ ok: true })), saved: promise }
  }
  return (
    <Grid
      label="Deals"
      source={source}
      columns={columns}
      view={shownView}
      onView={setView}
      asOf="2017-12-31"
      locale="en"
      onEdit={take}
      pending={pending}
    />
  )
}

function show(): void {
  root = createRoot(room)
  act(() =>
    root.render(
      <MantineProvider>
        <Screen />
      </MantineProvider>,
    ),
  )
}

beforeEach(() => {
  layOutPage()
  waiting = []
  pending = new PendingCells()
  view = plainView
  room = document.body.appendChild(document.createElement('div'))
  show()
  act(() => table().focus())
  press('ArrowRight')
})
afterEach(() => {
  act(() => root.unmount())
  room.remove()
})

const table = () => room.querySelector<HTMLElement>('[role=grid]') as HTMLElement
const cell = (line: number) => room.querySelector<HTMLElement>(`[data-line="${line}"] [data-col="1"]`)
const input = () => room.querySelector<HTMLInputElement>('[role=gridcell] input')
const active = () => document.getElementById(table().getAttribute('aria-activedescendant') ?? '')
const alert = () => room.querySelector('[role=alert]')?.textContent ?? null
function press(key: string, keys: KeyboardEventInit = {}, on: Element = input() ?? table()) {
  act(
    () =>
      void on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...keys })),
  )
}
function type(text: string) {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  act(() => {
    set?.call(input(), text)
    input()?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
function edit(text: string) {
  press('F2')
  type(text)
  press('Enter')
}
const click = (name: string) =>
  act(() => [...room.querySelectorAll('button')].find(each => each.textContent === name)?.click())

describe('an edit that is not yet saved', () => {
  test('is shown in its cell as waiting while the grid has moved on, and plainly once it is saved', async () => {
    edit('Won')
    expect(input()).toBeNull()
    expect(active()).toBe(cell(1))
    expect([cell(0)?.textContent, cell(0)?.getAttribute('aria-busy')]).toEqual(['Won', 'true'])
    await waiting[0]?.save()
    expect([cell(0)?.textContent, cell(0)?.getAttribute('aria-busy')]).toEqual(['Won', null])
  })

  test('is what editing the cell again starts from, and what filling takes on', () => {
    edit('Won')
    press('d', { ctrlKey: true })
    expect(waiting[1]?.edits).toEqual([{ rowId: 'b', column: 'stage', text: 'Won' }])
    press('ArrowUp')
    press('F2')
    expect(input()?.value).toBe('Won')
  })

  test('several in a row are handed in one by one, and each waits for its own answer', async () => {
    edit('Won')
    edit('Lost')
    expect(waiting.map(each => each.edits[0]?.text)).toEqual(['Won', 'Lost'])
    await waiting[0]?.save()
    expect(cell(0)?.getAttribute('aria-busy')).toBeNull()
    expect([cell(1)?.textContent, cell(1)?.getAttribute('aria-busy')]).toEqual(['Lost', 'true'])
  })
})

describe('an edit that is refused after the grid has moved on', () => {
  test('comes back with its text in the editor and the reason', async () => {
    edit('Won')
    await waiting[0]?.refuse('It was removed.')
    expect([input()?.value, alert()]).toEqual(['Won', 'It was removed.'])
    expect(active()).toBe(cell(0))
    press('Escape')
    expect(cell(0)?.textContent).toBe('Open')
  })

  test('waits until another text that is being typed is handed in, and is named meanwhile', async () => {
    edit('Won')
    press('F2')
    type('Lo')
    await waiting[0]?.refuse('It was removed.')
    expect(input()?.value).toBe('Lo')
    expect(alert()).toContain('Not saved: “Won” in Stage of Acme. It was removed.')
    expect(cell(0)?.textContent).toBe('Open')
    press('Enter')
    expect(waiting[1]?.edits[0]).toEqual({ rowId: 'b', column: 'stage', text: 'Lo' })
    expect([input()?.value, alert()]).toEqual(['Won', 'It was removed.'])
  })

  test('calls nobody away from another field; going back to it is one click', async () => {
    edit('Won')
    const other = room.appendChild(document.createElement('input'))
    act(() => other.focus())
    await waiting[0]?.refuse('It was removed.')
    expect(document.activeElement).toBe(other)
    expect(alert()).toContain('“Won”')
    click('Edit again')
    expect([input()?.value, alert()]).toEqual(['Won', 'It was removed.'])
  })

  test('comes back on the next visit where the screen was left meanwhile', async () => {
    edit('Won')
    act(() => root.unmount())
    await waiting[0]?.refuse('It was removed.')
    show()
    expect([input()?.value, alert()]).toEqual(['Won', 'It was removed.'])
  })

  test('is shown where a filter hides its row, by clearing the filter', async () => {
    act(() => root.unmount())
    view = { ...plainView, quick: [{ column: 'name', op: 'contains', values: ['Bor'] }] }
    pending.hold([{ rowId: 'a', column: 'stage', text: 'Won' }], 'typed', {
      judged: [{ ok: true }],
      saved: Promise.resolve([{ ok: false, reason: 'It was removed.' }]),
    })
    await Promise.resolve()
    show()
    expect(input()).toBeNull()
    click('Edit again')
    expect([input()?.value, alert()]).toEqual(['Won', 'It was removed.'])
  })

  test('is forgotten where its cell has been typed anew', async () => {
    edit('Won')
    press('ArrowUp')
    edit('Lost')
    await waiting[0]?.refuse('It was removed.')
    expect([input(), alert(), cell(0)?.textContent]).toEqual([null, null, 'Lost'])
  })

  test('a step of many cells goes back as a whole and can be tried again', async () => {
    press('a', { ctrlKey: true })
    press('Delete')
    expect(cell(2)?.textContent).toBe('')
    await waiting[0]?.refuse('The disk is full.')
    expect(cell(2)?.textContent).toBe('Open')
    expect(alert()).toContain('Not saved: 3 cells cleared. The disk is full.')
    click('Try again')
    expect(waiting[1]?.edits).toHaveLength(3)
    expect(alert()).toBeNull()
  })
})
