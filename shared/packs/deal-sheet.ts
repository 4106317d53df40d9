/** Sheet 3 of a pack: the rep's open deals with what is known and what the rep answers. */
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { PlanStep } from '../model/process'
import type { Region } from '../region/region'
import { daysLate } from '../process/date-derivation'
import type { DealState } from '../process/deal-state'
import { planCalendar } from '../process/plan-life'
import { stepAt } from '../process/plan-steps'
import type { PackColumn, PackRow, PackSheet, PackValue } from './pack-content'
import type { RepFacts } from './pack-facts'
import { categories, dispositions } from './pack-lists'
import { cellWords, flagWords, lampWords } from './pack-words'

/** How many events a rep can report in one pack row. */
export const eventSlots = 3

/** What the fill-in cells of a deal hold now; all others go out empty. */
export function dealFills(deal: RecordOf<'opportunity'>): Readonly<Record<string, PackValue>> {
  const written = (deal.forecastCategory ?? '').trim().toLowerCase()
  return {
    nextStep: deal.nextStep,
    nextStepOn: deal.nextStepOn,
    category: categories.find(each => each.word.toLowerCase() === written)?.word ?? null,
    decisionDate: deal.decisionDate,
  }
}

/** What the cells that go out empty stand beside: the amount and the newest decision. */
export function dealBases(
  region: Region,
  deal: RecordOf<'opportunity'>,
): Readonly<Record<string, PackValue>> {
  const last = lastDisposition(region, deal.id)
  return {
    amountNew: deal.amount,
    disposition: last ? (dispositions.find(each => each.key === last.kind)?.word ?? last.kind) : null,
    revisitOn: last?.revisitOn ?? null,
    reason: last?.reason ?? null,
  }
}

/** The newest decision about a deal. */
export function lastDisposition(region: Region, deal: Id<'opportunity'>): RecordOf<'disposition'> | null {
  return region
    .where('disposition', 'opportunity', deal)
    .reduce<RecordOf<'disposition'> | null>(
      (last, each) =>
        last === null || each.on > last.on || (each.on === last.on && each.createdAt >= last.createdAt)
          ? each
          : last,
      null,
    )
}

/** Builds the sheet; the deals with flags and the largest come first. */
export function dealSheet(rep: RepFacts): PackSheet {
  const { asOf, states } = rep.facts
  const days = states.settings.calendarDays ? 'days' : 'bd'
  const sorted = rep.open.toSorted(
    (a, b) =>
      Number(b.needsDisposition) - Number(a.needsDisposition) ||
      (b.value.amount ?? 0) - (a.value.amount ?? 0) ||
      (a.deal.name < b.deal.name ? -1 : 1),
  )
  return {
    key: 'deals',
    name: '3 Deals',
    title: 'Deals',
    hint: 'Open deals, those that ask for a decision first. Answer in the columns with ✎.',
    columns: [...shownColumns(days), ...fillColumns(asOf)],
    rows: sorted.map((each, at) => dealRow(rep, each, at)),
    spareRows: 0,
    empty: 'No open deals: they appear here once the rep owns some.',
    frozen: 2,
  }
}

const shown = (
  key: string,
  header: string,
  kind: PackColumn['kind'],
  width: number,
  more: Partial<PackColumn> = {},
): PackColumn => ({
  key,
  header,
  kind,
  width,
  fill: false,
  ...more,
})

const shownColumns = (days: string): readonly PackColumn[] => [
  shown('dealId', 'Deal id', 'text', 10),
  shown('account', 'Account', 'text', 26),
  shown('product', 'Product', 'text', 20),
  shown('amount', 'Amount', 'money', 12, { total: true }),
  shown('class', 'Class M D B', 'text', 17),
  shown('cell', 'Cell', 'text', 14),
  shown('entered', 'Entered', 'day', 11),
  shown('age', `Age (${days})`, 'whole', 8),
  shown('standard', 'Standard (bd)', 'whole', 9),
  shown('planClose', 'Plan close', 'day', 11),
  shown('matrixClose', 'Matrix close', 'day', 11),
  shown('crmClose', 'CRM close', 'day', 11),
  shown('p', 'P', 'percent', 7, { newPage: true }),
  shown('weighted', 'Weighted', 'money', 12, { total: true }),
  shown('step', 'Current step', 'text', 22, { wrap: true }),
  shown('criterion', 'Next exit criterion', 'text', 34, { wrap: true }),
  shown('flags', 'Flags', 'text', 34, { wrap: true }),
]

