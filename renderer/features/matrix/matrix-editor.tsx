/** The editor of a version: its cells as a spreadsheet, with what they would change beside them. */
import { useMemo, useState } from 'react'
import type { Id } from '#shared/base/id'
import { adopt } from '#shared/forecast/adopt'
import { calibratedMatrix } from '#shared/forecast/calibration'
import type { ForecastDeal } from '#shared/forecast/deal-forecast'
import { draftWhatIf } from '#shared/forecast/draft-what-if'
import { cellAt, type CellPlace, type Matrix, type Measure } from '#shared/forecast/matrix'
import {
  blend,
  fillCells,
  interpolate,
  pasteBlock,
  repairMeasure,
  scaleCells,
  setValues,
} from '#shared/forecast/matrix-edit'
import { revertCells, setKind, setLocked, setReason } from '#shared/forecast/matrix-marks'
import { explained } from '#shared/forecast/monotone'
import { saveExceptions } from '#shared/forecast/version-desk'
import { useWords } from '../../records/use-words'
import { useAsOf, useQuery } from '../../store/use-region'
import { HeatGrid } from '../../ui/heat-grid/heat-grid'
import { areaOf, oneCell, placesIn, type HeatPlace } from '../../ui/heat-grid/heat-selection'
import { useCalibration } from './calibration-desk'
import { CellStrip } from './cell-strip'
import { cellDrawer, editLabel, placeKey, type CellDeals } from './matrix-cells'
import { askPipeline, askReach } from './matrix-facts'
import { MatrixTools } from './matrix-tools'
import { obstaclesOf, type MatrixView } from './matrix-view'
import { cellProblemText, measureNames, placeName, valueText } from './matrix-words'
import styles from './matrix.module.css'
import { Parameters } from './parameters'
import { ProblemList, type RefusedPaste } from './problem-list'
import type { Desk } from './use-desk'
import { WhatIfPanel, type GroupBy } from './what-if-panel'

interface Typed {
  readonly place: CellPlace
  readonly text: string
}

