/** A number that can be opened: its formula with the numbers in it, what it rests on, and the way to its records. */
import { Button, Popover, VisuallyHidden } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import styles from './part.module.css'

/** What a figure is made of. */
export interface FigureWords {
  /** What is measured, in one sentence. */
  readonly measure: string
  /** The formula with this figure's numbers in it: "62 won ÷ (62 won + 41 lost)". */
  readonly formula?: string
  /** How many records it rests on, with their noun: "103 closed opportunities". */
  readonly basis?: string
  readonly asOf?: string
  /** The rule behind it, in words first: "Mature cohort (WR-4)". */
  readonly rule?: string
  /** Why it should be read with care: "Fewer than 20 closed deals". */
  readonly caution?: string
}

/** Settings of `Figure`. */
export interface FigureProps {
  /** The figure as shown. */
  readonly children: ReactNode
  /** What it is called, for those who do not see where it stands. */
  readonly label: string
  readonly words: FigureWords
  readonly onRecords?: () => void
  readonly recordsLabel?: string
  /** The large figure of a card. */
  readonly large?: boolean
}

/** The number as a button; a click or Enter opens what is behind it. */
export function Figure(props: FigureProps) {
  const { words, label, onRecords } = props
  const [opened, setOpened] = useState(false)
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Measure', words.measure],
    ['Formula', words.formula],
    ['Rests on', words.basis],
    ['As of', words.asOf],
    ['Rule', words.rule],
    ['Caution', words.caution],
  ]
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.figure}
          aria-haspopup="dialog"
          aria-expanded={opened}
          data-large={props.large ? '' : undefined}
          data-weak={words.caution ? '' : undefined}
          onClick={event => {
            event.stopPropagation()
            setOpened(now => !now)
          }}
        >
          {props.children}
          <VisuallyHidden>, {label}: how it is formed</VisuallyHidden>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <dl className={styles.figureWords}>
          {lines.map(([name, text]) =>
            text === undefined ? null : (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd className={name === 'Formula' ? styles.formula : undefined}>{text}</dd>
              </div>
            ),
          )}
        </dl>
        {onRecords ? (
          <Button
            mt={10}
            variant="light"
            fullWidth
            data-autofocus
            onClick={() => {
              setOpened(false)
              onRecords()
            }}
          >
            {props.recordsLabel ?? 'Show the records'}
          </Button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}
