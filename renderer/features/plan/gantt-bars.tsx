/** One step in the picture of a plan: its bar with the baseline's ghost under it, its float, its buyer's date and its cliff. */
import { useRef, type PointerEvent } from 'react'
import { addBusinessDays, businessDays, type WorkCalendar } from '#shared/base/calendar'
import { addDays, type Day } from '#shared/base/day'
import type { ScheduledStep } from '#shared/process/plan-schedule'
import type { GanttScale } from './gantt-scale'
import classes from './gantt.module.css'

/** A drag of a bar: by working days, or to a duration. */
export type BarDrag =
  | { readonly kind: 'move'; readonly id: string; readonly by: number }
  | { readonly kind: 'length'; readonly id: string; readonly days: number }

interface BarProps {
  readonly placed: ScheduledStep
  readonly scale: GanttScale
  readonly calendar: WorkCalendar
  readonly selected: boolean
  readonly cliff: { readonly lastGoodEnd: Day; readonly closeAfter: Day } | null
  readonly onDrag: (drag: BarDrag | null) => void
  readonly onDrop: (drag: BarDrag | null) => void
  readonly onPick: () => void
}

const slack = 4

/** The lane of one step. */
export function GanttBars({ placed, scale, calendar, selected, cliff, ...act }: BarProps) {
  const { step, start, end, float } = placed
  const held = useRef<{ x: number; drag: BarDrag['kind']; start: Day; end: Day } | null>(null)
  const last = useRef<BarDrag | null>(null)
  const x = scale.x(start)
  const width = Math.max(scale.x(end) + scale.perDay - x, 6)
  const open = step.actualEnd === null

  const read = (event: PointerEvent): BarDrag | null => {
    const from = held.current
    if (!from) return null
    const dx = event.clientX - from.x
    if (Math.abs(dx) < slack && last.current === null) return null
    if (from.drag === 'move') {
      const to = scale.dayAt(scale.x(from.start) + dx + scale.perDay / 2)
      return { kind: 'move', id: step.id, by: businessDays(calendar, from.start, to) }
    }
    const to = scale.dayAt(scale.x(from.end) + dx + scale.perDay / 2)
    return { kind: 'length', id: step.id, days: Math.max(0, businessDays(calendar, from.start, to) + 1) }
  }
  const grab = (event: PointerEvent, drag: BarDrag['kind']): void => {
    if (event.button !== 0) return
    event.stopPropagation()
    act.onPick()
    if (!open) return
    held.current = { x: event.clientX, drag, start, end }
    last.current = null
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent): void => {
    const drag = read(event)
    if (!drag) return
    last.current = drag
    act.onDrag(drag)
  }
  const drop = (): void => {
    if (!held.current) return
    held.current = null
    const done = last.current
    last.current = null
    act.onDrop(done && done.kind === 'move' && done.by === 0 ? null : done)
  }
  const cancel = (): void => {
    held.current = null
    last.current = null
    act.onDrop(null)
  }
  const free = float !== null && float > 0 ? addBusinessDays(calendar, end, float) : null
  return (
    <div className={classes.lane} data-side={step.side} data-selected={selected || undefined}>
      {step.baselineStart !== null && step.baselineEnd !== null && (
        <span
          className={classes.ghost}
          title={`Baseline ${step.baselineStart} to ${step.baselineEnd}`}
          style={{
            left: scale.x(step.baselineStart),
            width: Math.max(scale.x(step.baselineEnd) + scale.perDay - scale.x(step.baselineStart), 4),
          }}
        />
      )}
      {free !== null && (
        <span
          className={classes.float}
          title={`Float: ${float} working days, until ${free}`}
          style={{
            left: scale.x(addDays(end, 1)),
            width: Math.max(0, scale.x(free) + scale.perDay - scale.x(addDays(end, 1))),
          }}
        />
      )}
      <span
        className={classes.bar}
        data-side={step.side}
        data-status={step.status}
        data-late={placed.late || undefined}
        data-fixed={!open || undefined}
        title={`${step.name}: ${start} to ${end}`}
        style={{ left: x, width }}
        onPointerDown={event => grab(event, 'move')}
        onPointerMove={move}
        onPointerUp={drop}
        onPointerCancel={cancel}
      >
        {step.status === 'done' && width > 16 ? '✓' : ''}
        {open && <span className={classes.handle} onPointerDown={event => grab(event, 'length')} />}
      </span>
      {step.dateRule !== null && (
        <span className={classes.diamond} title="The buyer’s date" style={{ left: x - 5 }} />
      )}
      {cliff && (
        <span
          className={classes.cliff}
          title={`A day after ${cliff.lastGoodEnd} the close jumps to ${cliff.closeAfter}`}
          style={{ left: scale.x(cliff.lastGoodEnd) + scale.perDay }}
        >
          <span className={classes.cliffWord}>close {cliff.closeAfter}</span>
        </span>
      )}
    </div>
  )
}
