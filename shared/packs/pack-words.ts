/** Words that several sheets share: amounts in sentences, flags of a deal, lamps, codes of statuses. */
import { currencyDigits, type CurrencyCode, type Minor } from '../base/money'
import type { DealState } from '../process/deal-state'
import type { Words } from '../region/warning'

/** An amount as sentences write it: `12,400 USD`, without fractions unless it has some. */
export function formatMinor(amount: Minor, currency: CurrencyCode): string {
  const digits = currencyDigits(currency)
  const whole = Math.trunc(Math.abs(amount) / 10 ** digits)
  const rest = Math.round(Math.abs(amount) % 10 ** digits)
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = rest > 0 ? `.${String(rest).padStart(digits, '0')}` : ''
  return `${amount < 0 ? '-' : ''}${grouped}${fraction} ${currency}`
}

/** Figures in the sentences of a pack, the same on every machine. */
export const packWords = (home: CurrencyCode): Words => ({
  money: (amount, currency = home) => formatMinor(amount, currency),
  day: d => d,
  percent: (share, digits = 0) => `${(share * 100).toFixed(digits)} %`,
  number: (n, digits = 0) => n.toFixed(digits),
})

/** The three lamps of a deal's class as letters: known, in brackets where only claimed, a dash where missing (PL-1). */
export function lampWords({ class: kind }: DealState): string {
  const lamp = (letter: string, state: DealState['class']['budget']): string =>
    state === 'known' ? letter : state === 'claimed' ? `(${letter})` : '–'
  const lamps = [lamp('M', kind.decisionMaker), lamp('D', kind.decisionDate), lamp('B', kind.budget)].join(
    ' ',
  )
  return `${{ qualified: 'Qualified', real: 'Real', suspect: 'Suspect' }[kind.kind]} ${lamps}`
}

/** The cell of a deal, with a mark where it is only assumed from the CRM stage. */
export const cellWords = ({ status }: DealState): string =>
  status.basis === 'none' ? '–' : `B${status.buying}/S${status.selling}${status.assumed ? ' assumed' : ''}`

/** What is wrong with a deal, the worst first; empty where nothing is. */
export function flagWords(state: DealState): readonly string[] {
  const flags: string[] = []
  if (state.deadByAge) flags.push('dead by age')
  if (state.needsDisposition) flags.push('decide')
  if (state.disposition.state === 'revisit') flags.push('revisit now')
  if (state.stuck.is) flags.push(`stuck ${state.stuck.days} d`)
  if (state.stale.is) flags.push(`untouched ${state.stale.days} d`)
  if (state.noNextStep) flags.push('no buyer step')
  for (const { what } of state.overdue)
    flags.push(what === 'decisionDate' ? 'decision date past' : 'CRM close past')
  if (state.pushes >= 2) flags.push(`pushed ${state.pushes}×`)
  return flags
}
