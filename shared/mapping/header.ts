/** Column headers as exports write them, freed of what is not their name, and the signature of a header row. */
import { hashText } from '../base/random'
import { squeezeText } from '../base/text'

/** A header without byte order mark, sort arrows, a star or colon at its end, `__c` and doubled spaces. */
export const cleanHeader = (header: string): string =>
  header
    .replace(/^\uFEFF/, '')
    .replace(/[\u2191\u2193\u25B2\u25BC]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[*:]+$/, '')
    .replace(/^(?:\w+?__)?(\w+?)__[cr]$/i, '$1')
    .trim()

/** A header as it is compared: lower case letters and digits only. */
export const headerWord = (header: string): string => squeezeText(cleanHeader(header))

/** The signature that a mapping is remembered by: the same columns in any order give the same text. */
export function headerSignature(header: readonly string[]): string {
  const words = header
    .map(headerWord)
    .filter(word => word !== '')
    .sort()
  const joined = words.join('|')
  const hex = (n: number): string => n.toString(16).padStart(8, '0')
  return `${words.length}-${hex(hashText(joined))}${hex(hashText(`second ${joined}`))}`
}
