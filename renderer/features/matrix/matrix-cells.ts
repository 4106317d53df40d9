/** What each cell of the heat grid shows, by matrix and by toggle. */
import type { Proposal } from '#shared/forecast/calibration'
import { cellAt, type Cell, type Matrix, type Measure } from '#shared/forecast/matrix'
import type { HeatCell } from '../../ui/heat-grid/heat-cell'
import type { HeatPlace } from '../../ui/heat-grid/heat-selection'
import type { Obstacles, Show } from './matrix-view'
import { cellWords, placeName, valueText, violationText, type Axes } from './matrix-words'

/** Open deals in a cell. */
export interface CellDeals {
  readonly ids: readonly string[]
  readonly amount: number
}

/** What cells are drawn from. */
interface CellGround {
  readonly axes: Axes
  readonly matrix: Matrix
  readonly base: Matrix | null
  readonly measure: Measure
  readonly show: Show
  readonly obstacles: Obstacles
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly deals: ReadonlyMap<string, CellDeals>
  readonly money: (amount: number) => string
}

/** The key of a place in maps. */
export const placeKey = (b: number, s: number): string => `${b} ${s}`

const origins: Readonly<Record<Cell['origin'], string | undefined>> = {
  expert: undefined,
  calibrated: 'h',
  blended: 'b',
}

/** Draws cells from a ground; made once per ground, so that a keystroke draws only what it changed. */
export function cellDrawer(ground: CellGround): (at: HeatPlace) => HeatCell {
  const { matrix, base, measure, obstacles, axes } = ground
  const open = matrix.cells.flat().filter(each => each.kind !== 'blocked')
  const most = Math.max(1e-9, ...open.map(each => each[measure]))
  const mostChange = Math.max(
    measure === 'poc' ? 0.05 : 5,
    ...matrix.cells.flatMap((row, b) =>
      row.map((cell, s) => Math.abs(cell[measure] - (base ? (cellAt(base, b, s)?.[measure] ?? 0) : 0))),
    ),
  )
  const mostN = Math.max(1, ...open.map(each => each.n))
  const mostDeals = Math.max(1, ...[...ground.deals.values()].map(each => each.ids.length))
  const broken = new Map<string, string>()
  for (const each of obstacles.violations) {
    if (each.measure !== measure) continue
    const { low, high } = each
    const text = violationText(axes, each)
    for (const { b, s } of [low, high]) {
      const key = placeKey(b, s)
      const known = broken.get(key)
      broken.set(key, known === undefined ? text : `${known}; ${text}`)
    }
  }
  const owed = new Set(obstacles.reasons.map(({ b, s }) => placeKey(b, s)))

  return ({ row: b, column: s }) => {
    const cell = cellAt(matrix, b, s)
    if (!cell || cell.kind === 'blocked')
      return {
        text: '×',
        copyText: '',
        heat: null,
        kind: 'blocked',
        closed: 'The cell is blocked because its statuses contradict each other: open it first',
        words: 'blocked: the statuses contradict each other',
      }
    const before = base ? cellAt(base, b, s) : null
    const value = valueText(measure, cell[measure])
    const origin = origins[cell.origin]
    const changed =
      before !== null && (before.poc !== cell.poc || before.tuc !== cell.tuc || before.kind !== cell.kind)
    return {
      ...shown(ground, cell, before, b, s, { most, mostChange, mostN, mostDeals }),
      kind: cell.kind,
      locked: cell.locked,
      ...(origin === undefined ? {} : { origin }),
      violation: broken.get(placeKey(b, s)),
      changed,
      owed: owed.has(placeKey(b, s)),
      ...(cell.locked ? { closed: 'The cell is locked: unlock it first' } : {}),
      editText: value,
      words: `${cellWords(cell)}${changed && before ? `, before ${valueText('poc', before.poc)} and ${before.tuc} days` : ''}${owed.has(placeKey(b, s)) ? ', a reason is owed' : ''}`,
    }
  }
}

interface Scales {
  readonly most: number
  readonly mostChange: number
  readonly mostN: number
  readonly mostDeals: number
}

function shown(
  ground: CellGround,
  cell: Cell,
  before: Cell | null,
  b: number,
  s: number,
  scales: Scales,
): Pick<HeatCell, 'text' | 'note' | 'heat' | 'scale' | 'copyText'> {
  const { measure, show } = ground
  const value = valueText(measure, cell[measure])
  const heat = cell[measure] / scales.most
  switch (show) {
    case 'value':
      return { text: value, copyText: value.replace(' ', ''), heat }
    case 'interval':
      return {
        text: value,
        copyText: value.replace(' ', ''),
        note:
          cell.lo95 === null || cell.hi95 === null
            ? 'no interval'
            : `${(cell.lo95 * 100).toFixed(0)}–${(cell.hi95 * 100).toFixed(0)} %`,
        heat,
      }
    case 'n':
      return { text: String(cell.n), note: `${cell.wins} won`, heat: cell.n / scales.mostN }
    case 'change': {
      if (!before || before.kind === 'blocked') return { text: 'new', heat: null }
      const change = cell[measure] - before[measure]
      if (Math.abs(change) < 1e-9) return { text: '0', note: value, heat: null }
      const size =
        measure === 'poc'
          ? `${Number((Math.abs(change) * 100).toFixed(1))} pt`
          : String(Number(Math.abs(change).toFixed(2)))
      return {
        text: `${change > 0 ? '+' : '−'}${size}`,
        note: value,
        heat: Math.abs(change) / scales.mostChange,
        scale: change > 0 ? 'up' : 'down',
      }
    }
    case 'deals': {
      const found = ground.deals.get(placeKey(b, s))
      return found
        ? {
            text: String(found.ids.length),
            note: ground.money(found.amount),
            heat: found.ids.length / scales.mostDeals,
          }
        : { text: '0', heat: null }
    }
    case 'proposal': {
      const found = ground.proposals.get(placeKey(b, s))
      if (!found?.proposed) return { text: value, note: found ? `n ${found.n}` : 'not run', heat: null }
      const proposed = measure === 'poc' ? found.repaired : found.tuc
      if (proposed === null) return { text: value, note: 'no wins', heat: null }
      const change = proposed - cell[measure]
      return {
        text: `${measure === 'poc' ? Number((cell.poc * 100).toFixed(1)) : cell.tuc} → ${measure === 'poc' ? Number((proposed * 100).toFixed(1)) : Math.round(proposed)}`,
        note: `n ${found.n}`,
        heat: Math.min(1, Math.abs(change) / (measure === 'poc' ? 0.3 : 60)),
        scale: change > 0 ? 'up' : 'down',
      }
    }
  }
}

/** "Change B4/S4 to 58 %": what a reader of the undo list sees. */
export const editLabel = (axes: Axes, measure: Measure, b: number, s: number, value: number): string =>
  `Set ${measure === 'poc' ? 'probability' : 'time'} of ${placeName(axes, { b, s })} to ${valueText(measure, value)}${measure === 'tuc' ? ' days' : ''}`
