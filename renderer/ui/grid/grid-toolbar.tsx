/** The line of tools over a grid: search, filter row, columns, totals, export, and the app's own. */
import { ActionIcon, Button, Menu, TextInput, Tooltip } from '@mantine/core'
import { IconDownload, IconFilter, IconFilterOff, IconSearch, IconSum, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ColumnChooser } from './column-chooser'
import type { GridColumn, GridProps } from './grid-props'
import type { GridView } from './grid-view'
import styles from './grid.module.css'
import { clearFilters, isFiltered } from './view-change'

/** What the toolbar needs. */
export interface GridToolbarProps {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly view: GridView
  readonly onView: (view: GridView) => void
  /** Gets the search field once it is there. */
  readonly onSearchField: (field: HTMLInputElement | null) => void
  readonly onSearchDone: () => void
  readonly onExport: ((format: 'xlsx' | 'csv') => void) | null
  readonly tools: GridProps['tools']
  /** Further tools of the grid itself, between search and columns. */
  readonly children?: ReactNode
}

/** The toolbar. */
export function GridToolbar(props: GridToolbarProps) {
  const { view, onView, onExport, onSearchField } = props
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={`Tools of ${props.label}`}>
      <TextInput
        ref={onSearchField}
        w={220}
        aria-label={`Search in ${props.label}`}
        placeholder="Search"
        leftSection={<IconSearch size={14} />}
        rightSection={
          view.search === '' ? null : (
            <ActionIcon aria-label="Clear the search" onClick={() => onView({ ...view, search: '' })}>
              <IconX size={12} />
            </ActionIcon>
          )
        }
        value={view.search}
        onChange={event => onView({ ...view, search: event.currentTarget.value })}
        onKeyDown={event => {
          if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown')
            props.onSearchDone()
        }}
      />
      <Tooltip label={view.filterRow ? 'Hide the filter row' : 'Show the filter row'}>
        <ActionIcon
          size={30}
          aria-label="Filter row"
          aria-pressed={view.filterRow}
          variant={view.filterRow ? 'light' : 'subtle'}
          color={view.filterRow ? 'sea' : 'gray'}
          onClick={() => onView({ ...view, filterRow: !view.filterRow })}
        >
          <IconFilter size={15} />
        </ActionIcon>
      </Tooltip>
      {isFiltered(view) ? (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={14} />}
          onClick={() => onView(clearFilters(view))}
        >
          Clear filters
        </Button>
      ) : null}
      {props.children}
      <span style={{ flex: 1 }} />
      {props.tools}
      <Tooltip label={view.totals ? 'Hide totals' : 'Show totals'}>
        <ActionIcon
          size={30}
          aria-label="Totals"
          aria-pressed={view.totals}
          variant={view.totals ? 'light' : 'subtle'}
          color={view.totals ? 'sea' : 'gray'}
          onClick={() => onView({ ...view, totals: !view.totals })}
        >
          <IconSum size={15} />
        </ActionIcon>
      </Tooltip>
      <ColumnChooser columns={props.columns} view={view} onView={onView} />
      {onExport ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" color="gray" leftSection={<IconDownload size={14} />}>
              Export
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onExport('xlsx')}>What is seen, as a workbook (XLSX)</Menu.Item>
            <Menu.Item onClick={() => onExport('csv')}>What is seen, as text (CSV)</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  )
}
