/** What the cells on the screen would change if they were in force: totals, periods, groups and the deals that move most. */
import { NativeSelect, SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { Period } from '#shared/base/fiscal'
import { toMajor } from '#shared/base/money'
import type { WhatIf } from '#shared/forecast/what-if'
import { useExactMoney, useOpenDeals, useWords } from '../../records/use-words'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionCurrency } from '../../store/use-region'
import { Figure } from '../../ui/part/figure'
import { NamedFigure } from '../../ui/part/named-figure'
import { Panel } from '../../ui/part/panel'
import type { ListedVersion } from './matrix-facts'
import styles from './matrix.module.css'

/** By what the change is broken down. */
export type GroupBy = 'deals' | 'reps' | 'products'

/** Settings of `WhatIfPanel`. */
interface WhatIfPanelProps {
  readonly what: WhatIf
  readonly periods: readonly Period[]
  /** The whole region's weighted pipeline and spread now. */
  readonly now: { readonly weighted: number; readonly spread: readonly number[] }
  readonly version: ListedVersion
  readonly against: string
  readonly onAgainst: (id: string) => void
  readonly choices: readonly ListedVersion[]
  readonly governed: number
  readonly orphaned: readonly string[]
  readonly nameOf: (deal: string) => string
  readonly cellOf: (b: number, s: number) => string
  readonly groupBy: GroupBy
  readonly onGroupBy: (by: GroupBy) => void
  readonly blocked: string | null
}

/** The panel. */
export function WhatIfPanel(props: WhatIfPanelProps) {
  const { what, periods, now, version } = props
  const words = useWords()
  const asOf = useAsOf()
  const currency = useRegionCurrency()
  const places = usePlaces()
  const openDeals = useOpenDeals()
  const [mode, setMode] = useState<'change' | 'total'>('change')
  const money = (amount: number): string => words.number(toMajor(amount, currency))
  const signed = (amount: number): string => {
    const text = money(Math.abs(amount))
    return text === '0' ? '0' : `${amount > 0 ? '+' : '−'}${text}`
  }
  const exact = useExactMoney()
  const inForce = props.against === ''
  const ids = what.moved
  const basis = `${words.number(what.affected)} of ${words.number(props.governed)} open deals that this version would govern`
  const difference = (before: number, change: number): string => {
    const text = `${Math.round(change) < 0 ? '−' : '+'}${exact(Math.abs(change))}`
    return inForce ? `${exact(before + change)} − ${exact(before)} = ${text}` : text
  }
  const behind = ids.length > 0 ? { onRecords: () => openDeals(ids, 'Moved by the draft') } : {}
  return (
    <Panel title="What it would change" note={`as of ${asOf}, ${currency}`}>
      <NativeSelect
        size="xs"
        mb={8}
        aria-label="Compared with"
        value={props.against}
        onChange={event => props.onAgainst(event.currentTarget.value)}
        data={[
          { value: '', label: 'Against what is in force now' },
          ...props.choices.map(each => ({
            value: each.id,
            label: `Against ${each.basis === 'stored' ? `${each.name}, version ${each.no}` : each.name.toLowerCase()}`,
          })),
        ]}
      />
      {props.blocked === null ? null : <p className={styles.caution}>{props.blocked}</p>}
      <div className={styles.whatIfHead}>
        <NamedFigure
          name="Weighted pipeline"
          label="Change of the weighted pipeline"
          words={{
            measure:
              'Sum over the deals that move of amount × (probability under this version − probability now).',
            formula: difference(now.weighted, what.weighted),
            basis,
            asOf,
            rule: 'What-if (FC-9 to FC-12)',
          }}
          {...behind}
        >
          {signed(what.weighted)}
        </NamedFigure>
        <p className={styles.faint} role="status" aria-live="polite">
          {what.affected === 0
            ? 'No deal moves'
            : `${words.number(what.affected)} ${what.affected === 1 ? 'deal moves' : 'deals move'}`}
          {`, ${words.number(props.governed)} governed`}
        </p>
      </div>
      {props.orphaned.length > 0 ? (
        <p className={styles.caution}>
          Once this is approved, {words.number(props.orphaned.length)} open deals outside its scope would have
          no version.{' '}
          <button
            type="button"
            className={styles.link}
            onClick={() => openDeals(props.orphaned, 'Without a version once the draft holds')}
          >
            Show them
          </button>
        </p>
      ) : null}
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>Spread by period</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {[...periods.map(each => each.key), 'Later'].map((key, i) => {
            const change = i < periods.length ? (what.spread[i] ?? 0) : what.later
            const before =
              i < periods.length ? (now.spread[i] ?? 0) : now.weighted - now.spread.reduce((a, b) => a + b, 0)
            return (
              <tr key={key}>
                <th scope="row">{key}</th>
                <td>{inForce ? money(before) : ''}</td>
                <td>{inForce ? money(before + change) : ''}</td>
                <td>
                  <Figure
                    label={`Change of the spread, ${key}`}
                    words={{
                      measure: `Change of what the open deals bring ${key === 'Later' ? 'after these periods' : `in ${key}`}, by spread.`,
                      formula: difference(before, change),
                      basis,
                      asOf,
                      rule: 'What-if (FC-9 to FC-12)',
                    }}
                    {...behind}
                  >
                    {signed(change)}
                  </Figure>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className={styles.whatIfHead}>
        <SegmentedControl
          size="xs"
          aria-label="Break down by"
          value={props.groupBy}
          onChange={value => props.onGroupBy(value as GroupBy)}
          data={[
            { value: 'deals', label: 'Deals' },
            { value: 'reps', label: 'Reps' },
            { value: 'products', label: 'Products' },
          ]}
        />
        {props.groupBy === 'deals' && what.most.length > 0 ? (
          <SegmentedControl
            size="xs"
            aria-label="Show"
            value={mode}
            onChange={value => setMode(value as 'change' | 'total')}
            data={[
              { value: 'change', label: 'Change' },
              { value: 'total', label: 'Now and then' },
            ]}
          />
        ) : null}
      </div>
      {props.groupBy === 'deals' ? (
        what.most.length === 0 ? (
          <p className={styles.faint}>
            {version.state === 'draft'
              ? 'Type a value: the deals that it moves stand here.'
              : 'Nothing differs for the open deals.'}
          </p>
        ) : (
          <ol className={styles.movers} aria-label="Deals that move most">
            {what.most.map(({ deal, before, after, change }) => (
              <li key={deal.id}>
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => places.open({ table: 'opportunity', id: deal.id })}
                >
                  {props.nameOf(deal.id)}
                </button>
                <span className={styles.faint}>{props.cellOf(deal.b, deal.s)}</span>
                <span className={styles.number}>
                  {mode === 'change' ? signed(change) : `${money(before)} → ${money(after)}`}
                </span>
              </li>
            ))}
          </ol>
        )
      ) : (
        <ol className={styles.movers} aria-label={`Change by ${props.groupBy}`}>
          {[...what.groups]
            .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
            .slice(0, 12)
            .map(([name, change]) => (
              <li key={name}>
                <span>{name}</span>
                <span className={styles.number}>{signed(change)}</span>
              </li>
            ))}
        </ol>
      )}
    </Panel>
  )
}
