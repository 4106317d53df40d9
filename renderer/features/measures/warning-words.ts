/** What warnings are called, and their sentences from the floors that they come from. */
import { processSentence } from '#shared/process/warning-sentence'
import type { Warning, Words } from '#shared/region/warning'
import { strategySentence } from '#shared/strategy/strategy-sentence'

/** The topic of each code. */
export const warningTopics: Readonly<Record<string, string>> = {
  'CY-W1': 'Cycle without exactly one closing step',
  'CY-W2': 'Step without an exit criterion',
  'CY-W3': 'Plan and CRM close apart',
  'CY-W4': 'No plan',
  'CY-W5': 'Step overdue',
  'CY-W6': 'Mandatory step removed without a reason',
  'CY-W7': 'Planned duration is off',
  'CY-W8': 'Buyer’s date missed',
  'CY-W9': 'Plan on an older version',
  'PL-W1': 'No next step',
  'PL-W2': 'Stuck',
  'PL-W3': 'Stale',
  'PL-W4': 'Dead by age',
  'PL-W5': 'Coverage is short',
  'PL-W6': 'Creation fell',
  'PL-W7': 'Evidence is old',
  'PL-W8': 'Suspect overdue for review',
  'PL-W9': 'Too much with one rep',
  'PL-W10': 'Ratios of too few deals',
  'SS-W1': 'No strategy sheet',
  'SS-W2': 'Obstacle without an action',
  'SS-W3': 'Action overdue',
  'SS-W4': 'No obstacle named',
  'SS-W5': 'No competition or status quo',
  'SS-W6': 'Factors are old',
  'SS-W7': 'The same obstacle again and again',
  'BR-W1': 'Two economic buyers',
  'BR-W2': 'Someone has left',
  'BR-W3': 'Circle of reporting lines',
  'RV-W1': 'Too little known of a forecast deal',
}

/** The sentence of a warning with its numbers. */
export const warningSentence = (found: Warning, words: Words): string =>
  processSentence(found, words) ?? strategySentence(found, words) ?? found.code
