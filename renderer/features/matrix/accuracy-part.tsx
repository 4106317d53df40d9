/** Accuracy: what the forecast from the region's own history would have said, month by month, and what came. */
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { askDealStates } from '../../store/deal-states'
import { useWords } from '../../records/use-words'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionStore } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { PanelColumn, ScreenColumn } from '../../ui/part/page-columns'
import { Panel } from '../../ui/part/panel'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { Toolbar, ToolbarPush } from '../../ui/part/toolbar'
import { WorkProgress } from '../../ui/part/work-progress'
import { accuracy, useAccuracy, type AccuracyRun } from './accuracy-desk'
import { BacktestPanel } from './backtest-panel'
import { CurvePanel } from './curve-panel'
import { GroupPanel, HorizonPanel } from './group-panel'
import styles from './matrix.module.css'

/** The part Accuracy of the screen Forecast. */
export function AccuracyPart() {
  const places = usePlaces()
  const { region } = useRegionStore()
  const asOf = useAsOf()
  const words = useWords()
  const states = useQuery(askDealStates, asOf)
  const { state, start, cancel } = useAccuracy(region)
  const empty = states.rows.length === 0
  const run = state.kind === 'done' ? state.result : null
  const stale = run !== null && run.states !== states
  const begun = useRef(false)
  useEffect(() => {
    // The first look starts a run by itself; after that, and after a cancel, it runs when asked.
    if (empty || begun.current) return
    begun.current = true
    if (state.kind === 'none') start(accuracy(region, states))
  }, [empty, state.kind, start, region, states])
  if (empty)
    return (
      <EmptyState
        title="No deals to look back on"
        verb={{ label: 'Import your files', onDo: () => places.go({ screen: 'imports' }) }}
      >
        What the forecast would have said and what came stand here, by month, horizon, rep and product.
      </EmptyState>
    )
  return (
    <ScreenColumn>
      <Toolbar label="Accuracy">
        <span className={styles.faint}>
          {run
            ? `${run.origins.length} month ends, ${words.number(run.basis.deals)} dated deals, as of ${run.asOf}. Each forecast sees only what was known on its day.`
            : 'Each forecast sees only what was known on its day.'}
        </span>
        <ToolbarPush />
        {stale ? <SeverityBadge severity="warn">The data have moved since</SeverityBadge> : null}
        <Button
          size="compact-sm"
          variant={stale ? 'filled' : 'default'}
          disabled={state.kind === 'running'}
          onClick={() => start(accuracy(region, states))}
        >
          Run it again
        </Button>
      </Toolbar>
      <PanelColumn>
        {state.kind === 'running' ? (
          <Panel title="Looking back">
            <WorkProgress
              label="Forecasting the past from what was known then"
              done={state.done}
              total={state.of}
              noun="steps"
              onCancel={cancel}
            />
          </Panel>
        ) : null}
        {state.kind === 'failed' ? (
          <p role="alert" className={styles.alert}>{`The backtest failed: ${state.why}. Run it again.`}</p>
        ) : null}
        {run ? <Report run={run} /> : null}
      </PanelColumn>
    </ScreenColumn>
  )
}

function Report({ run }: { readonly run: AccuracyRun }) {
  const places = usePlaces()
  const words = useWords()
  const { report, basis } = run
  if (!report)
    return (
      <EmptyState
        title="History is too short"
        verb={{ label: 'Import your files', onDo: () => places.go({ screen: 'imports' }) }}
      >
        A backtest needs closed deals of three whole months before a month end, and a whole month after it.
      </EmptyState>
    )
  return (
    <>
      <BacktestPanel run={run} report={report} />
      <CurvePanel run={run} report={report} />
      <div className={styles.pair}>
        <HorizonPanel run={run} report={report} />
        <GroupPanel run={run} report={report} />
      </div>
      <Panel title="What the backtest takes as given">
        <ul className={styles.list}>
          <li>{`${words.number(basis.undated)} deals without any date are left out.`}</li>
          <li>{`${words.number(basis.listPriced)} deals without a history of amounts count at list price or their lines, never at what was won.`}</li>
          {basis.amountAsNow > 0 ? (
            <li>{`${words.number(basis.amountAsNow)} deals have neither: they count with the amount as it is now, which may know more than was known then.`}</li>
          ) : null}
          {basis.recordedAsHappened > 0 ? (
            <li>{`${words.number(basis.recordedAsHappened)} imported facts carry no time of recording and count as known on the day on which they happened.`}</li>
          ) : null}
        </ul>
      </Panel>
    </>
  )
}
