/** The coaching pack as a file: content to bytes, and bytes to the answers that came back. */
import type { Result } from '../base/result'
import type { PackAnswers, Problem } from './pack-answers'
import { packBook } from './pack-book'
import type { PackContent } from './pack-content'
import { readAnswers } from './read-answers'
import { writeBook } from './write-book'

/** Writes a pack as .xlsx; the same content gives the same bytes. */
export const writeCoachingPack = (content: PackContent): Promise<Uint8Array> => writeBook(packBook(content))

/** Reads the answers of a pack that came back, whatever it is called and whichever program saved it (CO-9). */
export const readCoachingPack = (
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<PackAnswers, Problem>> => readAnswers(bytes, fileName)
