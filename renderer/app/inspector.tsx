/** The inspector: the selected record beside the screen, or filling it, in tabs. */
import { ActionIcon, Tabs, Text, Title } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2, IconX } from '@tabler/icons-react'
import { memo, Suspense, useDeferredValue, useRef, type PointerEvent } from 'react'
import { catalog } from '#shared/model/catalog'
import type { Selected } from '../store/place'
import { usePlaceOf, usePlaces } from '../store/use-place'
import { useRecordTitle } from '../store/use-region'
import { Waiting } from '../ui/part/waiting'
import classes from './frame.module.css'
import { tabsFor } from './inspector-tabs'
import { ScreenBoundary } from './screen-boundary'

const [narrowest, widest] = [300, 900]

/** The selected record; nothing where none is selected. */
export function Inspector({ full = false }: { readonly full?: boolean }) {
  const selected = usePlaceOf(place => place.selected)
  const tab = usePlaceOf(place => place.tab)
  // The record follows the selection: moving on in a grid does not wait for it to be drawn.
  return <Side selected={useDeferredValue(selected)} tab={useDeferredValue(tab)} full={full} />
}

interface SideProps {
  readonly selected: Selected | null
  readonly tab: string | null
  readonly full: boolean
}

const Side = memo(function Side({ selected, tab, full }: SideProps) {
  const places = usePlaces()
  const [width, setWidth] = useLocalStorage({ key: 'quarterdeck.inspector-width', defaultValue: 400 })
  const title = useRecordTitle(selected?.table ?? 'account', selected?.id ?? null)
  if (!selected) return null
  const tabs = tabsFor(selected.table)
  const open = tabs.find(each => each.id === tab) ?? tabs[0]
  const clamp = (to: number): void => setWidth(Math.min(widest, Math.max(narrowest, to)))
  return (
    <aside
      className={classes.side}
      style={full ? { height: '100%', border: 0 } : { width }}
      aria-label="Inspector"
    >
      {!full && <Grip width={width} onWidth={clamp} />}
      <div className={classes.sideHead}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="xs" c="dimmed">
            {catalog[selected.table].one}
          </Text>
          <Title order={2} lineClamp={2}>
            {title || 'No longer there'}
          </Title>
        </div>
        <ActionIcon
          aria-label={full ? 'Show beside the screen' : 'Show as a full page'}
          onClick={() => places.open(selected, { full: !full })}
        >
          {full ? <IconArrowsDiagonalMinimize2 size={16} /> : <IconArrowsDiagonal size={16} />}
        </ActionIcon>
        <ActionIcon aria-label="Close the inspector" onClick={() => places.select(null)}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <Tabs
        value={open?.id ?? null}
        onChange={next => next && places.showTab(next)}
        style={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', flex: 1, minHeight: 0 }}
      >
        <Tabs.List>
          {tabs.map(each => (
            <Tabs.Tab key={each.id} value={each.id}>
              {each.title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {open && (
          <Tabs.Panel value={open.id} className={classes.sideBody}>
            <ScreenBoundary name={open.title} key={`${open.id}/${selected.id}`}>
              <Suspense fallback={<Waiting name={`Opening ${open.title}`} />}>
                <open.component table={selected.table} id={selected.id} />
              </Suspense>
            </ScreenBoundary>
          </Tabs.Panel>
        )}
      </Tabs>
    </aside>
  )
})

function Grip({ width, onWidth }: { readonly width: number; readonly onWidth: (width: number) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null)
  const move = (event: PointerEvent): void => {
    if (from.current) onWidth(from.current.width + from.current.x - event.clientX)
  }
  return (
    <button
      type="button"
      className={classes.grip}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the inspector"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      onPointerDown={event => {
        from.current = { x: event.clientX, width }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={move}
      onPointerUp={() => (from.current = null)}
      onKeyDown={event => {
        const step = event.key === 'ArrowLeft' ? 20 : event.key === 'ArrowRight' ? -20 : 0
        if (step === 0) return
        event.preventDefault()
        onWidth(width + step)
      }}
    />
  )
}
