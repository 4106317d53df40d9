// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { present } from '#shared/base/assert'
import { parseCurrency } from '#shared/base/money'
import { fail, ok, type Result } from '#shared/base/result'
import { fieldOf } from '#shared/model/catalog'
import type { FieldContext } from '../../../renderer/fields/field-context'
import { FieldRow } from '../../../renderer/fields/field-row'

const field = present(fieldOf('opportunity', 'amount'), 'deals have an amount')
const context: FieldContext = {
  currency: present(parseCurrency('USD'), 'a currency'),
  titleOf: () => null,
  find: () => [],
}

let root: Root
let room: HTMLDivElement
let answer: (result: Result<unknown, string>) => Promise<void>
let handedIn: unknown[]

/** A record whose store answers when the test says so. */
function Record() {
  const [value, setValue] = useState<unknown>(100_000)
  const save = (next: unknown): Promise<Result<unknown, string>> => {
    handedIn.push(next)
    return new Promise(done => {
      answer = result =>
        act(async () => {
          if (result.ok) setValue(next)
          done(result)
          await Promise.resolve()
        })
    })
  }
  return <FieldRow field={field} value={value} context={context} onValue={save} />
}

beforeEach(() => {
  Object.assign(globalThis, {
    IS_REACT_ACT_ENVIRONMENT: true,
    matchMedia: () => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  })
  handedIn = []
  room = document.body.appendChild(document.createElement('div'))
  root = createRoot(room)
  act(() =>
    root.render(
      <MantineProvider>
        <Record />
        <input id="elsewhere" />
      </MantineProvider>,
    ),
  )
})
afterEach(() => {
  act(() => root.unmount())
  room.remove()
})

const line = () => room.querySelector<HTMLElement>('button')
const input = () => room.querySelector<HTMLInputElement>('input:not(#elsewhere)')
const elsewhere = () => room.querySelector<HTMLInputElement>('#elsewhere')
const leave = () => act(() => elsewhere()?.focus())
function type(text: string): void {
  act(() => line()?.click())
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  act(() => {
    set?.call(input(), text)
    input()?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

test('a field that is left shows its new value at once, as waiting, and plainly once it is saved', async () => {
  type('2500')
  leave()
  expect(line()?.textContent).toContain('2,500')
  expect(line()?.querySelector('[aria-busy]')).not.toBeNull()
  await answer(ok(null))
  expect(line()?.textContent).toContain('2,500')
  expect(line()?.querySelector('[aria-busy]')).toBeNull()
  expect(handedIn).toEqual([250_000])
})

test('a text that cannot be read stays in its field with the reason when the field is left', () => {
  type('a lot')
  leave()
  expect(input()?.value).toBe('a lot')
  expect(room.textContent).toContain('“a lot” is not')
  expect(handedIn).toEqual([])
})

test('a value that is refused after the field was left comes back with its text and the reason, and takes no focus', async () => {
  type('2500')
  leave()
  await answer(fail('The disk is full.'))
  expect(input()?.value).toBe('2500')
  expect(room.textContent).toContain('The disk is full.')
  expect(document.activeElement).toBe(elsewhere())
})
