/** Whether one value fits its field: kind, presence, choice and range; references are judged elsewhere. */
import { parseDay } from '../base/day'
import { parseCurrency } from '../base/money'
import type { Field } from '../model/field'

/** What can be wrong with a value by itself. */
export type ValueFault = 'empty' | 'wrongKind' | 'notAChoice' | 'outOfRange'

const stampPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/

/** The stamp last found good: records that are made together carry the same one. */
let lastStamp = ''

/** True for a moment in UTC as records keep it, such as `2017-12-31T08:00:00.000Z`. */
export function isStamp(value: unknown): value is string {
  if (typeof value !== 'string') return false
  if (value === lastStamp) return true
  const fits = stampPattern.test(value) && parseDay(value.slice(0, 10)) !== null
  if (fits) lastStamp = value
  return fits
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every(each => typeof each === 'string')

function fitsKind(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'choice':
      return typeof value === 'string'
    case 'whole':
    case 'money':
      return Number.isSafeInteger(value)
    case 'number':
    case 'percent':
      return typeof value === 'number' && Number.isFinite(value)
    case 'currency':
      return typeof value === 'string' && parseCurrency(value) === value
    case 'day':
      return typeof value === 'string' && parseDay(value) !== null
    case 'stamp':
      return isStamp(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'ref':
      return typeof value === 'string' && value !== ''
    case 'refs':
    case 'list':
      return isTexts(value)
    case 'json':
      return value !== undefined && typeof value !== 'function'
  }
}

/** What is wrong with a value in a field; null where it fits. `undefined` is never a value. */
export function valueFault(field: Field, value: unknown): ValueFault | null {
  if (value === null) return field.required && field.kind !== 'json' ? 'empty' : null
  if (!fitsKind(field, value)) return value === '' && field.required ? 'empty' : 'wrongKind'
  if (field.choices && !field.choices.some(each => each.key === value)) return 'notAChoice'
  if (field.range && typeof value === 'number' && (value < field.range[0] || value > field.range[1]))
    return 'outOfRange'
  return null
}
