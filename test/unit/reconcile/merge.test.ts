import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeField } from '#shared/reconcile/merge'

const value = fc.constantFrom('a', 'b', 'c', null)
const said = fc.constantFrom('a', 'b', 'c', null, undefined)

test('a file that says what it said before leaves mine alone', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('a', 'b', 'c'),
      value,
      (file, mine) => mergeField(file, file, mine) === 'keep',
    ),
  )
})

test('where I did nothing since the last file, the new value is taken', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('a', 'b'),
      fc.constantFrom('c', 'd'),
      (before, file) => mergeField(file, before, before) === 'take',
    ),
  )
})

test('where both moved to different values it is a conflict, to the same value it is none', () => {
  expect(mergeField('b', 'a', 'c')).toBe('conflict')
  expect(mergeField('b', 'a', 'b')).toBe('keep')
})

test('where no file has spoken yet, an empty field is filled and a filled one is asked about', () => {
  expect(mergeField('b', undefined, null)).toBe('take')
  expect(mergeField('b', undefined, [])).toBe('take')
  expect(mergeField('b', undefined, 'c')).toBe('conflict')
})

test('an empty cell says nothing unless its column is told to clear', () => {
  fc.assert(fc.property(said, value, (before, mine) => mergeField(null, before, mine) === 'keep'))
  expect(mergeField(null, 'a', 'a', 'clear')).toBe('take')
  expect(mergeField(null, 'a', 'b', 'clear')).toBe('conflict')
  expect(mergeField(null, undefined, 'b', 'clear')).toBe('keep')
})

test('taking a value and merging the same file again changes nothing', () => {
  fc.assert(
    fc.property(
      value,
      said,
      value,
      fc.constantFrom('keep' as const, 'clear' as const),
      (file, before, mine, blank) => {
        const first = mergeField(file, before, mine, blank)
        const then = first === 'take' ? file : mine
        expect(mergeField(file, file ?? before, then, blank)).not.toBe('take')
      },
    ),
  )
})
