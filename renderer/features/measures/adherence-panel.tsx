/** Adherence to the process (PL-20): by rep, and the ten deals that keep to it least, each with its parts. */
import { useMemo } from 'react'
import type { Day } from '#shared/base/day'
import { toMinor } from '#shared/base/money'
import {
  adherenceBy,
  adherenceOf,
  adherenceWeights,
  type AdherenceGroup,
  type AdherenceParts,
} from '#shared/process/adherence'
import { adherenceParts } from '#shared/process/adherence-parts'
import type { DealState } from '#shared/process/deal-state'
import { stepAt } from '#shared/process/plan-steps'
import { completenessOf } from '#shared/strategy/completeness'
import { currentSheet } from '#shared/strategy/sheet-version'
import { MeasureGrid } from '../../records/measure-grid'
import { useOpenDeals, useWords } from '../../records/use-words'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { EmptyState } from '../../ui/part/empty-state'
import { NamedFigure } from '../../ui/part/named-figure'
import { Panel } from '../../ui/part/panel'
import styles from './measures.module.css'

/** An open deal with a plan, its five parts and its score. */
interface Scored {
  readonly row: DealState
  readonly parts: AdherenceParts
  readonly score: number
}

/** The adherence of every open deal with a plan as of a day, the lowest first. */
export const askAdherence = query([...askDealStates.tables, 'actionItem'], (region, asOf: Day) => {
  const states = askDealStates(region, asOf)
  const least = toMinor(states.settings.keyDealAmount, states.rates.home) ?? 0
  const scored = states.rows.flatMap((row): Scored[] => {
    if (row.state !== 'open' || row.plan === null) return []
    const sheet = currentSheet(region.where('strategySheet', 'opportunity', row.id))
    const counts = (row.value.amount ?? 0) >= least
    const complete = sheet ? completenessOf(sheet, id => region.get('actionItem', id), asOf).score : 0
    const parts = adherenceParts(row, counts ? complete : null)
    const score = adherenceOf(parts)
    return score === null ? [] : [{ row, parts, score }]
  })
  scored.sort((a, b) => a.score - b.score)
  return {
    scored,
    mean: scored.length > 0 ? scored.reduce((sum, each) => sum + each.score, 0) / scored.length : null,
  }
})

const partWords: Readonly<Record<keyof AdherenceParts, string>> = {
  evidence: 'Evidence',
  order: 'Order',
  plan: 'Plan current',
  strategy: 'Strategy sheet',
  hygiene: 'Hygiene',
}
const parts = Object.keys(adherenceWeights) as readonly (keyof AdherenceParts)[]

const dealColumns: readonly GridColumn[] = [
  { key: 'deal', title: 'Deal', pin: 'left', width: 260 },
  { key: 'rep', title: 'Rep', width: 150 },
  {
    key: 'score',
    title: 'Adherence',
    digits: 1,
    width: 120,
    help: 'The weighted mean of the parts that apply.',
  },
  ...parts.map((part): GridColumn => ({
    key: part,
    title: partWords[part],
    digits: 0,
    width: 125,
    help: `Weight ${adherenceWeights[part].toFixed(2)}; empty where it does not apply to the deal.`,
  })),
]
const dealSpec: RowsSpec<Scored> = {
  id: each => each.row.id,
  columns: {
    deal: { kind: 'text', get: each => each.row.deal.name },
    rep: { kind: 'text', get: each => each.row.owner?.name ?? null },
    score: { kind: 'percent', get: each => each.score },
    evidence: { kind: 'percent', get: each => each.parts.evidence },
    order: { kind: 'percent', get: each => each.parts.order },
    plan: { kind: 'percent', get: each => each.parts.plan },
    strategy: { kind: 'percent', get: each => each.parts.strategy },
    hygiene: { kind: 'percent', get: each => each.parts.hygiene },
  },
}

