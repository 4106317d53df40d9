/** Judges the answers on the sheet of deals. */
import { parseDay, type Day } from '../base/day'
import { asId } from '../base/id'
import type { RecordOf } from '../model/catalog'
import { checkDisposition, dispositionNow } from '../process/disposition'
import type { Edit } from '../region/edit'
import { dealBases, dealFills, eventSlots, lastDisposition } from './deal-sheet'
import type { PackValue } from './pack-content'
import { dispositions } from './pack-lists'
import {
  numberOf,
  textOf,
  type Carrier,
  type JudgeContext,
  type RowAnswers,
  type RowJudge,
} from './row-judge'

type Deal = RecordOf<'opportunity'>
const dayIn = (value: PackValue | undefined): Day | null =>
  typeof value === 'string' ? parseDay(value) : null

/** Judges one deal's row. */
export const judgeDeal: RowJudge = (context, row) => {
  const deal = context.region.get('opportunity', row.ref === null ? null : asId<'opportunity'>(row.ref))
  if (!deal) return null
  const done = new Set<string>()
  const wrong = new Map<string, string>()
  if (row.values.get('amountNew') === deal.amount) done.add('amountNew')
  const fills = dealFills(deal)
  for (const [column, value] of row.values) if (column in fills && fills[column] === value) done.add(column)
  judgeDecision(context, deal, row, done, wrong)
  for (let no = 1; no <= eventSlots; no++) judgeEvent(context, deal, row, no, done, wrong)
  return {
    about: deal.name,
    bases: { ...fills, ...dealBases(context.region, deal) },
    done,
    wrong,
    apply: ({ edit, at }, take) => {
      applyFields(context, edit, deal, take)
      applyDecision(context, edit, deal, take)
      for (let no = 1; no <= eventSlots; no++) applyEvent(context, { edit, at }, deal, take, no)
    },
  }
}

const decisionColumns = ['disposition', 'revisitOn', 'reason'] as const

function judgeDecision(
  { region, meta }: JudgeContext,
  deal: Deal,
  row: RowAnswers,
  done: Set<string>,
  wrong: Map<string, string>,
): void {
  const given = decisionColumns.filter(each => row.values.has(each))
  if (given.length === 0) return
  const kind = dispositions.find(each => each.word === row.values.get('disposition'))?.key
  if (!kind) {
    for (const column of given) wrong.set(column, 'A disposition is needed beside it.')
    return
  }
  const revisitOn = dayIn(row.values.get('revisitOn'))
  const reason = textOf(row.values.get('reason'))
  const last = lastDisposition(region, deal.id)
  if (
    last &&
    last.kind === kind &&
    last.on >= meta.asOf &&
    last.revisitOn === revisitOn &&
    last.reason === reason
  ) {
    for (const column of given) done.add(column)
    return
  }
  const now = dispositionNow(region.where('disposition', 'opportunity', deal.id), meta.asOf)
  const checked = checkDisposition(now.state, {
    kind,
    on: meta.asOf,
    reasonCode: null,
    reason: reason ?? null,
    revisitOn,
  })
  if (checked.ok || (kind === 'disqualify' && reason !== null)) return
  refuse(wrong, given, 'disposition', decisionProblem(checked.problem.kind))
}

/** Refuses a group of cells that only mean something together: the reason stands at the cell that causes it. */
function refuse(wrong: Map<string, string>, given: readonly string[], cause: string, why: string): void {
  for (const column of given)
    wrong.set(column, column === cause ? why : 'Not taken, because of the cell beside it.')
}

function decisionProblem(
  kind: 'notFromHere' | 'needsReason' | 'needsRevisitDay' | 'revisitNotLater' | 'revisitTooFar',
): string {
  switch (kind) {
    case 'notFromHere':
      return 'The deal has been decided otherwise already; reopen it first.'
    case 'needsReason':
      return 'A reason is needed beside it.'
    case 'needsRevisitDay':
      return 'Postpone needs a date under Revisit on.'
    case 'revisitNotLater':
      return 'The date under Revisit on must lie after the pack’s as-of date.'
    case 'revisitTooFar':
      return 'The date under Revisit on lies more than 18 months ahead.'
  }
}

