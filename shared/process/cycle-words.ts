/** The parts of a cycle's step in words: their labels, and their values for comparing versions. */
import type { CycleStep } from '../model/process'
import { dateRuleWords } from './date-rule'
import type { VersionDiff } from './cycle'

/** What each part of a step is called. */
export const stepPartLabels: Readonly<Record<keyof CycleStep, string>> = {
  key: 'Key',
  name: 'Name',
  side: 'Side',
  objective: 'Objective',
  prerequisites: 'Needed before',
  sellerRoles: 'Our people',
  buyerRoles: 'Buyers',
  preparation: 'Preparation',
  guidelines: 'Guidelines',
  postStep: 'Afterwards',
  tools: 'Tools',
  duration: 'Working days',
  lag: 'Waiting after it',
  mandatory: 'Mandatory',
  closesSale: 'Closes the sale',
  parallelGroup: 'Parallel group',
  dateRule: 'Buyer’s date',
  criteria: 'Exit criteria',
  events: 'Events shown',
}

const sides = { sell: 'us', buy: 'the buyer', joint: 'both' } as const

/** The value of a part of a step as text; empty parts are "nothing". */
function stepPartText(step: CycleStep, part: keyof CycleStep): string {
  const value = step[part]
  if (part === 'side') return sides[step.side]
  if (part === 'dateRule') return step.dateRule ? dateRuleWords(step.dateRule) : 'nothing'
  if (part === 'criteria') return step.criteria.map(each => each.text).join('; ') || 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.join(', ') || 'nothing'
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : 'nothing'
}

/** One line of a comparison. */
interface DiffLine {
  readonly kind: 'added' | 'removed' | 'moved' | 'changed'
  readonly step: string
  readonly part: string | null
  readonly before: string | null
  readonly after: string | null
}

/** A comparison of two versions line by line: new steps, gone ones, moved ones, and each changed part. */
export function diffLines(diff: VersionDiff): readonly DiffLine[] {
  const whole = (kind: DiffLine['kind']) => (step: CycleStep) => ({
    kind,
    step: step.name,
    part: null,
    before: null,
    after: null,
  })
  return [
    ...diff.added.map(whole('added')),
    ...diff.removed.map(whole('removed')),
    ...diff.moved.map(whole('moved')),
    ...diff.changed.flatMap(({ before, after, fields }) =>
      fields.map(part => ({
        kind: 'changed' as const,
        step: after.name,
        part: stepPartLabels[part],
        before: stepPartText(before, part),
        after: stepPartText(after, part),
      })),
    ),
  ]
}
