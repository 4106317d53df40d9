/** The figures over the pipeline grid; each one opens the deals that it counts. */
import { memo } from 'react'
import { toMajor, type CurrencyCode } from '#shared/base/money'
import type { DealState, DealStates } from '#shared/process/deal-state'
import { totalValue } from '#shared/process/deal-value'
import { isPutAside } from '#shared/process/decide-deals'
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
  const whole = new Intl.NumberFormat(locale || undefined, { maximumFractionDigits: 0 })
  const sum = (rows: readonly DealState[]): string => {
    const total = totalValue(rows.map(row => row.value))
    return total.amount === null
      ? 'a currency rate is missing'
      : `${whole.format(toMajor(total.amount, currency))} ${currency}`
  }
  const [aside, work, found] = sortedOut(states.rows)
  const figure = (
    key: string,
    name: string,
    rows: readonly DealState[],
    more: Partial<PipelineFigure> = {},
  ): PipelineFigure => ({ key, name, rows, note: more.note ?? sum(rows), ...more })
  const longest = states.ageLimits.of(null)
  const shareDead = work.length > 0 ? Math.round((100 * found.dead.length) / work.length) : 0
  const noActivity = states.anyActivity
    ? {}
    : { unknown: 'Cannot be judged', note: 'no activities', help: 'No activities were imported to judge by.' }
  return [
    figure('open', 'Open, in work', work),
    figure('qualified', 'Qualified', found.qualified),
    figure('real', 'Real', found.real),
    figure('suspect', 'Suspects', found.suspect),
    figure('dead', 'Dead by age', found.dead, {
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
    figure('stuck', 'Stuck', found.stuck),
    figure('stale', 'Stale', found.stale, noActivity),
    figure('decide', 'To decide', found.decide, noActivity),
    figure('aside', 'Put aside', aside),
  ]
}

const marks = {
  qualified: (row: DealState) => row.class.kind === 'qualified',
  real: (row: DealState) => row.class.kind === 'real',
  suspect: (row: DealState) => row.class.kind === 'suspect',
  dead: (row: DealState) => row.deadByAge === true,
  stuck: (row: DealState) => row.stuck.is === true,
  stale: (row: DealState) => row.stale.is === true,
  decide: (row: DealState) => row.needsDisposition,
}
type Mark = keyof typeof marks

/** Open deals put aside by a decision, those in work, and the latter by what is marked in them: in one pass over all. */
function sortedOut(
  rows: readonly DealState[],
): [aside: DealState[], work: DealState[], found: Readonly<Record<Mark, DealState[]>>] {
  const aside: DealState[] = []
  const work: DealState[] = []
  const found: Record<Mark, DealState[]> = {
    qualified: [],
    real: [],
    suspect: [],
    dead: [],
    stuck: [],
    stale: [],
    decide: [],
  }
  const each = Object.keys(marks) as Mark[]
  for (const row of rows) {
    if (row.state !== 'open') continue
    if (isPutAside(row.disposition.state)) {
      aside.push(row)
      continue
    }
    work.push(row)
    for (const mark of each) if (marks[mark](row)) found[mark].push(row)
  }
  return [aside, work, found]
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
