/** Calibration: what the region's own history says of each cell, beside what management set; taken over by decision only. */
import { Button, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Id } from '#shared/base/id'
import { adopt } from '#shared/forecast/adopt'
import { matureVisits, type Proposal } from '#shared/forecast/calibration'
import { cellAt } from '#shared/forecast/matrix'
import { anyScope, draftFrom, saveMatrix, startSet } from '#shared/forecast/version-desk'
import { useOpenDeals, useWords } from '../../records/use-words'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useSettings } from '../../store/use-region'
import { HeatGrid } from '../../ui/heat-grid/heat-grid'
import { oneCell } from '../../ui/heat-grid/heat-selection'
import { ConfirmDialog } from '../../ui/part/confirm-dialog'
import { EmptyState } from '../../ui/part/empty-state'
import { Figure } from '../../ui/part/figure'
import { PanelColumn, ScreenColumn } from '../../ui/part/page-columns'
import { Panel } from '../../ui/part/panel'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { Toolbar, ToolbarPush } from '../../ui/part/toolbar'
import { WorkProgress } from '../../ui/part/work-progress'
import { calibration, useCalibration, type Calibration } from './calibration-desk'
import { CellHistory } from './cell-history'
import { cellDrawer, placeKey } from './matrix-cells'
import { askPipeline, askVisits } from './matrix-facts'
import { useMatrixView, type MatrixView } from './matrix-view'
import { measureNames, placeName, valueText } from './matrix-words'
import { ProposalTable } from './proposal-table'
import { useDesk } from './use-desk'
import { VersionPick } from './version-pick'
import styles from './matrix.module.css'

/** The part Calibration of the screen Forecast. */
export function CalibrationPart() {
  const places = usePlaces()
  const view = useMatrixView()
  if (!view)
    return (
      <EmptyState
        title="No matrices"
        verb={{
          label: 'Give a cycle its statuses',
          onDo: () => places.go({ screen: 'forecast', filters: { part: 'statuses' } }),
        }}
      >
        What history says of each cell stands here once there are statuses and deals.
      </EmptyState>
    )
  return <Calibrated key={view.version.id} view={view} />
}

function Calibrated({ view }: { readonly view: MatrixView }) {
  const places = usePlaces()
  const { version } = view
  const desk = useDesk()
  const asOf = useAsOf()
  const words = useWords()
  const { states } = useQuery(askPipeline, asOf)
  const visits = useQuery(askVisits, asOf, version.id)
  const { state, start, cancel } = useCalibration(desk.store.region)
  const mature = useMemo(() => matureVisits(visits).length, [visits])
  const result = state.kind === 'done' && state.result.version === version.id ? state.result : null
  const label =
    version.basis === 'stored' ? `version ${version.no} of ${version.name}` : version.name.toLowerCase()
  const run = () => start(calibration(states, version, visits, label))
  return (
    <ScreenColumn>
      <Toolbar label="Calibration">
        <VersionPick view={view} />
        <span className={styles.faint}>
          {`${words.number(visits.length)} first visits of cells, ${words.number(mature)} of them mature`}
        </span>
        <ToolbarPush />
        {result && result.asOf !== asOf ? (
          <SeverityBadge severity="warn">{`Run as of ${result.asOf}`}</SeverityBadge>
        ) : null}
        <Button
          size="compact-sm"
          variant={result ? 'default' : 'filled'}
          disabled={state.kind === 'running' || visits.length === 0}
          onClick={run}
        >
          {result ? 'Calibrate again' : 'Calibrate on history'}
        </Button>
      </Toolbar>
      <PanelColumn>
        {state.kind === 'running' ? (
          <Panel title="Calibrating">
            <WorkProgress
              label={`Reading ${words.number(visits.length)} visits for ${label}`}
              done={state.done}
              total={state.of}
              noun="cells"
              onCancel={cancel}
            />
          </Panel>
        ) : null}
        {state.kind === 'failed' ? (
          <p
            role="alert"
            className={styles.alert}
          >{`The calibration failed: ${state.why}. Start it again.`}</p>
        ) : null}
        {visits.length === 0 ? (
          <EmptyState
            title="No history of cells"
            verb={{
              label: 'Choose the statuses',
              onDo: () => places.go({ screen: 'forecast', filters: { part: 'statuses' } }),
            }}
          >
            {version.kind === 'event'
              ? 'No deal has recorded events in the scope of this version. Record buying and selling events, or choose the matrix of CRM stages.'
              : 'No deal in the scope of this version has a date on which it entered a stage.'}
          </EmptyState>
        ) : result ? (
          <Results view={view} result={result} desk={desk} />
        ) : state.kind === 'running' ? null : (
          <EmptyState title="What does history say?" verb={{ label: 'Calibrate on history', onDo: run }}>
            {`Each cell gets a share from its mature visits, drawn towards the value set now where they are few, with its interval and the median time of the won ones. Nothing changes before you adopt it.`}
          </EmptyState>
        )}
      </PanelColumn>
    </ScreenColumn>
  )
}

