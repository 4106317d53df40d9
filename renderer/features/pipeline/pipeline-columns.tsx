/** The columns of the pipeline grid: what the CRM says of a deal, and what Quarterdeck derives from it. */
import { Tooltip } from '@mantine/core'
import { classWords, dealFlags, flagsOf, judgedWords, lampWords, standingWords } from './deal-words'
import type { Lamp } from '#shared/process/deal-class'
import { opportunity } from '#shared/model/opportunity'
import type { DealState } from '#shared/process/deal-state'
import type { Region } from '#shared/region/region'
import { fieldColumn, fieldRead, type RecordColumn } from '../../records/catalog-columns'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import styles from './pipeline.module.css'

const stateWords = Object.fromEntries(
  (opportunity.fields.state.choices ?? []).map(each => [each.key, each.label]),
)

const dispositionWords = {
  working: 'Working',
  qualified: 'Qualify',
  disqualified: 'Disqualify',
  postponed: 'Postpone',
  archived: 'Archive',
  revisit: 'Revisit',
} as const

const lampSign: Readonly<Record<Lamp, string>> = { known: '●', claimed: '◐', missing: '○' }

/** What the grid reads of a deal's state; keep it until a table that it names changes. */
export function pipelineSpec(region: Region, currency: string): RowsSpec<DealState> {
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
        get: row => (row.standing ? standingWords[row.standing] : null),
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
        get: row => dispositionWords[row.disposition.state],
        order: Object.values(dispositionWords),
      },
      revisitOn: { kind: 'date', get: row => row.disposition.revisitOn ?? null },
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

const column = (name: string, more: Partial<RecordColumn> = {}): RecordColumn =>
  fieldColumn('opportunity', name, more)

function Lamps({ text }: { readonly text: string }) {
  const names = ['Decision maker', 'Decision date', 'Budget'] as const
  const meaning = [...text].map(
    (sign, i) =>
      `${names[i] ?? ''} ${sign === '●' ? lampWords.known : sign === '◐' ? lampWords.claimed : lampWords.missing}`,
  )
  return (
    <Tooltip label={meaning.join(' · ')}>
      <span className={styles.lamps} aria-label={meaning.join(', ')}>
        {[...text].map((sign, i) => (
          <span key={i} data-lamp={sign} aria-hidden="true">
            {'MDB'[i]}
            {sign}
          </span>
        ))}
      </span>
    </Tooltip>
  )
}

/** The columns in their order; `open` opens a deal, `currency` is the region's. */
export function pipelineColumns(
  currency: string,
  openAccount: (deal: string) => void,
): readonly RecordColumn[] {
  return [
    column('name', { width: 200, pin: 'left', section: 'Deal' }),
    column('account', { width: 150, section: 'Deal', onLink: cell => openAccount(cell.rowId) }),
    column('owner', { width: 130, section: 'Deal' }),
    { key: 'manager', title: 'Manager', width: 130, section: 'Deal', hidden: true },
    { key: 'region', title: 'Region', width: 90, section: 'Deal', hidden: true },
    column('product', { width: 120, section: 'Deal' }),
    { key: 'family', title: 'Product family', width: 110, section: 'Deal', hidden: true },
    column('stage', { width: 110, section: 'Deal' }),
    { key: 'state', title: 'State', width: 90, section: 'Deal', hidden: true },
    {
      key: 'value',
      title: 'Value',
      unit: currency,
      width: 128,
      digits: 0,
      section: 'Money',
      help: 'Won amount, else amount, else lines, else list price; in the region’s currency.',
      aggregate: { fn: 'sum' },
    },
    column('amount', { width: 110, section: 'Money', hidden: true }),
    {
      key: 'class',
      title: 'Class',
      width: 90,
      section: 'Judgement',
      help: 'Qualified: decision maker, decision date and budget are known with evidence. Real: a buyer takes part. Suspect: neither.',
    },
    {
      key: 'lamps',
      title: 'M D B',
      width: 104,
      section: 'Judgement',
      help: 'Decision maker, decision date, budget: ● known with evidence, ◐ claimed, ○ missing.',
      render: cell => (cell.text === '' ? null : <Lamps text={cell.text} />),
    },
    { key: 'flags', title: 'Flags', width: 220, section: 'Judgement' },
    {
      key: 'age',
      title: 'Age',
      unit: 'days',
      width: 84,
      section: 'Judgement',
      aggregate: { fn: 'median' },
      help: 'From engagement, else creation, to the as-of date or the close.',
    },
    { key: 'ageNote', title: 'Age note', width: 130, section: 'Judgement', hidden: true },
    { key: 'standing', title: 'Moving and touched', width: 150, section: 'Judgement', hidden: true },
    { key: 'stuck', title: 'Stuck', width: 90, section: 'Judgement', hidden: true },
    {
      key: 'stuckDays',
      title: 'Without progress',
      unit: 'days',
      width: 110,
      section: 'Judgement',
      hidden: true,
    },
    { key: 'stale', title: 'Stale', width: 130, section: 'Judgement' },
    { key: 'staleDays', title: 'Untouched', unit: 'days', width: 100, section: 'Judgement', hidden: true },
    { key: 'lastTouch', title: 'Last touch', width: 100, section: 'Judgement', hidden: true },
    { key: 'buying', title: 'Buying status', width: 80, section: 'Judgement', hidden: true },
    { key: 'selling', title: 'Sales status', width: 80, section: 'Judgement', hidden: true },
    column('nextStep', { width: 180, section: 'Next' }),
    column('nextStepOn', { width: 104, section: 'Next' }),
    column('nextStepBuyer', { width: 90, section: 'Next', hidden: true }),
    column('expectedClose', { width: 104, section: 'Dates' }),
    column('createdOn', { width: 104, section: 'Dates', hidden: true }),
    column('engagedOn', { width: 104, section: 'Dates' }),
    column('closedOn', { width: 104, section: 'Dates', hidden: true }),
    column('wonAmount', { width: 110, section: 'Money', hidden: true }),
    column('probability', { width: 90, section: 'CRM', hidden: true }),
    column('forecastCategory', { width: 110, section: 'CRM', hidden: true }),
    column('type', { width: 110, section: 'CRM', hidden: true }),
    column('leadSource', { width: 120, section: 'CRM', hidden: true }),
    column('competitor', { width: 120, section: 'Deal', hidden: true }),
    column('decisionMaker', { width: 130, section: 'Qualification', hidden: true }),
    column('decisionDate', { width: 110, section: 'Qualification', hidden: true }),
    column('budget', { width: 110, section: 'Qualification', hidden: true }),
    { key: 'disposition', title: 'Disposition', width: 110, section: 'Decision' },
    { key: 'revisitOn', title: 'Revisit on', width: 104, section: 'Decision', hidden: true },
    { key: 'pushes', title: 'Pushes', width: 80, section: 'Judgement', hidden: true },
    column('externalId', { width: 110, section: 'CRM', hidden: true }),
    column('tags', { width: 110, section: 'CRM', hidden: true }),
  ]
}