function fillColumns(asOf: PackColumn['from'] & string): readonly PackColumn[] {
  const fill = (
    key: string,
    header: string,
    kind: PackColumn['kind'],
    width: number,
    more: Partial<PackColumn> = {},
  ): PackColumn => ({
    key,
    header,
    kind,
    width,
    fill: true,
    ...more,
  })
  const events = Array.from({ length: eventSlots }, (_, at) => at + 1).flatMap(no => [
    fill(`event${no}`, `Event completed ${no}`, 'list', 11, {
      list: 'event',
      newPage: no === 1,
      hint: 'Code of an event that the buyer or we completed.',
    }),
    fill(`event${no}On`, `Event ${no} date`, 'day', 12, { hint: 'When it happened, as a date.' }),
    fill(`event${no}Evidence`, `Event ${no} evidence`, 'text', 24, {
      longest: 500,
      hint: 'Who did or said it, and how you know.',
    }),
  ])
  return [
    fill('disposition', 'Disposition', 'list', 13, {
      list: 'disposition',
      newPage: true,
      hint: 'What you propose for this deal.',
    }),
    fill('revisitOn', 'Revisit on', 'day', 12, { from: asOf, hint: 'Needed for Postpone.' }),
    fill('reason', 'Reason', 'text', 24, { longest: 200, hint: 'Needed for Disqualify and Archive.' }),
    fill('nextStep', 'Next buyer step', 'text', 30, {
      longest: 200,
      wrap: true,
      hint: 'What the buyer does next.',
    }),
    fill('nextStepOn', 'Next step date', 'day', 12, { from: asOf, hint: 'When the buyer does it.' }),
    fill('category', 'Commit category', 'list', 12, { list: 'category', hint: 'How you call this deal.' }),
    fill('amountNew', 'Amount new', 'money', 12, { hint: 'Only where the amount has changed.' }),
    fill('decisionDate', 'Decision date (buyer’s words)', 'day', 13, {
      hint: 'The date the buyer named for its decision.',
    }),
    ...events,
  ]
}

function dealRow(rep: RepFacts, state: DealState, at: number): PackRow {
  const { facts, region } = rep
  const { deal, status } = state
  const forecast = facts.forecast.get(state.id)
  const cell = status.basis === 'none' && !facts.byStage ? null : (forecast?.cell ?? null)
  const { step, criterion } = whereItStands(rep, state)
  return {
    key: `D${at + 1}`,
    ref: state.id,
    values: {
      dealId: deal.externalId ?? deal.name,
      account: state.account?.name ?? 'No account',
      product: state.product?.name ?? null,
      amount: state.value.amount,
      class: lampWords(state),
      cell: cellWords(state),
      entered: status.enteredOn,
      age: state.age.kind === 'known' ? state.age.days : null,
      standard: cell && cell.kind !== 'blocked' ? cell.tuc : null,
      planClose: state.schedule?.close ?? null,
      matrixClose: forecast && forecast.p > 0 ? forecast.close : null,
      crmClose: deal.expectedClose,
      p: forecast?.p ?? null,
      weighted: forecast ? Math.round(forecast.weighted) : null,
      step,
      criterion,
      flags: flagWords(state).join(', ') || null,
      ...dealFills(deal),
    },
    bases: dealBases(region, deal),
  }
}

/** A step of the plan with how late it is and how far it may slip: "Needs analysis, 3 bd late, float 0". */
function stepWords({ region, facts }: RepFacts, state: DealState, step: PlanStep): string {
  const placed = state.schedule?.steps.find(each => each.step.id === step.id)
  if (!state.plan || !placed) return step.name
  const behind = daysLate(placed, planCalendar(region, state.plan), facts.asOf)
  const late = behind > 0 ? [`${behind} bd late`] : []
  const float = placed.float === null ? [] : [`float ${placed.float}`]
  return [step.name, ...late, ...float].join(', ')
}

/** The step of the plan, else the CRM stage; and what the buyer must do next: an open criterion, else the next event. */
function whereItStands(rep: RepFacts, state: DealState): { step: string | null; criterion: string | null } {
  const { region, facts } = rep
  const { plan } = state
  const step = plan ? stepAt(plan.steps) : null
  const open = step?.criteria.find(each => each.required && !each.met && !each.waived)
  if (step) return { step: stepWords(rep, state, step), criterion: open?.text ?? null }
  const done = new Set(
    (facts.states.links.events.get(state.id) ?? [])
      .filter(each => each.state !== 'revoked')
      .map(each => each.event),
  )
  const next = region
    .all('eventDef')
    .filter(
      each =>
        each.side === 'buying' && each.required && !done.has(each.id) && each.rank > state.status.buying,
    )
    .sort((a, b) => a.rank - b.rank || a.key.length - b.key.length || (a.key < b.key ? -1 : 1))[0]
  return { step: state.deal.stage, criterion: next ? `${next.key} ${next.text}` : null }
}
