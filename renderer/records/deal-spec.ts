/** What every grid of deals reads of a deal's state: what the CRM says, and what is derived from it. */
import { fieldOf, type RecordOf } from '#shared/model/catalog'
import { disposition, opportunity } from '#shared/model/opportunity'
import { reasonWords } from '#shared/process/close-deal'
import type { Lamp } from '#shared/process/deal-class'
import { isInWork } from '#shared/process/decide-deals'
import type { DealState } from '#shared/process/deal-state'
import { dispositionStateWords } from '#shared/process/decision-words'
import type { Region } from '#shared/region/region'
import { query } from '../store/query'
import type { RowsSpec } from '../ui/grid/engine/rows-source'
import { fieldRead } from './catalog-columns'
import { classWords, dealFlags, flagsOf, judgedWords, standingWords } from './deal-words'

const stateWords = Object.fromEntries(
  (opportunity.fields.state.choices ?? []).map(each => [each.key, each.label]),
)

const reasonCodeWords = new Map(
  (disposition.fields.reasonCode.choices ?? []).map(each => [each.key, each.label] as const),
)

/** Why a deal was decided so: the chosen reason, then the words. */
const decisionReason = ({ disposition: { record } }: DealState): string | null => {
  if (!record) return null
  const coded = record.reasonCode === null ? null : (reasonCodeWords.get(record.reasonCode) ?? null)
  return [coded, record.reason].filter(Boolean).join(': ') || null
}

const lampSign: Readonly<Record<Lamp, string>> = { known: '●', claimed: '◐', missing: '○' }

