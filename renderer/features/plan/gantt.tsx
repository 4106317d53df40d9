/** The steps of a plan as rows with their dates, and as bars over the calendar; bars move by drag and by keyboard. */
import { useElementSize } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { WorkCalendar } from '#shared/base/calendar'
import type { Day } from '#shared/base/day'
import type { Schedule, ScheduledStep } from '#shared/process/plan-schedule'
import { GanttBars, type BarDrag } from './gantt-bars'
import { clampDay, fittingDay, monthsOf, offStretches, scaleOf, spanOf, ticksOf } from './gantt-scale'
import classes from './gantt.module.css'
import { Legend } from './legend'

/** A line across all rows at a day. */
export interface GanttMark {
  readonly name: string
  readonly day: Day | null
  readonly tone: 'today' | 'crm' | 'matrix' | 'close'
}

/** What keys and drags ask for. */
export interface GanttVerbs {
  readonly onSelect: (id: string) => void
  readonly onMove: (id: string, workingDays: number) => void
  readonly onDuration: (id: string, days: number) => void
  readonly onOrder: (id: string, by: -1 | 1) => void
  readonly onTick: (id: string) => void
  readonly onAdd: (id: string) => void
  readonly onRemove: (id: string) => void
}

/** Settings of `Gantt`. */
interface GanttProps {
  readonly schedule: Schedule
  readonly calendar: WorkCalendar
  readonly selected: string | null
  readonly verbs: GanttVerbs
  readonly marks: readonly GanttMark[]
  /** What the plan would look like under a drag, drawn while it lasts. */
  readonly preview: (drag: BarDrag) => Schedule | null
  /** The last end that keeps the close, of the selected step, and what the close jumps to after it. */
  readonly cliff: { readonly lastGoodEnd: Day; readonly closeAfter: Day } | null
}

const sides = { sell: 'Us', buy: 'Buyer', joint: 'Both' } as const
const roomForBars = 700
const rowsWidth = 540
const zoomStep = 1.4

/** One word on how a step stands. */
export const standingOf = ({ step, late }: ScheduledStep): string =>
  step.status === 'done'
    ? 'Done'
    : step.actualEnd !== null
      ? 'Not confirmed'
      : late
        ? 'Late'
        : step.status === 'inProgress'
          ? 'Under way'
          : ''

