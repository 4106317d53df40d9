/** The menu of one column: sort, filter, group, figures, pin, size and hide. */
import { Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconArrowsHorizontal,
  IconEyeOff,
  IconFilter,
  IconMathFunction,
  IconPin,
  IconPinnedOff,
  IconStack2,
} from '@tabler/icons-react'
import { AnchorSpot, type AnchorRect } from './anchor-spot'
import { aggregatesOf, type Aggregate } from './engine/aggregate'
import { aggregateName } from './engine/figure-text'
import type { GridView } from './grid-view'
import type { PlacedColumn } from './use-grid-columns'
import { setColumn, setQuick, sortBy, toggleGroup } from './view-change'
import type { GridColumn } from './grid-props'

/** What the menu needs. */
export interface ColumnMenuProps {
  readonly rect: AnchorRect
  readonly column: PlacedColumn
  readonly columns: readonly GridColumn[]
  readonly view: GridView
  readonly aggregate: Aggregate | null
  /** The column's own words, of which shares can be formed. */
  readonly words: readonly string[]
  /** A number column that can weigh means, when there is one. */
  readonly weights: readonly GridColumn[]
  readonly onView: (view: GridView) => void
  readonly onValues: () => void
  readonly onAutoSize: () => void
  readonly onClose: () => void
}

const icon = { size: 14 }

/** The share of the rows with this word among those with any. */
const shareOf = (column: string, word: string): Aggregate => ({
  fn: 'ratio',
  of: { column, op: 'in', values: [word] },
  among: { column, op: 'notEmpty', values: [] },
  name: `Share of ${word}`,
})

/** The menu, opened at `rect`. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { column, view, onView, columns } = props
  const { def } = column
  const grouped = view.groups.some(level => level.column === def.key)
  const filtered = view.quick.some(condition => condition.column === def.key)
  const pin = (side: 'left' | 'right' | null) => onView(setColumn(view, columns, def.key, { pin: side }))
  const choose = (aggregate: Aggregate) =>
    onView({ ...view, aggregates: { ...view.aggregates, [def.key]: aggregate } })
  return (
    <Menu opened onClose={props.onClose} width={230} trapFocus returnFocus={false}>
      <Menu.Target>
        <AnchorSpot rect={props.rect} />
      </Menu.Target>
      <Menu.Dropdown aria-label={`Column ${def.title}`}>
        {def.sortable === false ? null : (
          <>
            <Menu.Item
              leftSection={<IconArrowUp {...icon} />}
              onClick={() => onView(sortBy(view, def.key, false))}
              data-autofocus
            >
              Sort rising
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown {...icon} />}
              onClick={() => onView(sortBy(view, def.key, true))}
            >
              Sort falling
            </Menu.Item>
          </>
        )}
        {def.filterable === false ? null : (
          <Menu.Item leftSection={<IconFilter {...icon} />} onClick={props.onValues}>
            Filter by value…
          </Menu.Item>
        )}
        {filtered ? (
          <Menu.Item onClick={() => onView(setQuick(view, def.key, null))}>Clear this filter</Menu.Item>
        ) : null}
        {def.groupable === false ? null : (
          <Menu.Item
            leftSection={<IconStack2 {...icon} />}
            onClick={() => onView(toggleGroup(view, def.key))}
          >
            {grouped ? 'Stop grouping by this' : 'Group by this'}
          </Menu.Item>
        )}
        {column.kind === 'date' && def.groupable !== false ? (
          <Menu.Sub>
            <Menu.Sub.Target>
              <Menu.Sub.Item>Group by period</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown>
              {(['month', 'quarter', 'year'] as const).map(by => (
                <Menu.Item
                  key={by}
                  onClick={() => {
                    const others = view.groups.filter(level => level.column !== def.key)
                    onView({ ...view, groups: [...others, { column: def.key, by }] })
                  }}
                >
                  {by === 'month' ? 'Month' : by === 'quarter' ? 'Quarter' : 'Year'}
                </Menu.Item>
              ))}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ) : null}
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconMathFunction {...icon} />}>
              Figure: {props.aggregate ? aggregateName(props.aggregate).toLowerCase() : 'none'}
            </Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {aggregatesOf(column.kind).map(fn =>
              fn === 'ratio' ? null : fn === 'weightedMean' ? (
                props.weights.map(weight => (
                  <Menu.Item key={weight.key} onClick={() => choose({ fn, weight: weight.key })}>
                    Mean weighted by {weight.title.toLowerCase()}
                  </Menu.Item>
                ))
              ) : (
                <Menu.Item key={fn} onClick={() => choose({ fn })}>
                  {aggregateName({ fn })}
                </Menu.Item>
              ),
            )}
            {def.aggregate?.fn === 'ratio' ? (
              <Menu.Item onClick={() => choose(def.aggregate as Aggregate)}>
                {aggregateName(def.aggregate)}
              </Menu.Item>
            ) : null}
            {props.words.map(word => (
              <Menu.Item key={word} onClick={() => choose(shareOf(def.key, word))}>
                Share of {word}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Menu.Divider />
        {column.pin ? (
          <Menu.Item leftSection={<IconPinnedOff {...icon} />} onClick={() => pin(null)}>
            Unpin
          </Menu.Item>
        ) : (
          <>
            <Menu.Item leftSection={<IconPin {...icon} />} onClick={() => pin('left')}>
              Pin left
            </Menu.Item>
            <Menu.Item onClick={() => pin('right')}>Pin right</Menu.Item>
          </>
        )}
        <Menu.Item leftSection={<IconArrowsHorizontal {...icon} />} onClick={props.onAutoSize}>
          Fit width to cells
        </Menu.Item>
        <Menu.Item
          leftSection={<IconEyeOff {...icon} />}
          onClick={() => onView(setColumn(view, columns, def.key, { hidden: true }))}
        >
          Hide
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
