/** The gaps of a deal's buyer map as screens and packs judge them: where the process floor and the strategy floor meet. */
import type { Id } from '../base/id'
import { toMinor, type Minor } from '../base/money'
import type { DealState, DealStates } from '../process/deal-state'
import type { Region } from '../region/region'
import type { DealBrief } from '../strategy/deal-brief'
import { actedOnBy, type GapContext } from '../strategy/gap'
import { currentSheet } from '../strategy/sheet-version'

/** What sheets, maps and reviews need to know of a deal's state. */
export const briefOf = (row: DealState): DealBrief => ({
  id: row.id,
  name: row.deal.name,
  open: row.state === 'open',
  lost: row.state === 'lost',
  amount: row.value.amount,
  product: row.deal.product,
  selling: row.status.basis === 'none' ? null : row.status.selling,
  close: row.schedule?.close ?? row.deal.expectedClose,
})

/** The amount from which a deal is a key deal, in minor units of the region's currency. */
export const keyAmountOf = ({ settings, rates }: Pick<DealStates, 'settings' | 'rates'>): Minor =>
  toMinor(settings.keyDealAmount, rates.home) ?? 0

/** The vocabulary that counts where none is chosen: the default one, else the first. */
export function defaultWords(region: Region): string {
  const all = region.all('roleVocabulary')
  return (all.find(each => each.isDefault) ?? all[0])?.key ?? 'participants'
}

/** The people of a deal whom its actions take on (BR-4): by hand from the map, or through factors of the current sheet. */
function actedOn(region: Region, deal: Id<'opportunity'>): GapContext['actedOn'] {
  const sheet = currentSheet(region.where('strategySheet', 'opportunity', deal))
  const linked = new Set<string>()
  for (const each of sheet?.actions ?? [])
    if ((region.get('actionItem', each.action)?.state ?? 'cancelled') !== 'cancelled')
      for (const factor of each.factors) linked.add(factor)
  const origins = region
    .where('actionItem', 'opportunity', deal)
    .filter(each => each.origin === 'buyers' && each.state !== 'cancelled')
    .map(each => each.originId?.split(':').at(-1) ?? null)
  return actedOnBy(sheet?.factors ?? [], linked, origins)
}

/** What gaps of a deal are judged against. */
export const gapContext = (
  region: Region,
  states: Pick<DealStates, 'asOf' | 'settings' | 'rates'>,
  deal: Id<'opportunity'>,
  vocabulary: string = defaultWords(region),
): GapContext => ({
  asOf: states.asOf,
  keyAmount: keyAmountOf(states),
  threadDays: states.settings.threadDays,
  vocabulary,
  actedOn: actedOn(region, deal),
})
