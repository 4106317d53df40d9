/** Words without case and accents, remembered by dictionary, for everything that searches. */

const ascii = /^\p{ASCII}*$/u
const folded = new WeakMap<readonly string[], string[]>()

/** Lower case without accents: "Müller" and "MULLER" fold to the same text. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return ascii.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/** The folded words of a dictionary; words appended since the last call are added. */
export function foldedWords(strings: readonly string[]): readonly string[] {
  let words = folded.get(strings)
  if (!words) folded.set(strings, (words = []))
  for (let i = words.length; i < strings.length; i++) words.push(fold(strings[i] as string))
  return words
}
