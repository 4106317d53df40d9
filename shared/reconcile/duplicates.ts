/** Pairs of records that may be one: new rows against the region and against each other, each with its reasons. */
import { foldCompany, likeness, squeezeText } from '../base/text'
import type { ImportTable } from '../mapping/import-field'
import { pairKey } from './decisions'
import { nearEnough } from './nearest-name'
import type { DuplicatePair, PairSide } from './plan'
import type { WorkedSheet } from './plan-sheet'
import { fileKey, rowName } from './row-joins'
import type { Run } from './run'

interface Candidate extends PairSide {
  readonly email: string | null
  readonly site: string | null
  readonly beside: string | null
}

const tables: readonly ImportTable[] = ['account', 'person', 'rep', 'product']
/** A key that more records share says nothing about any two of them. */
const mostSharing = 6
/** Pairs listed at a time; deciding brings the next. */
export const mostPairs = 500

/** Finds pairs by what they share: letters, e-mail, web address, or names that are nearly the same. */
export function findDuplicates(run: Run, worked: readonly WorkedSheet[]): DuplicatePair[] {
  const found = joinedPairs(run)
  const settled = new Set<string>()
  for (const each of run.input.region.all('duplicateDecision'))
    if (!each.same) settled.add(`${each.one}|${each.two}`)
  for (const table of tables) {
    const fresh: Candidate[] = []
    worked.forEach((sheet, at) => {
      if (sheet.drafts.table !== table) return
      for (const row of sheet.rows)
        if (row.fate === 'new')
          fresh.push(candidate(table, row.id, row.row, at, field => run.value(table, row.id, field)))
    })
    if (fresh.length === 0) continue
    const blocks = new Map<string, Candidate[]>()
    const put = (each: Candidate): void => {
      for (const key of keysOf(table, each)) {
        const block = blocks.get(key)
        if (block) block.push(each)
        else blocks.set(key, [each])
      }
    }
    for (const record of run.input.region.all(table))
      put(candidate(table, record.id, null, -1, field => run.value(table, record.id, field)))
    for (const each of fresh) put(each)
    const pairs = new Set<string>()
    for (const block of blocks.values()) {
      if (block.length < 2 || block.length > mostSharing) continue
      for (let i = 0; i < block.length; i++)
        for (let j = i + 1; j < block.length; j++) {
          const [one, two] = [block[i] as Candidate, block[j] as Candidate]
          if (two.row === null || one.id === two.id) continue
          const key = keyOf(one, two)
          const twoKey = fileKey(table, field => run.value(table, two.id, field))
          if (pairs.has(key) || settled.has(`${one.id}|${twoKey}`)) continue
          pairs.add(key)
          const reasons = reasonsOf(table, one, two)
          if (reasons.length === 0 || found.length >= mostPairs) continue
          const choice = run.input.decisions.pairs[key] ?? null
          found.push({ table, key, one: side(one), two: side(two), twoKey, reasons, choice })
        }
    }
  }
  return found
}

const side = ({ id, name, row, sheet }: Candidate): PairSide => ({ id, name, row, sheet })

const keyOf = (one: PairSide, two: PairSide): string =>
  pairKey(
    one.row === null ? one.id : rowName(one.sheet, one.row),
    two.row === null ? two.id : rowName(two.sheet, two.row),
  )

/** The rows that were joined to a record, now or by an earlier decision, so that it can be taken back. */
function joinedPairs(run: Run): DuplicatePair[] {
  return run.joined
    .slice(0, mostPairs)
    .map(({ table, id, sheet, row, choice, value, made }): DuplicatePair => {
      const kind = table as ImportTable
      const one = candidate(kind, id, made?.row ?? null, made?.sheet ?? -1, field =>
        run.value(table, id, field),
      )
      const two = candidate(kind, id, row, sheet, value)
      const reasons = reasonsOf(kind, one, two)
      return {
        table: kind,
        key: keyOf(one, two),
        one: side(one),
        two: side(two),
        twoKey: fileKey(table, value),
        reasons: reasons.length > 0 ? reasons : ['As you decided before.'],
        choice,
      }
    })
}

function candidate(
  table: ImportTable,
  id: string,
  row: number | null,
  sheet: number,
  value: (field: string) => unknown,
): Candidate {
  const text = (field: string): string | null => {
    const each = value(field)
    return typeof each === 'string' && each !== '' ? each : null
  }
  return {
    id,
    name: text('name') ?? '',
    email: text('email')?.toLowerCase() ?? null,
    site:
      text('website')
        ?.toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .replace(/\/.*$/, '') ?? null,
    beside: text(table === 'person' ? 'account' : 'postalCode'),
    row,
    sheet,
  }
}

function keysOf(table: ImportTable, each: Candidate): string[] {
  const keys: string[] = []
  const squeezed = squeezeText(table === 'account' ? foldCompany(each.name) : each.name)
  if (squeezed !== '') {
    keys.push(`s${squeezed}`)
    // Two spellings that differ in one place share their first or their last half.
    if (squeezed.length >= 8) {
      const half = Math.ceil(squeezed.length / 2)
      keys.push(`a${squeezed.slice(0, half)}`, `b${squeezed.slice(-half)}`)
    }
  }
  if (each.email) keys.push(`e${each.email}`)
  if (each.site) keys.push(`w${each.site}`)
  return keys
}

function reasonsOf(table: ImportTable, one: Candidate, two: Candidate): string[] {
  const reasons: string[] = []
  if (table === 'person' && one.beside !== null && two.beside !== null && one.beside !== two.beside) return []
  if (one.email && one.email === two.email) reasons.push('The same e-mail address.')
  const names = [one, two].map(each => squeezeText(table === 'account' ? foldCompany(each.name) : each.name))
  if (names[0] === names[1] && names[0] !== '')
    reasons.push('The same name but for spaces, signs and suffixes.')
  else if (one.name.replace(/\D/g, '') === two.name.replace(/\D/g, '')) {
    const alike = likeness(one.name, two.name)
    if (alike >= nearEnough) reasons.push(`Names ${Math.round(alike * 100)} % alike.`)
  }
  // One web address serves many branches: it only supports another reason.
  if (reasons.length > 0 && one.site && one.site === two.site) reasons.push('The same web address.')
  if (reasons.length > 0 && table === 'account' && one.beside && one.beside === two.beside)
    reasons.push('The same postal code.')
  return reasons
}
