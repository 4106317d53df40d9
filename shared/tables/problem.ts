/** What can go wrong while a file is read, as facts; `problem-text.ts` has the sentences. */

/** What a file is, told from its first bytes. */
export type FileKind =
  | 'zip'
  | 'ole'
  | 'xml'
  | 'html'
  | 'old-workbook'
  | 'text'
  | 'empty'
  | 'pdf'
  | 'image'
  | 'rtf'
  | 'archive'
  | 'json'
  | 'program'
  | 'database'
  | 'media'
  | 'binary'

/** Why a file gives no tables. */
export type Problem =
  | { readonly code: 'too-many-bytes'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'too-many-cells'; readonly sheet: string | null; readonly limit: number }
  | {
      readonly code: 'inflates-too-far'
      readonly part: string
      readonly bytes: number
      readonly limit: number
    }
  | {
      readonly code: 'binary-part-too-large'
      readonly part: string
      readonly bytes: number
      readonly limit: number
    }
  | { readonly code: 'too-many-columns'; readonly row: number; readonly limit: number }
  | { readonly code: 'bomb'; readonly part: string }
  | { readonly code: 'too-many-parts'; readonly parts: number; readonly limit: number }
  | { readonly code: 'not-a-table'; readonly kind: FileKind }
  | { readonly code: 'not-a-workbook' }
  | { readonly code: 'encrypted' }
  | { readonly code: 'damaged'; readonly part: string | null; readonly what: Damage }
  | { readonly code: 'damaged-sheet'; readonly sheet: string; readonly what: Damage }
  | { readonly code: 'unreadable'; readonly said: string }
  | { readonly code: 'unknown-encoding'; readonly encoding: string }
  | { readonly code: 'wrong-encoding'; readonly encoding: string }
  | { readonly code: 'bad-dialect'; readonly what: 'delimiter' | 'quote' | 'escape' | 'rowDelimiter' }
  | { readonly code: 'cancelled' }

/** How a file or a part of it is damaged. */
export type Damage =
  'cut' | 'checksum' | 'compression' | 'length' | 'directory' | 'duplicate' | 'empty' | 'reference'

/** Something the reader of the file should know although it was read; rows count from 0. */
export type Note =
  | { readonly code: 'nothing-in-file' }
  | { readonly code: 'encoding'; readonly encoding: string; readonly sure: boolean }
  | { readonly code: 'undecodable'; readonly sheet: string; readonly count: number }
  | {
      readonly code: 'dialect'
      readonly delimiter: string
      readonly quote: string
      readonly escape: string
      readonly sure: boolean
    }
  | { readonly code: 'repaired-row'; readonly sheet: string; readonly row: number; readonly count: number }
  | {
      readonly code: 'uneven-rows'
      readonly sheet: string
      readonly row: number
      readonly count: number
      readonly expected: number
    }
  | {
      readonly code: 'other-delimiter'
      readonly sheet: string
      readonly row: number
      readonly count: number
    }
  | { readonly code: 'unclosed-quote'; readonly sheet: string; readonly row: number }
  | {
      readonly code: 'error-cells'
      readonly sheet: string
      readonly count: number
      readonly row: number
      readonly column: number
    }
  | { readonly code: 'formulas-without-values'; readonly sheet: string; readonly count: number }
  | { readonly code: 'bad-addresses'; readonly sheet: string; readonly count: number }
  | { readonly code: 'missing-texts'; readonly sheet: string; readonly count: number }
  | { readonly code: 'claimed-larger'; readonly sheet: string; readonly claimed: string }
  | {
      readonly code: 'rows-beyond-limit'
      readonly sheet: string
      readonly rows: number
      readonly limit: number
    }
  | { readonly code: 'hidden-sheet'; readonly sheet: string }
  | { readonly code: 'hidden-rows'; readonly sheet: string; readonly count: number }
  | { readonly code: 'hidden-columns'; readonly sheet: string; readonly count: number }
  | { readonly code: 'not-cells'; readonly sheet: string }
