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
import type { ReactNode } from 'react'
import { RegionMenu } from '../features/regions/region-menu'
import { AsOfPicker } from '../features/settings/as-of-picker'
import { isMac } from '../host/bridge'
import { useCommands, type CommandId } from '../host/command-desk'
import { useTrail } from '../store/use-place'
import { useStoreStatus } from '../store/use-region'
import classes from './frame.module.css'

/** The top bar. */
export function TopBar() {
  const commands = useCommands()
  const { back, forward } = useTrail()
  const { undo, redo, saving, problem } = useStoreStatus()
  return (
    <header className={classes.bar}>
      <Group gap={2} wrap="nowrap">
        <BarButton id="go.back" label="Back" disabled={back.length === 0}>
          <IconChevronLeft size={17} />
        </BarButton>
        <BarButton id="go.forward" label="Forward" disabled={forward.length === 0}>
          <IconChevronRight size={17} />
        </BarButton>
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
        <BarButton id="edit.undo" label={undo ? `Undo: ${undo.label}` : 'Nothing to undo'} disabled={!undo}>
          <IconArrowBackUp size={17} />
        </BarButton>
        <BarButton id="edit.redo" label={redo ? `Redo: ${redo.label}` : 'Nothing to redo'} disabled={!redo}>
          <IconArrowForwardUp size={17} />
        </BarButton>
      </Group>
      <span className={classes.state} role="status" data-saving={saving || undefined}>
        {problem ? 'Not saved' : saving ? 'Saving' : 'Saved'}
      </span>
    </header>
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
