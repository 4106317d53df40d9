/** Numbers as people type them, in either notation, with k and m for thousands and millions. */

import type { DecimalSign } from './decimal-sign'

const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mm: 1e6, mn: 1e6, b: 1e9, bn: 1e9 }

/**
 * Reads `1,234.5`, `1.234,5`, `1 234,5`, `-12k`, `(12)`; null where it is no number. Where both signs appear the last
 * one is the decimal sign. One alone before exactly three digits groups, unless it is the reader's own decimal sign.
 */
export function parseNumber(typed: string, own: DecimalSign = '.'): number | null {
  const text = typed.replace(/[\s\u00a0\u202f'’_]/g, '').replace('−', '-')
  const parts = /^(\()?([+-]?)([\d.,]+)([a-zA-Z]{0,2})(\))?$/.exec(text)
  if (!parts || (parts[1] === undefined) !== (parts[5] === undefined)) return null
  const digits = plainDigits(parts[3] ?? '', own)
  const scale = parts[4] ? scales[parts[4].toLowerCase()] : 1
  if (digits === null || scale === undefined) return null
  const negative = parts[1] !== undefined || parts[2] === '-'
  // Multiplying the text by a power of ten keeps 1.005m exact where a product of floats would not.
  const value = Number(`${digits}e${Math.round(Math.log10(scale))}`)
  return Number.isFinite(value) ? (negative ? -value : value) : null
}

function plainDigits(text: string, own: DecimalSign): string | null {
  const comma = text.lastIndexOf(',')
  const point = text.lastIndexOf('.')
  if (comma < 0 && point < 0) return text
  const both = comma >= 0 && point >= 0
  const decimal = both ? (comma > point ? ',' : '.') : comma >= 0 ? ',' : '.'
  const group = decimal === ',' ? '.' : ','
  const pieces = text.split(decimal)
  // The own decimal sign groups only where it stands more than once.
  const least = decimal === own ? 2 : 1
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(text) && pieces.length > least
  if (!both && grouped) return text.replaceAll(decimal, '')
  if (pieces.length !== 2) return null
  const [whole = '', rest = ''] = pieces
  if (whole.includes(group) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null
  if (rest.includes(group) || (whole === '' && rest === '')) return null
  return `${whole.replaceAll(group, '') || '0'}.${rest || '0'}`
}
