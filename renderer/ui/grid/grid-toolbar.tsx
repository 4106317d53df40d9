/** The line of tools over a grid: search, filter row, columns, totals, export, and the app's own. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconDownload,
  IconFilter,
  IconFilterCog,
  IconFilterOff,
  IconSum,
  IconTablePlus,
} from '@tabler/icons-react'
import { memo } from 'react'
import { ColumnChooser } from './column-chooser'
import type { OpenDialog } from './grid-dialogs'
import type { GridColumn, GridProps, SavedViews } from './grid-props'
import type { GridView } from './grid-view'
import styles from './grid.module.css'
import { GroupMenu } from './group-bar'
import { SearchBox } from './search-box'
import type { GridFind } from './use-find'
import { ViewsMenu } from './views-menu'
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
  readonly find: GridFind
  readonly onExport: ((format: 'xlsx' | 'csv') => void) | null
  readonly tools: GridProps['tools']
  readonly views: SavedViews | null
  readonly onDialog: (dialog: OpenDialog) => void
}

/** The toolbar. */
export const GridToolbar = memo(function GridToolbar(props: GridToolbarProps) {
  const { view, onView, onExport, onSearchField } = props
  return (
    <div className={styles.toolbarRoom}>
      <div className={styles.toolbar} role="toolbar" aria-label={`Tools of ${props.label}`}>
        {props.views ? <ViewsMenu views={props.views} view={view} /> : null}
        <SearchBox
          label={props.label}
          view={view}
          onView={onView}
          find={props.find}
          onField={onSearchField}
          onDone={props.onSearchDone}
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
        <Button
          className={styles.fold ?? ''}
          title="Filter"
          variant={view.filter ? 'light' : 'subtle'}
          color={view.filter ? 'sea' : 'gray'}
          leftSection={<IconFilterCog size={14} />}
          onClick={() => props.onDialog('filter')}
        >
          Filter
        </Button>
        <GroupMenu columns={props.columns} view={view} onView={onView} />
        {isFiltered(view) ? (
          <Button
            className={styles.fold ?? ''}
            title="Clear filters"
            variant="subtle"
            leftSection={<IconFilterOff size={14} />}
            onClick={() => onView(clearFilters(view))}
          >
            Clear filters
          </Button>
        ) : null}
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
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label="Pivot and formats">
              <ActionIcon size={30} aria-label="Pivot and formats">
                <IconTablePlus size={15} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => props.onDialog('pivot')}>
              {view.pivot ? 'Change the pivot…' : 'Pivot…'}
            </Menu.Item>
            {view.pivot ? (
              <Menu.Item onClick={() => onView({ ...view, pivot: null })}>Back to the rows</Menu.Item>
            ) : null}
            <Menu.Item onClick={() => props.onDialog('formats')}>Conditional formats…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <ColumnChooser columns={props.columns} view={view} onView={onView} />
        {onExport ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                className={styles.fold ?? ''}
                title="Export"
                variant="subtle"
                color="gray"
                leftSection={<IconDownload size={14} />}
              >
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
    </div>
  )
})
