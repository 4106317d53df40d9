/** Tables of the event-based forecast: matrices and their versions, calls and snapshots (section 5). */
import type { Day } from '../base/day'
import {
  choice,
  currency,
  day,
  json,
  longText,
  money,
  must,
  number,
  ref,
  stamp,
  table,
  text,
  whole,
} from './field'

/** One cell of a matrix version; `buying` and `selling` are ranks. */
export interface MatrixCell {
  readonly buying: number
  readonly selling: number
  readonly type: 'value' | 'check' | 'blocked'
  /** Probability of close, 0 to 0.98. */
  readonly poc: number
  /** Time until close in working days, 0 to 750. */
  readonly tuc: number
  readonly origin: 'expert' | 'calibrated' | 'blended'
  readonly n: number
  readonly wins: number
  readonly low: number | null
  readonly high: number | null
  readonly locked: boolean
  readonly reason: string | null
}

/** What a matrix set applies to; null means any. */
export interface MatrixScope {
  readonly region: string | null
  readonly productFamily: string | null
  readonly targetMarket: string | null
  readonly cycle: string | null
}

/** A pair of matrices under one name and scope. */
export const matrixSet = table('matrixSet', 'Matrix set', 'Matrix sets', {
  name: must(text('Matrix set'), ''),
  key: must(text('Key'), ''),
  kind: must(choice('Kind', { event: 'Buying and sales statuses', stage: 'CRM stages only' }), 'event'),
  statusSet: must(text('Status set'), 'default'),
  scope: json<MatrixScope>('Scope', { region: null, productFamily: null, targetMarket: null, cycle: null }),
})

/** A pair of cells whose order is accepted as it is, against FC-6. */
export interface AcceptedException {
  readonly measure: 'poc' | 'tuc'
  readonly low: readonly [number, number]
  readonly high: readonly [number, number]
  readonly reason: string
}

/** A comment on a version. */
export interface VersionComment {
  readonly by: string
  readonly at: string
  readonly text: string
}

/** One version of the two matrices. */
export const matrixVersion = table(
  'matrixVersion',
  'Matrix version',
  'Matrix versions',
  {
    set: must(ref('matrixSet', 'Matrix set')),
    no: must(whole('Version', { range: [1, 9999] }), 1),
    state: must(
      choice('State', {
        draft: 'Draft',
        inReview: 'In review',
        approved: 'Approved',
        superseded: 'Superseded',
        rejected: 'Rejected',
      }),
      'draft',
    ),
    effectiveFrom: day('Effective from'),
    sigma: must(number('Sigma', { range: [0.2, 1.5] }), 0.6),
    ageZero: must(number('Age zero', { range: [1.2, 5] }), 2.5),
    author: text('Author'),
    approver: text('Approver'),
    submittedAt: stamp('Submitted at'),
    decidedAt: stamp('Decided at'),
    comment: longText('Comment'),
    comments: json<readonly VersionComment[]>('Comments', []),
    basedOn: ref('matrixVersion', 'Based on'),
    /** Row codes (buying) and column codes (selling, or CRM stages) in their order. */
    rows: json<readonly string[]>('Rows', []),
    columns: json<readonly string[]>('Columns', []),
    cells: json<readonly MatrixCell[]>('Cells', []),
    exceptions: json<readonly AcceptedException[]>('Accepted exceptions', []),
  },
  { title: 'comment' },
)

/** What a rep or manager calls for a period; immutable once submitted (FC-16). */
export const forecastCall = table(
  'forecastCall',
  'Forecast call',
  'Forecast calls',
  {
    rep: ref('rep', 'Rep'),
    by: must(choice('Called by', { rep: 'Rep', manager: 'Manager' }), 'rep'),
    period: must(text('Period'), ''),
    asOf: must(day('As of')),
    commit: must(money('Commit'), 0),
    bestCase: money('Best case'),
    currency: currency(),
    comment: text('Comment'),
    /** Opportunity id to category. */
    categories: json<Readonly<Record<string, 'commit' | 'bestCase' | 'pipeline' | 'omitted'>>>(
      'Categories',
      {},
    ),
    submittedAt: stamp('Submitted at'),
  },
  { title: 'period' },
)

/** Frozen rows of the pipeline; the rows themselves lie in the archive under `archiveKey` (5.7). */
export const snapshot = table(
  'snapshot',
  'Snapshot',
  'Snapshots',
  {
    label: must(text('Snapshot'), ''),
    takenAt: must(stamp('Taken at'), ''),
    asOf: must(day('As of')),
    kind: must(
      choice('Kind', {
        weekly: 'Weekly',
        manual: 'Manual',
        periodStart: 'Period start',
        periodEnd: 'Period end',
        preImport: 'Before an import',
        sample: 'From the sample',
      }),
      'manual',
    ),
    rowCount: must(whole('Rows'), 0),
    openAmount: money('Open amount'),
    currency: currency(),
    archiveKey: must(text('Archive key'), ''),
  },
  { title: 'label' },
)

/** One deal in a snapshot. */
export interface SnapshotRow {
  readonly opportunity: string
  readonly name: string
  readonly owner: string | null
  readonly account: string | null
  readonly product: string | null
  readonly region: string | null
  readonly state: 'open' | 'won' | 'lost' | 'noDecision' | 'disqualified'
  readonly stage: string | null
  /** Minor units in the region's currency; list price where the deal has no amount. */
  readonly amount: number | null
  readonly buying: number | null
  readonly selling: number | null
  readonly assumed: boolean
  readonly version: string | null
  readonly probability: number | null
  readonly matrixClose: Day | null
  readonly planClose: Day | null
  readonly crmClose: Day | null
  readonly closedOn: Day | null
  readonly startedOn: Day | null
  readonly dealClass: 'qualified' | 'real' | 'suspect'
  readonly disposition: string | null
  readonly category: string | null
}
