/** The sheets of a pipeline review (section 6): Deals, Stuck & stale, Conversions, Sources. */
import { breakDownOf, conversionsOf } from '../process/conversion'
import { isInWork } from '../process/decide-deals'
import { dispositionStateWords } from '../process/decision-words'
import { dealPaths } from '../process/deal-path'
import type { DealState, DealStates } from '../process/deal-state'
import { compareShares, sharesOf } from '../process/rep-comparison'
import { sourceTable } from '../process/source-economics'
import type { Standing } from '../process/standing-still'
import { always, winRatio, winRatios } from '../process/win-ratio'
import { regionCurrency, settingsOf } from '../region/settings'
import type { Region } from '../region/region'
import type { PackValue } from './pack-content'
import { flagWords, formatMinor, lampWords } from './pack-words'
import type { ReviewContent, ReviewSheet, ReviewTable } from './review-content'

const percent = (x: number, digits = 1): string => `${(x * 100).toFixed(digits)} %`
const sumOf = (rows: readonly DealState[]): number =>
  rows.reduce((sum, row) => sum + (row.value.amount ?? 0), 0)
const byValue = (a: DealState, b: DealState): number => (b.value.amount ?? 0) - (a.value.amount ?? 0)

/** The review of a region as of the day of `states`. */
export function reviewContent(region: Region, states: DealStates): ReviewContent {
  const settings = settingsOf(region)
  return {
    region: settings.regionName,
    asOf: states.asOf,
    currency: regionCurrency(settings),
    findings: findings(states, regionCurrency(settings)),
    sheets: [
      dealsSheet(states),
      stillSheet(states),
      conversionSheet(region, states),
      sourcesSheet(region, states),
    ],
  }
}

function findings(states: DealStates, currency: ReviewContent['currency']): readonly string[] {
  const work = states.rows.filter(isInWork)
  const dead = work.filter(row => row.deadByAge === true)
  const decide = work.filter(row => row.needsDisposition || row.disposition.state === 'revisit')
  const open = states.rows.filter(row => row.state === 'open')
  const qualified = work.filter(row => row.class.kind === 'qualified')
  const { closed, mature } = winRatio(states, always)
  const longest = states.ageLimits.of(null)
  return [
    `${open.length} deals are open, ${formatMinor(sumOf(open), currency)}; ${work.length} of them are in work, ${open.length - work.length} were put aside by a decision.`,
    `${qualified.length} in work are qualified, ${formatMinor(sumOf(qualified), currency)}.`,
    longest === null
      ? 'Dead by age cannot be judged: too few closed deals.'
      : `${dead.length} in work are older than any deal ever took to close (${longest.days} days at most), ${formatMinor(sumOf(dead), currency)}.`,
    states.anyActivity
      ? `${decide.length} wait for a decision: stuck and stale, or postponed until now.`
      : 'Stale cannot be judged: no activities imported.',
    ...(closed.p === null
      ? []
      : [
          `Win ratio ${percent(closed.p, 2)} (${closed.k}/${closed.n}, 95 % interval ${percent(closed.low)} to ${percent(closed.high)})${mature.p === null ? '' : `; of the mature cohort ${percent(mature.p, 2)} (${mature.k}/${mature.n})`}.`,
        ]),
  ]
}

const col = (header: string, kind: ReviewTable['columns'][number]['kind'] = 'text') => ({ header, kind })

function dealsSheet(states: DealStates): ReviewSheet {
  const open = states.rows.filter(row => row.state === 'open').sort(byValue)
  return {
    name: 'Deals',
    title: 'Open deals',
    widths: [30, 20, 17, 17, 15, 12, 12, 15, 8, 30, 20, 11, 11, 11, 12, 11, 20],
    tables: [
      {
        title: 'Open deals',
        note: 'Largest first. M, D, B: decision maker, decision date and budget known; in brackets where only claimed.',
        columns: [
          col('Deal'),
          col('Account'),
          col('Owner'),
          col('Manager'),
          col('Product'),
          col('Stage'),
          col('Value', 'money'),
          col('Class M/D/B'),
          col('Age, days', 'whole'),
          col('Flags'),
          col('Next step'),
          col('Next step on', 'day'),
          col('CRM close', 'day'),
          col('Decision date', 'day'),
          col('Disposition'),
          col('Revisit on', 'day'),
          col('Why decided so'),
        ],
        rows: open.map(row => [
          row.deal.name,
          row.account?.name ?? null,
          row.owner?.name ?? null,
          row.owner?.manager ?? null,
          row.product?.name ?? null,
          row.deal.stage,
          row.value.amount,
          lampWords(row),
          row.age.kind === 'known' ? row.age.days : null,
          isInWork(row) ? flagWords(row).join(', ') || null : null,
          row.deal.nextStep,
          row.deal.nextStepOn,
          row.deal.expectedClose,
          row.deal.decisionDate,
          dispositionStateWords[row.disposition.state],
          row.disposition.revisitOn,
          row.disposition.record?.reason ?? null,
        ]),
        sums: [6],
        empty: 'There are no open deals.',
      },
    ],
  }
}

