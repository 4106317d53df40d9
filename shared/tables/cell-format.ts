/** What a number format says about its number, and Excel's day numbers as UTC wall time. */

/** What a format makes of a number: a point in time, a length of time, or a number shown in some way. */
export type FormatKind = 'date' | 'duration' | 'number'

const known = new Map<string, FormatKind>()

/** The kind of an Excel number format; `[h]:mm` is a duration, not a date. */
export function formatKind(format: string): FormatKind {
  let kind = known.get(format)
  if (kind === undefined) {
    kind = judge(format)
    if (known.size > 10_000) known.clear()
    known.set(format, kind)
  }
  return kind
}

function judge(format: string): FormatKind {
  if (/^general$/i.test(format)) return 'number'
  const first = format
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .split(';')[0] as string
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'duration'
  const bare = first.replace(/\[[^\]]*\]/g, '').replace(/am\/pm|a\/p|上午\/下午/gi, 'h')
  if (/general|E[+-]/i.test(bare)) return 'number'
  if (/[#?]/.test(bare) || /0/.test(bare.replace(/s[.,]0+/gi, ''))) return 'number'
  return /[ymdhs]|(^|[^a-z])(e|b|g){1,4}([^a-z]|$)/i.test(bare) ? 'date' : 'number'
}

const dayMs = 86_400_000
const days1900to1970 = 25_569

/**
 * The UTC wall time of an Excel day number (ECMA-376 18.17.4.1): day 60 of the 1900 system is 29 February 1900,
 * which never was, and comes as text; null when the number is no date Excel can show.
 */
export function dateOfSerial(serial: number, date1904: boolean): Date | string | null {
  if (!Number.isFinite(serial) || serial < 0) return null
  if (date1904) return new Date(Math.round((serial + 1462 - days1900to1970) * dayMs))
  if (serial >= 2_958_466) return null
  if (Math.floor(serial) === 60) return '1900-02-29'
  const shift = serial < 60 ? 1 : 0
  return new Date(Math.round((serial + shift - days1900to1970) * dayMs))
}

/** The text Excel shows for an error code of a cell (ECMA-376 18.17.3; 43 and above are later). */
export const errorText = (code: number): string => errors.get(code) ?? '#ERROR!'

const errors = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])
