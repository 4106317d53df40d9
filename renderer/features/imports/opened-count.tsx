/** What stands over the rows that a number opened: which number, in which files its rows are, and the way back to it. */
import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './imports.module.css'
import { counted, figure } from './import-words'

/** A number in the text that opens the rows it counts. */
export function CountButton({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className={classes.open} title="Show these rows" onClick={onOpen}>
      {text}
    </button>
  )
}

/** The files that hold rows of an opened number. */
export interface Reach {
  readonly sheets: readonly { readonly sheet: number; readonly label: string; readonly count: number }[]
  readonly elsewhere: number
  readonly naming: boolean
}

const reachWords = ({ sheets, elsewhere, naming }: Reach): string => {
  const rows = sheets.reduce((sum, each) => sum + each.count, 0)
  if (rows === 0)
    return `${elsewhere === 1 ? 'It has' : 'They have'} no row in these files: ${elsewhere === 1 ? 'it stands' : 'they stand'} in the region already or are made from a name.`
  if (naming) return `They have no rows of their own: the ${counted(rows, 'row')} that name them are listed.`
  const more = elsewhere > 0 ? ` ${figure(elsewhere)} more have no row of their own in these files.` : ''
  return `${rows === 1 ? 'The row' : `The ${counted(rows, 'row')}`} that it counts${sheets.length > 1 ? ', file by file' : ''}.${more}`
}

/** The bar. Escape goes back to the number. */
export function OpenedCount({
  words,
  reach,
  shown,
  isReady,
  onSheet,
  onBack,
  onAll,
}: {
  readonly words: string
  readonly reach: Reach
  readonly shown: number
  /** The rows are there. */
  readonly isReady: boolean
  readonly onSheet: (sheet: number) => void
  readonly onBack: () => void
  readonly onAll: () => void
}) {
  const bar = useRef<HTMLDivElement>(null)
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus({ preventScroll: true }), [words])
  // There is room to scroll once the rows stand below.
  useEffect(() => {
    bar.current?.scrollIntoView({ block: 'start' })
  }, [words, isReady])
  return (
    <div
      ref={bar}
      role="group"
      aria-label="Opened number"
      className={classes.opened}
      onKeyDown={event => {
        if (event.key === 'Escape') onBack()
      }}
    >
      <div className={classes.spring}>
        <Text className={classes.name}>{words}</Text>
        <Text className={classes.soft} role="status">
          {reachWords(reach)}
        </Text>
        {reach.sheets.length > 1 && (
          <Group gap="xs" mt={6}>
            {reach.sheets.map(each => (
              <Button
                key={each.sheet}
                size="compact-sm"
                variant={each.sheet === shown ? 'filled' : 'default'}
                aria-pressed={each.sheet === shown}
                onClick={() => onSheet(each.sheet)}
              >
                {each.label} {figure(each.count)}
              </Button>
            ))}
          </Group>
        )}
      </div>
      <Button ref={back} size="compact-sm" variant="default" onClick={onBack}>
        Back to the number
      </Button>
      <Button size="compact-sm" variant="default" onClick={onAll}>
        Show all rows
      </Button>
    </div>
  )
}