const quadrants: readonly (readonly [Standing, string, string])[] = [
  ['stuckStale', 'Stuck and stale', 'A decision is due'],
  ['stuckTouched', 'Stuck but touched', 'The buyer’s process, or skill: coach'],
  ['movingStale', 'Moving but stale', 'The records lag: have them written'],
  ['healthy', 'Moving and touched', 'Leave it to the rep'],
]

function stillSheet(states: DealStates): ReviewSheet {
  const work = states.rows.filter(isInWork)
  const unjudged = work.filter(row => row.standing === null)
  const still = work
    .filter(
      row =>
        row.stuck.is === true ||
        row.stale.is === true ||
        row.deadByAge === true ||
        row.overdue.length > 0 ||
        row.pushes >= 2,
    )
    .sort(byValue)
  const count = (words: string, rows: readonly DealState[], verb: string): readonly PackValue[] => [
    words,
    rows.length,
    sumOf(rows),
    verb,
  ]
  return {
    name: 'Stuck & stale',
    title: 'What stands still',
    widths: [34, 18, 16, 36, 14, 12, 14, 12, 12, 14, 14, 12, 14],
    tables: [
      {
        title: 'Moving and touched',
        note: states.anyActivity
          ? `Stuck: no progress for longer than ${states.settings.stuckFactor} times what won deals needed, at least ${states.settings.stuckFloor} working days. Stale: not touched for ${states.settings.staleDays} days.`
          : 'Stale cannot be judged: no activities imported.',
        columns: [col('Where'), col('Deals', 'whole'), col('Value', 'money'), col('What it asks for')],
        rows: [
          ...quadrants.map(([key, words, verb]) =>
            count(
              words,
              work.filter(row => row.standing === key),
              verb,
            ),
          ),
          count('Cannot be judged on both sides', unjudged, 'Import activities, or give dates'),
        ],
        sums: [1, 2],
        empty: '',
        chart: { title: 'Deals in work by moving and touched', category: 0, values: [1] },
      },
      {
        title: 'Deals that stand still',
        note: 'Stuck, stale, dead by age, overdue or pushed at least twice; largest first. An empty cell means that it cannot be judged.',
        columns: [
          col('Deal'),
          col('Owner'),
          col('Value', 'money'),
          col('Where'),
          col('Without progress, days', 'whole'),
          col('Limit, days', 'whole'),
          col('Untouched, days', 'whole'),
          col('Age, days', 'whole'),
          col('Longest ever', 'whole'),
          col('Dead by age'),
          col('Overdue since', 'day'),
          col('Pushes', 'whole'),
          col('Disposition'),
        ],
        rows: still.map(row => [
          row.deal.name,
          row.owner?.name ?? null,
          row.value.amount,
          row.standing ? (quadrants.find(each => each[0] === row.standing)?.[1] ?? null) : null,
          row.stuck.is === null ? null : row.stuck.days,
          roundOrNull(states.stuckLimits.of(row.deal, row.status)?.days),
          row.stale.is === null ? null : row.stale.days,
          row.age.kind === 'known' ? row.age.days : null,
          states.ageLimits.of(row.family)?.days ?? null,
          row.deadByAge === null ? null : row.deadByAge ? 'Yes' : 'No',
          row.overdue.map(each => each.on).sort()[0] ?? null,
          row.pushes,
          dispositionStateWords[row.disposition.state],
        ]),
        sums: [2],
        empty: 'Nothing stands still.',
      },
    ],
  }
}

const roundOrNull = (x: number | undefined): number | null => (x === undefined ? null : Math.round(x))