/** What a grid reads of a deal's state; keep it until a table that it names (competitor, leadSource, outcome) changes. */
function dealSpec(region: Region, currency: string): RowsSpec<DealState> {
  const ended = new Map<string, RecordOf<'outcome'>>()
  for (const each of region.all('outcome')) ended.set(each.opportunity, each)
  const own = (name: string) => fieldRead<DealState>(region, 'opportunity', name, row => row.deal, currency)
  return {
    id: row => row.id,
    columns: {
      name: own('name'),
      externalId: own('externalId'),
      account: { kind: 'text', get: row => row.account?.name ?? null },
      owner: { kind: 'text', get: row => row.owner?.name ?? null },
      manager: { kind: 'text', get: row => row.owner?.manager ?? null },
      region: { kind: 'text', get: row => row.owner?.region ?? null },
      product: { kind: 'text', get: row => row.product?.name ?? null },
      family: { kind: 'text', get: row => row.family },
      stage: own('stage'),
      state: { kind: 'choice', get: row => stateWords[row.state] ?? null, order: Object.values(stateWords) },
      value: { kind: 'money', get: row => row.value.amount, currency },
      amount: own('amount'),
      class: {
        kind: 'choice',
        get: row => (row.state === 'open' ? classWords[row.class.kind] : null),
        order: Object.values(classWords),
      },
      lamps: {
        kind: 'text',
        get: row =>
          row.state === 'open'
            ? `${lampSign[row.class.decisionMaker]}${lampSign[row.class.decisionDate]}${lampSign[row.class.budget]}`
            : null,
      },
      flags: { kind: 'flags', flags: dealFlags, get: flagsOf },
      age: { kind: 'number', get: row => (row.age.kind === 'known' ? row.age.days : null) },
      ageNote: {
        kind: 'choice',
        get: row => (row.state === 'open' && row.age.kind === 'unknown' ? 'Unknown (no date)' : null),
      },
      standing: {
        kind: 'choice',
        get: row => (row.standing && isInWork(row) ? standingWords[row.standing] : null),
        order: Object.values(standingWords),
      },
      stuck: { kind: 'choice', get: row => judgedWords(row.stuck, 'Stuck', 'Moving') },
      stuckDays: { kind: 'number', get: row => (row.stuck.is === null ? null : row.stuck.days) },
      stale: { kind: 'choice', get: row => judgedWords(row.stale, 'Stale', 'Touched') },
      staleDays: { kind: 'number', get: row => (row.stale.is === null ? null : row.stale.days) },
      lastTouch: { kind: 'date', get: row => row.lastTouch },
      buying: { kind: 'text', get: row => (row.status.basis === 'none' ? null : `B${row.status.buying}`) },
      selling: { kind: 'text', get: row => (row.status.basis === 'none' ? null : `S${row.status.selling}`) },
      nextStep: own('nextStep'),
      nextStepOn: own('nextStepOn'),
      nextStepBuyer: own('nextStepBuyer'),
      expectedClose: own('expectedClose'),
      createdOn: own('createdOn'),
      engagedOn: own('engagedOn'),
      closedOn: own('closedOn'),
      wonAmount: own('wonAmount'),
      probability: own('probability'),
      forecastCategory: own('forecastCategory'),
      type: own('type'),
      leadSource: own('leadSource'),
      competitor: own('competitor'),
      decisionMaker: own('decisionMaker'),
      decisionDate: own('decisionDate'),
      budget: own('budget'),
      disposition: {
        kind: 'choice',
        get: row => dispositionStateWords[row.disposition.state],
        order: Object.values(dispositionStateWords),
      },
      decidedOn: { kind: 'date', get: row => row.disposition.record?.on ?? null },
      decisionReason: { kind: 'text', get: decisionReason },
      revisitOn: { kind: 'date', get: row => row.disposition.revisitOn ?? null },
      endReason: {
        kind: 'text',
        get: row => {
          const end = ended.get(row.id)
          return end ? reasonWords(end.result, end.reasonCode) : row.deal.lossReason
        },
      },
      decisiveFactor: { kind: 'text', get: row => ended.get(row.id)?.decisiveFactor ?? null },
      lesson: { kind: 'text', get: row => ended.get(row.id)?.lesson ?? null },
      pushes: { kind: 'number', get: row => row.pushes },
      tags: own('tags'),
    },
    mark: (row, key) => {
      if (key === 'value' && row.value.basis === 'list')
        return {
          kind: 'assumed',
          note: 'Assumed: the deal has no amount, so the list price of its product stands in.',
        }
      if (key === 'value' && row.value.problem)
        return {
          kind: 'problem',
          note: `No rate for ${row.value.problem.currency} on ${row.value.problem.on}. Add one in Settings.`,
        }
      if ((key === 'buying' || key === 'selling') && row.status.assumed)
        return { kind: 'assumed', note: 'Assumed from the CRM stage; no event has been recorded yet.' }
      if (key === 'class' && row.class.assumed)
        return { kind: 'assumed', note: 'Assumed from the CRM’s stage or engagement date.' }
      return null
    },
  }
}

/** The titles of the columns that are derived; the others are called as their fields are. */
const derivedTitles: Readonly<Record<string, string>> = {
  manager: 'Manager',
  region: 'Region',
  family: 'Product family',
  state: 'State',
  value: 'Value',
  class: 'Class',
  lamps: 'M D B',
  flags: 'Flags',
  age: 'Age',
  ageNote: 'Age note',
  standing: 'Moving and touched',
  stuck: 'Stuck',
  stuckDays: 'Without progress',
  stale: 'Stale',
  staleDays: 'Untouched',
  lastTouch: 'Last touch',
  buying: 'Buying status',
  selling: 'Sales status',
  disposition: 'Disposition',
  decidedOn: 'Decided on',
  decisionReason: 'Why decided so',
  revisitOn: 'Revisit on',
  endReason: 'Why it ended so',
  decisiveFactor: 'Decisive factor',
  lesson: 'Lesson',
  pushes: 'Pushes',
}

/** What a column of deals is called. */
export const dealColumnTitle = (key: string): string =>
  derivedTitles[key] ?? fieldOf('opportunity', key)?.label ?? key

/** The reading of deals in the region's currency; the same object until names or outcomes change. */
export const askDealSpec = query(['leadSource', 'competitor', 'outcome'], dealSpec)