/** The rows and, where there is room, the bars. */
export function Gantt(props: GanttProps) {
  const { schedule, calendar, selected, verbs, marks } = props
  const { ref, width } = useElementSize()
  const [chosenDay, setChosenDay] = useState<number | null>(null)
  const [drag, setDrag] = useState<BarDrag | null>(null)
  const shown = (drag && props.preview(drag)) ?? schedule
  const span = useMemo(
    () =>
      spanOf(
        schedule,
        marks.map(each => each.day),
      ),
    [schedule, marks],
  )
  const wide = width >= roomForBars
  const perDay = chosenDay ?? fittingDay(span, Math.max(200, width - rowsWidth - 2))
  const scale = useMemo(() => scaleOf(span, perDay), [span, perDay])
  const zoom = (by: number): void => setChosenDay(clampDay(perDay * by))
  const rows = useRef(new Map<string, HTMLElement>())
  const current = shown.steps.find(each => each.step.id === selected) ?? shown.steps[0]

  const focus = (at: number): void => {
    const next = shown.steps[Math.min(shown.steps.length - 1, Math.max(0, at))]
    if (!next) return
    verbs.onSelect(next.step.id)
    rows.current.get(next.step.id)?.focus()
  }
  const keys = (event: KeyboardEvent, at: number, placed: ScheduledStep): void => {
    if (event.target !== event.currentTarget) return
    const { id, duration } = placed.step
    const by = event.ctrlKey || event.metaKey ? 5 : 1
    const side = event.key === 'ArrowRight' ? by : event.key === 'ArrowLeft' ? -by : 0
    const done = (): void => event.preventDefault()
    if (side !== 0 && !event.altKey) {
      done()
      return event.shiftKey ? verbs.onDuration(id, Math.max(0, duration + side)) : verbs.onMove(id, side)
    }
    const vertical = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (vertical !== 0) {
      done()
      return event.altKey || event.shiftKey ? verbs.onOrder(id, vertical) : focus(at + vertical)
    }
    if (event.key === 'Home') return (done(), focus(0))
    if (event.key === 'End') return (done(), focus(shown.steps.length - 1))
    if (event.key === 'Enter' || event.key === ' ') return (done(), verbs.onTick(id))
    if (event.key === 'Insert') return (done(), verbs.onAdd(id))
    if (event.key === 'Delete') return (done(), verbs.onRemove(id))
    if (event.key === '+' || event.key === '=') return (done(), zoom(zoomStep))
    if (event.key === '-') return (done(), zoom(1 / zoomStep))
  }

  return (
    <>
      <div className={classes.gantt} ref={ref} data-wide={wide || undefined}>
        <div
          className={classes.rows}
          role="grid"
          aria-label="Steps of the plan"
          aria-rowcount={shown.steps.length + 1}
        >
          <div role="row" className={`${classes.row} ${classes.head}`}>
            <span role="columnheader">Step</span>
            {wide && <span role="columnheader">Side</span>}
            <span role="columnheader">Start</span>
            <span role="columnheader">End</span>
            <span role="columnheader" className={classes.number} title="Working days">
              Days
            </span>
            <span
              role="columnheader"
              className={classes.number}
              title="Working days that it may slip before the close moves"
            >
              Float
            </span>
          </div>
          {shown.steps.map((placed, at) => (
            <div
              key={placed.step.id}
              ref={node => {
                if (node) rows.current.set(placed.step.id, node)
                else rows.current.delete(placed.step.id)
              }}
              role="row"
              tabIndex={placed === current ? 0 : -1}
              aria-selected={placed.step.id === selected}
              aria-rowindex={at + 2}
              className={classes.row}
              data-side={placed.step.side}
              onClick={() => verbs.onSelect(placed.step.id)}
              onFocus={() => verbs.onSelect(placed.step.id)}
              onDoubleClick={() => verbs.onTick(placed.step.id)}
              onKeyDown={event => keys(event, at, placed)}
            >
              <span role="gridcell" className={classes.name} title={placed.step.name}>
                <span className={classes.words}>{placed.step.name}</span>
                {standingOf(placed) !== '' && (
                  <span
                    className={classes.standing}
                    data-tone={toneOf(placed)}
                    aria-label={standingOf(placed)}
                  >
                    {standingOf(placed) === 'Done' ? '✓' : standingOf(placed)}
                  </span>
                )}
              </span>
              {wide && <span role="gridcell">{sides[placed.step.side]}</span>}
              <span role="gridcell">{placed.start}</span>
              <span role="gridcell">{placed.end}</span>
              <span role="gridcell" className={classes.number}>
                {placed.step.duration}
              </span>
              <span role="gridcell" className={classes.number}>
                {placed.float ?? ''}
              </span>
            </div>
          ))}
        </div>
        {wide && (
          <Pane key={span.from} focusOn={scale.x(marks[0]?.day ?? span.from)}>
            <div style={{ width: scale.width, position: 'relative' }}>
              <div className={classes.calendar}>
                {monthsOf(scale).map(each => (
                  <span key={each.key} className={classes.month} style={{ left: each.x, width: each.width }}>
                    {each.label}
                  </span>
                ))}
                {ticksOf(scale).map(each => (
                  <span key={each.key} className={classes.tick} style={{ left: each.x, width: each.width }}>
                    {scale.perDay >= 4 ? each.label : ''}
                  </span>
                ))}
              </div>
              <div className={classes.lanes} aria-hidden>
                {offStretches(scale, calendar).map(each => (
                  <span
                    key={each.key}
                    className={classes.off}
                    data-holiday={each.holiday || undefined}
                    title={each.label === '' ? undefined : `Holiday ${each.label}`}
                    style={{ left: each.x, width: each.width }}
                  />
                ))}
                {shown.steps.map(placed => (
                  <GanttBars
                    key={placed.step.id}
                    placed={placed}
                    scale={scale}
                    calendar={calendar}
                    selected={placed.step.id === selected}
                    cliff={placed.step.id === selected ? props.cliff : null}
                    onDrag={setDrag}
                    onDrop={done => {
                      setDrag(null)
                      if (done?.kind === 'move') verbs.onMove(done.id, done.by)
                      else if (done) verbs.onDuration(done.id, done.days)
                    }}
                    onPick={() => {
                      verbs.onSelect(placed.step.id)
                      rows.current.get(placed.step.id)?.focus()
                    }}
                  />
                ))}
                {marks.map(mark =>
                  mark.day === null || mark.day > scale.to ? null : (
                    <span
                      key={mark.name}
                      className={classes.mark}
                      data-tone={mark.tone}
                      style={{ left: scale.x(mark.day) + scale.perDay / 2 }}
                      title={`${mark.name} ${mark.day}`}
                    >
                      <span
                        className={classes.markName}
                        data-left={scale.x(mark.day) > scale.width - 60 || undefined}
                      >
                        {mark.name}
                      </span>
                    </span>
                  ),
                )}
              </div>
            </div>
          </Pane>
        )}
      </div>
      {wide && (
        <Legend onFit={() => setChosenDay(null)} onZoom={by => zoom(by > 0 ? zoomStep : 1 / zoomStep)} />
      )}
    </>
  )
}

const toneOf = ({ step, late }: ScheduledStep): string =>
  step.status === 'done' ? 'ok' : late || step.actualEnd !== null ? 'warn' : 'neutral'

/** The scrolling calendar; it opens where the day of interest is seen. */
function Pane({ focusOn, children }: { readonly focusOn: number; readonly children: ReactNode }) {
  const pane = useRef<HTMLDivElement>(null)
  const first = useRef(focusOn)
  useEffect(() => {
    const node = pane.current
    if (node && node.scrollWidth > node.clientWidth) node.scrollLeft = Math.max(0, first.current - 160)
  }, [])
  return (
    <div className={classes.pane} ref={pane}>
      {children}
    </div>
  )
}
