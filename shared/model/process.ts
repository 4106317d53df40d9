/** Tables of the sales process: cycles, plans, statuses, events, milestones, cadences and process changes. */
import type { Day } from '../base/day'
import {
  choice,
  day,
  flag,
  json,
  list,
  longText,
  must,
  number,
  ref,
  refs,
  stamp,
  table,
  text,
  whole,
} from './field'

/** What the buyer must have done or said before a step is left. */
export interface ExitCriterion {
  readonly key: string
  readonly text: string
  readonly kind: 'buyerAction' | 'document' | 'fact'
  readonly required: boolean
  readonly buyerRole: string | null
}

/** A buyer's date rule: one day, or "2nd Tuesday of the month" as week 1–5 (5 = last) and weekday 0–6 from Monday. */
export type DateRule =
  | { readonly kind: 'date'; readonly on: Day }
  | { readonly kind: 'monthly'; readonly week: number; readonly weekday: number }

/** One step of a sales cycle (section 1). */
export interface CycleStep {
  readonly key: string
  readonly name: string
  readonly side: 'sell' | 'buy' | 'joint'
  readonly objective: string
  readonly prerequisites: readonly string[]
  readonly sellerRoles: readonly string[]
  readonly buyerRoles: readonly string[]
  readonly preparation: string
  readonly guidelines: string
  readonly postStep: string
  readonly tools: readonly string[]
  readonly duration: number
  readonly lag: number
  readonly mandatory: boolean
  readonly closesSale: boolean
  readonly parallelGroup: string | null
  readonly dateRule: DateRule | null
  readonly criteria: readonly ExitCriterion[]
  /** Keys of the events that finishing this step gives evidence for. */
  readonly events: readonly string[]
}

/** The ordered steps for one offering to one market. */
export const salesCycle = table('salesCycle', 'Sales cycle', 'Sales cycles', {
  name: must(text('Cycle'), ''),
  key: must(text('Key'), ''),
  kind: must(
    choice('Kind', { sale: 'Sale', addOn: 'Add-on', renewal: 'Renewal', recruiting: 'Recruiting' }),
    'sale',
  ),
  product: ref('product', 'Product'),
  productFamily: text('Product family'),
  targetMarket: ref('targetMarket', 'Target market'),
  owner: text('Owner'),
  retired: flag('Retired'),
})

/** One version of a cycle; plans pin it. */
export const salesCycleVersion = table(
  'salesCycleVersion',
  'Cycle version',
  'Cycle versions',
  {
    cycle: must(ref('salesCycle', 'Cycle')),
    no: must(whole('Version', { range: [1, 9999] }), 1),
    state: must(choice('State', { draft: 'Draft', active: 'Active', retired: 'Retired' }), 'draft'),
    effectiveFrom: day('Effective from'),
    effectiveTo: day('Effective until'),
    changeNote: text('Change note'),
    hypothesis: text('Hypothesis'),
    metric: text('Metric'),
    target: number('Target'),
    steps: json<readonly CycleStep[]>('Steps', []),
  },
  { title: 'changeNote' },
)

/** A named achievement reported for each deal. */
export const milestoneDef = table('milestoneDef', 'Milestone', 'Milestones', {
  name: must(text('Milestone'), ''),
  key: must(text('Key'), ''),
  order: must(whole('Order'), 0),
  event: text('Derived from event'),
  step: text('Derived from step'),
})

/** A milestone reached by a deal. */
export const milestoneAchievement = table(
  'milestoneAchievement',
  'Milestone reached',
  'Milestones reached',
  {
    opportunity: must(ref('opportunity', 'Opportunity')),
    milestone: must(ref('milestoneDef', 'Milestone')),
    achievedOn: must(day('Achieved on')),
    evidence: text('Evidence'),
    recordedAt: must(stamp('Recorded at'), ''),
    correction: text('Reason of correction'),
  },
  { title: 'evidence' },
)

