/** The name of a group as its line shows it: a word, a figure, a month, a quarter. */
import type { ColumnData } from './engine/column-data'
import type { CellFormat } from './engine/format-cell'
import type { GroupBy } from './engine/group-rows'
import { isoDay } from './engine/rows-source'

/** A group's value in words; "(empty)" for cells without one. `fiscalStart` numbers the quarters. */
export function groupWords(
  value: string | number | null,
  data: ColumnData,
  by: GroupBy,
  format: CellFormat,
  digits: number | null,
  fiscalStart: number,
): string {
  if (value === null) return '(empty)'
  if (typeof value === 'string') return value
  if ('codes' in data) return String(value)
  if (data.kind === 'flags') {
    const labels = data.flags.filter((_, bit) => value & (1 << bit)).map(flag => flag.label)
    return labels.length === 0 ? '(none)' : labels.join(', ')
  }
  if (data.kind === 'date' && by !== 'value') return periodName(value, by, fiscalStart)
  const currency = data.kind === 'money' && typeof data.currency === 'string' ? data.currency : null
  return format.value(data.kind, value, currency, digits)
}

/** "2017-03", "2017-Q1", "FY2017" or, for calendar years, "2017"; a fiscal year is named by the year in which it ends. */
function periodName(day: number, by: Exclude<GroupBy, 'value'>, fiscalStart: number): string {
  const iso = isoDay(day)
  if (by === 'month') return iso.slice(0, 7)
  const year = Number(iso.slice(0, 4))
  const month = Number(iso.slice(5, 7))
  const into = (month - fiscalStart + 12) % 12
  const fiscalYear = fiscalStart === 1 ? year : month >= fiscalStart ? year + 1 : year
  if (by === 'quarter') return `${fiscalYear}-Q${Math.floor(into / 3) + 1}`
  return fiscalStart === 1 ? String(year) : `FY${fiscalYear}`
}
