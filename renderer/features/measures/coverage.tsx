/** Coverage with its own requirement (PL-12) and velocity (PL-13), for the region, its managers and its reps. */
import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { periodOf, shiftPeriod, type Period } from '#shared/base/fiscal'
import type { CoverageFacts, Lot } from '#shared/process/coverage-facts'
import { MeasureGrid } from '../../records/measure-grid'
import { useOpenDeals, useWords } from '../../records/use-words'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useSettings } from '../../store/use-region'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { EmptyState } from '../../ui/part/empty-state'
import { type FigureWords } from '../../ui/part/figure'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'
import { Panel } from '../../ui/part/panel'
import { askCoverage, type CoverageRow } from './ask-coverage'
import { useSegmentId } from './measured'
import styles from './measures.module.css'

const verdicts = {
  enough: 'Enough',
  short: 'Short',
  reached: 'Quota reached',
  noRequirement: 'No history to compare',
} as const

const columns: readonly GridColumn[] = [
  { key: 'name', title: 'Rep', pin: 'left', width: 170 },
  { key: 'quota', title: 'Quota', digits: 0, width: 110, aggregate: { fn: 'sum' } },
  { key: 'won', title: 'Won', digits: 0, width: 110, aggregate: { fn: 'sum' } },
  { key: 'due', title: 'Qualified and due', digits: 0, width: 150, aggregate: { fn: 'sum' } },
  { key: 'coverage', title: 'Coverage', digits: 2, width: 110, help: 'Qualified and due ÷ (quota − won).' },
  {
    key: 'required',
    title: 'Required',
    digits: 2,
    width: 110,
    help: '1 ÷ (value win ratio × share closing in time), from the own history; greyed out below 20 decided deals.',
  },
  { key: 'verdict', title: 'Judgement', width: 150 },
  { key: 'n', title: 'Decided n', width: 110 },
  { key: 'velocity', title: 'Velocity a working day', digits: 0, width: 180 },
  { key: 'manager', title: 'Manager', width: 150 },
]
const specOf = (currency: string, least: number): RowsSpec<CoverageRow> => {
  const enough = (row: CoverageRow): boolean => row.facts.decidedValue.rows.length >= least
  return {
    id: row => row.id,
    columns: {
      name: { kind: 'text', get: row => row.name },
      manager: { kind: 'text', get: row => row.manager },
      quota: { kind: 'money', currency, get: row => row.facts.quota },
      won: { kind: 'money', currency, get: row => row.facts.won.amount },
      due: { kind: 'money', currency, get: row => row.facts.qualified.amount },
      coverage: { kind: 'number', get: row => row.facts.coverage?.coverage ?? null },
      required: { kind: 'number', get: row => (enough(row) ? (row.facts.coverage?.required ?? null) : null) },
      verdict: {
        kind: 'text',
        get: row =>
          row.facts.coverage === null
            ? 'No quota'
            : row.facts.coverage.verdict === 'reached' || enough(row)
              ? verdicts[row.facts.coverage.verdict]
              : 'Too few to say',
      },
      n: { kind: 'number', get: row => row.facts.decidedValue.rows.length },
      velocity: { kind: 'money', currency, get: row => row.facts.velocity.perDay },
    },
  }
}

/** The section. */
export function CoverageSection() {
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const currency = useRegionCurrency()
  const { minWinRateN, fiscalStart } = useSettings()
  const openDeals = useOpenDeals()
  const [ahead, setAhead] = useState(0)
  const { period, reps, all } = useQuery(askCoverage, asOf, ahead, useSegmentId())
  const spec = useMemo(() => specOf(currency, minWinRateN), [currency, minWinRateN])
  const twoDigits = (x: number | null): string => (x === null ? '–' : words.number(x, 2))
  const now = periodOf(asOf, 'quarter', fiscalStart)
  const open = (lot: Lot, name: string): void =>
    openDeals(
      lot.rows.map(row => row.id),
      name,
    )
  return (
    <>
      <Panel
        title="Coverage"
        note={`${period.key}, as of ${asOf}`}
        tools={
          <NativeSelect
            size="xs"
            aria-label="Quarter"
            value={ahead}
            onChange={event => setAhead(Number(event.currentTarget.value))}
            data={[0, 1, 2].map(by => ({
              value: String(by),
              label: shiftPeriod(now, by, fiscalStart).key,
            }))}
          />
        }
      >
        <p className={styles.finding}>{coverageFinding(all, period, words)}</p>
        <FigureRow>
          <Part
            name="Quota"
            value={all.quota === null ? 'None' : words.money(all.quota)}
            measure={`What is to be won in ${period.key}.`}
          />
          <Part
            name="Won so far"
            value={words.money(all.won.amount)}
            measure={`Deals won in ${period.key} up to the as-of date.`}
            basis={`${words.number(all.won.rows.length)} deals`}
            onRecords={() => open(all.won, `Won in ${period.key}`)}
          />
          <Part
            name="Qualified and due"
            value={words.money(all.qualified.amount)}
            measure="Open qualified deals in work whose close lies between the as-of date and the end of the period: the plan’s close, else the buyer’s decision date, else the CRM’s."
            basis={`${words.number(all.qualified.rows.length)} deals`}
            rule="Leadership totals (PL-2)"
            onRecords={() => open(all.qualified, `Qualified and due in ${period.key}`)}
          />
          <Part
            name="Coverage"
            value={twoDigits(all.coverage?.coverage ?? null)}
            measure="Qualified and due against what is still to be won."
            {...(all.coverage === null || all.coverage.coverage === null
              ? {}
              : {
                  formula: `${words.money(all.qualified.amount)} ÷ (${words.money(all.quota ?? 0)} − ${words.money(all.won.amount)})`,
                })}
            rule="Coverage (PL-12)"
            onRecords={() => open(all.qualified, `Qualified and due in ${period.key}`)}
          />
          <Part
            name="Required"
            value={twoDigits(all.coverage?.required ?? null)}
            measure="What coverage this region needs by its own history, not a rule of thumb."
            {...(all.valueWinRatio === null || all.closingShare === null
              ? {}
              : {
                  formula: `1 ÷ (${words.percent(all.valueWinRatio, 1)} value won × ${words.percent(all.closingShare, 1)} closing in time)`,
                })}
            basis={`${words.number(all.decidedValue.rows.length)} deals decided in the year before; ${words.number(all.openThenCount)} open and not dead by age at the same point of the four quarters before`}
            rule="Required coverage (PL-12)"
            {...(all.decidedValue.rows.length < minWinRateN
              ? { caution: 'Too few decided deals to rely on' }
              : {})}
            onRecords={() => open(all.decidedValue, 'Decided in the year before')}
          />
        </FigureRow>
        <p className={styles.why}>
          Not counted: real but not qualified {words.money(all.real.amount)} (
          {words.number(all.real.rows.length)} deals due), qualified without a date{' '}
          {words.money(all.undated.amount)} ({words.number(all.undated.rows.length)}), qualified with a date
          that has passed {words.money(all.past.amount)} ({words.number(all.past.rows.length)}).
        </p>
        {all.quota === null ? (
          <EmptyState
            title={`No quota for ${period.key}`}
            verb={{
              label: 'Add quotas',
              onDo: () => places.go({ screen: 'records', filters: { table: 'quota' } }),
            }}
          >
            Coverage compares what is open with what is still to be won. Import quotas or type them in.
          </EmptyState>
        ) : null}
      </Panel>
      <VelocityPanel facts={all} />
      <Panel title="By rep" note={period.key} flush>
        <MeasureGrid
          label="Coverage by rep"
          noun={{ one: 'rep', many: 'reps' }}
          rows={reps}
          spec={spec}
          columns={columns}
          sort={[{ column: 'coverage', descending: false }]}
          onOpen={id => {
            const row = reps.find(each => each.id === id)
            if (row) open(row.facts.qualified, `${row.name}: qualified and due in ${period.key}`)
          }}
        />
      </Panel>
    </>
  )
}

