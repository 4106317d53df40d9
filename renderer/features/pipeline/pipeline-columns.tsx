/** The columns of the pipeline grid: what the CRM says of a deal, and what Quarterdeck derives from it. */
import { Tooltip } from '@mantine/core'
import { fieldColumn, type RecordColumn } from '../../records/catalog-columns'
import { dealColumnTitle } from '../../records/deal-spec'
import { lampWords } from '../../records/deal-words'
import type { Aggregate } from '../../ui/grid/engine/aggregate'
import styles from './pipeline.module.css'

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

/** PL-10: won among won, lost and no decision. */
const winRatio: Aggregate = {
  fn: 'ratio',
  name: 'Win ratio',
  of: { column: 'state', op: 'in', values: ['Won'] },
  among: { column: 'state', op: 'in', values: ['Won', 'Lost', 'No decision'] },
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
    { key: 'manager', title: dealColumnTitle('manager'), width: 130, section: 'Deal', hidden: true },
    { key: 'region', title: dealColumnTitle('region'), width: 90, section: 'Deal', hidden: true },
    column('product', { width: 120, section: 'Deal' }),
    { key: 'family', title: dealColumnTitle('family'), width: 110, section: 'Deal', hidden: true },
    column('stage', { width: 110, section: 'Deal' }),
    {
      key: 'state',
      of: ['stage'],
      title: dealColumnTitle('state'),
      width: 160,
      aggregate: winRatio,
      section: 'Deal',
      hidden: true,
    },
    {
      key: 'value',
      of: ['wonAmount', 'amount'],
      title: dealColumnTitle('value'),
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
      title: dealColumnTitle('class'),
      width: 90,
      section: 'Judgement',
      help: 'Qualified: decision maker, decision date and budget are known with evidence. Real: a buyer takes part. Suspect: neither.',
    },
    {
      key: 'lamps',
      title: dealColumnTitle('lamps'),
      width: 104,
      section: 'Judgement',
      help: 'Decision maker, decision date, budget: ● known with evidence, ◐ claimed, ○ missing.',
      render: cell => (cell.text === '' ? null : <Lamps text={cell.text} />),
    },
    { key: 'flags', title: dealColumnTitle('flags'), width: 300, section: 'Judgement' },
    {
      key: 'age',
      title: dealColumnTitle('age'),
      unit: 'days',
      width: 84,
      section: 'Judgement',
      aggregate: { fn: 'median' },
      help: 'From engagement, else creation, to the as-of date or the close.',
    },
    { key: 'ageNote', title: dealColumnTitle('ageNote'), width: 130, section: 'Judgement', hidden: true },
    { key: 'standing', title: dealColumnTitle('standing'), width: 150, section: 'Judgement', hidden: true },
    { key: 'stuck', title: dealColumnTitle('stuck'), width: 90, section: 'Judgement', hidden: true },
    {
      key: 'stuckDays',
      title: dealColumnTitle('stuckDays'),
      unit: 'days',
      width: 110,
      section: 'Judgement',
      hidden: true,
    },
    { key: 'stale', title: dealColumnTitle('stale'), width: 130, section: 'Judgement' },
    {
      key: 'staleDays',
      title: dealColumnTitle('staleDays'),
      unit: 'days',
      width: 100,
      section: 'Judgement',
      hidden: true,
    },
    { key: 'lastTouch', title: dealColumnTitle('lastTouch'), width: 100, section: 'Judgement', hidden: true },
    { key: 'buying', title: dealColumnTitle('buying'), width: 80, section: 'Judgement', hidden: true },
    { key: 'selling', title: dealColumnTitle('selling'), width: 80, section: 'Judgement', hidden: true },
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
    {
      key: 'disposition',
      title: dealColumnTitle('disposition'),
      width: 120,
      section: 'Decision',
      help: 'What was decided about the deal last; a postponed deal comes back by itself on its day.',
    },
    { key: 'revisitOn', title: dealColumnTitle('revisitOn'), width: 104, section: 'Decision' },
    { key: 'decidedOn', title: dealColumnTitle('decidedOn'), width: 104, section: 'Decision', hidden: true },
    {
      key: 'decisionReason',
      title: dealColumnTitle('decisionReason'),
      width: 180,
      section: 'Decision',
      hidden: true,
    },
    { key: 'endReason', title: dealColumnTitle('endReason'), width: 180, section: 'Outcome', hidden: true },
    {
      key: 'decisiveFactor',
      title: dealColumnTitle('decisiveFactor'),
      width: 160,
      section: 'Outcome',
      hidden: true,
    },
    { key: 'lesson', title: dealColumnTitle('lesson'), width: 200, section: 'Outcome', hidden: true },
    { key: 'pushes', title: dealColumnTitle('pushes'), width: 80, section: 'Judgement', hidden: true },
    column('externalId', { width: 110, section: 'CRM', hidden: true }),
    column('tags', { width: 110, section: 'CRM', hidden: true }),
  ]
}