function judgeEvent(
  { region, today }: JudgeContext,
  deal: Deal,
  row: RowAnswers,
  no: number,
  done: Set<string>,
  wrong: Map<string, string>,
): void {
  const columns = [`event${no}`, `event${no}On`, `event${no}Evidence`]
  const given = columns.filter(each => row.values.has(each))
  if (given.length === 0) return
  const code = textOf(row.values.get(`event${no}`))
  if (code === null) {
    for (const column of given) wrong.set(column, 'An event is needed beside it.')
    return
  }
  const on = dayIn(row.values.get(`event${no}On`))
  const def = region.all('eventDef').find(each => each.key === code)
  const known = region
    .where('opportunityEvent', 'opportunity', deal.id)
    .some(each => each.event === def?.id && each.state === 'complete' && each.occurredOn === on)
  if (known) for (const column of given) done.add(column)
  else if (!def) refuse(wrong, given, `event${no}`, 'This event is not defined in the region.')
  else if (on === null)
    refuse(wrong, given, `event${no}`, 'The date on which it happened is needed beside it.')
  else if (on > today) refuse(wrong, given, `event${no}On`, 'An event cannot have happened in the future.')
  else if (textOf(row.values.get(`event${no}Evidence`)) === null)
    refuse(wrong, given, `event${no}`, 'Evidence is needed beside it: who did or said it.')
}

type Take = (column: string) => PackValue | undefined

function applyFields({ rep, meta }: JudgeContext, edit: Edit, deal: Deal, take: Take): void {
  const values: Record<string, unknown> = {}
  const put = (column: string, field: string): void => {
    const value = take(column)
    if (value !== undefined) values[field] = value
  }
  put('nextStep', 'nextStep')
  put('nextStepOn', 'nextStepOn')
  put('category', 'forecastCategory')
  put('decisionDate', 'decisionDate')
  if (values['nextStep'] || values['nextStepOn']) values['nextStepBuyer'] = true
  if (values['decisionDate'] !== undefined)
    Object.assign(values, {
      decisionDateEvidence: values['decisionDate'] === null ? null : `Buyer, told by ${rep.name}`,
      decisionDateOn: values['decisionDate'] === null ? null : meta.asOf,
    })
  const amount = take('amountNew')
  if (amount !== undefined && amount !== null)
    Object.assign(values, { amount: numberOf(amount), currency: deal.currency ?? meta.currency })
  if (Object.keys(values).length > 0) edit.set('opportunity', deal.id, values)
}

function applyDecision({ rep, meta }: JudgeContext, edit: Edit, deal: Deal, take: Take): void {
  const kind = dispositions.find(each => each.word === take('disposition'))?.key
  if (!kind) return
  edit.add('disposition', {
    opportunity: deal.id,
    kind,
    on: meta.asOf,
    by: rep.name,
    reason: textOf(take('reason')),
    reasonCode: kind === 'disqualify' ? 'other' : null,
    revisitOn: dayIn(take('revisitOn')),
  })
}

function applyEvent(
  { region, rep }: JudgeContext,
  { edit, at }: Pick<Carrier, 'edit' | 'at'>,
  deal: Deal,
  take: Take,
  no: number,
): void {
  const code = textOf(take(`event${no}`))
  const on = dayIn(take(`event${no}On`))
  const evidence = textOf(take(`event${no}Evidence`))
  const def = region.all('eventDef').find(each => each.key === code)
  if (!def || !on || evidence === null) return
  edit.add('opportunityEvent', {
    opportunity: deal.id,
    event: def.id,
    occurredOn: on,
    recordedAt: at,
    evidence,
    by: rep.name,
  })
}
