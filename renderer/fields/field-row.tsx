/** One field as a line of words that turns into its editor when it is chosen; light enough for forty of them. */
import { useEffect, useRef, useState, type FocusEvent } from 'react'
import { FieldInput, type FieldInputProps } from './field-input'
import styles from './field-row.module.css'
import { showField } from './show-field'

/** A field's label and value; click, Enter or F2 edits it, and leaving it hands the value in. */
export function FieldRow(props: FieldInputProps) {
  const { field, value, context } = props
  const [editing, setEditing] = useState(false)
  const editor = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (editing) editor.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [editing])
  const label = props.label ?? field.label
  const shown = showField(field, value, context)
  const fixed = props.readOnly ?? (field.kind === 'json' || field.kind === 'stamp')
  const leave = (event: FocusEvent<HTMLDivElement>): void => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    // A refused value stays in its editor with its sentence.
    if (event.currentTarget.querySelector('[aria-invalid="true"], [data-error]') === null) setEditing(false)
  }
  if (editing)
    return (
      <div className={styles.editor} onBlur={leave} ref={editor}>
        <FieldInput {...props} />
      </div>
    )
  return (
    <button
      type="button"
      className={styles.line}
      disabled={fixed}
      title={field.help}
      onClick={() => setEditing(true)}
      onKeyDown={event => {
        if (event.key === 'F2') setEditing(true)
      }}
    >
      <span className={styles.label}>
        {label}
        <span className={styles.heard}>: </span>
      </span>
      <span className={styles.value} data-empty={shown === '' || undefined}>
        {shown === '' ? <span className={styles.heard}>empty</span> : shown}
        {fixed ? null : <span className={styles.heard}>, edit</span>}
      </span>
    </button>
  )
}
