/** Why the host could not do as it was asked: a few words cross the wall, and never a path. */

/** The failures that a user can do something about; everything else is `failed`. */
export type HostFailure = 'full' | 'denied' | 'missing' | 'busy' | 'tooLarge' | 'refused' | 'failed'

const mark = 'quarterdeck-host:'
const known: readonly HostFailure[] = ['full', 'denied', 'missing', 'busy', 'tooLarge', 'refused', 'failed']

const byCode: Readonly<Record<string, HostFailure>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  QuotaExceededError: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  NotAllowedError: 'denied',
  ENOENT: 'missing',
  NotFoundError: 'missing',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  NoModificationAllowedError: 'busy',
  ERR_FS_FILE_TOO_LARGE: 'tooLarge',
  EFBIG: 'tooLarge',
}

/** The error to throw across the wall for this failure. */
export const hostError = (failure: HostFailure): Error => new Error(mark + failure)

/** Reads a failure from whatever a call of the host threw: our own mark, a system code or a DOM error's name. */
export function hostFailure(error: unknown): HostFailure {
  if (!(error instanceof Error)) return 'failed'
  const said = new RegExp(`${mark}(\\w+)`).exec(error.message)?.[1]
  const ours = known.find(one => one === said)
  if (ours) return ours
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return Object.hasOwn(byCode, code) ? (byCode[code] ?? 'failed') : 'failed'
}

const sentences: Readonly<Record<HostFailure, string>> = {
  full: 'The disk is full. Free some space, then try again.',
  denied: 'This place may not be written or read. Choose another folder.',
  missing: 'The file is no longer there. Choose it again.',
  busy: 'Another program is using the file. Close it there, then try again.',
  tooLarge: 'The file is too large to be opened.',
  refused: 'The program refused this request. Copy a report from the Help menu.',
  failed: 'The file could not be read or written. Copy a report from the Help menu.',
}

/** What a user reads when a call of the host failed. */
export const hostFailureText = (failure: HostFailure): string => sentences[failure]
