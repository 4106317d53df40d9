/** The levels of grouping and sorting in force, as chips that can be turned, moved and taken away. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconChevronLeft,
  IconChevronsDown,
  IconChevronsUp,
  IconStack2,
  IconX,
} from '@tabler/icons-react'
import { shapeOf, type GridSource } from './engine/column-data'
import type { GridColumn } from './grid-props'
import type { GridView } from './grid-view'
import gridStyles from './grid.module.css'
import styles from './group-bar.module.css'
import { toggleGroup } from './view-change'

/** What the bar needs. */
export interface GroupBarProps {
  readonly source: GridSource
  readonly columns: readonly GridColumn[]
  readonly view: GridView
  readonly onView: (view: GridView) => void
  readonly onOpenAll: (open: boolean) => void
}

const periods = { value: 'day', month: 'month', quarter: 'quarter', year: 'year' } as const

/** The menu that adds a level of grouping. */
export function GroupMenu({ columns, view, onView }: Omit<GroupBarProps, 'onOpenAll' | 'source'>) {
  const free = columns.filter(
    column => column.groupable !== false && !view.groups.some(level => level.column === column.key),
  )
  return (
    <Menu>
      <Menu.Target>
        <Button
          className={gridStyles.fold ?? ''}
          title="Group"
          variant="subtle"
          color="gray"
          leftSection={<IconStack2 size={14} />}
        >
          Group
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflow: 'auto' }}>
        <Menu.Label>{view.groups.length === 0 ? 'Group by' : 'Then by'}</Menu.Label>
        {free.map(column => (
          <Menu.Item key={column.key} onClick={() => onView(toggleGroup(view, column.key))}>
            {column.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The chips; nothing when neither groups nor several sort levels are in force. */
export function GroupBar({ source, columns, view, onView, onOpenAll }: GroupBarProps) {
  if (view.groups.length === 0 && view.sort.length < 2) return null
  const titleOf = (key: string) => columns.find(column => column.key === key)?.title ?? key
  const moveUp = (index: number) => {
    const groups = [...view.groups]
    const [one] = groups.splice(index, 1)
    if (one) groups.splice(index - 1, 0, one)
    onView({ ...view, groups })
  }
  return (
    <div className={styles.bar}>
      {view.groups.length > 0 ? <span className={styles.word}>Grouped by</span> : null}
      {view.groups.map((level, index) => (
        <span key={level.column} className={styles.chip}>
          {index > 0 ? (
            <ActionIcon
              size={18}
              aria-label={`Move ${titleOf(level.column)} up a level`}
              onClick={() => moveUp(index)}
            >
              <IconChevronLeft size={12} />
            </ActionIcon>
          ) : null}
          {titleOf(level.column)}
          {shapeOf(source, level.column).kind === 'date' ? (
            <Menu>
              <Menu.Target>
                <button type="button" className={styles.by} title={`Period of ${titleOf(level.column)}`}>
                  by {periods[level.by ?? 'value']}
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {(['value', 'month', 'quarter', 'year'] as const).map(by => (
                  <Menu.Item
                    key={by}
                    onClick={() =>
                      onView({
                        ...view,
                        groups: view.groups.map(one => (one.column === level.column ? { ...one, by } : one)),
                      })
                    }
                  >
                    by {periods[by]}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          ) : null}
          <ActionIcon
            size={18}
            aria-label={`Stop grouping by ${titleOf(level.column)}`}
            onClick={() => onView(toggleGroup(view, level.column))}
          >
            <IconX size={12} />
          </ActionIcon>
        </span>
      ))}
      {view.groups.length > 0 ? (
        <>
          <ActionIcon aria-label="Open all groups" onClick={() => onOpenAll(true)}>
            <IconChevronsDown size={14} />
          </ActionIcon>
          <ActionIcon aria-label="Close all groups" onClick={() => onOpenAll(false)}>
            <IconChevronsUp size={14} />
          </ActionIcon>
        </>
      ) : null}
      {view.sort.length > 1 ? <span className={styles.word}>Sorted by</span> : null}
      {view.sort.length > 1
        ? view.sort.map(key => (
            <span key={key.column} className={styles.chip}>
              <button
                type="button"
                className={styles.by}
                title={`Turn the order of ${titleOf(key.column)}`}
                onClick={() =>
                  onView({
                    ...view,
                    sort: view.sort.map(one =>
                      one.column === key.column ? { column: one.column, descending: !one.descending } : one,
                    ),
                  })
                }
              >
                {titleOf(key.column)}
                {key.descending ? <IconArrowDown size={12} /> : <IconArrowUp size={12} />}
              </button>
              <ActionIcon
                size={18}
                aria-label={`Stop sorting by ${titleOf(key.column)}`}
                onClick={() => onView({ ...view, sort: view.sort.filter(one => one.column !== key.column) })}
              >
                <IconX size={12} />
              </ActionIcon>
            </span>
          ))
        : null}
    </div>
  )
}
