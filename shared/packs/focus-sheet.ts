/** Sheet 2 of a pack: what the figures point to, largest first; the rep says how they see it. */
import { decompose, type Level } from '../coaching/roam-decomposition'
import type { PackRow, PackSheet } from './pack-content'
import type { RepFacts } from './pack-facts'
import { formatMinor } from './pack-words'
import { scorecard, type Metric } from './scorecard'

/** One finding; `size` is money where the finding has a size in money. */
export interface Finding {
  readonly key: string
  readonly finding: string
  readonly size: number | null
  readonly evidence: string
  readonly focus: string
}

const most = 5

/** The findings of a rep: the parts of the gap to the peers that are against them, and what stands still more than elsewhere. */
export function findings(rep: RepFacts): readonly Finding[] {
  const metrics = new Map(scorecard(rep).map(each => [each.key, each]))
  const found = [...gapFindings(rep, metrics), ...stillFindings(metrics)]
  return found.slice(0, most)
}

const proposals = {
  n: {
    finding: 'Fewer decided deals than the other reps',
    focus: 'Activity plan: new opportunities and decisions per week',
  },
  w: {
    finding: 'A lower win ratio than the other reps',
    focus: 'Find the step that is lost most and practise it',
  },
  v: {
    finding: 'Smaller deals than the other reps',
    focus: 'Larger products and accounts; defend the price',
  },
} as const

function gapFindings(rep: RepFacts, metrics: ReadonlyMap<string, Metric>): Finding[] {
  const ratio = metrics.get('winRatio')
  const mean = metrics.get('meanWon')
  const own = level(ratio?.n, ratio?.result, mean?.result)
  const peerCount = rep.peers.length
  const peers = level(null, ratio?.peer, mean?.peer)
  if (!own || !peers || peerCount === 0) return []
  const decidedByPeers = rep.peers.reduce((sum, rows) => sum + decided(rows, rep), 0) / peerCount
  const parts = decompose(own, { ...peers, n: decidedByPeers })
  if (parts.kind !== 'parts') return []
  return (['n', 'w', 'v'] as const)
    .filter(key => parts[key] < 0)
    .sort((a, b) => parts[a] - parts[b])
    .map(key => ({
      key: `gap-${key}`,
      finding: proposals[key].finding,
      size: Math.round(parts[key]),
      evidence: `12 months: ${own.n} decided, ${(own.w * 100).toFixed(1)} % won, mean ${formatMinor(Math.round(own.v), rep.facts.currency)}; peers ${decidedByPeers.toFixed(0)}, ${(peers.w * 100).toFixed(1)} %, ${formatMinor(Math.round(peers.v), rep.facts.currency)}`,
      focus: proposals[key].focus,
    }))
}

const level = (
  n: string | null | undefined,
  w: number | null | undefined,
  v: number | null | undefined,
): Level | null =>
  w === null || w === undefined || v === null || v === undefined
    ? null
    : { n: Number(n?.split('/')[1] ?? 1), w, v }

/** Decided deals of the twelve months, counted as the win ratio counts them. */
function decided(rows: RepFacts['rows'], rep: RepFacts): number {
  const from = new Set(['won', 'lost', 'noDecision'])
  const since = `${Number(rep.facts.asOf.slice(0, 4)) - 1}${rep.facts.asOf.slice(4)}`
  return rows.filter(
    each =>
      from.has(each.state) &&
      each.deal.closedOn !== null &&
      each.deal.closedOn > since &&
      each.deal.closedOn <= rep.facts.asOf,
  ).length
}

const stills = [
  [
    'noNextStep',
    'Open deals without a next step of the buyer',
    'Leave no talk without a dated step of the buyer',
  ],
  ['stuck', 'Deals that make no progress', 'Mutual close plan for the largest stuck deals'],
  ['stale', 'Deals that no one touches', 'Decide on them: go on, postpone or archive'],
  ['deadByAge', 'Deals older than any that ever closed', 'Clear the list: archive or reopen with the buyer'],
] as const

/** A share counts where it is at least a fifth and a quarter above that of the others. */
function stillFindings(metrics: ReadonlyMap<string, Metric>): Finding[] {
  return stills.flatMap(([key, finding, focus]) => {
    const metric = metrics.get(key)
    if (!metric || metric.result === null || metric.result < 0.2) return []
    if (metric.peer !== null && metric.result < metric.peer * 1.25) return []
    const peer = metric.peer === null ? '' : `, the other reps ${(metric.peer * 100).toFixed(0)} %`
    return [
      {
        key,
        finding,
        size: null,
        evidence: `${metric.n}, ${(metric.result * 100).toFixed(0)} %${peer}`,
        focus,
      },
    ]
  })
}

/** Builds the sheet. */
export function focusSheet(rep: RepFacts): PackSheet {
  return {
    key: 'focus',
    name: '2 Focus',
    title: 'Focus',
    hint: 'What the figures point to. One focus a month is enough; say how you see it.',
    columns: [
      { key: 'finding', header: 'Finding', kind: 'text', fill: false, width: 34, wrap: true },
      { key: 'size', header: 'Size', kind: 'money', fill: false, width: 14 },
      { key: 'evidence', header: 'Evidence', kind: 'text', fill: false, width: 46, wrap: true },
      { key: 'focus', header: 'Proposed focus', kind: 'text', fill: false, width: 36, wrap: true },
      {
        key: 'agrees',
        header: 'Rep agrees',
        kind: 'list',
        list: 'agrees',
        fill: true,
        width: 10,
        hint: 'Do you agree?',
      },
      {
        key: 'myView',
        header: 'My view',
        kind: 'text',
        fill: true,
        width: 32,
        longest: 500,
        wrap: true,
        hint: 'How you see it.',
      },
      {
        key: 'need',
        header: 'What I need',
        kind: 'text',
        fill: true,
        width: 32,
        longest: 500,
        wrap: true,
        hint: 'What would help.',
      },
    ],
    rows: findings(rep).map((each, at): PackRow => ({
      key: `F${at + 1}`,
      ref: each.finding,
      values: { finding: each.finding, size: each.size, evidence: each.evidence, focus: each.focus },
    })),
    spareRows: 0,
    empty: 'Nothing stands out: no gap to the other reps that the figures can carry.',
    frozen: 1,
  }
}
