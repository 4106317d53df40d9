/** From the gap to its node in the diagnosis tree (CO-5, steps 2 to 4): volume, win ratio, or value by mix or price. */
import type { Period } from '../base/fiscal'
import type { Id } from '../base/id'
import type { DealStates } from '../process/deal-state'
import { twoShares } from '../process/rep-comparison'
import type { Region } from '../region/region'
import type { Words } from '../region/warning'
import { decompose, type Decomposition } from './roam-decomposition'
import { peersOf, resultsOf, type Results } from './roam-levels'

/** Where a gap comes from; `noGap` and `ahead` name no topic, so that none is invented. */
type DiagnosisNode =
  'noPeers' | 'noBasis' | 'noGap' | 'ahead' | 'volume' | 'winRatio' | 'valueMix' | 'valuePrice'

/** A rep's results in a period against the manager's other people, with the node that the gap leads to. */
export interface Diagnosis {
  readonly period: Period
  readonly own: Results
  readonly peers: Results
  readonly peerReps: readonly Id<'rep'>[]
  readonly parts: Decomposition
  readonly node: DiagnosisNode
  /** False where the difference of the win ratios is within chance at 5 %. */
  readonly winRatioDiffers: boolean
  /** CO-W6: too few decided deals or wins of the rep to diagnose by. */
  readonly thin: boolean
  /** False where no activities were imported, so that volume cannot be followed to its cause. */
  readonly anyActivity: boolean
}

/** Points of price realisation under the peers from which price, not mix, is the topic (CO-5). */
const pricePoints = 0.03

/** Diagnoses one rep for a period; peers are the manager's other reps who decided a deal in it (CO-4). */
export function diagnose(region: Region, states: DealStates, rep: Id<'rep'>, period: Period): Diagnosis {
  const peerReps = peersOf(region, states, rep, period)
  const own = resultsOf(region, states, period, [rep])
  const peers = resultsOf(region, states, period, peerReps)
  const parts = decompose(own, peers)
  const { minWinRateN, minAverageN } = states.settings
  const peersDecided = Math.round(peers.n * peers.reps)
  return {
    period,
    own,
    peers,
    peerReps,
    parts,
    node: peerReps.length === 0 ? 'noPeers' : nodeOf(parts, own, peers),
    winRatioDiffers: Math.abs(twoShares(own.won, own.n, peers.won, peersDecided)) >= 1.96,
    thin: own.n < minWinRateN || own.won < minAverageN,
    anyActivity: states.anyActivity,
  }
}

function nodeOf(parts: Decomposition, own: Results, peers: Results): DiagnosisNode {
  if (parts.kind !== 'parts') return parts.kind
  if (parts.gap >= 0) return 'ahead'
  const least = Math.min(parts.n, parts.w, parts.v)
  if (least === parts.n) return 'volume'
  if (least === parts.w) return 'winRatio'
  const under =
    own.realisation !== null &&
    peers.realisation !== null &&
    peers.realisation - own.realisation >= pricePoints
  return under ? 'valuePrice' : 'valueMix'
}

/** The diagnosis in sentences: what it is, and what to do about it. */
export function diagnosisText(found: Diagnosis, words: Words): { finding: string; advice: string } {
  const { parts, own, peers } = found
  const against = `${words.money(Math.round(parts.result))} against a peer level of ${words.money(Math.round(parts.benchmark))}`
  const said = (finding: string, advice: string) => ({ finding, advice })
  switch (found.node) {
    case 'noPeers':
      return said(
        'There is nobody to compare with.',
        'No other rep of the same manager decided a deal in this period.',
      )
    case 'noBasis':
      return said(
        `Nothing can be divided up: ${against}.`,
        'One side has decided or won nothing in this period.',
      )
    case 'noGap':
      return said(`No gap: ${against}.`, 'The difference is too small to look for a cause.')
    case 'ahead':
      return said(`Ahead: ${against}.`, 'Ask what works, and let others see it.')
    case 'volume':
      return said(
        `Volume: ${words.number(own.n)} decided deals where peers have ${words.number(peers.n, 1)}. ${against}.`,
        found.anyActivity
          ? 'Compare activity with the plan: below it, agree on expectations; at it, work on the method or the leads.'
          : 'Whether activity or the supply of leads is the cause cannot be said: import activities.',
      )
    case 'winRatio':
      return said(
        `Win ratio: ${words.percent(own.w, 1)} where peers have ${words.percent(peers.w, 1)}. ${against}.`,
        found.winRatioDiffers
          ? 'Find the step that is lost most and coach its skill.'
          : 'The difference is within chance; look at evidence of the method before coaching.',
      )
    case 'valueMix':
      return said(
        `Value, product mix: mean won deal ${words.money(Math.round(own.v))} where peers have ${words.money(Math.round(peers.v))}. ${against}.`,
        'Target accounts and products of larger deals; plan the size of the next ones.',
      )
    case 'valuePrice':
      return said(
        `Value, price: ${words.percent(own.realisation ?? 0, 1)} of list where peers have ${words.percent(peers.realisation ?? 0, 1)}. ${against}.`,
        'Work on value and negotiation.',
      )
  }
}