function conversionSheet(region: Region, states: DealStates): ReviewSheet {
  const paths = dealPaths(region, states)
  const least = states.settings.minWinRateN
  const breakDown = breakDownOf(paths)
  const ratios = winRatios(states, 'rep', always)
  const compared = compareShares(sharesOf(ratios), least)
  const verdict = new Map(compared.members.map(each => [each.key, each]))
  const words = {
    differs: 'Differs',
    watch: 'Watch',
    chance: 'Within chance',
    thin: 'Too few to say',
  } as const
  return {
    name: 'Conversions',
    title: 'Conversions and win ratios',
    widths: [30, 22, 14, 12, 12, 14, 14, 14, 14, 16],
    tables: [
      {
        title: 'Conversion of cohorts',
        note: `Of the deals that entered a step and had time to leave it, the share that ever reached the next; by ${paths.kind === 'stages' ? 'CRM stage' : 'sales status'}.`,
        columns: [
          col('Step'),
          col('Next'),
          col('Went on', 'percent'),
          col('k', 'whole'),
          col('n', 'whole'),
          col('95 % from', 'percent'),
          col('95 % to', 'percent'),
          col('Too young', 'whole'),
          col('Median days', 'whole'),
          col('Remark'),
        ],
        rows: conversionsOf(paths, always, states.asOf, least).map(each => [
          each.label,
          each.next,
          each.share.p,
          each.share.k,
          each.share.n,
          each.share.n > 0 ? each.share.low : null,
          each.share.n > 0 ? each.share.high : null,
          each.tooYoung,
          each.medianDays,
          each.share.thin ? `n below ${least}` : null,
        ]),
        sums: [],
        empty: 'No deal has gone through a step with a date yet.',
      },
      {
        title: 'Where deals leave',
        note: 'Lost, no decision, disqualified or stalled in the step, of all that entered it.',
        columns: [col('Step'), col(''), col('Left', 'percent'), col('k', 'whole'), col('n', 'whole')],
        rows: breakDown.steps.map(each => [each.label, null, each.exits.p, each.exits.k, each.exits.n]),
        sums: [],
        empty: 'No deal has entered a step yet.',
      },
      {
        title: 'Win ratios by rep',
        note:
          compared.members.length < 2
            ? 'Won of won, lost and no decision, by close date.'
            : `${compared.members.length} reps: ${compared.homogeneous ? 'differences within chance' : 'they differ more than chance'} (χ² ${compared.chiSquare.toFixed(2)}, df ${compared.df}, p ${compared.p.toFixed(2)}). Mature: of all deals that had time to be decided.`,
        columns: [
          col('Rep'),
          col('Judgement'),
          col('Win ratio', 'percent'),
          col('Won', 'whole'),
          col('Decided', 'whole'),
          col('95 % from', 'percent'),
          col('95 % to', 'percent'),
          col('Mature', 'percent'),
          col('Mature n', 'whole'),
          col('Won amount', 'money'),
        ],
        rows: ratios.map(each => {
          const own = each.key === null ? undefined : verdict.get(each.key)
          return [
            each.label ?? 'No owner',
            own ? words[own.verdict] : null,
            each.closed.p,
            each.closed.k,
            each.closed.n,
            each.closed.n > 0 ? each.closed.low : null,
            each.closed.n > 0 ? each.closed.high : null,
            each.mature.p,
            each.mature.n,
            each.wonSum,
          ]
        }),
        sums: [3, 4, 9],
        empty: 'No deal is decided yet.',
      },
    ],
  }
}

function sourcesSheet(region: Region, states: DealStates): ReviewSheet {
  const { rows } = sourceTable(region, states, always)
  const told = rows.filter(row => row.source !== null || row.deals.length > 0 || row.leads > 0)
  return {
    name: 'Sources',
    title: 'Lead sources',
    widths: [28, 13, 10, 10, 11, 8, 14, 14, 13, 13, 13, 13, 11, 26],
    tables: [
      {
        title: 'What sources cost and bring',
        note: 'Leads and deals by the day they began, wins by their close, costs by their period. The return is left out below the least number of wins.',
        columns: [
          col('Source'),
          col('Cost', 'money'),
          col('Leads', 'whole'),
          col('Accepted', 'whole'),
          col('Qualified', 'whole'),
          col('Wins', 'whole'),
          col('Revenue', 'money'),
          col('Margin', 'money'),
          col('Cost a lead', 'money'),
          col('Cost an accepted lead', 'money'),
          col('Cost a qualified deal', 'money'),
          col('Cost a win', 'money'),
          col('Return', 'percent'),
          col('Remark'),
        ],
        rows: told.map(row => [
          row.name ?? 'No source',
          row.cost,
          row.leads,
          row.accepted,
          row.qualified,
          row.wins,
          row.revenue,
          Math.round(row.margin),
          rounded(row.costPerLead),
          rounded(row.costPerAccepted),
          rounded(row.costPerQualified),
          rounded(row.costPerWin),
          row.thin ? null : row.roi,
          row.thin ? `Too few wins to rank (${row.wins})` : null,
        ]),
        sums: [1, 2, 3, 4, 5, 6, 7],
        empty: 'There are no lead sources yet.',
      },
    ],
  }
}

const rounded = (x: number | null): number | null => (x === null ? null : Math.round(x))