type Group = AdherenceGroup<Scored>
const groupColumns = (title: string): readonly GridColumn[] => [
  { key: 'name', title, pin: 'left', width: 260 },
  { key: 'mean', title: 'Mean adherence', digits: 1, width: 160 },
  { key: 'n', title: 'Deals with a plan', width: 160 },
]
const groupSpec: RowsSpec<Group> = {
  id: row => row.key,
  columns: {
    name: { kind: 'text', get: row => row.key },
    mean: { kind: 'percent', get: row => row.mean },
    n: { kind: 'number', get: row => row.deals.length },
  },
}

/** What deals are put together by (PL-20). */
const sides: readonly {
  readonly noun: string
  readonly title: string
  readonly note?: string
  readonly keyOf: (deal: Scored) => string | null
}[] = [
  { noun: 'rep', title: 'Rep', keyOf: ({ row }) => row.owner?.name ?? 'No owner' },
  {
    noun: 'step',
    title: 'Step',
    note: 'the step that each deal stands in',
    keyOf: ({ row }) => (row.plan ? (stepAt(row.plan.steps)?.name ?? 'All steps done') : null),
  },
  { noun: 'region', title: 'Region', keyOf: ({ row }) => row.owner?.region ?? 'None' },
]

/** The panel. */
export function AdherencePanel() {
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const openDeals = useOpenDeals()
  const { scored, mean } = useQuery(askAdherence, asOf)
  const lowest = useMemo(() => scored.slice(0, 10), [scored])
  const groups = useMemo(
    () =>
      sides
        .map(side => ({ side, rows: adherenceBy(scored, side.keyOf) }))
        // With one region only it would say the mean once more.
        .filter(({ side, rows }) => side.noun !== 'region' || rows.length > 1),
    [scored],
  )
  if (mean === null)
    return (
      <Panel title="Adherence">
        <EmptyState
          title="Nothing to inspect yet"
          verb={{ label: 'Open the pipeline', onDo: () => places.go({ screen: 'pipeline' }) }}
        >
          Adherence compares a deal with its plan: evidence, order, dates, strategy sheet and hygiene. Give a
          deal a plan in its tab Plan.
        </EmptyState>
      </Panel>
    )
  return (
    <>
      <Panel title="Lowest adherence" note="at most ten deals" flush>
        <div className={styles.padded}>
          <NamedFigure
            label="Mean adherence"
            words={{
              measure: 'How far open deals with a plan keep to the process.',
              formula: parts
                .map(part => `${partWords[part]} × ${adherenceWeights[part].toFixed(2)}`)
                .join(' + '),
              basis: `${words.number(scored.length)} open deals with a plan; parts that do not apply are dropped and the rest rescaled`,
              asOf,
              rule: 'Adherence (PL-20)',
            }}
            onRecords={() =>
              openDeals(
                scored.map(each => each.row.id),
                'With a plan',
              )
            }
          >
            {words.percent(mean, 1)}
          </NamedFigure>
        </div>
        <MeasureGrid
          label="Lowest adherence"
          noun={{ one: 'deal', many: 'deals' }}
          rows={lowest}
          spec={dealSpec}
          columns={dealColumns}
          onOpen={id => places.open({ table: 'opportunity', id }, { tab: 'plan' })}
        />
      </Panel>
      {groups.map(({ side, rows }) => (
        <Panel
          key={side.noun}
          title={`Adherence by ${side.noun}`}
          {...(side.note === undefined ? {} : { note: side.note })}
          flush
        >
          <MeasureGrid
            label={`Adherence by ${side.noun}`}
            noun={{ one: side.noun, many: `${side.noun}s` }}
            rows={rows}
            spec={groupSpec}
            columns={groupColumns(side.title)}
            sort={[{ column: 'mean', descending: false }]}
            onOpen={key => {
              const found = rows.find(each => each.key === key)
              if (found)
                openDeals(
                  found.deals.map(each => each.row.id),
                  `${key}: with a plan`,
                )
            }}
          />
        </Panel>
      ))}
    </>
  )
}
