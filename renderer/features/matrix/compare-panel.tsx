/** Two versions cell by cell: what differs as a heat grid and as a list with reasons. */
import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { compareMatrices } from '#shared/forecast/matrix-version'
import { useWords } from '../../records/use-words'
import { usePlace, usePlaces } from '../../store/use-place'
import { HeatGrid } from '../../ui/heat-grid/heat-grid'
import { oneCell } from '../../ui/heat-grid/heat-selection'
import { PanelColumn } from '../../ui/part/page-columns'
import { Panel } from '../../ui/part/panel'
import { cellDrawer } from './matrix-cells'
import type { MatrixView } from './matrix-view'
import { measureNames, placeName, stateText, valueText } from './matrix-words'
import styles from './matrix.module.css'

/** The comparison of the version seen with another one. */
export function ComparePanel({ view }: { readonly view: MatrixView }) {
  const { version, versions, measure, headings } = view
  const words = useWords()
  const places = usePlaces()
  const { filters } = usePlace()
  const [selection, setSelection] = useState(oneCell({ row: 0, column: 0 }))
  const rivals = versions.filter(each => each.id !== version.id && each.kind === version.kind)
  const other = rivals.find(each => each.id === filters['compareWith']) ?? view.base ?? rivals[0] ?? null
  const axes = { rows: version.rows, columns: version.columns }
  const differences = other ? compareMatrices(other.matrix, version.matrix) : []
  const draw = cellDrawer({
    axes,
    matrix: version.matrix,
    base: other?.matrix ?? null,
    measure,
    show: 'change',
    obstacles: { violations: [], reasons: [] },
    proposals: new Map(),
    deals: new Map(),
    money: amount => words.money(amount),
  })
  const nameOf = (each: typeof version) =>
    each.basis === 'stored'
      ? `${each.name}, version ${each.no}, ${stateText(each.state).toLowerCase()}`
      : each.name
  if (!other)
    return (
      <p className={styles.faint}>
        There is one version only. Edit it as a draft: the two stand side by side here.
      </p>
    )
  return (
    <PanelColumn>
      <Panel
        title={
          differences.length === 0
            ? 'The two versions are alike'
            : `${differences.length} ${differences.length === 1 ? 'cell differs' : 'cells differ'}`
        }
        note={nameOf(version)}
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
            <NativeSelect
              size="xs"
              aria-label="Compared with"
              value={other.id}
              onChange={event => places.setFilters({ compareWith: event.currentTarget.value })}
              data={rivals.map(each => ({ value: each.id, label: `against ${nameOf(each)}` }))}
            />
          </>
        }
      >
        <HeatGrid
          label={`Change of ${measureNames[measure]}`}
          corner={<b>{measureNames[measure]}</b>}
          rows={headings.rows}
          columns={headings.columns}
          cell={draw}
          selection={selection}
          onSelection={setSelection}
          closed="A comparison is read only"
        />
      </Panel>
      {differences.length > 0 ? (
        <Panel title="Cell by cell" flush>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Cell</th>
                <th scope="col">Probability before</th>
                <th scope="col">Probability now</th>
                <th scope="col">Time before</th>
                <th scope="col">Time now</th>
                <th scope="col">n</th>
                <th scope="col" className={styles.left}>
                  Reason
                </th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ b, s, before, after }) => {
                const poc = (cell: typeof before) =>
                  !cell ? 'none' : cell.kind === 'blocked' ? 'blocked' : valueText('poc', cell.poc)
                const tuc = (cell: typeof before) =>
                  !cell ? 'none' : cell.kind === 'blocked' ? 'blocked' : `${cell.tuc} days`
                return (
                  <tr key={`${b}/${s}`}>
                    <th scope="row">{placeName(axes, { b, s })}</th>
                    <td>{poc(before)}</td>
                    <td>{poc(after)}</td>
                    <td>{tuc(before)}</td>
                    <td>{tuc(after)}</td>
                    <td>{after?.n ?? 0}</td>
                    <td className={styles.left}>{after?.reason ?? ''}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Panel>
      ) : null}
    </PanelColumn>
  )
}
