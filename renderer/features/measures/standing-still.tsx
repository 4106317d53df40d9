/** What stands still (PL-6 to PL-9): the 2x2 of moving and touched, every segment with its count, and who holds them. */
import { Button, Group } from '@mantine/core'
import { useMemo } from 'react'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import { isInWork } from '#shared/process/decide-deals'
import type { DealState } from '#shared/process/deal-state'
import { totalValue } from '#shared/process/deal-value'
import type { Standing } from '#shared/process/standing-still'
import { standingWords } from '../../records/deal-words'
import { MeasureGrid } from '../../records/measure-grid'
import { askSegmentDeals, segmentFilters, type SegmentDeals } from '../../records/segments'
import { useOpenDeals, useWords } from '../../records/use-words'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency } from '../../store/use-region'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { Panel } from '../../ui/part/panel'
import { askMeasured, useSegmentId } from './measured'
import styles from './measures.module.css'

interface Quadrant {
  readonly rows: readonly DealState[]
  readonly amount: number | null
}

interface Holder {
  readonly id: string
  readonly name: string
  readonly manager: string | null
  readonly rows: Readonly<
    Record<'open' | 'stuck' | 'stale' | 'dead' | 'overdue' | 'noStep' | 'pushed', number | null>
  >
}

const amountOf = (rows: readonly DealState[]): number | null => totalValue(rows.map(row => row.value)).amount

const askStanding = query([...askMeasured.tables], (region, asOf: Day, segment: string | null) => {
  const states = askMeasured(region, asOf, segment)
  const work = states.rows.filter(isInWork)
  const quadrant = (standing: Standing): Quadrant => {
    const rows = work.filter(row => row.standing === standing)
    return { rows, amount: amountOf(rows) }
  }
  const unjudged = work.filter(row => row.standing === null)
  const byOwner = new Map<Id<'rep'> | null, DealState[]>()
  for (const row of work) {
    const key = row.owner?.id ?? null
    byOwner.set(key, [...(byOwner.get(key) ?? []), row])
  }
  const holders = [...byOwner].map(([id, rows]): Holder => {
    const count = (is: (row: DealState) => boolean): number => rows.filter(is).length
    return {
      id: id ?? '',
      name: rows[0]?.owner?.name ?? 'No owner',
      manager: rows[0]?.owner?.manager ?? null,
      rows: {
        open: rows.length,
        stuck: count(row => row.stuck.is === true),
        stale: states.anyActivity ? count(row => row.stale.is === true) : null,
        dead: count(row => row.deadByAge === true),
        overdue: count(row => row.overdue.length > 0),
        noStep: states.anyNextStep ? count(row => row.noNextStep === true) : null,
        pushed: count(row => row.pushes >= 2),
      },
    }
  })
  return {
    work,
    quadrants: {
      healthy: quadrant('healthy'),
      stuckTouched: quadrant('stuckTouched'),
      movingStale: quadrant('movingStale'),
      stuckStale: quadrant('stuckStale'),
    },
    unjudged: { rows: unjudged, amount: amountOf(unjudged) },
    anyActivity: states.anyActivity,
    anyNextStep: states.anyNextStep,
    holders,
    settings: states.settings,
  }
})

const verbs: Readonly<Record<Standing, string>> = {
  healthy: 'Leave it to the rep',
  stuckTouched: 'The buyer’s process, or skill: coach',
  movingStale: 'The records lag: have them written',
  stuckStale: 'A decision is due',
}

const count = (key: keyof Holder['rows'], title: string, width = 90): GridColumn => ({
  key,
  title,
  width,
  aggregate: { fn: 'sum' },
})
const columns: readonly GridColumn[] = [
  { key: 'name', title: 'Rep', pin: 'left', width: 180 },
  { key: 'manager', title: 'Manager', width: 150 },
  count('open', 'In work'),
  count('stuck', 'Stuck'),
  count('stale', 'Stale'),
  count('dead', 'Dead by age', 140),
  count('overdue', 'Overdue', 100),
  count('noStep', 'No next step', 130),
  count('pushed', 'Pushed'),
]
const spec: RowsSpec<Holder> = {
  id: row => row.id,
  columns: {
    name: { kind: 'text', get: row => row.name },
    manager: { kind: 'text', get: row => row.manager },
    open: { kind: 'number', get: row => row.rows.open },
    stuck: { kind: 'number', get: row => row.rows.stuck },
    stale: { kind: 'number', get: row => row.rows.stale },
    dead: { kind: 'number', get: row => row.rows.dead },
    overdue: { kind: 'number', get: row => row.rows.overdue },
    noStep: { kind: 'number', get: row => row.rows.noStep },
    pushed: { kind: 'number', get: row => row.rows.pushed },
  },
}

