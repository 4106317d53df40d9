/** Odd spellings in columns of plain words: a sector or country that is nearly a known or a far more frequent one. */
import { foldText, likeness } from '../base/text'
import { knownWords } from './known-words'
import { nearEnough } from './nearest-name'

/** A value that seems to stand for another. */
export interface WordAlias {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly likeness: number
  readonly why: string
}

/** A value must be this many times as frequent to be taken for the right spelling of another. */
const farMoreFrequent = 5
const mostValues = 2000

/** Fields whose values are words of a small vocabulary. */
export const wordFields: ReadonlySet<string> = new Set([
  'sector',
  'country',
  'type',
  'family',
  'team',
  'region',
  'stage',
  'forecastCategory',
  'lossReason',
])

/**
 * Suggests for a field's values which are odd spellings. `counts` holds the file's values, `inUse` those that
 * records of the region hold already.
 */
export function suggestWordAliases(
  field: string,
  counts: ReadonlyMap<string, number>,
  inUse: ReadonlySet<string>,
): WordAlias[] {
  if (counts.size > mostValues) return []
  const known = knownWords(field)
  const targets = new Map<string, { word: string; count: number; known: boolean }>()
  for (const [fold, word] of known) targets.set(fold, { word, count: 0, known: true })
  for (const word of inUse)
    if (!targets.has(foldText(word))) targets.set(foldText(word), { word, count: 0, known: true })
  for (const [word, count] of counts) {
    const fold = foldText(word)
    const old = targets.get(fold)
    if (!old || count > old.count) targets.set(fold, { word, count, known: old?.known ?? false })
  }
  const found: WordAlias[] = []
  for (const [from, count] of counts) {
    const fold = foldText(from)
    if (fold.length < 4 || targets.get(fold)?.known) continue
    let best: { to: string; likeness: number; why: string } | null = null
    for (const [other, target] of targets) {
      if (other === fold || Math.abs(other.length - fold.length) > fold.length * 0.15 + 1) continue
      if (!target.known && target.count < count * farMoreFrequent) continue
      if (digits(other) !== digits(fold)) continue
      const alike = likeness(fold, other)
      if (alike < nearEnough || (best && alike <= best.likeness)) continue
      best = {
        to: inStyleOf(from, target.word),
        likeness: alike,
        why:
          target.count > 0 ? `“${target.word}” stands in ${target.count} rows.` : 'It is a known spelling.',
      }
    }
    if (best) found.push({ from, count, ...best })
  }
  return found.sort((a, b) => b.count - a.count)
}

const digits = (text: string): string => text.replace(/\D/g, '')

/** A file that writes in lower case keeps doing so. */
const inStyleOf = (from: string, to: string): string => {
  if (from === from.toLowerCase()) return to.toLowerCase()
  return from === from.toUpperCase() ? to.toUpperCase() : to
}