function VelocityPanel({ facts }: { readonly facts: CoverageFacts }) {
  const words = useWords()
  const openDeals = useOpenDeals()
  const asOf = useAsOf()
  const { velocity } = facts
  const won = facts.wonValue.rows
  return (
    <Panel title="Velocity" note={`a year to ${asOf}`}>
      <FigureRow>
        <Part
          name="Through the pipeline a working day"
          value={velocity.perDay === null ? 'Cannot be judged' : words.money(velocity.perDay)}
          measure="How much the qualified pipeline turns into wins in one working day."
          {...(velocity.perDay === null
            ? {}
            : {
                formula: `${words.number(velocity.qualified)} qualified × ${words.percent(velocity.winRatio ?? 0, 1)} × ${words.money(velocity.meanWon ?? 0)} ÷ ${words.number(velocity.meanCycle ?? 0, 1)} working days`,
              })}
          basis={`${words.number(velocity.decided)} deals decided, ${words.number(velocity.won)} won`}
          rule="Velocity (PL-13)"
          onRecords={() =>
            openDeals(
              won.map(row => row.id),
              'Won in the year before',
            )
          }
        />
        <Part
          name="Qualified"
          value={words.number(velocity.qualified)}
          measure="Open qualified deals in work."
        />
        <Part
          name="Win ratio"
          value={velocity.winRatio === null ? '–' : words.percent(velocity.winRatio, 1)}
          measure="Won of decided deals."
          basis={`${words.number(velocity.won)}/${words.number(velocity.decided)}`}
        />
        <Part
          name="Mean won"
          value={velocity.meanWon === null ? '–' : words.money(velocity.meanWon)}
          measure="Mean amount of won deals."
          basis={`${words.number(velocity.won)} wins`}
        />
        <Part
          name="Mean cycle"
          value={velocity.meanCycle === null ? '–' : `${words.number(velocity.meanCycle, 1)} days`}
          measure="Working days from the start to the close of won deals."
          basis={`${words.number(velocity.cycles)} wins with both dates`}
        />
      </FigureRow>
    </Panel>
  )
}

function Part(
  props: FigureWords & { readonly name: string; readonly value: string; readonly onRecords?: () => void },
) {
  const { name, value, onRecords, ...words } = props
  const asOf = useAsOf()
  return (
    <NamedFigure
      label={name}
      words={{ asOf, ...words }}
      note={words.basis?.split(';')[0]}
      {...(onRecords ? { onRecords } : {})}
    >
      {value}
    </NamedFigure>
  )
}

function coverageFinding(
  { coverage }: CoverageFacts,
  period: Period,
  words: ReturnType<typeof useWords>,
): string {
  if (coverage === null) return `Coverage of ${period.key} cannot be judged: there is no quota.`
  const has = coverage.coverage === null ? '' : words.number(coverage.coverage, 2)
  switch (coverage.verdict) {
    case 'reached':
      return `The quota of ${period.key} is reached.`
    case 'enough':
      return `Coverage of ${has} is enough: this region needs ${words.number(coverage.required ?? 0, 2)}.`
    case 'short':
      return `Coverage of ${has} is short: this region needs ${words.number(coverage.required ?? 0, 2)}.`
    case 'noRequirement':
      return `Coverage is ${has}; without decided deals nothing says what is needed.`
  }
}