/** How an exit criterion stands in a plan. */
export interface CriterionResult {
  readonly key: string
  readonly met: boolean
  readonly waived: boolean
  readonly metOn: Day | null
  readonly evidence: string | null
  readonly by: string | null
  readonly reason: string | null
}

/** One step of an opportunity plan; planned dates are derived and never stored. */
export interface PlanStep {
  readonly id: string
  /** Key of the step in the cycle version; null where it was added by hand. */
  readonly key: string | null
  readonly name: string
  readonly side: 'sell' | 'buy' | 'joint'
  readonly duration: number
  readonly lag: number
  readonly parallelGroup: string | null
  readonly dateRule: DateRule | null
  readonly closesSale: boolean
  readonly mandatory: boolean
  readonly baselineStart: Day | null
  readonly baselineEnd: Day | null
  readonly actualStart: Day | null
  readonly actualEnd: Day | null
  readonly status: 'notStarted' | 'inProgress' | 'done' | 'skipped' | 'removed'
  readonly reason: string | null
  readonly notes: string | null
  readonly criteria: readonly (ExitCriterion & CriterionResult)[]
  readonly events: readonly string[]
}

/** One re-plan: when, why, and the close date that came out. */
export interface PlanRevision {
  readonly no: number
  readonly on: Day
  readonly reason: string
  readonly close: Day
  readonly by: string | null
}

/** A cycle version tailored and dated for one deal. */
export const opportunityPlan = table(
  'opportunityPlan',
  'Opportunity plan',
  'Opportunity plans',
  {
    opportunity: must(ref('opportunity', 'Opportunity')),
    version: ref('salesCycleVersion', 'Cycle version'),
    startOn: must(day('Starts on')),
    workWeek: ref('workWeek', 'Calendar'),
    state: must(
      choice('State', {
        draft: 'Draft',
        baselined: 'Baselined',
        running: 'Running',
        replanned: 'Re-planned',
        closed: 'Closed',
        abandoned: 'Abandoned',
      }),
      'draft',
    ),
    baselineOn: day('Baselined on'),
    revisions: json<readonly PlanRevision[]>('Revisions', []),
    steps: json<readonly PlanStep[]>('Steps', []),
  },
  { title: null },
)

/** A rank of the buyer's or our own progress (5.1). */
export const statusDef = table(
  'statusDef',
  'Status',
  'Statuses',
  {
    set: must(text('Set', { help: 'Cycle key, or default.' }), 'default'),
    side: must(choice('Side', { buying: 'Buying', selling: 'Selling' }), 'buying'),
    rank: must(whole('Rank', { range: [0, 9] }), 0),
    code: must(text('Code'), ''),
    label: must(text('Status'), ''),
    meaning: text('Reached when'),
  },
  { title: 'label' },
)

/** An objective fact that opens a status. */
export const eventDef = table(
  'eventDef',
  'Event',
  'Events',
  {
    set: must(text('Set'), 'default'),
    key: must(text('Key'), ''),
    side: must(choice('Side', { buying: 'Buying', selling: 'Selling' }), 'buying'),
    rank: must(whole('Opens rank', { range: [0, 9] }), 1),
    text: must(text('Event'), ''),
    required: flag('Required', true),
    evidenceHint: text('Evidence hint'),
  },
  { title: 'text' },
)

/** An event on a deal, with both its times (CV-2) and its evidence. */
export const opportunityEvent = table(
  'opportunityEvent',
  'Deal event',
  'Deal events',
  {
    opportunity: must(ref('opportunity', 'Opportunity')),
    event: must(ref('eventDef', 'Event')),
    occurredOn: must(day('Occurred on')),
    recordedAt: must(stamp('Recorded at'), ''),
    evidence: must(text('Evidence'), ''),
    person: ref('person', 'Person'),
    state: must(choice('State', { complete: 'Complete', revoked: 'Revoked', waived: 'Waived' }), 'complete'),
    revokedOn: day('Revoked on'),
    revokedAt: stamp('Revocation recorded at'),
    reason: text('Reason'),
    by: text('By'),
  },
  { title: 'evidence' },
)

