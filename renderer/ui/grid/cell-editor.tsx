/** The built-in editor of a cell: a text field, with a list of words or a calendar where the column has use for one. */
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { DateDrop, enterCalendar } from './date-drop'
import type { EditorProps } from './grid-props'
import styles from './grid.module.css'

/** Settings of `CellEditor`. */
export interface CellEditorProps extends EditorProps {
  readonly choices: readonly string[] | null
  /** The day around which a calendar hangs under the field; null where none does. */
  readonly calendar: string | null
  /** Whether arrows leave the editor, as after typing over a cell. */
  readonly over: boolean
  readonly alignEnd: boolean
}

const shownChoices = 200

/** A text field in a cell; Enter, Tab and arrows hand in, Escape gives up. */
export function CellEditor(props: CellEditorProps) {
  const { cell, title, text, problem, choices } = props
  const id = useId()
  const [picked, setPicked] = useState(-1)
  const [typed, setTyped] = useState(false)
  const room = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const needle = text.toLowerCase()
  const matching = choices
    ? (typed ? choices.filter(choice => choice.toLowerCase().includes(needle)) : choices).slice(
        0,
        shownChoices,
      )
    : []
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    const { key, shiftKey } = event
    const value = matching[picked] ?? text
    if (props.calendar !== null && key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      enterCalendar(room.current)
    } else if (matching.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault()
      setPicked(now => (now + (key === 'ArrowDown' ? 1 : -1) + matching.length) % matching.length)
    } else if (key === 'Enter') {
      event.preventDefault()
      props.onCommit(value, shiftKey ? 'up' : 'down')
    } else if (key === 'Tab') {
      event.preventDefault()
      props.onCommit(value, shiftKey ? 'left' : 'right')
    } else if (key === 'Escape') {
      event.preventDefault()
      props.onCancel()
    } else if (props.over && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault()
      props.onCommit(text, key === 'ArrowDown' ? 'down' : 'up')
    } else if (props.over && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      event.preventDefault()
      props.onCommit(text, key === 'ArrowLeft' ? 'left' : 'right')
    }
  }
  const field = (
    <input
      ref={input}
      className={`${styles.editorInput} ${problem ? styles.editorBad : ''} ${props.alignEnd ? styles.end : ''}`}
      aria-label={title}
      aria-invalid={problem !== null}
      aria-describedby={problem ? `${id}-problem` : undefined}
      role={choices ? 'combobox' : undefined}
      aria-expanded={choices ? matching.length > 0 : undefined}
      aria-controls={choices ? `${id}-choices` : undefined}
      aria-activedescendant={picked >= 0 ? `${id}-${picked}` : undefined}
      autoFocus
      value={text}
      onFocus={event => {
        if (!props.over) event.target.select()
      }}
      onChange={event => {
        setTyped(true)
        setPicked(-1)
        props.onText(event.target.value)
      }}
      onKeyDown={keys}
      onCopy={event => event.stopPropagation()}
      onCut={event => event.stopPropagation()}
      onPaste={event => event.stopPropagation()}
      onBlur={event => {
        if (!problem && !room.current?.contains(event.relatedTarget)) props.onCommit(text, 'stay')
      }}
    />
  )
  return (
    <span className={styles.editor}>
      {props.calendar !== null ? (
        <DateDrop
          opened={!problem}
          title={title}
          text={text}
          around={props.calendar}
          room={room}
          onPick={day => props.onCommit(day, 'down')}
          onBack={() => input.current?.focus()}
        >
          {field}
        </DateDrop>
      ) : (
        field
      )}
      {problem ? (
        <span id={`${id}-problem`} role="alert" className={styles.editorProblem}>
          {problem}
        </span>
      ) : null}
      {choices && matching.length > 0 && !problem ? (
        <ul id={`${id}-choices`} role="listbox" aria-label={title} className={styles.choices}>
          {matching.map((choice, index) => (
            <li
              key={choice}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === picked}
              className={`${styles.choice} ${index === picked || choice === cell.text ? styles.choiceOn : ''}`}
              onMouseDown={event => {
                event.preventDefault()
                event.stopPropagation()
                props.onCommit(choice, 'stay')
              }}
            >
              {choice}
            </li>
          ))}
        </ul>
      ) : null}
    </span>
  )
}
