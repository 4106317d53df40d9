/** The bar at the top: where one is, as of when, finding, undoing, and whether everything is saved. */
import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronLeft,
  IconChevronRight,
  IconSearch,
} from '@tabler/icons-react'
import { commandById, keyLabel } from '#shared/bridge/commands'
import { memo, useSyncExternalStore, type ReactNode } from 'react'
import { RegionMenu } from '../features/regions/region-menu'
import { AsOfPicker } from '../features/settings/as-of-picker'
import { isMac } from '../host/bridge'
import { useCommands, type CommandId } from '../host/command-desk'
import { usePlaces } from '../store/use-place'
import { useStoreStatusOf } from '../store/use-region'
import classes from './frame.module.css'

/** The top bar. */
export const TopBar = memo(function TopBar() {
  const commands = useCommands()
  return (
    <header className={classes.bar}>
      <Group gap={2} wrap="nowrap">
        <WayButtons />
      </Group>
      <RegionMenu />
      <AsOfPicker />
      <div className={classes.spring} />
      <Button
        className={classes.find}
        variant="default"
        justify="space-between"
        leftSection={<IconSearch size={14} />}
        rightSection={keyOf('find.open')}
        onClick={() => commands.run('find.open')}
      >
        Find or do
      </Button>
      <div className={classes.spring} />
      <Group gap={2} wrap="nowrap">
        <UndoButtons />
      </Group>
      <SaveState />
    </header>
  )
})

function WayButtons() {
  const places = usePlaces()
  const canGo = (way: 'back' | 'forward'): boolean => places.trail[way].length > 0
  const back = useSyncExternalStore(places.subscribe, () => canGo('back'))
  const forward = useSyncExternalStore(places.subscribe, () => canGo('forward'))
  return (
    <>
      <BarButton id="go.back" label="Back" disabled={!back}>
        <IconChevronLeft size={17} />
      </BarButton>
      <BarButton id="go.forward" label="Forward" disabled={!forward}>
        <IconChevronRight size={17} />
      </BarButton>
    </>
  )
}

function UndoButtons() {
  const undo = useStoreStatusOf(status => status.undo?.label)
  const redo = useStoreStatusOf(status => status.redo?.label)
  return (
    <>
      <BarButton
        id="edit.undo"
        label={undo === undefined ? 'Nothing to undo' : `Undo: ${undo}`}
        disabled={undo === undefined}
      >
        <IconArrowBackUp size={17} />
      </BarButton>
      <BarButton
        id="edit.redo"
        label={redo === undefined ? 'Nothing to redo' : `Redo: ${redo}`}
        disabled={redo === undefined}
      >
        <IconArrowForwardUp size={17} />
      </BarButton>
    </>
  )
}

function SaveState() {
  const saving = useStoreStatusOf(status => status.saving)
  const failed = useStoreStatusOf(status => status.problem !== null)
  return (
    <span className={classes.state} role="status" data-saving={saving || undefined}>
      {failed ? 'Not saved' : saving ? 'Saving' : 'Saved'}
    </span>
  )
}

const keyOf = (id: CommandId): string => {
  const key = commandById(id)?.key
  return key ? keyLabel(key, isMac) : ''
}

interface BarButtonProps {
  readonly id: CommandId
  readonly label: string
  readonly disabled: boolean
  readonly children: ReactNode
}

function BarButton({ id, label, disabled, children }: BarButtonProps) {
  const commands = useCommands()
  const key = keyOf(id)
  return (
    <Tooltip label={key && !disabled ? `${label} (${key})` : label}>
      <ActionIcon
        size="md"
        variant="subtle"
        color="gray"
        aria-label={label}
        aria-disabled={disabled}
        c={disabled ? 'dimmed' : 'inherit'}
        opacity={disabled ? 0.5 : 1}
        onClick={() => {
          if (!disabled) commands.run(id)
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
