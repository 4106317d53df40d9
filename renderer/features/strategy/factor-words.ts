/** Words of strategy sheets: categories, statuses, intents. */
import type { Factor, StrategyAction } from '#shared/model/workbench'

/** A factor's category as a word. */
export const categoryWords: Readonly<Record<Factor['category'], string>> = {
  need: 'Need',
  people: 'People',
  productFit: 'Product fit',
  price: 'Price and terms',
  competition: 'Competition',
  statusQuo: 'Status quo',
  timing: 'Timing',
  funding: 'Funding',
  ourResources: 'Our resources',
  legal: 'Legal and procurement',
  other: 'Other',
}

/** How a factor stands, as a word. */
export const statusWords: Readonly<Record<Factor['status'], string>> = {
  open: 'Open',
  working: 'Being worked',
  neutralised: 'Neutralised',
  realised: 'Realised',
  invalid: 'Invalid',
}

/** What an action does about its factors. */
export const intentWords: Readonly<Record<StrategyAction['intent'], string>> = {
  neutralise: 'Neutralise',
  reduce: 'Reduce',
  circumvent: 'Go around',
  build: 'Build on',
  exploit: 'Exploit',
  protect: 'Protect',
}

/** Choices for a list of words. */
export const choicesOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** A share as whole per cent. */
export const percentText = (share: number): string => `${Math.round(share * 100)} %`

/** A share with one digit, as in the worked examples. */
export const pressureText = (share: number | null): string =>
  share === null ? 'none' : `${(share * 100).toFixed(1)} %`

/** A weight with at most two digits and without needless zeros. */
export const weightText = (weight: number): string => String(Math.round(weight * 100) / 100)
