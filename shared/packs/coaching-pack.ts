/** The coaching pack as a file: content to bytes, and bytes to the answers that came back. */
import type { PackContent } from './pack-content'
import { packBook } from './pack-book'
import { writeBook } from './write-book'

/** Writes a pack as .xlsx; the same content gives the same bytes. */
export const writeCoachingPack = (content: PackContent): Promise<Uint8Array> => writeBook(packBook(content))
