/** Warnings about strategy sheets: SS-W1 to SS-W7. */
import { daysBetween, type Day } from '../base/day'
import type { Minor } from '../base/money'
import { foldText, likeness } from '../base/text'
import type { RecordOf } from '../model/catalog'
import type { Factor } from '../model/workbench'
import { warning, type Facts, type Severity, type Warning } from '../region/warning'
import { heavyWithoutAction, type ActionOf } from './completeness'
import { isKeyDeal, type DealBrief } from './deal-brief'

/** Days after which all factors of a sheet are old (SS-W6). */
const oldFactors = 30

/** SS-W1 to SS-W6 of one open deal; `sheet` is null without one. */
export function sheetWarnings(
  deal: DealBrief,
  sheet: RecordOf<'strategySheet'> | null,
  actionOf: ActionOf,
  keyAmount: Minor,
  asOf: Day,
): readonly Warning[] {
  if (!deal.open) return []
  const found: Warning[] = []
  const say = (code: string, severity: Severity, facts: Facts = {}, part = ''): void => {
    found.push(
      warning(code, severity, part ? `${deal.id}/${part}` : deal.id, { deal: deal.name, ...facts }, [
        { table: 'opportunity', id: deal.id },
      ]),
    )
  }
  if (!sheet) {
    if (isKeyDeal(deal, keyAmount) && (deal.selling === null || deal.selling >= 2))
      say('SS-W1', 'warn', { amount: deal.amount })
    return found
  }
  const valid = sheet.factors.filter(each => each.status !== 'invalid')
  const against = valid.filter(each => each.direction === 'against')
  for (const factor of heavyWithoutAction(sheet, actionOf))
    say('SS-W2', 'warn', { factor: factor.text, weight: factor.weight }, factor.id)
  for (const each of sheet.actions) {
    const action = actionOf(each.action)
    if (action?.state === 'open' && action.dueOn !== null && action.dueOn < asOf)
      say(
        'SS-W3',
        'warn',
        { action: action.text, due: action.dueOn, days: daysBetween(action.dueOn, asOf) },
        each.id,
      )
  }
  if (valid.length > 0 && against.length === 0) say('SS-W4', 'warn')
  if (
    against.length > 0 &&
    !against.some(each => each.category === 'competition' || each.category === 'statusQuo')
  )
    say('SS-W5', 'info')
  const newest = valid.reduce<Day | null>((latest, each) => {
    const on = each.evidenceOn !== null && each.evidenceOn > each.createdOn ? each.evidenceOn : each.createdOn
    return latest === null || on > latest ? on : latest
  }, null)
  if (newest !== null && daysBetween(newest, asOf) > oldFactors)
    say('SS-W6', 'info', { days: daysBetween(newest, asOf) })
  return found
}

/** The same obstacle in several lost deals. */
export interface LossPattern {
  readonly category: Factor['category']
  readonly text: string
  readonly deals: readonly DealBrief[]
}

/** SS-W7: against factors of one product that at least three lost deals share; alike means the same category and words at 85 %. */
export function lossPatterns(
  lost: readonly { readonly deal: DealBrief; readonly sheet: RecordOf<'strategySheet'> }[],
): readonly LossPattern[] {
  const clusters: {
    key: string
    text: string
    deals: Map<string, DealBrief>
    category: Factor['category']
  }[] = []
  for (const { deal, sheet } of lost)
    for (const factor of sheet.factors) {
      if (factor.direction !== 'against' || factor.status === 'invalid') continue
      const key = `${deal.product ?? ''}/${factor.category}`
      const words = foldText(factor.text)
      let home = clusters.find(each => each.key === key && likeness(each.text, words) >= 0.85)
      if (!home)
        clusters.push((home = { key, text: factor.text, deals: new Map(), category: factor.category }))
      home.deals.set(deal.id, deal)
    }
  return clusters
    .filter(each => each.deals.size >= 3)
    .map(({ category, text, deals }) => ({ category, text, deals: [...deals.values()] }))
}

/** SS-W7 as warnings. */
export const patternWarnings = (patterns: readonly LossPattern[]): readonly Warning[] =>
  patterns.map(each =>
    warning(
      'SS-W7',
      'warn',
      `${each.category}/${foldText(each.text)}`,
      { factor: each.text, n: each.deals.length },
      each.deals.map(deal => ({ table: 'opportunity', id: deal.id })),
    ),
  )
