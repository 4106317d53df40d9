/** Warnings (CV-9): a code, a severity, the facts of its sentence, the records behind it, and whether it was accepted with a reason. */
import type { Day } from '../base/day'
import type { CurrencyCode, Minor } from '../base/money'
import type { RecordOf, TableName } from '../model/catalog'
import type { Region } from './region'

/** Block refuses the result, warn flags it, info only tells. */
export type Severity = 'block' | 'warn' | 'info'

/** A record that a warning is about. */
interface RecordLink {
  readonly table: TableName
  readonly id: string
}

/** The figures and names in a warning's sentence. */
export type Facts = Readonly<Record<string, string | number | null>>

/** A warning; `subject` is the record's id or the scope that it can be accepted for. */
export interface Warning {
  readonly code: string
  readonly severity: Severity
  readonly subject: string
  readonly facts: Facts
  readonly records: readonly RecordLink[]
  readonly accepted: RecordOf<'warningAck'> | null
}

/** How figures are written in sentences; the screen knows the user's language and currency. */
export interface Words {
  money(amount: Minor, currency?: CurrencyCode): string
  day(d: Day): string
  percent(share: number, digits?: number): string
  number(n: number, digits?: number): string
}

/** A warning that nobody has looked at yet. */
export const warning = (
  code: string,
  severity: Severity,
  subject: string,
  facts: Facts,
  records: readonly RecordLink[],
): Warning => ({ code, severity, subject, facts, records, accepted: null })

/** The same warnings with the acceptances that hold as of a day (CV-9: who, when, until). */
export function withAccepted(region: Region, warnings: readonly Warning[], asOf: Day): readonly Warning[] {
  const held = new Map<string, RecordOf<'warningAck'>>()
  for (const each of region.all('warningAck'))
    if (each.on <= asOf && (each.until === null || each.until >= asOf))
      held.set(`${each.code}/${each.subject}`, each)
  if (held.size === 0) return warnings
  return warnings.map(each => ({ ...each, accepted: held.get(`${each.code}/${each.subject}`) ?? null }))
}