/** The editor of one version. */
export function MatrixEditor({
  view,
  desk,
  refusedFile,
  onForgetFile,
}: {
  readonly view: MatrixView
  readonly desk: Desk
  readonly refusedFile: RefusedPaste | null
  readonly onForgetFile: () => void
}) {
  const { version, base, measure, show, headings, editable } = view
  const asOf = useAsOf()
  const words = useWords()
  const found = useQuery(askPipeline, asOf)
  const { pipeline, periods, totals, options, states } = found
  const { state: calibrating } = useCalibration(desk.store.region)
  const [selection, setSelection] = useState(oneCell({ row: 0, column: 0 }))
  const [typed, setTyped] = useState<Typed | null>(null)
  const [tried, setTried] = useState<number | null>(null)
  const [pasted, setPasted] = useState<RefusedPaste | null>(null)
  const [against, setAgainst] = useState('')
  const [groupBy, setGroupBy] = useState<GroupBy>('deals')
  const id = version.record as Id<'matrixVersion'>
  const axes = useMemo(() => ({ rows: version.rows, columns: version.columns }), [version])

  const run = calibrating.kind === 'done' ? calibrating.result : null
  const proposals = useMemo(
    () =>
      new Map(
        (run && sameShape(run.version, version.id, view) ? run.proposals : []).map(each => [
          placeKey(each.b, each.s),
          each,
        ]),
      ),
    [run, version.id, view],
  )
  const calibrated = useMemo(
    () => (proposals.size === 0 ? null : calibratedMatrix(version.matrix, [...proposals.values()])),
    [proposals, version.matrix],
  )
  const matrix = useMemo((): Matrix => {
    if (typed) return pasteBlock(version.matrix, measure, typed.place, [[typed.text]]).matrix
    if (tried !== null && calibrated) return blend(version.matrix, calibrated, tried)
    return version.matrix
  }, [version.matrix, measure, typed, tried, calibrated])
  const obstacles = useMemo(() => obstaclesOf(version, matrix, base?.matrix ?? null), [version, matrix, base])

  const deals = useMemo(() => {
    const cells = new Map<string, { ids: string[]; amount: number }>()
    for (const { deal, basis, row } of pipeline.deals) {
      if ((basis === 'stage') !== (version.kind === 'stage')) continue
      const s = version.kind === 'stage' ? version.columns.indexOf(row.deal.stage ?? '') : deal.s
      const key = placeKey(deal.b, s)
      const cell = cells.get(key)
      if (cell) {
        cell.ids.push(deal.id)
        cell.amount += deal.amount
      } else cells.set(key, { ids: [deal.id], amount: deal.amount })
    }
    return cells as ReadonlyMap<string, CellDeals>
  }, [pipeline, version.kind, version.columns])

  const reach = useQuery(askReach, asOf, version.id)
  const rivals = view.versions.filter(each => each.id !== version.id && each.kind === version.kind)
  const rival = rivals.find(each => each.id === against) ?? null
  const groupOf = useMemo(() => {
    if (groupBy === 'deals') return undefined
    return (deal: ForecastDeal): string => {
      const row = states.byId.get(deal.id as never)
      return (groupBy === 'reps' ? row?.owner?.name : row?.product?.name) ?? 'None'
    }
  }, [groupBy, states])
  const what = useMemo(
    () =>
      draftWhatIf(reach.deals, matrix, reach.clock, periods, {
        ...options,
        ...(rival ? { against: rival.matrix } : {}),
        ...(groupOf ? { groupOf } : {}),
      }),
    [reach, matrix, periods, options, rival, groupOf],
  )
  const draw = useMemo(
    () =>
      cellDrawer({
        axes,
        matrix,
        base: base?.matrix ?? null,
        measure,
        show,
        obstacles,
        proposals,
        deals,
        money: amount => words.money(amount),
      }),
    [axes, matrix, base, measure, show, obstacles, proposals, deals, words],
  )
  const why = (['poc', 'tuc'] as const).map(each => [each, explained(matrix, each)] as const)

  const area = areaOf(selection)
  const chosen = placesIn(area).map(({ row, column }) => ({ b: row, s: column }))
  const at: CellPlace = { b: selection.anchor.row, s: selection.anchor.column }
  const cell = cellAt(matrix, at.b, at.s)
  const baseCell = base ? cellAt(base.matrix, at.b, at.s) : null
  const key = placeKey(at.b, at.s)
  const areaName =
    chosen.length === 1
      ? placeName(axes, at)
      : `${placeName(axes, { b: area.top, s: area.left })} to ${placeName(axes, { b: area.bottom, s: area.right })}`
  const noun = measure === 'poc' ? 'probability' : 'time'
  const change = (make: (matrix: Matrix) => Matrix, label: string) => void desk.change(id, make, label)

  const enter = ({ row: b, column: s }: HeatPlace, text: string): string | null => {
    const before = cellAt(version.matrix, b, s)
    if (before && text.trim() === valueText(measure, before[measure])) return null
    const { refused, matrix: after } = pasteBlock(version.matrix, measure, { b, s }, [[text]])
    const [problem] = refused
    if (problem) return cellProblemText(problem.problem, measure, text)
    const value = cellAt(after, b, s)?.[measure]
    if (value === undefined || before?.[measure] === value) return null
    change(each => setValues(each, measure, [{ b, s, value }]), editLabel(axes, measure, b, s, value))
    return null
  }
  const heading = headings.rows[at.b]
  const column = headings.columns[at.s]
  return (
    <div className={styles.body}>
      <div className={styles.main}>
        <MatrixTools
          measure={measure}
          onMeasure={view.setMeasure}
          show={show}
          onShow={view.setShow}
          editable={editable}
          selected={chosen.length}
          violations={obstacles.violations.filter(each => each.measure === measure).length}
          hasProposals={calibrated !== null}
          onScale={factor =>
            change(
              each => scaleCells(each, measure, chosen, factor),
              `Scale ${noun} of ${areaName} to ${Math.round(factor * 100)} %`,
            )
          }
          onInterpolate={() =>
            change(
              each =>
                interpolate(each, measure, { b: area.top, s: area.left }, { b: area.bottom, s: area.right }),
              `Interpolate ${noun} of ${areaName}`,
            )
          }
          onRestore={() =>
            change(each => repairMeasure(each, measure), `Restore order of ${measureNames[measure]}`)
          }
          onTryBlend={setTried}
          onBlend={share => {
            setTried(null)
            if (calibrated)
              change(
                each => blend(each, calibrated, share),
                `Blend with ${Math.round(share * 100)} % history`,
              )
          }}
          canRevert={base !== null}
          onRevert={() =>
            base && change(each => revertCells(each, chosen, base.matrix), `Revert ${areaName}`)
          }
        />
        <HeatGrid
          label={`${measureNames[measure]}, ${version.name}`}
          corner={
            <>
              <b>{measureNames[measure]}</b>
              <span className={styles.cornerNote}>
                {version.kind === 'stage'
                  ? `by CRM stage, ${measure === 'poc' ? '%' : 'days'}`
                  : `buying ↓ sales →, ${measure === 'poc' ? '%' : 'working days'}`}
              </span>
            </>
          }
          rows={headings.rows}
          columns={headings.columns}
          cell={draw}
          selection={selection}
          onSelection={setSelection}
          closed={
            !editable
              ? version.basis === 'stored'
                ? 'Only a draft can be edited: choose Edit as a draft'
                : 'These values are not a version yet: choose Edit as a draft'
              : show === 'value' || show === 'change' || show === 'interval' || show === 'proposal'
                ? null
                : 'Show values to edit them'
          }
          onTyping={({ row, column: s }, text) =>
            setTyped(text === null ? null : { place: { b: row, s }, text })
          }
          onEnter={enter}
          onPaste={(to, block) => {
            const place = { b: to.top, s: to.left }
            const whole = repeated(block, to.bottom - to.top + 1, to.right - to.left + 1)
            const result = pasteBlock(version.matrix, measure, place, whole)
            setPasted(result.refused.length > 0 ? { measure, pasted: result } : null)
            if (result.accepted > 0)
              change(
                each => pasteBlock(each, measure, place, whole).matrix,
                `Paste ${result.accepted} ${result.accepted === 1 ? 'cell' : 'cells'} into ${measureNames[measure]}`,
              )
          }}
          onFill={(to, direction) =>
            change(
              each =>
                fillCells(each, measure, { b: to.top, s: to.left }, { b: to.bottom, s: to.right }, direction),
              `Fill ${noun} ${direction} over ${areaName}`,
            )
          }
        />
        <p className={styles.explained}>
          {(version.rows.length > 1 ? why : []).map(([each, part]) => (
            <span key={each}>
              {`${measureNames[each]}: rows explain ${words.percent(part.rows)}, columns ${words.percent(part.columns)}, both ${words.percent(part.both)} of its variation. `}
            </span>
          ))}
          <Parameters
            version={version}
            editable={editable}
            onChange={(sigma, ageZero) =>
              change(
                each => ({ ...each, sigma, ageZero }),
                `Set sigma to ${sigma} and age zero to ${ageZero}`,
              )
            }
          />
        </p>
        {cell ? (
          <CellStrip
            name={placeName(axes, at)}
            meaning={[heading?.label, column?.label].filter(Boolean).join(' × ')}
            cell={cell}
            before={baseCell}
            owed={obstacles.reasons.some(each => each.b === at.b && each.s === at.s)}
            proposal={proposals.get(key) ?? null}
            deals={deals.get(key) ?? null}
            editable={editable}
            asOf={asOf}
            selected={chosen.length}
            onKind={kind =>
              change(
                each => setKind(each, chosen, kind, base?.matrix ?? null),
                `${kind === 'blocked' ? 'Block' : kind === 'check' ? 'Mark for checking' : 'Use'} ${areaName}`,
              )
            }
            onLock={locked =>
              change(each => setLocked(each, chosen, locked), `${locked ? 'Lock' : 'Unlock'} ${areaName}`)
            }
            onReason={reason => change(each => setReason(each, chosen, reason), `Reason for ${areaName}`)}
            onAdopt={() => {
              const proposal = proposals.get(key)
              if (proposal)
                change(
                  each => adopt(each, [proposal], run?.asOf ?? asOf),
                  `Adopt the proposal for ${placeName(axes, at)}`,
                )
            }}
          />
        ) : null}
        <ProblemList
          axes={axes}
          obstacles={editable ? obstacles : { violations: [], reasons: [] }}
          refused={pasted ?? refusedFile}
          editable={editable}
          onGo={({ b, s }, which: Measure) => {
            if (which !== measure) view.setMeasure(which)
            setSelection(oneCell({ row: b, column: s }))
          }}
          onRestore={which =>
            change(each => repairMeasure(each, which), `Restore order of ${measureNames[which]}`)
          }
          onAccept={({ measure: which, low, high }, reason) =>
            void desk.edit(
              edit =>
                saveExceptions(edit, id, [...version.exceptions, { measure: which, low, high, reason }]),
              `Accept the order of ${placeName(axes, low)} and ${placeName(axes, high)}`,
            )
          }
          onReasons={(cells, reason) =>
            change(each => setReason(each, cells, reason), `One reason for ${cells.length} cells`)
          }
          onForget={() => {
            setPasted(null)
            onForgetFile()
          }}
        />
      </div>
      <div className={styles.side}>
        <WhatIfPanel
          what={what}
          periods={periods}
          now={totals}
          version={version}
          against={rival ? against : ''}
          onAgainst={setAgainst}
          choices={rivals}
          governed={reach.deals.length}
          orphaned={reach.orphaned}
          nameOf={deal => states.byId.get(deal as never)?.deal.name ?? deal}
          cellOf={(b, s) => placeName(axes, { b, s })}
          groupBy={groupBy}
          onGroupBy={setGroupBy}
          blocked={
            pipeline.blockedBy.length > 0
              ? `No totals: ${pipeline.blockedBy.length} exchange ${pipeline.blockedBy.length === 1 ? 'rate is' : 'rates are'} missing, so amounts in other currencies are left out.`
              : null
          }
        />
      </div>
    </div>
  )
}

/** As in spreadsheets: a selection that is a whole multiple of the block is filled with copies of it. */
function repeated(
  block: readonly (readonly string[])[],
  height: number,
  width: number,
): readonly (readonly string[])[] {
  const across = Math.max(0, ...block.map(line => line.length))
  if (block.length === 0 || across === 0) return block
  const down = height % block.length === 0 ? height : block.length
  const wide = width % across === 0 ? width : across
  return Array.from({ length: down }, (_, r) =>
    Array.from({ length: wide }, (_, c) => block[r % block.length]?.[c % across] ?? ''),
  )
}

const sameShape = (ran: string, shown: string, view: MatrixView): boolean => {
  if (ran === shown) return true
  const one = view.versions.find(each => each.id === ran)
  return (
    one !== undefined &&
    one.kind === view.version.kind &&
    one.rows.length === view.version.rows.length &&
    one.columns.join('|') === view.version.columns.join('|')
  )
}
