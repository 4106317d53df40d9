/** Win ratios by any dimension, closed and mature beside each other (PL-10), and whether the members differ at all (PL-11). */
import { Group, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { periodOf, shiftPeriod } from '#shared/base/fiscal'
import type { Day } from '#shared/base/day'
import type { Dimension } from '#shared/process/dimension'
import type { Ratio } from '#shared/process/ratio'
import { compareShares, sharesOf, type Comparison, type Verdict } from '#shared/process/rep-comparison'
import { always, winRatio, winRatios, type WinRatio, type Window } from '#shared/process/win-ratio'
import { query } from '../../store/query'
import { useAsOf, useQuery, useRegionCurrency, useSettings } from '../../store/use-region'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { Panel } from '../../ui/part/panel'
import { MeasureGrid } from '../../records/measure-grid'
import { askMeasured, useSegmentId } from './measured'
import styles from './measures.module.css'
import { useOpenDeals, useWords } from '../../records/use-words'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'

const dimensions: readonly { readonly value: Dimension; readonly label: string }[] = [
  { value: 'rep', label: 'Rep' },
  { value: 'manager', label: 'Manager' },
  { value: 'region', label: 'Region' },
  { value: 'product', label: 'Product' },
  { value: 'family', label: 'Product family' },
  { value: 'sector', label: 'Sector' },
  { value: 'country', label: 'Country' },
  { value: 'source', label: 'Lead source' },
  { value: 'size', label: 'Size' },
  { value: 'kind', label: 'Kind' },
]

const askRatios = query(
  [...askMeasured.tables, 'leadSource'],
  (region, asOf: Day, dimension: Dimension, first: Day | null, last: Day | null, segment: string | null) => {
    const states = askMeasured(region, asOf, segment)
    const window: Window = first === null ? always : { first, last }
    const sources = new Map(region.all('leadSource').map(each => [each.id as string, each.name]))
    const groups = winRatios(states, dimension, window, sources)
    const compared = compareShares(sharesOf(groups), states.settings.minWinRateN)
    return { all: winRatio(states, window), groups, compared, longest: states.ageLimits.of(null) }
  },
)

interface Row extends WinRatio {
  readonly verdict: string
  readonly z: number | null
}

const verdicts: Readonly<Record<Verdict, string>> = {
  differs: 'Differs',
  watch: 'Watch',
  chance: 'Within chance',
  thin: 'Too few to say',
}

const columns: readonly GridColumn[] = [
  { key: 'member', title: 'Group', pin: 'left', width: 180 },
  { key: 'k', title: 'Won', width: 80 },
  { key: 'n', title: 'Closed', width: 100 },
  {
    key: 'ratio',
    title: 'Win ratio',
    digits: 1,
    width: 100,
    help: 'Won of won, lost and no decision (PL-10).',
  },
  { key: 'interval', title: '95 % interval', width: 120, help: 'Wilson interval of the win ratio (CV-8).' },
  {
    key: 'mature',
    title: 'Mature',
    digits: 1,
    width: 100,
    help: 'Won of all deals that had time to be decided.',
  },
  { key: 'matureN', title: 'Mature n', width: 110 },
  { key: 'z', title: 'z', digits: 2, width: 70, help: 'Against all others together (PL-11).' },
  { key: 'verdict', title: 'Judgement', width: 130 },
  { key: 'won', title: 'Won amount', digits: 0, width: 130 },
  { key: 'mean', title: 'Mean won', digits: 0, width: 110, help: 'Greyed out below 10 wins.' },
]

const specOf = (currency: string, interval: (ratio: Ratio) => string): RowsSpec<Row> => ({
  id: row => row.key ?? '',
  columns: {
    member: { kind: 'text', get: row => row.label ?? 'None' },
    k: { kind: 'number', get: row => row.closed.k },
    n: { kind: 'number', get: row => row.closed.n },
    ratio: { kind: 'percent', get: row => row.closed.p },
    interval: { kind: 'text', get: row => interval(row.closed) },
    mature: { kind: 'percent', get: row => row.mature.p },
    matureN: { kind: 'number', get: row => row.mature.n },
    z: { kind: 'number', get: row => row.z },
    verdict: { kind: 'text', get: row => row.verdict },
    won: { kind: 'money', currency, get: row => row.wonSum },
    mean: { kind: 'money', currency, get: row => (row.wonValue.thin ? null : row.wonValue.mean) },
  },
})

/** The section. */
export function WinRatios() {
  const asOf = useAsOf()
  const words = useWords()
  const currency = useRegionCurrency()
  const { fiscalStart } = useSettings()
  const openDeals = useOpenDeals()
  const [dimension, setDimension] = useState<Dimension>('rep')
  const [span, setSpan] = useState('all')
  const quarter = periodOf(asOf, 'quarter', fiscalStart)
  const period = span === 'all' ? null : span === 'last' ? shiftPeriod(quarter, -1, fiscalStart) : quarter
  const found = useQuery(
    askRatios,
    asOf,
    dimension,
    period?.first ?? null,
    period?.last ?? null,
    useSegmentId(),
  )
  const rows = useMemo(() => {
    const byKey = new Map(found.compared.members.map(each => [each.key, each]))
    return found.groups.map((group): Row => {
      const own = group.key === null ? undefined : byKey.get(group.key)
      return { ...group, verdict: own ? verdicts[own.verdict] : '', z: own?.z ?? null }
    })
  }, [found])
  const spec = useMemo(
    () => specOf(currency, ratio => `${words.percent(ratio.low, 1)} – ${words.percent(ratio.high, 1)}`),
    [currency, words],
  )
  const { closed, mature } = found.all
  const noun = dimensions.find(each => each.value === dimension)?.label.toLowerCase() ?? 'group'
  return (
    <>
      <Panel
        title="Win ratio"
        note={`as of ${asOf}`}
        tools={
          <Group gap="xs">
            <NativeSelect
              aria-label="Closed in"
              size="xs"
              value={span}
              onChange={event => setSpan(event.currentTarget.value)}
              data={[
                { value: 'all', label: 'All time' },
                { value: 'this', label: quarter.key },
                { value: 'last', label: shiftPeriod(quarter, -1, fiscalStart).key },
              ]}
            />
            <NativeSelect
              aria-label="By"
              size="xs"
              value={dimension}
              onChange={event => setDimension(event.currentTarget.value as Dimension)}
              data={[...dimensions]}
            />
          </Group>
        }
      >
        <FigureRow>
          <RatioFigure name="Closed deals" ratio={closed} deals={found.all.deals} />
          <RatioFigure name="Mature cohort" ratio={mature} deals={found.all.deals} mature />
        </FigureRow>
        <p className={styles.why}>
          {found.longest === null || mature.n === closed.n
            ? 'Both rest on the same deals.'
            : `The second is lower because it also counts ${words.number(mature.n - closed.n)} open deals that are older than any deal ever took to close (${words.number(found.longest.days)} days). Leaving them out would count only survivors.`}
        </p>
      </Panel>
      <Panel title={comparisonSentence(found.compared, noun, words.number)} flush>
        <MeasureGrid
          label="Win ratios"
          noun={{ one: noun, many: `${noun}s` }}
          rows={rows}
          spec={spec}
          columns={columns}
          sort={[{ column: 'n', descending: true }]}
          onOpen={id => {
            const row = rows.find(each => (each.key ?? '') === id)
            if (row) openDeals(row.deals, `Win ratio of ${row.label ?? 'none'}`)
          }}
        />
      </Panel>
    </>
  )
}

/** PL-11 in one sentence: nobody is ranked where chance explains it all. */
function comparisonSentence(
  found: Comparison,
  noun: string,
  number: (n: number, digits?: number) => string,
): string {
  const n = found.members.length
  if (n < 2) return 'Nothing to compare'
  const figures = `χ² ${number(found.chiSquare, 2)}, df ${found.df}, p ${number(found.p, 2)}`
  return found.homogeneous
    ? `${n} ${noun}s: differences within chance (${figures})`
    : `${n} ${noun}s: they differ more than chance (${figures}); one differs from |z| ${number(found.threshold, 2)} on`
}

function RatioFigure(props: {
  readonly name: string
  readonly ratio: Ratio
  readonly deals: readonly string[]
  readonly mature?: boolean
}) {
  const words = useWords()
  const openDeals = useOpenDeals()
  const asOf = useAsOf()
  const { ratio, name } = props
  if (ratio.p === null) return null
  return (
    <NamedFigure
      label={name}
      words={{
        measure: props.mature
          ? 'Share of wins among all deals that had time enough to be decided.'
          : 'Share of wins among decided deals.',
        formula: `${words.number(ratio.k)} won ÷ ${words.number(ratio.n)}`,
        basis: `${words.number(ratio.n)} deals; 95 % interval ${words.percent(ratio.low, 1)} to ${words.percent(ratio.high, 1)}`,
        asOf,
        rule: props.mature ? 'Mature cohort (PL-10, FC-17)' : 'Win ratio (PL-10)',
        ...(ratio.thin ? { caution: 'Too few deals to rank or diagnose by' } : {}),
      }}
      note={`${words.number(ratio.k)}/${words.number(ratio.n)} · ${words.percent(ratio.low, 1)} – ${words.percent(ratio.high, 1)}`}
      onRecords={() => openDeals(props.deals, name)}
    >
      {words.percent(ratio.p, 2)}
    </NamedFigure>
  )
}
