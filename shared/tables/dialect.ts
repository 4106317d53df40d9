/** How a text file marks its cells and rows. */

/** A dialect: `quote` and `escape` are empty when there is none; `escape` equal to `quote` means doubling. */
export interface Dialect {
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
  /** 'any' takes CRLF, LF and CR alike; else the one told. */
  readonly rowDelimiter: string
}

/** What the standard (RFC 4180) says, with any line end. */
export const standardDialect: Dialect = { delimiter: ',', quote: '"', escape: '"', rowDelimiter: 'any' }

/** The line `sep=;` with which Excel is told the delimiter: the delimiter and the length of the line. */
export function sepLine(text: string): { readonly delimiter: string; readonly length: number } | null {
  const match = /^"?sep=([^\r\n"]{1,2})"?(\r\n|\r|\n|$)/i.exec(text.slice(0, 16))
  return match === null ? null : { delimiter: match[1] as string, length: match[0].length }
}
