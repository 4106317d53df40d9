/** The words for what is derived about a deal, as the pipeline shows them. */
import type { DealStates, DealState } from '#shared/process/deal-state'
import { isInWork } from '#shared/process/decide-deals'
import type { Lamp } from '#shared/process/deal-class'
import type { Judged, Standing, Unjudged } from '#shared/process/standing-still'

/** The classes in the order of their worth (PL-1). */
export const classWords = { qualified: 'Qualified', real: 'Real', suspect: 'Suspect' } as const

/** Where a deal stands in the 2x2 of moving and touched (PL-8). */
export const standingWords: Readonly<Record<Standing, string>> = {
  healthy: 'Moving and touched',
  stuckTouched: 'Stuck but touched',
  movingStale: 'Moving but stale',
  stuckStale: 'Stuck and stale',
}

/** How well one of the three facts is known. */
export const lampWords: Readonly<Record<Lamp, string>> = {
  known: 'known',
  claimed: 'claimed, no evidence',
  missing: 'missing',
}

const unjudgedWords: Readonly<Record<Unjudged, string>> = {
  noActivities: 'no activities imported',
  noNextSteps: 'no next steps imported',
  noDate: 'no date',
  noComparison: 'too few won deals to compare',
  closed: 'closed',
}

/** A judgement in a word: yes or no, or why it cannot be made (A13). */
export function judgedWords(judged: Judged, yes: string, no: string): string | null {
  if (judged.is !== null) return judged.is ? yes : no
  return judged.why === 'closed' ? null : `Cannot be judged: ${unjudgedWords[judged.why]}`
}

/** What the flags column can say of a deal. */
export const dealFlags = [
  { key: 'dead', label: 'Dead by age', tone: 'danger' },
  { key: 'stuck', label: 'Stuck', tone: 'warn' },
  { key: 'stale', label: 'Stale', tone: 'warn' },
  { key: 'noNextStep', label: 'No next step', tone: 'warn' },
  { key: 'overdue', label: 'Overdue', tone: 'warn' },
  { key: 'pushed', label: 'Pushed', tone: 'info' },
  { key: 'decide', label: 'Decide', tone: 'danger' },
  { key: 'revisit', label: 'Revisit due', tone: 'danger' },
  { key: 'noAccount', label: 'No account', tone: 'info' },
] as const

/** The flags of one deal; closed deals and those put aside have none. */
export function flagsOf(row: DealState): readonly string[] {
  if (!isInWork(row)) return []
  const flags: string[] = []
  if (row.disposition.state === 'revisit') flags.push('revisit')
  if (row.deadByAge) flags.push('dead')
  if (row.stuck.is) flags.push('stuck')
  if (row.stale.is) flags.push('stale')
  if (row.noNextStep) flags.push('noNextStep')
  if (row.overdue.length > 0) flags.push('overdue')
  if (row.pushes >= 2) flags.push('pushed')
  if (row.needsDisposition) flags.push('decide')
  if (row.account === null) flags.push('noAccount')
  return flags
}

/** The class in words with what it rests on. */
export function classSentence(row: DealState, states: DealStates): string {
  const { kind, basis, assumed } = row.class
  const lamps = `decision maker ${lampWords[row.class.decisionMaker]}, decision date ${lampWords[row.class.decisionDate]}, budget ${lampWords[row.class.budget]}`
  const why =
    basis === null
      ? 'no sign of a buyer yet'
      : basis === 'facts'
        ? 'all three facts have evidence'
        : `rests on ${basisWords[basis]}`
  return `${classWords[kind]} as of ${states.asOf}: ${lamps}; ${why}${assumed ? ' (assumed)' : ''}.`
}

const basisWords = {
  event: 'a buyer’s event',
  meeting: 'a two-way meeting',
  stage: 'the CRM stage',
  engaged: 'the engagement date',
} as const