/** The section. */
export function StandingStill() {
  const asOf = useAsOf()
  const words = useWords()
  const openDeals = useOpenDeals()
  const { work, quadrants, unjudged, anyActivity, holders, settings } = useQuery(
    askStanding,
    asOf,
    useSegmentId(),
  )
  const cell = (standing: Standing) => (
    <QuadrantCell
      name={standingWords[standing]}
      note={verbs[standing]}
      quadrant={quadrants[standing]}
      of={work.length - unjudged.rows.length}
      alarm={standing === 'stuckStale'}
      onOpen={() =>
        openDeals(
          quadrants[standing].rows.map(row => row.id),
          standingWords[standing],
        )
      }
    />
  )
  const judged = work.length - unjudged.rows.length
  return (
    <>
      <Panel title="Moving and touched" note={`${words.number(judged)} deals in work, as of ${asOf}`}>
        <p className={styles.finding}>
          {judged > 0
            ? `${words.number(quadrants.stuckStale.rows.length)} of ${words.number(judged)} deals in work are stuck and stale.`
            : anyActivity
              ? 'None of the deals in work can be judged yet.'
              : 'Nothing can be said about attention: no activities were imported.'}
        </p>
        <p className={styles.why}>
          Stuck is about progress: no change of status for longer than {settings.stuckFactor} times what won
          deals needed, at least {settings.stuckFloor} working days. Stale is about attention: no sign of us
          for {settings.staleDays} days.
        </p>
        {judged > 0 ? (
          <div className={styles.quadrants} role="table" aria-label="Moving and touched">
            <div role="row" className={styles.quadrantRow}>
              <span role="columnheader" />
              <span role="columnheader">Touched</span>
              <span role="columnheader">Stale</span>
            </div>
            <div role="row" className={styles.quadrantRow}>
              <span role="rowheader">Moving</span>
              {cell('healthy')}
              {cell('movingStale')}
            </div>
            <div role="row" className={styles.quadrantRow}>
              <span role="rowheader">Stuck</span>
              {cell('stuckTouched')}
              {cell('stuckStale')}
            </div>
          </div>
        ) : null}
        {unjudged.rows.length > 0 ? (
          <Group gap="xs" mt="xs">
            <span>
              {words.number(unjudged.rows.length)} deals cannot be judged on both sides
              {anyActivity ? '' : ': no activities imported'}.
            </span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() =>
                openDeals(
                  unjudged.rows.map(row => row.id),
                  'Cannot be judged on both sides',
                )
              }
            >
              Show the deals
            </Button>
          </Group>
        ) : null}
      </Panel>
      <SegmentsPanel />
      <Panel title="Who holds them" note="deals in work" flush>
        <MeasureGrid
          label="Standing still by rep"
          noun={{ one: 'rep', many: 'reps' }}
          rows={holders}
          spec={spec}
          columns={columns}
          sort={[{ column: 'dead', descending: true }]}
          onOpen={id => {
            const holder = holders.find(each => each.id === id)
            if (holder)
              openDeals(
                work.filter(row => (row.owner?.id ?? '') === id).map(row => row.id),
                `${holder.name}: in work`,
              )
          }}
        />
      </Panel>
    </>
  )
}

function QuadrantCell(props: {
  readonly name: string
  readonly note: string
  readonly quadrant: Quadrant
  readonly of: number
  readonly alarm: boolean
  readonly onOpen: () => void
}) {
  const words = useWords()
  const { rows, amount } = props.quadrant
  return (
    <div role="cell" className={styles.quadrantCell}>
      <button
        type="button"
        className={styles.quadrant}
        data-alarm={props.alarm || undefined}
        disabled={rows.length === 0}
        title={`Show the ${rows.length} deals in the pipeline`}
        onClick={props.onOpen}
      >
        <b>{props.name}</b>
        <span className={styles.quadrantCount}>{words.number(rows.length)}</span>
        <span>
          {amount === null ? 'a currency rate is missing' : words.money(amount)} ·{' '}
          {props.of > 0 ? words.percent(rows.length / props.of) : '–'}
        </span>
        <span className={styles.note}>{props.note}</span>
      </button>
    </div>
  )
}

const segmentColumns: readonly GridColumn[] = [
  { key: 'name', title: 'Segment', pin: 'left', width: 190 },
  { key: 'deals', title: 'Deals', width: 80 },
  { key: 'amount', title: 'Value', digits: 0, width: 130 },
  { key: 'sentence', title: 'What it holds', width: 530 },
  { key: 'own', title: 'Made by', width: 110 },
]

function SegmentsPanel() {
  const places = usePlaces()
  const currency = useRegionCurrency()
  const all = useQuery(askSegmentDeals, useAsOf(), currency)
  const segmentSpec = useMemo(
    (): RowsSpec<SegmentDeals> => ({
      id: row => row.segment.id,
      columns: {
        name: { kind: 'text', get: row => row.segment.name },
        deals: { kind: 'number', get: row => (row.unjudged === null ? row.rows.length : null) },
        amount: { kind: 'money', currency, get: row => (row.unjudged === null ? row.amount : null) },
        sentence: {
          kind: 'text',
          get: row =>
            row.unjudged === null
              ? row.segment.sentence
              : `Cannot be judged, ${row.unjudged}. ${row.segment.sentence}`,
        },
        own: { kind: 'text', get: row => (row.segment.own ? 'You' : 'Quarterdeck') },
      },
    }),
    [currency],
  )
  return (
    <Panel title="Segments" note="open one to see its deals; the pipeline keeps new ones" flush>
      <MeasureGrid
        label="Segments"
        noun={{ one: 'segment', many: 'segments' }}
        rows={all}
        spec={segmentSpec}
        columns={segmentColumns}
        onOpen={id => {
          const found = all.find(each => each.segment.id === id)
          if (found) places.go({ screen: 'pipeline', filters: segmentFilters(found.segment) })
        }}
      />
    </Panel>
  )
}
