/** What the stages and statuses of a CRM mean for us: still open, won, lost, or ended without a decision. */
import { foldText } from '../base/text'

/** How an opportunity stands. */
export type OpportunityState = 'open' | 'won' | 'lost' | 'noDecision' | 'disqualified'

const noDecision =
  /\b(no decision|postponed|abandoned|on ice|no budget|cancell?ed|cancelled|zurueckgestellt|annule|stalled out)\b/
const disqualified = /\b(disqualified|unqualified|junk|not qualified|invalid|spam|duplicate|rejected)\b/
const lost =
  /\b(lost|loss|closedlost|closed lost|verloren|perdu|perdue|perdido|perdida|perso|tapt|forlorad|declined|dead|out sold|outsold|lost to competitor|no sale|omitted lost)\b/
const won =
  /\b(won|win|closedwon|closed won|gewonnen|gagne|gagnee|ganado|ganada|vinto|vinta|vunnet|vunnen|ganho|signed|order received|order|converted|contract signed|booked|sold|purchase order received|closed success|gewonnenes)\b/

/** What a stage or status most likely means, from its words. */
export function stageMeaning(value: string): OpportunityState {
  const words = foldText(value)
  if (disqualified.test(words)) return 'disqualified'
  if (noDecision.test(words)) return 'noDecision'
  if (lost.test(words)) return 'lost'
  return won.test(words) && !/\b(to be|not|pending|almost|verbal)\b/.test(words) ? 'won' : 'open'
}

/** What a status says that only marks ends: null where it leaves the state open to the stage. */
export function statusMeaning(value: string): OpportunityState | null {
  const words = foldText(value)
  if (words === '' || words === 'closed') return null
  if (words === 'open' || words === 'in progress' || words === 'active') return 'open'
  return stageMeaning(value)
}
