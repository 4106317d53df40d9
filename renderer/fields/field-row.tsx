/** One field as a line of words that turns into its editor when it is chosen; light enough for forty of them. */
import { notifications } from '@mantine/notifications'
import { useEffect, useRef, useState, type FocusEvent } from 'react'
import { FieldInput, type FieldInputProps } from './field-input'
import styles from './field-row.module.css'
import { showField } from './show-field'

/** A value on its way to the store. */
interface Waiting {
  readonly value: unknown
}

/**
 * A field's label and value; click, Enter or F2 edits it, and leaving it hands the value in. The new value is shown at
 * once; where it is refused after all, it comes back into the editor with the reason.
 */
export function FieldRow(props: FieldInputProps) {
  const { field, context } = props
  const [editing, setEditing] = useState(false)
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [refused, setRefused] = useState<FieldInputProps['refused']>(null)
  const unread = useRef(false)
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => void (gone.current = true)
  }, [])
  const save: FieldInputProps['onValue'] = async (next, typed) => {
    setWaiting({ value: next })
    const done = await props.onValue(next)
    if (done.ok) {
      setWaiting(null)
      return done
    }
    const { problem } = done
    if (gone.current)
      notifications.show({
        color: 'orange',
        autoClose: false,
        title: `${field.label}: ${typed === undefined ? 'your choice' : `“${typed}”`} was not saved`,
        message: problem,
      })
    setWaiting(null)
    setRefused({ typed: typed ?? null, problem })
    setEditing(true)
    return done
  }
  const value = waiting ? waiting.value : props.value
  const editor = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What comes back by itself calls nobody away from what they do now.
    if (editing && !refused) editor.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [editing, refused])
  const label = props.label ?? field.label
  const shown = showField(field, value, context)
  const fixed = props.readOnly ?? (field.kind === 'json' || field.kind === 'stamp')
  const leave = (event: FocusEvent<HTMLDivElement>): void => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    // A text that cannot be read stays in its editor with its sentence.
    if (unread.current || event.currentTarget.querySelector('[aria-invalid="true"], [data-error]')) return
    setEditing(false)
    setRefused(null)
  }
  if (editing)
    return (
      <div className={styles.editor} onBlur={leave} ref={editor}>
        <FieldInput
          {...props}
          onValue={save}
          refused={refused ?? null}
          onUnread={stays => (unread.current = stays)}
        />
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
      <span
        className={styles.value}
        data-empty={shown === '' || undefined}
        aria-busy={waiting === null ? undefined : true}
      >
        {shown === '' ? <span className={styles.heard}>empty</span> : shown}
        {fixed ? null : <span className={styles.heard}>, edit</span>}
      </span>
    </button>
  )
}