/** What a CRM stage is taken to mean until events are known (FC-5b). */
export const stageStatus = table(
  'stageStatus',
  'Stage meaning',
  'Stage meanings',
  {
    set: must(text('Set'), 'default'),
    stage: must(text('CRM stage'), ''),
    order: must(whole('Order'), 0),
    buying: whole('Buying status', { range: [0, 9] }),
    selling: whole('Sales status', { range: [0, 9] }),
    state: must(
      choice('Means', {
        open: 'Open',
        won: 'Won',
        lost: 'Lost',
        noDecision: 'No decision',
        disqualified: 'Disqualified',
      }),
      'open',
    ),
    dated: flag('Age runs', true, {
      help: 'False for stages in which a deal has no starting date of its own.',
    }),
  },
  { title: 'stage' },
)

/** One touch of a cadence. */
export interface CadenceStep {
  readonly no: number
  readonly dayOffset: number
  readonly channel: string
  readonly content: string
}

/** A planned sequence of touches (PL-19). */
export const cadence = table('cadence', 'Cadence', 'Cadences', {
  name: must(text('Cadence'), ''),
  steps: json<readonly CadenceStep[]>('Touches', []),
})

/** Someone being worked through a cadence. */
export const enrolment = table(
  'enrolment',
  'Enrolment',
  'Enrolments',
  {
    cadence: must(ref('cadence', 'Cadence')),
    lead: ref('lead', 'Lead'),
    person: ref('person', 'Person'),
    opportunity: ref('opportunity', 'Opportunity'),
    owner: ref('rep', 'Owner'),
    startOn: must(day('Started on')),
    state: must(
      choice('State', { running: 'Running', replied: 'Replied', finished: 'Finished', stopped: 'Stopped' }),
      'running',
    ),
  },
  { title: null },
)

/** One planned or done touch of an enrolment. */
export const touch = table(
  'touch',
  'Touch',
  'Touches',
  {
    enrolment: must(ref('enrolment', 'Enrolment')),
    no: must(whole('Touch'), 1),
    dueOn: must(day('Due')),
    doneOn: day('Done on'),
    result: text('Result'),
  },
  { title: 'result' },
)

/** A change of the process with the metric that will judge it (6.4). */
export const processChange = table(
  'processChange',
  'Process change',
  'Process changes',
  {
    problem: must(text('Problem'), ''),
    metric: text('Metric'),
    baseline: number('Baseline'),
    baselineN: whole('Baseline n'),
    hypothesis: longText('Hypothesis'),
    change: longText('Change'),
    version: ref('salesCycleVersion', 'New cycle version'),
    expected: number('Expected'),
    pilot: refs('rep', 'Pilot reps'),
    startOn: day('Starts on'),
    reviewOn: day('Review on'),
    state: must(
      choice('State', { idea: 'Idea', running: 'Running', kept: 'Kept', reverted: 'Reverted' }),
      'idea',
    ),
    decision: text('Decision'),
    result: number('Result'),
    resultN: whole('Result n'),
  },
  { title: 'problem' },
)

/** One cell of the five-verbs board: a topic under define, implement, inspect, coach or improve, with owner and date. */
export const processTask = table('processTask', 'Process task', 'Process tasks', {
  name: must(text('Task'), ''),
  verb: must(
    choice('Verb', {
      define: 'Define',
      implement: 'Implement',
      inspect: 'Inspect',
      coach: 'Coach',
      improve: 'Improve',
    }),
    'define',
  ),
  topic: text('Topic'),
  owner: text('Owner'),
  dueOn: day('Due'),
  doneOn: day('Done on'),
  links: list('Links'),
})
