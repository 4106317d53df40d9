/** The menu of saved views: choose, save, save as, rename, delete. */
import { Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { ConfirmDialog } from '../part/confirm-dialog'
import { DialogForm } from '../part/verb-form'
import type { SavedViews } from './grid-props'
import type { GridView } from './grid-view'
import styles from './grid.module.css'

/** What the menu needs. */
export interface ViewsMenuProps {
  readonly views: SavedViews
  readonly view: GridView
}

/** The button and its menu. */
export function ViewsMenu({ views, view }: ViewsMenuProps) {
  const [naming, setNaming] = useState<{ readonly id: string | null; readonly name: string } | null>(null)
  const [deleting, setDeleting] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const current = views.list.find(one => one.id === views.current)
  const moved = current !== undefined && JSON.stringify(current.view) !== JSON.stringify(view)
  const shown = current ? `${current.name}${moved ? ' (changed)' : ''}` : 'Views'
  return (
    <>
      <Menu width={260}>
        <Menu.Target>
          <Button
            className={styles.views ?? ''}
            title={shown}
            variant="subtle"
            color="gray"
            leftSection={<IconBookmark size={14} />}
            rightSection={<IconChevronDown size={12} />}
          >
            {shown}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.list.length === 0 ? <Menu.Label>No views saved yet</Menu.Label> : null}
          {views.list.map(one => (
            <Menu.Item
              key={one.id}
              fw={one.id === views.current ? 600 : 400}
              onClick={() => views.onChoose(one.id)}
            >
              {one.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {current?.own && moved ? (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={14} />}
              onClick={() => views.onReplace(current.id, view)}
            >
              Save over “{current.name}”
            </Menu.Item>
          ) : null}
          <Menu.Item
            leftSection={<IconDeviceFloppy size={14} />}
            onClick={() => setNaming({ id: null, name: '' })}
          >
            Save as a new view…
          </Menu.Item>
          {current?.own ? (
            <>
              <Menu.Item
                leftSection={<IconPencil size={14} />}
                onClick={() => setNaming({ id: current.id, name: current.name })}
              >
                Rename “{current.name}”…
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={14} />}
                color="red"
                onClick={() => setDeleting({ id: current.id, name: current.name })}
              >
                Delete “{current.name}”…
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {deleting ? (
        <ConfirmDialog
          title={`Delete the view “${deleting.name}”`}
          verb="Delete"
          danger
          onConfirm={() => {
            views.onDelete(deleting.id)
            setDeleting(null)
          }}
          onCancel={() => setDeleting(null)}
        >
          Its columns, filters and groups are forgotten. The records stay as they are.
        </ConfirmDialog>
      ) : null}
      {naming ? (
        <DialogForm
          title={naming.id ? 'Rename the view' : 'Save the view'}
          size="sm"
          verb={naming.id ? 'Rename' : 'Save'}
          disabled={naming.name.trim() === ''}
          onSubmit={() => {
            const name = naming.name.trim()
            if (naming.id) views.onRename(naming.id, name)
            else views.onSave(name, view)
            setNaming(null)
          }}
          onClose={() => setNaming(null)}
        >
          <TextInput
            data-autofocus
            label="Name"
            value={naming.name}
            onChange={event => setNaming({ ...naming, name: event.currentTarget.value })}
          />
        </DialogForm>
      ) : null}
    </>
  )
}
