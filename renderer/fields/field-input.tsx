/** The editor of one field, whatever its kind: typed text is read when it is handed in, and refused with a sentence. */
import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Result } from '#shared/base/result'
import type { Field } from '#shared/model/field'
import type { FieldContext } from './field-context'
import { parseField } from './parse-field'
import { showField, typedField } from './show-field'

/** What an editor is given. */
export interface FieldInputProps {
  readonly field: Field
  readonly value: unknown
  readonly context: FieldContext
  /** Hands a new value in, with the text as typed; a failure's sentence is shown under the field. */
  readonly onValue: (value: unknown, typed?: string) => Promise<Result<unknown, string>>
  /** What came back from an earlier editor of the field: the text as typed, and why. */
  readonly refused?: { readonly typed: string | null; readonly problem: string } | null
  /** Hears at once whether a text that was handed in cannot be read and stays in the field. */
  readonly onUnread?: (stays: boolean) => void
  /** Shown in place of the field's own label; empty where a heading elsewhere shows it. */
  readonly label?: string
  /** Read but not edited. */
  readonly readOnly?: boolean
}

/** An editor for a field's value. */
export function FieldInput(props: FieldInputProps) {
  const { field } = props
  if (field.kind === 'flag') return <FlagInput {...props} />
  if (field.kind === 'choice') return <ChoiceInput {...props} />
  if (field.kind === 'ref') return <RefInput {...props} />
  return <TypedInput {...props} key={JSON.stringify(props.value)} />
}

/** The label over the field; where it stands elsewhere, as over a column, the field still has its name. */
const named = ({ label, field }: FieldInputProps) =>
  label === '' ? { 'aria-label': field.label } : { label: label ?? field.label }

function TypedInput(props: FieldInputProps) {
  const { field, value, context, onValue } = props
  const start = typedField(field, value, context)
  const { refused, onUnread } = props
  const [typed, setTyped] = useState(refused?.typed ?? start)
  const [editing, setEditing] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const handedIn = useRef<string | null>(null)
  const [error, setError] = useState(refused?.problem ?? null)
  const fixed = props.readOnly ?? (field.kind === 'json' || field.kind === 'stamp')
  const handIn = async (): Promise<void> => {
    setEditing(false)
    const read = typed === start ? null : parseField(field, typed, context)
    onUnread?.(read?.ok === false)
    // Enter hands in, and so does leaving the field after it.
    if (waiting && typed === handedIn.current) return
    handedIn.current = typed
    if (!read) return setError(null)
    if (!read.ok) return setError(read.problem)
    setWaiting(true)
    const done = await onValue(read.value, typed)
    setWaiting(false)
    setError(done.ok ? null : done.problem)
    // Where the value is the same in other words, nothing is drawn anew: show the value's own words again.
    if (done.ok) setTyped(typedField(field, read.value, context))
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (field.kind !== 'longText' || event.ctrlKey)) void handIn()
    if (event.key !== 'Escape') return
    setTyped(start)
    setError(null)
    onUnread?.(false)
  }
  const common = {
    ...named(props),
    value: editing || waiting || error !== null ? typed : showField(field, value, context),
    error,
    readOnly: fixed,
    onFocus: () => setEditing(!fixed),
    onBlur: () => void handIn(),
    onKeyDown: keys,
  }
  return field.kind === 'longText' ? (
    <Textarea {...common} autosize minRows={2} maxRows={12} onChange={e => setTyped(e.currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={e => setTyped(e.currentTarget.value)} />
  )
}

function ChoiceInput(props: FieldInputProps) {
  const { field, value, onValue } = props
  const [error, setError] = useState(props.refused?.problem ?? null)
  return (
    <Select
      {...named(props)}
      data={(field.choices ?? []).map(each => ({ value: each.key, label: each.label }))}
      value={typeof value === 'string' ? value : null}
      clearable={!field.required}
      readOnly={props.readOnly ?? false}
      error={error}
      onChange={next => void onValue(next).then(done => setError(done.ok ? null : done.problem))}
    />
  )
}

function RefInput(props: FieldInputProps) {
  const { field, value, context, onValue } = props
  const [search, setSearch] = useState('')
  const [error, setError] = useState(props.refused?.problem ?? null)
  const id = typeof value === 'string' ? value : null
  const own = id === null ? null : { id, title: showField(field, id, context) }
  const searching = search !== '' && search !== own?.title
  const found = context.find(field.table ?? '', searching ? search : '', 40)
  const data = own && !found.some(each => each.id === own.id) ? [own, ...found] : found
  return (
    <Select
      {...named(props)}
      data={data.map(each => ({ value: each.id, label: each.title }))}
      value={id}
      searchable
      clearable={!field.required}
      readOnly={props.readOnly ?? false}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      nothingFoundMessage="Nothing is called so"
      error={error}
      onChange={next => void onValue(next).then(done => setError(done.ok ? null : done.problem))}
    />
  )
}

function FlagInput(props: FieldInputProps) {
  const { value, onValue } = props
  const [error, setError] = useState(props.refused?.problem ?? null)
  return (
    <Switch
      {...named(props)}
      checked={value === true}
      disabled={props.readOnly ?? false}
      error={error}
      onChange={event =>
        void onValue(event.currentTarget.checked).then(done => setError(done.ok ? null : done.problem))
      }
    />
  )
}
