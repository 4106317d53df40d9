/** The menu of saved views: choose, save, save as, rename, delete. */
import { ActionIcon, Button, Group, Menu, Modal, TextInput } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { SavedViews } from './grid-props'
import type { GridView } from './grid-view'

/** What the menu needs. */
export interface ViewsMenuProps {
  readonly views: SavedViews
  readonly view: GridView
}

/** The button and its menu. */
export function ViewsMenu({ views, view }: ViewsMenuProps) {
  const [naming, setNaming] = useState<{ readonly id: string | null; readonly name: string } | null>(null)
  const current = views.list.find(one => one.id === views.current)
  const moved = current !== undefined && JSON.stringify(current.view) !== JSON.stringify(view)
  return (
    <>
      <Menu width={260}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconBookmark size={14} />}
            rightSection={<IconChevronDown size={12} />}
          >
            {current ? `${current.name}${moved ? ' (changed)' : ''}` : 'Views'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.list.length === 0 ? <Menu.Label>No views saved yet</Menu.Label> : null}
          {views.list.map(one => (
            <Menu.Item
              key={one.id}
              fw={one.id === views.current ? 600 : 400}
              onClick={() => views.onChoose(one.id)}
              rightSection={
                one.own ? (
                  <Group gap={2}>
                    <ActionIcon
                      component="span"
                      aria-label={`Rename ${one.name}`}
                      onClick={event => {
                        event.stopPropagation()
                        setNaming({ id: one.id, name: one.name })
                      }}
                    >
                      <IconPencil size={12} />
                    </ActionIcon>
                    <ActionIcon
                      component="span"
                      aria-label={`Delete ${one.name}`}
                      onClick={event => {
                        event.stopPropagation()
                        views.onDelete(one.id)
                      }}
                    >
                      <IconTrash size={12} />
                    </ActionIcon>
                  </Group>
                ) : null
              }
            >
              {one.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {current?.own && moved ? (
            <Menu.Item onClick={() => views.onReplace(current.id, view)}>
              Save over “{current.name}”
            </Menu.Item>
          ) : null}
          <Menu.Item onClick={() => setNaming({ id: null, name: '' })}>Save as a new view…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming ? (
        <Modal
          opened
          onClose={() => setNaming(null)}
          title={naming.id ? 'Rename the view' : 'Save the view'}
          size="sm"
        >
          <form
            onSubmit={event => {
              event.preventDefault()
              const name = naming.name.trim()
              if (name === '') return
              if (naming.id) views.onRename(naming.id, name)
              else views.onSave(name, view)
              setNaming(null)
            }}
          >
            <TextInput
              data-autofocus
              label="Name"
              value={naming.name}
              onChange={event => setNaming({ ...naming, name: event.currentTarget.value })}
            />
            <Group justify="flex-end" mt={12}>
              <Button type="submit" disabled={naming.name.trim() === ''}>
                Save
              </Button>
            </Group>
          </form>
        </Modal>
      ) : null}
    </>
  )
}
