/** All proposals as a table: what is set, what history says, how sure it is, and the verb. */
import { useMemo } from 'react'
import type { Proposal } from '#shared/forecast/calibration'
import { cellAt, type Matrix } from '#shared/forecast/matrix'
import { MeasureGrid } from '../../records/measure-grid'
import { useWords } from '../../records/use-words'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import type { GridColumn } from '../../ui/grid/grid-props'
import { Panel } from '../../ui/part/panel'
import { placeKey } from './matrix-cells'
import { placeName, type Axes } from './matrix-words'

interface Row {
  readonly proposal: Proposal
  readonly name: string
  readonly set: number
  readonly setTuc: number
}

const columns = (onAdopt: (id: string) => void): readonly GridColumn[] => [
  { key: 'cell', title: 'Cell', pin: 'left', width: 110 },
  { key: 'set', title: 'Set now', digits: 1, width: 90 },
  {
    key: 'repaired',
    title: 'Proposed',
    digits: 1,
    width: 100,
    help: 'Smoothed and brought into order (FC-18, FC-19).',
  },
  { key: 'change', title: 'Change', digits: 1, width: 90 },
  { key: 'interval', title: '95 % interval', width: 130 },
  { key: 'n', title: 'Mature visits', width: 110 },
  { key: 'wins', title: 'Won', width: 80 },
  {
    key: 'smoothed',
    title: 'Before order',
    digits: 1,
    width: 110,
    help: 'The smoothed share before rows and columns are brought into order.',
  },
  { key: 'setTuc', title: 'Days now', width: 100 },
  {
    key: 'tuc',
    title: 'Proposed days',
    width: 120,
    help: 'Median time to won with losses as competing risk (FC-20).',
  },
  { key: 'time', title: 'Time from', width: 110 },
  {
    key: 'verb',
    title: 'Decision',
    width: 110,
    onLink: cell => onAdopt(cell.rowId),
    help: 'Adopts the cell.',
  },
]

/** The table. */
export function ProposalTable(props: {
  readonly proposals: readonly Proposal[]
  readonly matrix: Matrix
  readonly axes: Axes
  readonly onAdopt: (proposal: Proposal) => void
  readonly onOpen: (proposal: Proposal) => void
}) {
  const { proposals, matrix, axes } = props
  const words = useWords()
  const rows = useMemo(
    () =>
      proposals.map((proposal): Row => {
        const cell = cellAt(matrix, proposal.b, proposal.s)
        return { proposal, name: placeName(axes, proposal), set: cell?.poc ?? 0, setTuc: cell?.tuc ?? 0 }
      }),
    [proposals, matrix, axes],
  )
  const spec = useMemo(
    (): RowsSpec<Row> => ({
      id: row => placeKey(row.proposal.b, row.proposal.s),
      columns: {
        cell: { kind: 'text', get: row => row.name },
        set: { kind: 'percent', get: row => row.set },
        repaired: { kind: 'percent', get: row => (row.proposal.proposed ? row.proposal.repaired : null) },
        change: {
          kind: 'percent',
          get: row => (row.proposal.proposed ? row.proposal.repaired - row.set : null),
        },
        interval: {
          kind: 'text',
          get: ({ proposal: { low, high } }) => `${words.percent(low, 1)} – ${words.percent(high, 1)}`,
        },
        n: { kind: 'number', get: row => row.proposal.n },
        wins: { kind: 'number', get: row => row.proposal.wins },
        smoothed: { kind: 'percent', get: row => row.proposal.poc },
        setTuc: { kind: 'number', get: row => row.setTuc },
        tuc: {
          kind: 'number',
          get: row => (row.proposal.tuc === null ? null : Math.round(row.proposal.tuc)),
        },
        time: {
          kind: 'text',
          get: row => (row.proposal.tuc === null ? 'no wins' : row.proposal.ownTime ? 'the cell' : 'its row'),
        },
        verb: { kind: 'text', get: row => (row.proposal.proposed ? 'Adopt' : 'too few visits') },
      },
    }),
    [words],
  )
  const find = (id: string) => proposals.find(each => placeKey(each.b, each.s) === id)
  const onAdopt = (id: string) => {
    const found = find(id)
    if (found?.proposed) props.onAdopt(found)
  }
  return (
    <Panel title="Cell by cell" flush>
      <MeasureGrid
        label="Proposals"
        noun={{ one: 'cell', many: 'cells' }}
        rows={rows}
        spec={spec}
        columns={columns(onAdopt)}
        sort={[{ column: 'n', descending: true }]}
        onOpen={id => {
          const found = find(id)
          if (found) props.onOpen(found)
        }}
      />
    </Panel>
  )
}
