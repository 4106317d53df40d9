/** The steps of a version in their order; a step moves by drag, or with Alt and the arrows. */
import { ActionIcon, Button } from '@mantine/core'
import { IconGripVertical, IconTrash } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import type { CycleStep } from '#shared/model/process'
import classes from './process.module.css'

const sides = { sell: 'Us', buy: 'Buyer', joint: 'Both' } as const

/** The list. */
export function StepList({
  steps,
  chosen,
  editable,
  onChoose,
  onMove,
  onAdd,
  onRemove,
}: {
  readonly steps: readonly CycleStep[]
  readonly chosen: string | null
  readonly editable: boolean
  readonly onChoose: (key: string) => void
  readonly onMove: (from: number, to: number) => void
  readonly onAdd: () => void
  readonly onRemove: (key: string) => void
}) {
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const keys = (event: KeyboardEvent<HTMLElement>, at: number): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = steps[at + by]
    if (by === 0 || !next) return
    event.preventDefault()
    if (event.shiftKey && editable) return onMove(at, at + by)
    onChoose(next.key)
    const list = event.currentTarget.closest('ol')
    list?.querySelectorAll<HTMLElement>('[data-step]')[at + by]?.focus()
  }
  return (
    <div className={classes.list}>
      <ol aria-label="Steps">
        {steps.map((step, at) => (
          <li
            key={step.key}
            data-over={(over === at && dragged !== at) || undefined}
            draggable={editable}
            onDragStart={() => setDragged(at)}
            onDragEnd={() => {
              setDragged(null)
              setOver(null)
            }}
            onDragOver={event => {
              if (dragged === null) return
              event.preventDefault()
              setOver(at)
            }}
            onDrop={() => {
              if (dragged !== null) onMove(dragged, at)
              setOver(null)
            }}
          >
            {editable && <IconGripVertical size={14} className={classes.grip} aria-hidden />}
            <button
              type="button"
              data-step
              className={classes.stepName}
              aria-current={step.key === chosen ? 'true' : undefined}
              onClick={() => onChoose(step.key)}
              onKeyDown={event => keys(event, at)}
            >
              <span>
                {at + 1}. {step.name || 'No name'}
              </span>
              <small>
                {sides[step.side]}, {step.duration} working {step.duration === 1 ? 'day' : 'days'}
                {step.closesSale ? ', closes the sale' : ''}
                {step.criteria.length === 0 ? ', no exit criterion' : ''}
              </small>
            </button>
            {editable && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={`Take out ${step.name}`}
                onClick={() => onRemove(step.key)}
              >
                <IconTrash size={13} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {editable && (
        <>
          <Button size="compact-xs" variant="light" onClick={onAdd}>
            Add a step
          </Button>
          <p className={classes.hint}>Drag to move, or Shift with the arrows.</p>
        </>
      )}
    </div>
  )
}
