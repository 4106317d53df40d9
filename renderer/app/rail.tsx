/** The rail at the left: the screens, in words and icons, with a count where a decision waits. */
import { Badge, Tooltip } from '@mantine/core'
import { IconSailboat } from '@tabler/icons-react'
import { memo } from 'react'
import { commandById, keyLabel } from '#shared/bridge/commands'
import { isMac } from '../host/bridge'
import { query } from '../store/query'
import { usePlaces } from '../store/use-place'
import { useAsOf, useLateQuery } from '../store/use-region'
import classes from './frame.module.css'
import { screens, type Screen } from './screens'

const none = query([], () => 0)

/** The rail. */
export const Rail = memo(function Rail({
  narrow,
  current,
}: {
  readonly narrow: boolean
  readonly current: string
}) {
  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label="Screens">
      <div className={classes.brand}>
        <IconSailboat size={18} stroke={1.8} />
        <span className={classes.word}>Quarterdeck</span>
      </div>
      {screens
        .filter(screen => !screen.hidden)
        .map(screen => (
          <RailItem key={screen.id} screen={screen} narrow={narrow} active={screen.id === current} />
        ))}
    </nav>
  )
})

interface ItemProps {
  readonly screen: Screen
  readonly narrow: boolean
  readonly active: boolean
}

function RailItem({ screen, narrow, active }: ItemProps) {
  const places = usePlaces()
  const waiting = useLateQuery(screen.waiting ?? none, 0, useAsOf())
  const key = commandById(`go.${screen.id}`)?.key
  const label = `${screen.title}${key ? ` (${keyLabel(key, isMac)})` : ''}`
  return (
    <Tooltip label={label} position="right" disabled={!narrow}>
      <button
        type="button"
        className={classes.item}
        aria-current={active ? 'page' : undefined}
        onClick={() => places.go({ screen: screen.id })}
      >
        <screen.icon size={17} stroke={1.7} />
        <span className={classes.word}>{screen.title}</span>
        {waiting > 0 && !narrow && (
          <Badge color="orange" aria-label={`${waiting} to decide`}>
            {waiting}
          </Badge>
        )}
      </button>
    </Tooltip>
  )
}
