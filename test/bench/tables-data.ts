/** Deals made by a seeded generator, as wide and as long as a bench asks for. */

const words =
  'Acme Globex Initech Umbrella Hooli Soylent Proposal Negotiation Discovery Closed Won Lost North South Renewal Boat'.split(
    ' ',
  )

const header =
  'Deal Id,Deal,Account,Owner,Stage,Amount,Currency,Probability,Expected close,Closed,Created,Product,Source,Next step,Type,Region,Manager,Email,Phone,Note'.split(
    ',',
  )

/** A header and `count` deals of 20 cells: texts, numbers, dates as text, empty cells, some with commas and quotes. */
export function dealRows(count: number): (string | number)[][] {
  let state = 7
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
  const text = (length: number): string => Array.from({ length }, () => words[next(words.length)]).join(' ')
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = (): string => `20${20 + next(6)}-${two(1 + next(12))}-${two(1 + next(28))}`
  const rows: (string | number)[][] = [header]
  for (let i = 0; i < count; i++)
    rows.push([
      `D-${String(i).padStart(7, '0')}`,
      text(3),
      text(2),
      text(2),
      text(1),
      next(10_000_000) / 100,
      'USD',
      next(101),
      day(),
      next(2) === 0 ? '' : day(),
      day(),
      text(1),
      text(1),
      i % 10 === 0 ? `${text(2)}, ${text(2)}` : text(4),
      'New',
      'EMEA',
      text(2),
      `user${i}@example.com`,
      `+1 555 ${next(9_000_000)}`,
      i % 50 === 0 ? `He said "${text(2)}" twice` : text(5),
    ])
  return rows
}

/** Rows as CSV, quoted where they must be. */
export const toCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map(row => row.map(quoted).join(',')).join('\r\n') + '\r\n'

const quoted = (cell: string | number): string => {
  const text = String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
