/** The search field of a grid: rows that hold the words, how many cells, and the way from one to the next. */
import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconFilterSearch, IconSearch, IconX } from '@tabler/icons-react'
import type { GridView } from './grid-view'
import styles from './grid.module.css'
import type { GridFind } from './use-find'

/** What the field needs. */
export interface SearchBoxProps {
  readonly label: string
  readonly view: GridView
  readonly onView: (view: GridView) => void
  readonly find: GridFind
  /** Gets the field once it is there. */
  readonly onField: (field: HTMLInputElement | null) => void
  /** Gives the keyboard back to the table. */
  readonly onDone: () => void
}

/** The field, and beside it what it found. */
export function SearchBox({ label, view, onView, find, onField, onDone }: SearchBoxProps) {
  const all = view.searchAll === true
  const { count, at } = find
  return (
    <>
      <TextInput
        ref={onField}
        className={styles.search ?? ''}
        aria-label={`Search in ${label}`}
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
          const { key, shiftKey } = event
          if (key === 'Enter' || key === 'F3') {
            event.preventDefault()
            find.next(shiftKey ? -1 : 1)
          } else if (key === 'Escape' || key === 'ArrowDown') {
            event.preventDefault()
            onDone()
          }
        }}
      />
      {find.cells ? (
        <span className={styles.finding}>
          <span role="status">
            {at > 0 ? `${at.toLocaleString('en')} of ` : ''}
            {count.toLocaleString('en')}
            {at > 0 ? '' : count === 1 ? ' cell' : ' cells'}
          </span>
          <Tooltip label="Found cell before (Shift+F3)">
            <ActionIcon
              className={styles.step ?? ''}
              aria-label="Found cell before"
              disabled={count === 0}
              onClick={() => find.next(-1)}
            >
              <IconChevronUp size={14} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Next found cell (F3)">
            <ActionIcon
              className={styles.step ?? ''}
              aria-label="Next found cell"
              disabled={count === 0}
              onClick={() => find.next(1)}
            >
              <IconChevronDown size={14} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={all ? 'Show only the rows found' : 'Show the other rows too'}>
            <ActionIcon
              aria-label="Only the rows found"
              aria-pressed={!all}
              variant={all ? 'subtle' : 'light'}
              color={all ? 'gray' : 'sea'}
              onClick={() => onView({ ...view, searchAll: !all })}
            >
              <IconFilterSearch size={14} />
            </ActionIcon>
          </Tooltip>
        </span>
      ) : null}
    </>
  )
}
