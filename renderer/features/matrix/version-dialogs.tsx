/** The dialogs of a version's way: start a draft, submit it, approve or send it back, comment. */
import { Select, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { parseDay, type Day } from '#shared/base/day'
import type { MatrixScope } from '#shared/model/forecast'
import { DialogForm } from '../../ui/part/verb-form'
import styles from './matrix.module.css'

interface AskProps {
  readonly title: string
  readonly verb: string
  readonly children?: ReactNode
  readonly nameLabel: string
  readonly name: string
  readonly textLabel?: string
  readonly textNeeded?: boolean
  /** Asks for a day, beginning with this one. */
  readonly day?: Day
  /** Says why it cannot be done; null where it was done. */
  readonly onDo: (name: string, text: string, day: Day | null) => string | null
  readonly onClose: () => void
}

/** Asks for a name, words and a day, and says in place why a step cannot be taken. */
export function StepDialog(props: AskProps) {
  const [name, setName] = useState(props.name)
  const [text, setText] = useState('')
  const [day, setDay] = useState<string>(props.day ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const parsed = props.day === undefined ? null : parseDay(day)
  const dayWrong = props.day !== undefined && parsed === null
  const textMissing = props.textNeeded === true && text.trim() === ''
  return (
    <DialogForm
      title={props.title}
      size="md"
      verb={props.verb}
      refused={problem}
      onSubmit={() => {
        if (dayWrong || textMissing || name.trim() === '')
          return setProblem(
            dayWrong
              ? 'From which day on does it hold? Type a day as 2017-10-01.'
              : textMissing
                ? 'A few words are needed: they stay with the version.'
                : 'Type a name.',
          )
        const refused = props.onDo(name.trim(), text.trim(), parsed)
        if (refused === null) props.onClose()
        else setProblem(refused)
      }}
      onClose={props.onClose}
    >
      {props.children}
      <TextInput
        data-autofocus
        label={props.nameLabel}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      {props.day === undefined ? null : (
        <TextInput
          label="In force from"
          placeholder="2017-10-01"
          value={day}
          error={dayWrong && day !== '' ? 'A day as 2017-10-01' : undefined}
          onChange={event => setDay(event.currentTarget.value)}
        />
      )}
      {props.textLabel === undefined ? null : (
        <Textarea
          label={props.textLabel}
          autosize
          minRows={2}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
      )}
    </DialogForm>
  )
}

/** What a scope can name. */
interface ScopeChoices {
  readonly region: readonly { readonly value: string; readonly label: string }[]
  readonly productFamily: readonly { readonly value: string; readonly label: string }[]
  readonly targetMarket: readonly { readonly value: string; readonly label: string }[]
  readonly cycle: readonly { readonly value: string; readonly label: string }[]
}

const scopeNames: Readonly<Record<keyof ScopeChoices, string>> = {
  region: 'Region',
  productFamily: 'Product family',
  targetMarket: 'Target market',
  cycle: 'Sales cycle',
}

/** The words of a scope: "East, Widgets", or "all deals". */
export function scopeText(scope: MatrixScope, choices: ScopeChoices): string {
  const parts = (Object.keys(scopeNames) as (keyof ScopeChoices)[]).flatMap(key => {
    const value = scope[key]
    return value === null ? [] : [choices[key].find(each => each.value === value)?.label ?? value]
  })
  return parts.length === 0 ? 'all deals' : parts.join(', ')
}

/** Starts a set of matrices for all deals or for a scope of them. */
export function NewSetDialog(props: {
  readonly choices: ScopeChoices
  readonly author: string
  readonly from: string
  readonly onDo: (name: string, scope: MatrixScope, author: string) => void
  readonly onClose: () => void
}) {
  const [name, setName] = useState('')
  const [author, setAuthor] = useState(props.author)
  const [scope, setScope] = useState<MatrixScope>({
    region: null,
    productFamily: null,
    targetMarket: null,
    cycle: null,
  })
  const keys = (Object.keys(scopeNames) as (keyof ScopeChoices)[]).filter(
    key => props.choices[key].length > 0,
  )
  return (
    <DialogForm
      title="New set of matrices"
      size="md"
      verb="Start the draft"
      onSubmit={() => {
        props.onDo(name.trim() || scopeText(scope, props.choices), scope, author.trim())
        props.onClose()
      }}
      onClose={props.onClose}
    >
      <p className={styles.faint}>
        {`It starts as a draft with the cells of ${props.from}. A deal is forecast by the approved set whose scope names most of what it is.`}
      </p>
      <TextInput
        data-autofocus
        label="Name"
        placeholder={scopeText(scope, props.choices)}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      {keys.map(key => (
        <Select
          key={key}
          label={scopeNames[key]}
          placeholder="Any"
          clearable
          searchable
          data={[...props.choices[key]]}
          value={scope[key]}
          onChange={value => setScope({ ...scope, [key]: value })}
        />
      ))}
      <TextInput label="Author" value={author} onChange={event => setAuthor(event.currentTarget.value)} />
    </DialogForm>
  )
}
