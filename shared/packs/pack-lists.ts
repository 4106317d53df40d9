/** The allowed values of fill-in columns, printed on the sheet Lists with their meaning. */
import { fieldsOf, type TableName } from '../model/catalog'
import type { Region } from '../region/region'
import type { ListItem, ListKey } from './pack-content'

const item = (word: string, meaning: string): ListItem => ({ word, meaning })

const choices = (table: TableName, field: string): readonly ListItem[] =>
  (fieldsOf(table)[field]?.choices ?? []).map(each => item(each.label, ''))

/** Forecast categories as a rep may call them (FC-16), with the key that a forecast call stores. */
export const categories = [
  { key: 'commit', word: 'Commit', meaning: 'I stand for it in this period' },
  { key: 'bestCase', word: 'Best case', meaning: 'If all goes well' },
  { key: 'pipeline', word: 'Pipeline', meaning: 'Not in this period, or open' },
  { key: 'omitted', word: 'Omitted', meaning: 'Leave it out' },
] as const

/** Dispositions that a rep may propose (PL-4), with the key that is stored. */
export const dispositions = [
  { key: 'qualify', word: 'Qualify', meaning: 'Go on with it' },
  { key: 'disqualify', word: 'Disqualify', meaning: 'No deal: say why under Reason' },
  { key: 'postpone', word: 'Postpone', meaning: 'Not now: say until when under Revisit on' },
  { key: 'archive', word: 'Archive', meaning: 'No further effort: say why under Reason' },
] as const

/** States of an answer in a review. */
export const answerStates = [
  { key: 'known', word: 'K', meaning: 'Known, with evidence' },
  { key: 'assumed', word: 'A', meaning: 'Assumed' },
  { key: 'unknown', word: 'U', meaning: 'Unknown' },
  { key: 'notApplicable', word: 'NA', meaning: 'Does not apply' },
] as const

/** States of a factor. */
export const factorStates = [
  { key: 'open', word: 'Open', meaning: 'Nothing done yet' },
  { key: 'working', word: 'Being worked', meaning: 'An action runs' },
  { key: 'neutralised', word: 'Neutralised', meaning: 'It no longer counts against us' },
  { key: 'realised', word: 'Realised', meaning: 'It has worked for us' },
  { key: 'invalid', word: 'Invalid', meaning: 'It was not so' },
] as const

const plain = (rows: readonly { readonly word: string; readonly meaning: string }[]): readonly ListItem[] =>
  rows.map(({ word, meaning }) => item(word, meaning))

/** All lists; events and roles are those of the region. */
export function packLists(region: Region): Readonly<Partial<Record<ListKey, readonly ListItem[]>>> {
  const events = region
    .all('eventDef')
    .toSorted((a, b) =>
      a.side === b.side ? a.rank - b.rank || codeOrder(a.key, b.key) : a.side < b.side ? -1 : 1,
    )
  const roles = new Map<string, ListItem>()
  for (const vocabulary of region.all('roleVocabulary'))
    for (const role of vocabulary.roles) roles.set(role.key, item(role.key, `${role.label}: ${role.meaning}`))
  return {
    yesNo: [item('Y', 'Yes'), item('N', 'No')],
    agrees: [item('Y', 'Yes'), item('N', 'No'), item('Partly', 'In part: say which under My view')],
    disposition: plain(dispositions),
    category: plain(categories),
    event: events.map(each => item(each.key, each.text)),
    weight: [1, 2, 3, 4, 5].map(n =>
      item(String(n), ['Little', 'Some', 'Middling', 'Much', 'Decides the deal'][n - 1] ?? ''),
    ),
    effect: [0, 25, 50, 75, 100].map(n => item(String(n), `${n} % neutralised or realised`)),
    factorType: [
      item('For', 'Works in our favour'),
      item('Against', 'Works against us'),
      item('Action', 'Something we do about factors'),
    ],
    factorStatus: plain(factorStates),
    role: [...roles.values()],
    influence: choices('buyerRole', 'influence'),
    mode: choices('buyerRole', 'mode'),
    answerState: plain(answerStates),
  }
}

/** BE2 before BE10. */
const codeOrder = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1)

/** The titles of the lists on their sheet. */
export const listTitles: Readonly<Record<ListKey, string>> = {
  yesNo: 'Yes or no',
  agrees: 'Do you agree',
  disposition: 'Disposition',
  category: 'Commit category',
  event: 'Event completed',
  weight: 'Weight',
  effect: 'Effect in %',
  factorType: 'Kind of line',
  factorStatus: 'Status of a factor',
  role: 'Buying role',
  influence: 'Influence',
  mode: 'Mode',
  answerState: 'State of an answer',
}
