/** The figures over the pipeline grid; each one opens the deals that it counts. */
import { memo } from 'react'
import { toMajor, type CurrencyCode } from '#shared/base/money'
import type { DealState, DealStates } from '#shared/process/deal-state'
import { totalValue } from '#shared/process/deal-value'
import { isInWork, isPutAside } from '#shared/process/decide-deals'
import styles from './pipeline.module.css'

/** One figure: what it counts, and the words for the opened rows. */
export interface PipelineFigure {
  readonly key: string
  readonly name: string
  readonly rows: readonly DealState[]
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
  const open = states.rows.filter(row => row.state === 'open')
  const work = open.filter(isInWork)
  const whole = new Intl.NumberFormat(locale || undefined, { maximumFractionDigits: 0 })
  const sum = (rows: readonly DealState[]): string => {
    const total = totalValue(rows.map(row => row.value))
    return total.amount === null
      ? 'a currency rate is missing'
      : `${whole.format(toMajor(total.amount, currency))} ${currency}`
  }
  const figure = (
    key: string,
    name: string,
    keep: (row: DealState) => boolean,
    more: Partial<PipelineFigure> = {},
  ): PipelineFigure => {
    const rows = work.filter(keep)
    return { key, name, rows, note: sum(rows), ...more }
  }
  const longest = states.ageLimits.of(null)
  const dead = work.filter(row => row.deadByAge)
  const shareDead = work.length > 0 ? Math.round((100 * dead.length) / work.length) : 0
  const noActivity = states.anyActivity
    ? {}
    : { unknown: 'Cannot be judged', note: 'no activities', help: 'No activities were imported to judge by.' }
  return [
    figure('open', 'Open, in work', () => true),
    figure('qualified', 'Qualified', row => row.class.kind === 'qualified'),
    figure('real', 'Real', row => row.class.kind === 'real'),
    figure('suspect', 'Suspects', row => row.class.kind === 'suspect'),
    figure('dead', 'Dead by age', row => row.deadByAge === true, {
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
    figure('stuck', 'Stuck', row => row.stuck.is === true),
    figure('stale', 'Stale', row => row.stale.is === true, noActivity),
    figure('decide', 'To decide', row => row.needsDisposition, noActivity),
    asideFigure(open, sum),
  ]
}

/** Open deals that a decision has put aside; how many of them are due again is said beside it. */
function asideFigure(
  open: readonly DealState[],
  sum: (rows: readonly DealState[]) => string,
): PipelineFigure {
  const rows = open.filter(row => isPutAside(row.disposition.state))
  return { key: 'aside', name: 'Put aside', rows, note: sum(rows) }
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
            title={`Show the ${figure.rows.length} deals: ${figure.name.toLowerCase()}. ${figure.help ?? ''}`}
            onClick={() => onChoose(figure)}
          >
            <span className={styles.name}>{figure.name}</span>
            <span className={styles.count} data-unknown={figure.unknown === undefined ? undefined : ''}>
              {figure.unknown ?? figure.rows.length.toLocaleString(locale || undefined)}
            </span>
            <span className={styles.note}>{figure.note}</span>
          </button>
        ))}
      </div>
    </div>
  )
})
