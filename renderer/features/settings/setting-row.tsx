/** One setting: its name, its value, what it means, and the way back to its default. */
import { Button, Group, Switch, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseCurrency } from '#shared/base/money'
import { defaultSettings, type Settings } from '#shared/region/settings'
import { showNumber } from '../../fields/show-field'
import { parseNumber } from '../../fields/parse-number'
import { storeProblemText } from '../../store/store-problem'
import { useRegionStore, useSettings } from '../../store/use-region'
import { setSetting } from './set-setting'
import type { SettingWords } from './setting-words'

type Value = Settings[keyof Settings]

const show = (value: Value, share: boolean): string =>
  typeof value === 'number'
    ? share
      ? `${showNumber(value * 100)} %`
      : String(value)
    : typeof value === 'boolean'
      ? value
        ? 'on'
        : 'off'
      : value || 'empty'

/** Reads typed text as a value of the setting, or says why it is none. */
function read({ key, share }: SettingWords, typed: string): { value: string | number } | { problem: string } {
  const text = typed.trim()
  if (typeof defaultSettings[key] === 'string') {
    if (key === 'currency' && !parseCurrency(text)) return { problem: 'A code of three letters such as USD.' }
    return { value: key === 'currency' ? text.toUpperCase() : text }
  }
  const number = parseNumber(text.replace(/\s*%$/, ''))
  if (number === null || number < 0) return { problem: 'A number that is not negative.' }
  if (key === 'fiscalStart' && !(Number.isInteger(number) && number >= 1 && number <= 12))
    return { problem: 'A month from 1 to 12.' }
  if (key === 'runs' && !(Number.isInteger(number) && number >= 100 && number <= 100_000))
    return { problem: 'A whole number from 100 to 100,000.' }
  return { value: share ? number / 100 : number }
}

/** A setting in its row. */
export function SettingRow({ words }: { readonly words: SettingWords }) {
  const store = useRegionStore()
  const value: Value = useSettings()[words.key]
  const share = words.share ?? false
  const initial: Value = defaultSettings[words.key]
  const save = async (next: string | number | boolean): Promise<string | null> => {
    const done = await setSetting(store, words.key, next, `Setting: ${words.label}`)
    return done.ok ? null : storeProblemText(done.problem)
  }
  return (
    <Group gap="md" wrap="nowrap" align="flex-start" py={6} style={{ borderTop: '1px solid var(--qd-line)' }}>
      <div style={{ flex: 1 }}>
        <Text fw={500}>{words.label}</Text>
        <Text size="xs" c="dimmed">
          {words.meaning}
        </Text>
      </div>
      <div style={{ width: 170 }}>
        {typeof value === 'boolean' ? (
          <Switch
            aria-label={words.label}
            checked={value}
            onChange={event => void save(event.currentTarget.checked)}
          />
        ) : (
          <Typed key={String(value)} words={words} value={show(value, share)} onValue={save} />
        )}
      </div>
      <div style={{ width: 150, textAlign: 'right' }}>
        {value === initial ? (
          <Text size="xs" c="dimmed">
            Default
          </Text>
        ) : (
          <Button variant="subtle" onClick={() => void save(initial)}>
            Back to {show(initial, share)}
          </Button>
        )}
      </div>
    </Group>
  )
}

interface TypedProps {
  readonly words: SettingWords
  readonly value: string
  readonly onValue: (value: string | number) => Promise<string | null>
}

function Typed({ words, value, onValue }: TypedProps) {
  const start = value === 'empty' ? '' : value
  const [typed, setTyped] = useState(start)
  const [error, setError] = useState<string | null>(null)
  const handIn = async (): Promise<void> => {
    if (typed === start) return setError(null)
    const reading = read(words, typed)
    setError('problem' in reading ? reading.problem : await onValue(reading.value))
  }
  return (
    <TextInput
      aria-label={words.label}
      value={typed}
      error={error}
      onChange={event => setTyped(event.currentTarget.value)}
      onBlur={() => void handIn()}
      onKeyDown={event => {
        if (event.key === 'Enter') void handIn()
        if (event.key === 'Escape') setTyped(start)
      }}
    />
  )
}
