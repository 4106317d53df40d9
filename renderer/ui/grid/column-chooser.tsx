/** Chooses which columns are seen: a searchable list by section, with show, hide and pin. */
import { ActionIcon, Button, Checkbox, Group, Popover, TextInput, Tooltip } from '@mantine/core'
import { IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { fold } from './engine/fold'
import type { GridColumn } from './grid-props'
import type { GridView } from './grid-view'
import styles from './column-chooser.module.css'
import gridStyles from './grid.module.css'
import { orderedColumns } from './use-grid-columns'
import { setColumn } from './view-change'

/** What the chooser needs. */
export interface ColumnChooserProps {
  readonly columns: readonly GridColumn[]
  readonly view: GridView
  readonly onView: (view: GridView) => void
}

/** The button and its popover. */
export function ColumnChooser({ columns, view, onView }: ColumnChooserProps) {
  const [needle, setNeedle] = useState('')
  const wanted = fold(needle.trim())
  const listed = orderedColumns(columns, view.columns).filter(({ def }) => fold(def.title).includes(wanted))
  const sections = new Map<string, typeof listed>()
  for (const one of listed) {
    const name = one.def.section ?? ''
    sections.set(name, [...(sections.get(name) ?? []), one])
  }
  return (
    <Popover position="bottom-end" trapFocus width={300}>
      <Popover.Target>
        <Button
          className={gridStyles.fold ?? ''}
          title="Columns"
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size={14} />}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label="Columns">
        <TextInput
          data-autofocus
          aria-label="Find a column"
          placeholder="Find a column"
          value={needle}
          onChange={event => setNeedle(event.currentTarget.value)}
        />
        <div className={styles.list}>
          {[...sections].map(([name, list]) => (
            <section key={name}>
              {name ? <h4 className={styles.section}>{name}</h4> : null}
              {list.map(({ def, state }) => {
                const hidden = state?.hidden ?? def.hidden ?? false
                const pin = state?.pin !== undefined ? state.pin : (def.pin ?? null)
                return (
                  <div key={def.key} className={styles.line}>
                    <Checkbox
                      label={def.title}
                      checked={!hidden}
                      onChange={event =>
                        onView(setColumn(view, columns, def.key, { hidden: !event.currentTarget.checked }))
                      }
                    />
                    <Tooltip label={pin ? 'Unpin' : 'Pin left'}>
                      <ActionIcon
                        aria-label={pin ? `Unpin ${def.title}` : `Pin ${def.title} left`}
                        onClick={() =>
                          onView(setColumn(view, columns, def.key, { pin: pin ? null : 'left' }))
                        }
                      >
                        {pin ? <IconPinFilled size={13} /> : <IconPin size={13} />}
                      </ActionIcon>
                    </Tooltip>
                  </div>
                )
              })}
            </section>
          ))}
        </div>
        <Group justify="flex-end" mt={8}>
          <Button variant="default" onClick={() => onView({ ...view, columns: [] })}>
            Reset columns
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
