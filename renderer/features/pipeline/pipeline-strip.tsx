/** The figures over the pipeline grid; each one opens the deals that it counts. */
import { memo } from 'react'
import { toMajor, type CurrencyCode } from '#shared/base/money'
import type { DealStates } from '#shared/process/deal-state'
import { tallyOf, type FigureKey, type Tally } from './pipeline-tally'
import styles from './pipeline.module.css'

/** One figure: what it counts, and the words for the opened rows. */
export interface PipelineFigure {
  readonly key: FigureKey
  readonly name: string
  readonly count: number
  /** Shown in place of a count where the data cannot say. */
  readonly unknown?: string
  readonly note: string
  /** One more sentence, on pointing. */
  readonly help?: string
}

/** The figures of the strip. */
export function pipelineFigures(
  states: DealStates,
  currency: CurrencyCode,
  locale: string,
): readonly PipelineFigure[] {
  const whole = new Intl.NumberFormat(locale || undefined, { maximumFractionDigits: 0 })
  const { of } = tallyOf(states)
  const sum = ({ amount, blocked }: Tally): string =>
    blocked > 0 ? 'a currency rate is missing' : `${whole.format(toMajor(amount, currency))} ${currency}`
  const figure = (key: FigureKey, name: string, more: Partial<PipelineFigure> = {}): PipelineFigure => ({
    key,
    name,
    count: of[key].count,
    note: more.note ?? sum(of[key]),
    ...more,
  })
  const longest = states.ageLimits.of(null)
  const shareDead = of.open.count > 0 ? Math.round((100 * of.dead.count) / of.open.count) : 0
  const noActivity = states.anyActivity
    ? {}
    : { unknown: 'Cannot be judged', note: 'no activities', help: 'No activities were imported to judge by.' }
  return [
    figure('open', 'Open, in work'),
    figure('qualified', 'Qualified'),
    figure('real', 'Real'),
    figure('suspect', 'Suspects'),
    figure('dead', 'Dead by age', {
      ...(longest === null
        ? {
            unknown: 'Cannot be judged',
            note: 'too few closed',
            help: 'Too few deals have closed to compare with.',
          }
        : {
            note: `${shareDead} % of work`,
            help: `The longest deal that ever closed took ${longest.days} days.`,
          }),
    }),
    figure('stuck', 'Stuck'),
    figure('stale', 'Stale', noActivity),
    figure('decide', 'To decide', noActivity),
    figure('aside', 'Put aside'),
  ]
}

/** The strip. */
export const PipelineStrip = memo(function PipelineStrip({
  figures,
  chosen,
  onChoose,
  locale,
}: {
  readonly figures: readonly PipelineFigure[]
  readonly chosen: string | null
  readonly onChoose: (figure: PipelineFigure) => void
  readonly locale: string
}) {
  return (
    <div className={styles.stripRoom}>
      <div className={styles.strip} role="group" aria-label="Pipeline figures">
        {figures.map(figure => (
          <button
            key={figure.key}
            type="button"
            className={styles.figure}
            data-on={chosen === figure.name || undefined}
            aria-pressed={chosen === figure.name}
            title={`Show the ${figure.count} deals: ${figure.name.toLowerCase()}. ${figure.help ?? ''}`}
            onClick={() => onChoose(figure)}
          >
            <span className={styles.name}>{figure.name}</span>
            <span className={styles.count} data-unknown={figure.unknown === undefined ? undefined : ''}>
              {figure.unknown ?? figure.count.toLocaleString(locale || undefined)}
            </span>
            <span className={styles.note}>{figure.note}</span>
          </button>
        ))}
      </div>
    </div>
  )
})
