/** Comparing names the way people write them: case, accents, punctuation and company suffixes do not count. */

const suffixes = new Set(
  'inc incorporated llc llp ltd limited corp corporation co company plc gmbh ag kg sa sas sarl srl spa bv nv oy ab as aps pty pte group holding holdings'.split(
    ' ',
  ),
)

/** Lower case without accents, punctuation or doubled spaces: `"Café-Noir, S.A."` becomes `"cafe noir sa"`. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Folded text without spaces, so that `GTXPro`, `gtx pro` and `GTX-Pro` are one. */
export const squeezeText = (text: string): string => foldText(text).replaceAll(' ', '')

/** A company's name folded and freed of the suffixes at its end (`Ltd`, `GmbH`, `Inc.` …); never empty for a name that has letters. */
export function foldCompany(name: string): string {
  const words = foldText(name).split(' ')
  while (words.length > 1 && suffixes.has(words[words.length - 1] as string)) words.pop()
  return words.join(' ')
}

/**
 * Likeness of two texts from 0 to 1: one minus the optimal-string-alignment distance (Damerau-Levenshtein with
 * adjacent swaps) over the longer length. Both are folded first.
 */
export function likeness(one: string, two: string): number {
  const a = foldText(one)
  const b = foldText(two)
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 1 : 1 - alignmentDistance(a, b) / longest
}

function alignmentDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row[j] = best
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
