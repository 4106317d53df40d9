/** What a preset is: the columns of one export of one CRM, and how a header row is recognised as it. */
import { headerWord } from './header'
import type { ImportTable } from './import-field'

/** One export of one product. */
export interface Preset {
  readonly product: string
  readonly table: ImportTable
  /** Field name by squeezed header; null for a column that is known and has no place here. */
  readonly columns: ReadonlyMap<string, string | null>
  /** Squeezed headers that hardly any other export has. */
  readonly marks: readonly string[]
}

/**
 * Makes a preset from a list `Header=field|Header=|…`; an empty field is a known column without a place, and a
 * star before a header marks one that is typical of the product.
 */
export function preset(product: string, table: ImportTable, list: string): Preset {
  const columns = new Map<string, string | null>()
  const marks: string[] = []
  for (const part of list.split('|')) {
    const at = part.lastIndexOf('=')
    const header = part.slice(0, at).trim()
    const word = headerWord(header.replace(/^\*/, ''))
    columns.set(word, part.slice(at + 1).trim() || null)
    if (header.startsWith('*')) marks.push(word)
  }
  return { product, table, columns, marks }
}

/** How well a header row fits a preset. */
export interface Fit {
  readonly preset: Preset
  /** Share of the file's named columns that the preset knows, 0 to 1. */
  readonly known: number
  /** Number of columns typical of the product. */
  readonly marks: number
  /** Number of columns that the preset gives a field. */
  readonly fields: number
}

/** The presets that know something of a header row, best first. */
export function fitPresets(words: readonly string[], presets: readonly Preset[]): Fit[] {
  const named = words.filter(word => word !== '')
  if (named.length === 0) return []
  return presets
    .map(one => ({
      preset: one,
      known: named.filter(word => one.columns.has(word)).length / named.length,
      marks: one.marks.filter(word => named.includes(word)).length,
      fields: new Set(named.map(word => one.columns.get(word) ?? null).filter(each => each !== null)).size,
    }))
    .filter(fit => fit.fields > 0)
    .sort((a, b) => score(b) - score(a))
}

const score = (fit: Fit): number => fit.known + Math.min(fit.marks, 3) * 0.25 + fit.fields * 0.01
