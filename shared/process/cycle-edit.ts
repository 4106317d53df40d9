/** Making cycles, drafting their versions and putting them in force (section 1, CY-1, CY-W1). */
import { addDays, type Day } from '../base/day'
import type { Id } from '../base/id'
import { fail, ok, type Result } from '../base/result'
import { foldText } from '../base/text'
import type { RecordOf } from '../model/catalog'
import type { CycleStep } from '../model/process'
import type { Edit } from '../region/edit'
import type { NewValues } from '../region/new-record'
import type { Region } from '../region/region'
import { defaultSteps } from './default-cycle'

type Version = RecordOf<'salesCycleVersion'>

/** Why a version cannot be put in force. */
type PublishProblem =
  | { readonly kind: 'closingSteps'; readonly n: number }
  | { readonly kind: 'noSteps' | 'noChangeNote' | 'notADraft' }
  | { readonly kind: 'unnamedStep'; readonly no: number }
  | { readonly kind: 'emptyCriterion'; readonly step: string }
  | { readonly kind: 'duration'; readonly step: string; readonly given: number }
  | { readonly kind: 'beforeOlder'; readonly no: number; readonly from: Day }

const blank = (text: string | null): boolean => (text ?? '').trim() === ''

/** What keeps a draft from being in force from a day on; empty where nothing does. */
export function publishProblems(region: Region, version: Version, from: Day): readonly PublishProblem[] {
  const found: PublishProblem[] = []
  const { steps } = version
  if (version.state !== 'draft') found.push({ kind: 'notADraft' })
  if (steps.length === 0) found.push({ kind: 'noSteps' })
  const closing = steps.filter(step => step.closesSale).length
  if (closing !== 1 && steps.length > 0) found.push({ kind: 'closingSteps', n: closing })
  if (version.no > 1 && blank(version.changeNote)) found.push({ kind: 'noChangeNote' })
  steps.forEach((step, at) => {
    if (blank(step.name)) found.push({ kind: 'unnamedStep', no: at + 1 })
    if (step.criteria.some(each => blank(each.text))) found.push({ kind: 'emptyCriterion', step: step.name })
    if (!Number.isInteger(step.duration) || step.duration < 0 || step.duration > 250)
      found.push({ kind: 'duration', step: step.name, given: step.duration })
  })
  for (const other of actives(region, version))
    if (other.effectiveFrom !== null && other.effectiveFrom >= from)
      found.push({ kind: 'beforeOlder', no: other.no, from: other.effectiveFrom })
  return found
}

const actives = (region: Region, version: Version): readonly Version[] =>
  region
    .where('salesCycleVersion', 'cycle', version.cycle)
    .filter(each => each.id !== version.id && each.state === 'active')

/** Puts a draft in force from a day on; the version that was in force ends on the day before, so that no two overlap. */
export function publish(
  edit: Edit,
  region: Region,
  version: Version,
  from: Day,
): Result<null, readonly PublishProblem[]> {
  const problems = publishProblems(region, version, from)
  if (problems.length > 0) return fail(problems)
  for (const other of actives(region, version))
    if (other.effectiveTo === null || other.effectiveTo >= from)
      edit.set('salesCycleVersion', other.id, { effectiveTo: addDays(from, -1) })
  edit.set('salesCycleVersion', version.id, { state: 'active', effectiveFrom: from, effectiveTo: null })
  return ok(null)
}

/** The values of the next draft of a cycle, with the steps of its newest version. */
export function nextDraft(region: Region, cycle: Id<'salesCycle'>): NewValues<'salesCycleVersion'> {
  const versions = region.where('salesCycleVersion', 'cycle', cycle)
  const newest = versions.reduce<Version | null>((a, b) => (a && a.no > b.no ? a : b), null)
  return { cycle, no: (newest?.no ?? 0) + 1, state: 'draft', steps: newest?.steps ?? [] }
}

/** A key made of a name that none of the taken ones equals: "Technical test" is `technical-test`. */
export function freeKey(name: string, taken: ReadonlySet<string>): string {
  const base =
    foldText(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 16) || 'step'
  let key = base
  for (let no = 2; taken.has(key); no++) key = `${base.slice(0, 13)}-${no}`
  return key
}

/** An empty step with a key of its own. */
export function emptyStep(steps: readonly CycleStep[], name: string): CycleStep {
  const key = freeKey(name, new Set(steps.map(step => step.key)))
  return {
    key,
    name,
    side: 'joint',
    objective: '',
    prerequisites: [],
    sellerRoles: [],
    buyerRoles: [],
    preparation: '',
    guidelines: '',
    postStep: '',
    tools: [],
    duration: 5,
    lag: 0,
    mandatory: true,
    closesSale: false,
    parallelGroup: null,
    dateRule: null,
    criteria: [],
    events: [],
  }
}

/** The same steps with one at another place. */
export function withStepAt(steps: readonly CycleStep[], from: number, to: number): readonly CycleStep[] {
  const step = steps[from]
  if (!step || to < 0 || to >= steps.length) return steps
  const rest = steps.filter((_, at) => at !== from)
  return [...rest.slice(0, to), step, ...rest.slice(to)]
}

/** The same steps with the sale closed by one of them only. */
export const withClosing = (steps: readonly CycleStep[], key: string): readonly CycleStep[] =>
  steps.map(step =>
    step.closesSale === (step.key === key) ? step : { ...step, closesSale: step.key === key },
  )

/** Adds a cycle with a first draft: the steps of the default cycle, to be tailored. */
export function addCycle(edit: Edit, region: Region, name: string): Id<'salesCycle'> {
  const key = freeKey(name, new Set(region.all('salesCycle').map(each => each.key)))
  const cycle = edit.add('salesCycle', { name, key, kind: 'sale' })
  edit.add('salesCycleVersion', { cycle, no: 1, state: 'draft', steps: defaultSteps })
  return cycle
}

/** True where the region has the cycle that ships, retired or not. */
export const hasDefaultCycle = (region: Region): boolean =>
  region.all('salesCycle').some(each => each.key === 'default')

/** Adds the cycle that ships, in force from a day on, where a region does not have it. */
export function addDefaultCycle(edit: Edit, region: Region, from: Day): void {
  if (hasDefaultCycle(region)) return
  const cycle = edit.add('salesCycle', { name: 'Default cycle', key: 'default', kind: 'sale' })
  edit.add('salesCycleVersion', {
    cycle,
    no: 1,
    state: 'active',
    effectiveFrom: from,
    changeNote: 'The cycle that ships',
    steps: defaultSteps,
  })
}

/** The sentence of a problem that keeps a version from being in force. */
export function publishProblemText(problem: PublishProblem): string {
  switch (problem.kind) {
    case 'closingSteps':
      return problem.n === 0
        ? 'No step closes the sale (CY-W1). Mark the one whose end is the signature.'
        : `${problem.n} steps close the sale (CY-W1). Leave the mark on one of them.`
    case 'noSteps':
      return 'The version has no steps. Add the first one.'
    case 'noChangeNote':
      return 'Say in the change note what is different from the version before.'
    case 'notADraft':
      return 'Only a draft can be put in force. Make a new version.'
    case 'unnamedStep':
      return `Step ${problem.no} has no name. Give it one.`
    case 'emptyCriterion':
      return `“${problem.step}” has an exit criterion without words. Say what the buyer must have done, or take it out.`
    case 'duration':
      return `“${problem.step}” lasts ${problem.given} working days. Give 0 to 250.`
    case 'beforeOlder':
      return `Version ${problem.no} is in force from ${problem.from}. Choose a later day, so that the two do not overlap.`
  }
}
