/** Where deals move on and where they leave: cohort conversion (PL-14) and break-down points (PL-16). */
import { useMemo } from 'react'
import type { Day } from '#shared/base/day'
import { breakDownOf, conversionsOf, type BreakDown, type Conversion } from '#shared/process/conversion'
import { dealPaths } from '#shared/process/deal-path'
import { always } from '#shared/process/win-ratio'
import { query } from '../../store/query'
import { useAsOf, useQuery } from '../../store/use-region'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { Panel } from '../../ui/part/panel'
import { MeasureGrid } from '../../records/measure-grid'
import { askMeasured, useSegmentId } from './measured'
import styles from './measures.module.css'
import { useOpenDeals, useWords } from '../../records/use-words'

const askSteps = query([...askMeasured.tables], (region, asOf: Day, segment: string | null) => {
  const states = askMeasured(region, asOf, segment)
  const paths = dealPaths(region, states)
  const names = new Map(region.all('rep').map(rep => [rep.id as string, rep.name]))
  return {
    kind: paths.kind,
    conversions: conversionsOf(paths, always, asOf, states.settings.minWinRateN),
    breakDown: breakDownOf(paths),
    names,
  }
})

const columns: readonly GridColumn[] = [
  { key: 'step', title: 'Step', pin: 'left', width: 250 },
  { key: 'next', title: 'Next', width: 250 },
  {
    key: 'share',
    title: 'Went on',
    digits: 1,
    width: 100,
    help: 'Of the mature deals that entered (PL-14).',
  },
  { key: 'k', title: 'of which', width: 90 },
  { key: 'n', title: 'Mature n', width: 100 },
  { key: 'young', title: 'Too young', width: 120, help: 'Entered, but not yet old enough to be counted.' },
  { key: 'days', title: 'Median days', width: 130 },
]
const spec: RowsSpec<Conversion> = {
  id: row => row.step,
  columns: {
    step: { kind: 'text', get: row => row.label },
    next: { kind: 'text', get: row => row.next },
    share: { kind: 'percent', get: row => row.share.p },
    k: { kind: 'number', get: row => row.share.k },
    n: { kind: 'number', get: row => row.share.n },
    young: { kind: 'number', get: row => row.tooYoung },
    days: { kind: 'number', get: row => row.medianDays },
  },
}

interface Exit {
  readonly id: string
  readonly step: string
  readonly rep: string
  readonly k: number
  readonly n: number
  readonly z: number
  readonly verdict: string
}

const exitColumns: readonly GridColumn[] = [
  { key: 'step', title: 'Step', pin: 'left', width: 250 },
  { key: 'rep', title: 'Rep', width: 180 },
  { key: 'rate', title: 'Left here', digits: 1, width: 100 },
  { key: 'k', title: 'Left', width: 80 },
  { key: 'n', title: 'Entered', width: 90 },
  { key: 'z', title: 'z', digits: 2, width: 80 },
  { key: 'verdict', title: 'Judgement', width: 140 },
]
const exitSpec: RowsSpec<Exit> = {
  id: row => row.id,
  columns: {
    step: { kind: 'text', get: row => row.step },
    rep: { kind: 'text', get: row => row.rep },
    rate: { kind: 'percent', get: row => row.k / row.n },
    k: { kind: 'number', get: row => row.k },
    n: { kind: 'number', get: row => row.n },
    z: { kind: 'number', get: row => row.z },
    verdict: { kind: 'text', get: row => row.verdict },
  },
}
const verdicts = {
  differs: 'Differs',
  watch: 'Watch',
  chance: 'Within chance',
  thin: 'Too few to say',
} as const

/** The section. */
export function StepsSection() {
  const asOf = useAsOf()
  const words = useWords()
  const openDeals = useOpenDeals()
  const { kind, conversions, breakDown, names } = useQuery(askSteps, asOf, useSegmentId())
  const exits = useMemo(
    () =>
      breakDown.steps.flatMap(step =>
        step.comparison.members
          .filter(each => each.n > 0)
          .map(each => ({
            id: `${step.step}/${each.key}`,
            step: step.label,
            rep: names.get(each.key) ?? '',
            k: each.k,
            n: each.n,
            z: each.z,
            verdict: verdicts[each.verdict],
          })),
      ),
    [breakDown, names],
  )
  return (
    <>
      <Panel
        title="Conversion of cohorts"
        note={`${kind === 'stages' ? 'by CRM stage' : 'by sales status'}, as of ${asOf}`}
        flush
      >
        <MeasureGrid
          label="Conversion"
          noun={{ one: 'step', many: 'steps' }}
          rows={conversions}
          spec={spec}
          columns={columns}
          onOpen={id => {
            const row = conversions.find(each => each.step === id)
            if (row) openDeals(row.deals, `Entered ${row.label} and had time`)
          }}
        />
      </Panel>
      <Panel title="Break-down points">
        <p className={styles.finding}>{findingSentence(breakDown, names, words.percent)}</p>
        <p className={styles.why}>
          Leaving means lost, no decision, disqualified or stalled. Reps with at least 10 entries are compared
          with the rest (PL‑11).
        </p>
      </Panel>
      <Panel title="Exits by step and rep" flush>
        <MeasureGrid
          label="Exits"
          noun={{ one: 'line', many: 'lines' }}
          rows={exits}
          spec={exitSpec}
          columns={exitColumns}
          sort={[{ column: 'z', descending: true }]}
        />
      </Panel>
    </>
  )
}

function findingSentence(
  { finding, steps }: BreakDown,
  names: ReadonlyMap<string, string>,
  percent: (share: number) => string,
): string {
  const label = finding.kind === 'none' ? '' : (steps.find(each => each.step === finding.step)?.label ?? '')
  const sure = (step: string, reps: readonly string[]): boolean =>
    steps
      .find(each => each.step === step)
      ?.comparison.members.some(each => reps.includes(each.key) && each.verdict === 'differs') ?? false
  switch (finding.kind) {
    case 'process':
      return `“${label}” is the worst step of ${percent(finding.share)} of the reps: change the process, not the people.`
    case 'coaching':
      return `In “${label}” ${finding.reps.map(rep => names.get(rep) ?? '').join(' and ')} lose more than the rest: ${sure(finding.step, finding.reps) ? 'coach that step.' : 'it may be chance, so watch that step when you coach.'}`
    case 'none':
      return 'No step and no rep stands out from chance.'
  }
}
