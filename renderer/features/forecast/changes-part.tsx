/** What changed between two snapshots, as a waterfall whose bars open their deals (5.7, FC-26). */
import { Button, Loader, Select, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import type { Day } from '#shared/base/day'
import { parsePeriod, periodOf, shiftPeriod } from '#shared/base/fiscal'
import { asId } from '#shared/base/id'
import { compareProblemText } from '#shared/forecast/change-words'
import {
  compareSnapshots,
  type CompareWish,
  type SnapshotDate,
  type SnapshotMeasure,
} from '#shared/forecast/region-snapshot'
import type { SnapshotRow } from '#shared/model/forecast'
import { snapshot } from '#shared/model/forecast'
import { DayInput } from '../../fields/day-input'
import { useWords } from '../../records/use-words'
import { askKept, firstSide } from '../../store/compared'
import { keepSnapshot } from '../../store/snapshots'
import { storeProblemText } from '../../store/store-problem'
import { usePlace, usePlaces } from '../../store/use-place'
import {
  useAsOf,
  useQuery,
  useRegion,
  useRegionCurrency,
  useRegionStore,
  useSettings,
} from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { PanelColumn, ScreenColumn } from '../../ui/part/page-columns'
import { Panel } from '../../ui/part/panel'
import { Toolbar, ToolbarPush } from '../../ui/part/toolbar'
import { useCompared } from './use-compared'
import { WaterfallChart } from './waterfall-chart'

const measures: readonly { readonly value: SnapshotMeasure; readonly label: string }[] = [
  { value: 'amount', label: 'Amount' },
  { value: 'weighted', label: 'Weighted value' },
  { value: 'list', label: 'List price' },
]

const dates: readonly { readonly value: SnapshotDate; readonly label: string }[] = [
  { value: 'matrix', label: 'by expected close' },
  { value: 'crm', label: 'by CRM close' },
  { value: 'plan', label: 'by plan close' },
]

const kindWords = new Map((snapshot.fields.kind.choices ?? []).map(each => [each.key, each.label]))

/** The part Changes of the screen Forecast. */
export function ChangesPart() {
  const store = useRegionStore()
  const places = usePlaces()
  const words = useWords()
  const asOf = useAsOf()
  const currency = useRegionCurrency()
  const { fiscalStart } = useSettings()
  const { filters } = usePlace()
  const region = useRegion('snapshot', 'rep', 'product', 'opportunity')
  const kept = useQuery(askKept)
  const quarter = periodOf(asOf, 'quarter', fiscalStart)
  const lastQuarterEnd = shiftPeriod(quarter, -1, fiscalStart).last
  const text = (key: string, otherwise: string): string =>
    typeof filters[key] === 'string' ? (filters[key] as string) : otherwise
  const from = text('from', firstSide(kept, asOf, fiscalStart))
  const to = text('to', 'now')
  const period = text('in', 'all')
  const measure = measures.find(each => each.value === filters['measured'])?.value ?? 'amount'
  const date = dates.find(each => each.value === filters['dated'])?.value ?? 'matrix'
  const scope = text('scope', 'all')
  const first = useCompared(from, asOf)
  const second = useCompared(to, asOf)
  const found = useMemo(() => {
    if (first === null || second === null) return null
    if (first === 'missing' || second === 'missing') return 'missing' as const
    const wish: CompareWish = {
      measure,
      date,
      period: period === 'all' ? null : parsePeriod(period, fiscalStart),
      inScope: inScopeOf(scope, id => region.get('rep', asId(id))?.manager ?? null),
      listPrice: product =>
        product === null ? null : (region.get('product', asId(product))?.listPrice ?? null),
    }
    return compareSnapshots(first, second, wish)
  }, [first, second, measure, date, period, scope, fiscalStart, region])
  if (region.table('opportunity').size === 0)
    return (
      <EmptyState
        title="Nothing to compare yet"
        verb={{ label: 'Import your files', onDo: () => places.go({ screen: 'imports' }) }}
      >
        A snapshot is taken every week and before every import and kept for ever. What changed between any two
        stands here as bars that add up.
      </EmptyState>
    )
  const sides = [
    { value: 'now', label: `Now, as of ${asOf}` },
    { value: `day:${lastQuarterEnd}`, label: 'A day, rebuilt from the data' },
    ...kept.map(each => ({
      value: each.id as string,
      label: `${each.asOf} · ${kindWords.get(each.kind) ?? each.kind}`,
    })),
  ]
  const chooser = (label: string, key: 'from' | 'to', side: string) => (
    <>
      <Select
        size="xs"
        w={250}
        aria-label={label}
        allowDeselect={false}
        value={side.startsWith('day:') ? `day:${lastQuarterEnd}` : side}
        data={sides}
        onChange={next => next && places.setFilters({ [key]: next })}
      />
      {side.startsWith('day:') && (
        <DayInput
          label=""
          value={side.slice(4) as Day}
          near={asOf}
          width={130}
          onDay={day => day && places.setFilters({ [key]: `day:${day}` })}
        />
      )}
    </>
  )
  const pick = (
    label: string,
    key: string,
    value: string,
    data: { value: string; label: string }[],
    width = 165,
  ) => (
    <Select
      size="xs"
      w={width}
      aria-label={label}
      allowDeselect={false}
      value={value}
      data={data}
      onChange={next => next && places.setFilters({ [key]: next })}
    />
  )
  const managers = [...new Set(region.all('rep').flatMap(each => each.manager ?? []))].sort()
  const reps = region.all('rep').filter(each => each.active)
  const nameOf = (side: string): string =>
    side === 'now'
      ? asOf
      : side.startsWith('day:')
        ? side.slice(4)
        : (kept.find(each => each.id === side)?.asOf ?? side)
  const take = async (): Promise<void> => {
    const done = await keepSnapshot(store, 'manual')
    notifications.show({
      message: done.ok ? `A snapshot as of ${asOf} is kept.` : storeProblemText(done.problem),
    })
  }
  const subtitle = `${measures.find(each => each.value === measure)?.label ?? ''} of open deals${
    period === 'all' ? '' : ` in ${period} ${dates.find(each => each.value === date)?.label ?? ''}`
  }, ${nameOf(from)} to ${nameOf(to)}${scope === 'all' ? '' : `, ${scope.slice(scope.indexOf(':') + 1)}`}; suspects left out`
  return (
    <ScreenColumn>
      <Toolbar label="What is compared">
        {chooser('From', 'from', from)}
        <Text size="sm">to</Text>
        {chooser('To', 'to', to)}
        <ToolbarPush />
        <Button size="compact-sm" variant="default" onClick={() => void take()}>
          Take a snapshot
        </Button>
      </Toolbar>
      <PanelColumn>
        <Panel
          title="What changed"
          tools={
            <>
              {pick('Measure', 'measured', measure, [...measures])}
              {pick('Period', 'in', period, [
                { value: 'all', label: 'Whenever it closes' },
                ...[-1, 0, 1, 2].map(by => {
                  const { key } = shiftPeriod(quarter, by, fiscalStart)
                  return { value: key, label: key }
                }),
              ])}
              {period === 'all' ? null : pick('Date', 'dated', date, [...dates])}
              {pick(
                'Scope',
                'scope',
                scope,
                [
                  { value: 'all', label: 'Whole region' },
                  ...managers.map(each => ({ value: `manager:${each}`, label: each })),
                  ...reps.map(each => ({ value: `rep:${each.id}`, label: each.name })),
                ],
                180,
              )}
            </>
          }
        >
          {found === null ? (
            <Loader size="sm" aria-label="Reading the snapshots" />
          ) : found === 'missing' ? (
            <Text role="alert">The rows of a snapshot are no longer in the archive. Choose another one.</Text>
          ) : found.ok ? (
            <WaterfallChart found={found.value} currency={currency} subtitle={subtitle} />
          ) : (
            <Text role="alert" c="var(--qd-danger)">
              {compareProblemText(found.problem, words)}
            </Text>
          )}
        </Panel>
      </PanelColumn>
    </ScreenColumn>
  )
}

function inScopeOf(scope: string, managerOf: (rep: string) => string | null): (row: SnapshotRow) => boolean {
  const [kind, name = ''] = [scope.slice(0, scope.indexOf(':')), scope.slice(scope.indexOf(':') + 1)]
  if (kind === 'rep') return row => row.owner === name
  if (kind === 'manager') return row => row.owner !== null && managerOf(row.owner) === name
  return () => true
}
