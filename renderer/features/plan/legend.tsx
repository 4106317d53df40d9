/** What the shapes in the picture of a plan mean, what its keys do, and its zoom. */
import { ActionIcon, Button, Group } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './gantt.module.css'

/** The foot of the picture; `onZoom` gets +1 for nearer and −1 for farther. */
export function Legend({
  onFit,
  onZoom,
}: {
  readonly onFit: () => void
  readonly onZoom: (by: 1 | -1) => void
}) {
  return (
    <Group justify="space-between" gap={0} wrap="nowrap" align="flex-start">
      <div className={classes.legend}>
        <Entry name="Us">
          <span className={classes.bar} data-side="sell" data-fixed />
        </Entry>
        <Entry name="Both">
          <span className={classes.bar} data-side="joint" data-fixed />
        </Entry>
        <Entry name="Buyer">
          <span className={classes.bar} data-side="buy" data-fixed />
        </Entry>
        <Entry name="Done">
          <span className={classes.bar} data-status="done" data-fixed />
        </Entry>
        <Entry name="Baseline">
          <span className={classes.ghost} />
        </Entry>
        <Entry name="Float">
          <span className={classes.float} />
        </Entry>
        <span>Arrows move, Shift+arrows change the days, Enter ticks, Insert adds, Delete leaves out</span>
      </div>
      <Group gap={4} p={4} pr={12} wrap="nowrap">
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onFit}>
          Fit
        </Button>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label="Zoom out" onClick={() => onZoom(-1)}>
          <IconMinus size={14} />
        </ActionIcon>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label="Zoom in" onClick={() => onZoom(1)}>
          <IconPlus size={14} />
        </ActionIcon>
      </Group>
    </Group>
  )
}

const Entry = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <span>
    <span className={classes.sample} aria-hidden>
      {children}
    </span>
    {name}
  </span>
)
