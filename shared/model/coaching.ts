/** Tables of working with reps: one list of actions, one-on-ones, skills, coaching entries and packs. */
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
  stamp,
  table,
  text,
  whole,
} from './field'

/** Something to do, whatever it came from: one list for everything. */
export const actionItem = table(
  'actionItem',
  'Action',
  'Actions',
  {
    text: must(text('Action'), ''),
    rep: ref('rep', 'Owner'),
    ownerName: text('Owner, if no rep'),
    dueOn: day('Due'),
    state: must(choice('State', { open: 'Open', done: 'Done', cancelled: 'Cancelled' }), 'open'),
    doneOn: day('Done on'),
    evidence: text('Done: evidence'),
    origin: must(
      choice('Origin', {
        manual: 'By hand',
        strategy: 'Strategy sheet',
        buyers: 'Buyer map',
        review: 'Review',
        meeting: 'Meeting',
        pack: 'Coaching pack',
        warning: 'Warning',
        plan: 'Plan',
        coaching: 'Coaching',
        disposition: 'Decision',
      }),
      'manual',
    ),
    originId: text('Origin record'),
    opportunity: ref('opportunity', 'Opportunity'),
    account: ref('account', 'Account'),
    comment: text('Comment'),
  },
  { title: 'text' },
)

/** A meeting of the rhythm, such as a one-on-one. */
export const meeting = table(
  'meeting',
  'Meeting',
  'Meetings',
  {
    kind: must(
      choice('Kind', {
        oneOnOne: 'One-on-one',
        dealReview: 'Deal review',
        pipeline: 'Pipeline meeting',
        forecast: 'Forecast call',
        team: 'Team meeting',
        fieldDay: 'Field day',
        other: 'Other',
      }),
      'oneOnOne',
    ),
    rep: ref('rep', 'Rep'),
    on: must(day('On')),
    minutes: whole('Minutes'),
    state: must(
      choice('State', {
        planned: 'Planned',
        prepared: 'Prepared',
        held: 'Held',
        minuted: 'Minuted',
        closed: 'Closed',
      }),
      'planned',
    ),
    topics: list('Topics'),
    notes: longText('Notes', { private: true }),
    decisions: list('Decisions'),
  },
  { title: 'kind' },
)

/** A skill with the level expected. */
export const skill = table('skill', 'Skill', 'Skills', {
  name: must(text('Skill'), ''),
  key: must(text('Key'), ''),
  group: choice('Group', {
    process: 'Process',
    methodology: 'Methodology',
    business: 'Business',
    product: 'Product',
    tools: 'Tools',
    attitude: 'Attitude',
  }),
  target: whole('Target', { range: [1, 5] }),
})

/** How a rep and the manager rate a skill. */
export const skillRating = table(
  'skillRating',
  'Skill rating',
  'Skill ratings',
  {
    rep: must(ref('rep', 'Rep')),
    skill: must(ref('skill', 'Skill')),
    on: must(day('On')),
    self: whole('Self', { range: [1, 5] }),
    manager: whole('Manager', { range: [1, 5] }),
    example: text('Example'),
  },
  { title: 'example' },
)

/** What is being coached with a rep. */
export const coachingEntry = table(
  'coachingEntry',
  'Coaching entry',
  'Coaching entries',
  {
    rep: must(ref('rep', 'Rep')),
    on: must(day('On')),
    kind: choice('Kind', {
      train: 'Train',
      talk: 'Talk it through',
      consequences: 'Change consequences',
      obstacle: 'Remove an obstacle',
    }),
    focus: text('Focus'),
    hypothesis: text('Hypothesis'),
    metric: text('Metric'),
    baseline: number('Baseline'),
    agreed: longText('Agreed'),
    followUpOn: day('Follow-up'),
    outcome: choice('Outcome', { improved: 'Improved', same: 'Same', worse: 'Worse', dropped: 'Dropped' }),
    notes: longText('Notes', { private: true }),
  },
  { title: 'focus' },
)

/** A coaching pack that went out; what it said lies in the archive. */
export const pack = table(
  'pack',
  'Pack',
  'Packs',
  {
    packId: must(text('Pack id'), ''),
    kind: must(
      choice('Kind', {
        coaching: 'Coaching pack',
        pipelineReview: 'Pipeline review',
        forecast: 'Forecast pack',
      }),
      'coaching',
    ),
    rep: ref('rep', 'Rep'),
    asOf: must(day('As of')),
    no: must(whole('Number'), 1),
    exportedAt: must(stamp('Exported at'), ''),
    fileName: text('File'),
    archiveKey: text('Archive key'),
    returnedAt: stamp('Returned at'),
    accepted: flag('Taken back'),
    counts: json<Readonly<Record<string, number>>>('Counts', {}),
  },
  { title: 'fileName' },
)
