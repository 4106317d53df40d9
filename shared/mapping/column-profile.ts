/** What the values of a column look like, whatever its header says. */
import { foldCompany } from '../base/text'
import type { Cell } from '../tables/sheet'
import { decideDates } from './date-column'
import { decideNumbers } from './number-column'

/** Names that the region or other sheets know, folded, to recognise columns by. */
export interface KnownNames {
  readonly rep: ReadonlySet<string>
  readonly account: ReadonlySet<string>
  readonly product: ReadonlySet<string>
}

/** Shares of a column's filled cells, 0 to 1. */
export interface ColumnProfile {
  readonly filled: number
  readonly dates: number
  readonly numbers: number
  readonly money: number
  readonly emails: number
  readonly flags: number
  /** Filled cells over distinct ones; 1 where every value is its own. */
  readonly distinct: number
  readonly longest: number
  readonly reps: number
  readonly accounts: number
  readonly products: number
  readonly ends: number
  readonly samples: readonly string[]
}

/** No names known. */
export const noNames: KnownNames = { rep: new Set(), account: new Set(), product: new Set() }

const email = /^[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,}$/i
const flag = /^(?:true|false|yes|no|y|n|0|1|ja|nein|oui|non)$/i
const end = /\b(?:won|lost|gewonnen|verloren|gagn|perdu|closedwon|closedlost)/i

/** A cell as text, as it is shown. */
export const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? Number.isNaN(cell.getTime())
        ? ''
        : cell
            .toISOString()
            .replace(/T00:00:00\.000Z$/, '')
            .replace(/\.\d+Z$/, '')
            .replace('T', ' ')
      : typeof cell === 'string'
        ? cell
        : String(cell)

/** Looks at the values of a column. */
export function profileColumn(cells: readonly Cell[], names: KnownNames = noNames): ColumnProfile {
  const filled = cells.filter(cell => cellText(cell).trim() !== '')
  const n = Math.max(1, filled.length)
  const share = (test: (text: string, cell: Cell) => boolean): number =>
    filled.filter(cell => test(cellText(cell).trim(), cell)).length / n
  const dates = decideDates(filled)
  const numbers = decideNumbers(filled)
  const currencies = Object.values(numbers.currencies).reduce((sum, each) => sum + each, 0)
  const texts = new Set(filled.map(cell => cellText(cell).trim()))
  // A bare number may be a serial date only where a header says so: here it counts as a number.
  const bare = share((text, cell) => typeof cell === 'number' || /^\d+(?:\.\d+)?$/.test(text))
  return {
    filled: filled.length / Math.max(1, cells.length),
    dates: Math.max(0, dates.dates / n - bare),
    numbers: numbers.numbers / n,
    money: currencies / n,
    emails: share(text => email.test(text)),
    flags: share((text, cell) => typeof cell === 'boolean' || flag.test(text)),
    distinct: texts.size / n,
    longest: Math.max(0, ...[...texts].map(text => text.length)),
    reps: share(text => names.rep.has(foldCompany(text))),
    accounts: share(text => names.account.has(foldCompany(text))),
    products: share(text => names.product.has(foldCompany(text))),
    ends: share(text => end.test(text)),
    samples: [...texts].slice(0, 5),
  }
}

/** True where the values can be what a field of `kind` holds; an empty column can be anything. */
export function canHold(profile: ColumnProfile, kind: string): boolean {
  if (profile.filled === 0) return true
  switch (kind) {
    case 'day':
      return profile.dates + profile.numbers >= 0.5
    case 'money':
    case 'number':
    case 'whole':
    case 'percent':
      return profile.numbers >= 0.5
    case 'currency':
      return profile.longest <= 4 || profile.money > 0.5
    case 'flag':
      return profile.dates < 0.5 && (profile.distinct < 0.5 || profile.flags > 0.5)
    default:
      return true
  }
}