function Results({
  view,
  result,
  desk,
}: {
  readonly view: MatrixView
  readonly result: Calibration
  readonly desk: ReturnType<typeof useDesk>
}) {
  const { version, measure, headings, editable } = view
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const openDeals = useOpenDeals()
  const { userName } = useSettings()
  const visits = useQuery(askVisits, asOf, version.id)
  const [selection, setSelection] = useState(oneCell({ row: 0, column: 0 }))
  const [asking, setAsking] = useState<readonly Proposal[] | null>(null)
  const axes = { rows: version.rows, columns: version.columns }
  const proposals = useMemo(
    () => new Map(result.proposals.map(each => [placeKey(each.b, each.s), each])),
    [result],
  )
  const ready = result.proposals.filter(
    each => each.proposed && !(cellAt(version.matrix, each.b, each.s)?.locked ?? true),
  )
  const thin = result.proposals.length - result.proposals.filter(each => each.proposed).length
  const draw = cellDrawer({
    axes,
    matrix: version.matrix,
    base: null,
    measure,
    show: 'proposal',
    obstacles: { violations: [], reasons: [] },
    proposals,
    deals: new Map(),
    money: amount => words.money(amount),
  })
  const take = async (chosen: readonly Proposal[]): Promise<void> => {
    const { region } = desk.store
    const [first] = chosen
    const what =
      chosen.length === 1 && first
        ? `the proposal for ${placeName(axes, first)}`
        : `${chosen.length} proposals`
    const next = adopt(version.matrix, chosen, result.asOf)
    if (editable && version.record)
      return void desk.change(version.record, each => adopt(each, chosen, result.asOf), `Adopt ${what}`)
    let made: Id<'matrixVersion'> | null = null
    const { kind, rows, columns } = version
    const done = await desk.edit(edit => {
      if (version.record) {
        made = draftFrom(region, edit, version.record, userName)
        saveMatrix(edit, made, next)
      } else
        made = startSet(
          edit,
          { name: 'All deals', kind, scope: anyScope, rows, columns, matrix: next },
          userName,
        )
    }, `Adopt ${what} into a new draft`)
    if (done && made) places.setFilters({ part: 'matrix', version: made, show: 'change', section: 'editor' })
  }
  const at = { b: selection.anchor.row, s: selection.anchor.column }
  const proposal = proposals.get(placeKey(at.b, at.s)) ?? null
  const dealsOf = (b: number, s: number) =>
    visits.filter(each => each.b === b && each.s === s).map(each => each.deal)
  return (
    <>
      {ready.length === 0 ? (
        <p className={styles.caution}>
          {`History is too thin: no open cell has 10 mature visits, so nothing is proposed. ${words.number(result.mature)} of ${words.number(result.visits)} visits are mature.`}
        </p>
      ) : null}
      <Panel
        title={
          ready.length === 0
            ? 'No cell can be proposed'
            : `${ready.length} of ${result.proposals.length} cells can be proposed${thin > 0 ? `, ${thin} ${thin === 1 ? 'has' : 'have'} too few visits` : ''}`
        }
        note={`${words.number(result.mature)} mature visits, as of ${result.asOf}`}
        tools={
          <>
            <SegmentedControl
              size="xs"
              aria-label="Matrix"
              value={measure}
              onChange={value => view.setMeasure(value === 'tuc' ? 'tuc' : 'poc')}
              data={[
                { value: 'poc', label: 'Probability' },
                { value: 'tuc', label: 'Time' },
              ]}
            />
            {ready.length > 0 ? (
              <Button size="compact-sm" onClick={() => setAsking(ready)}>
                {ready.length === 1 ? 'Adopt the proposal' : `Adopt all ${ready.length}`}
              </Button>
            ) : null}
          </>
        }
      >
        <div className={styles.columns}>
          <div className={styles.grow}>
            <HeatGrid
              label={`${measureNames[measure]}: set and proposed`}
              corner={
                <>
                  <b>{measureNames[measure]}</b>
                  <span className={styles.cornerNote}>set now → proposed</span>
                </>
              }
              rows={headings.rows}
              columns={headings.columns}
              cell={draw}
              selection={selection}
              onSelection={setSelection}
              closed="Proposals are adopted, not typed: choose Adopt"
              onOpen={({ row, column }) =>
                openDeals(dealsOf(row, column), `Visits of ${placeName(axes, { b: row, s: column })}`)
              }
            />
            <p className={styles.faint}>
              Blue rises, orange falls; n is the number of mature visits, below 10 nothing is proposed. Enter
              opens the deals of a cell.
            </p>
          </div>
          {proposal ? (
            <section className={styles.strip} aria-label={`History of ${placeName(axes, at)}`}>
              <header className={styles.stripHead}>
                <b>{placeName(axes, at)}</b>
                <Figure
                  label={`Visits of ${placeName(axes, at)}`}
                  words={{
                    measure:
                      'First visits of deals to this cell that are closed, or older than any closed one took.',
                    formula: `(${proposal.wins} won + 10 × ${valueText('poc', proposal.prior)}) ÷ (${proposal.n} + 10) = ${valueText('poc', Math.round(proposal.poc * 1e4) / 1e4)}`,
                    basis: `${proposal.n} mature visits, ${proposal.wins} won`,
                    asOf: result.asOf,
                    rule: 'Mature visits, drawn towards the value set now (FC-17, FC-18)',
                    ...(proposal.proposed
                      ? {}
                      : { caution: 'Fewer than 10 mature visits: not proposed (FC-22)' }),
                  }}
                  onRecords={() => openDeals(dealsOf(at.b, at.s), `Visits of ${placeName(axes, at)}`)}
                >
                  {`${proposal.wins} of ${proposal.n} won`}
                </Figure>
                <span className={styles.grow} />
                {proposal.proposed ? (
                  <Button size="compact-xs" variant="light" onClick={() => void take([proposal])}>
                    Adopt this cell
                  </Button>
                ) : null}
              </header>
              <CellHistory
                visits={visits.filter(each => each.b === at.b && each.s === at.s)}
                mature={proposal}
                name={placeName(axes, at)}
                asOf={asOf}
              />
            </section>
          ) : null}
        </div>
      </Panel>
      <ProposalTable
        proposals={result.proposals}
        matrix={version.matrix}
        axes={axes}
        onAdopt={each => void take([each])}
        onOpen={each => openDeals(dealsOf(each.b, each.s), `Visits of ${placeName(axes, each)}`)}
      />
      {asking ? (
        <ConfirmDialog
          title={asking.length === 1 ? 'Adopt the proposal' : `Adopt ${asking.length} proposals`}
          verb="Adopt"
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null)
            void take(asking)
          }}
        >
          {editable
            ? `The cells change in the draft ${version.no}; each keeps its history as the reason. One undo takes them back. Cells without a proposal stay: where the order breaks, restore it in the matrix.`
            : 'They go into a new draft; what is in force stays as it is until the draft is approved.'}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
