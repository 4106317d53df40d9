/** One deal's forecast with every number in its formula: cell, version, clock, chance, value and dates. */
import { Text } from '@mantine/core'
import { daysBetween } from '#shared/base/day'
import type { ForecastRow, RegionForecast } from '#shared/forecast/region-forecast'
import { useWords } from '../../records/use-words'
import { SeverityBadge } from '../../ui/part/severity-badge'
import styles from './events.module.css'
import { basisWords, cellName, stateWords, versionName } from './forecast-words'

/** Words that stay on one line. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011')

/** The box. */
export function DealBox({ row, forecast }: { readonly row: ForecastRow; readonly forecast: RegionForecast }) {
  const words = useWords()
  const { deal, forecast: own, version } = row
  const { cell } = own
  const unit =
    version?.kind === 'stage' && forecast.pipeline.calendar !== forecast.pipeline.stageCalendar
      ? 'day'
      : 'working day'
  const days = (n: number): string => `${words.number(n)} ${unit}${n === 1 ? '' : 's'}`
  const lines: [string, string][] = [
    [
      'Chance',
      cell
        ? `${words.percent(cell.poc, 1)} of the cell × ${words.number(own.factor, 4)} for its age = ${words.percent(own.p, 2)}`
        : 'No cell, no chance',
    ],
    ['Weighted', `${words.money(deal.amount)} × ${words.percent(own.p, 2)} = ${words.money(own.weighted)}`],
    [
      'In the cell',
      deal.enteredCellAt === null
        ? 'No date is known, so that age 0 is assumed'
        : `since ${deal.enteredCellAt}: ${days(own.age)}${cell ? ` of ${words.number(cell.tuc)} that deals here take` : ''}`,
    ],
    [
      'Matrix close',
      `${own.matrixClose}, ${days(own.remaining)} from ${forecast.asOf}${
        own.buyerDatePast
          ? `; the buyer’s date ${deal.buyerDate ?? ''} has passed`
          : own.close !== own.matrixClose
            ? `; the buyer decides on ${own.close}, which counts`
            : ''
      }`,
    ],
    ['CRM close', crmClose(row)],
    [
      'By period',
      [
        ...forecast.periods.map((period, at) =>
          unbroken(`${period.key} ${words.money(own.spread[at] ?? 0)}`),
        ),
        unbroken(`later ${words.money(own.later)}`),
      ].join(' · '),
    ],
    [
      'Version',
      `${versionName(version)}${version?.approver ? `, approved by ${version.approver}` : ''}${version?.effectiveFrom ? `, in force since ${version.effectiveFrom}` : ''}${cell && cell.n > 0 ? `; the cell has seen ${words.number(cell.wins)} wins in ${words.number(cell.n)} visits` : cell && cell.origin !== 'expert' ? '; this stage has too little history of its own' : '; the cell is an expert’s value'}`,
    ],
  ]
  return (
    <section className={styles.box} aria-label="Forecast of this deal">
      <header className={styles.boxHead}>
        <span className={styles.cell} data-assumed={row.assumed ? '' : undefined}>
          {cellName(row)}
        </span>
        <span className={styles.chance}>{words.percent(own.p, 1)}</span>
        <Text size="sm">{words.money(own.weighted)} weighted</Text>
        {own.state === 'counted' ? null : (
          <SeverityBadge severity={own.state === 'blocked' || own.state === 'noCell' ? 'block' : 'warn'}>
            {stateWords[own.state]}
          </SeverityBadge>
        )}
        {row.assumed && (
          <SeverityBadge severity="info">
            {row.basis === 'events'
              ? 'One side assumed'
              : `Assumed from the ${basisWords[row.basis].toLowerCase().replace('crm', 'CRM')}`}
          </SeverityBadge>
        )}
        {cell?.kind === 'check' && <SeverityBadge severity="warn">Check cell</SeverityBadge>}
      </header>
      <dl className={styles.facts}>
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function crmClose({ row, forecast }: ForecastRow): string {
  const crm = row.deal.expectedClose
  if (crm === null) return 'None'
  const days = daysBetween(crm, forecast.close)
  return days === 0
    ? `${crm}, as the matrix says`
    : `${crm}, ${Math.abs(days)} days ${days > 0 ? 'before' : 'after'} the expected close`
}
