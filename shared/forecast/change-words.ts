/** The words of the waterfall: what each bar counts, and why a comparison is refused. */
import type { Words } from '../region/warning'
import type { CompareProblem } from './region-snapshot'
import type { Waterfall, WaterfallBar } from './waterfall'

/** What a bar is called and what it counts (FC-26). */
export const barWords: Readonly<Record<WaterfallBar, { readonly name: string; readonly means: string }>> = {
  new: { name: 'New', means: 'Deals that were not there before.' },
  reopened: { name: 'Reopened', means: 'Deals that had ended and are open again.' },
  transferredIn: { name: 'Came in', means: 'Deals that others of the region had before.' },
  pulledIn: { name: 'Pulled in', means: 'Deals whose close moved into the period.' },
  up: { name: 'Value up', means: 'What deals are worth more than before.' },
  down: { name: 'Value down', means: 'What deals are worth less than before.' },
  slipped: { name: 'Slipped out', means: 'Deals whose close moved out of the period.' },
  lost: { name: 'Lost', means: 'Deals lost, or ended without a decision.' },
  won: { name: 'Won', means: 'Deals won.' },
  vanished: { name: 'Vanished', means: 'Deals that are no longer in the data.' },
  transferredOut: { name: 'Went out', means: 'Deals that others of the region have now.' },
}

/** Why two snapshots are not compared: what, where, and what to do. */
export function compareProblemText(problem: CompareProblem, words: Words): string {
  const which = (side: 'start' | 'end'): string =>
    side === 'start' ? 'The first snapshot' : 'The second snapshot'
  switch (problem.code) {
    case 'snapshotCorrupt':
      return `${which(problem.which)} differs from what was noted when it was taken: by ${words.number(Math.abs(problem.rows))} rows and ${words.money(problem.difference)}. No chart is drawn from it; choose another one.`
    case 'doubleDeal':
      return `${which(problem.which)} holds the deal ${problem.deal} twice. No chart is drawn from it; choose another one.`
    case 'doesNotBalance':
      return `The bars differ from the end by ${words.money(problem.difference)}. A waterfall that does not balance is not drawn; report it with the two snapshots.`
    case 'tooFarApart':
      return `The two lie ${words.number(problem.days)} days apart. Snapshots keep deals for 400 days after their end; choose nearer ones.`
    case 'wrongOrder':
      return 'The first one lies after the second. Exchange them.'
  }
}

/** The finding of a waterfall in one sentence. */
export function changeFinding(found: Waterfall, words: Words): string {
  const { start, end, bars } = found
  const verb = end < start ? 'fell' : end > start ? 'rose' : 'stayed'
  const parts = (Object.entries(bars) as [WaterfallBar, Waterfall['bars'][WaterfallBar]][])
    .filter(([, bar]) => bar.amount > 0)
    .sort((a, b) => b[1].amount - a[1].amount)
    .slice(0, 3)
    .map(
      ([name, bar]) =>
        `${barWords[name].name.toLowerCase()} ${bar.sign > 0 ? '+' : '−'}${words.money(bar.amount)}`,
    )
  const head =
    verb === 'stayed'
      ? `Open business stayed at ${words.money(end)}`
      : `Open business ${verb} from ${words.money(start)} to ${words.money(end)}`
  return parts.length === 0 ? head : `${head}: ${parts.join(', ')}`
}
