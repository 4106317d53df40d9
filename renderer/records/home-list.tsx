/** A card of Home: a title with its count, lines that end in verbs, and the way to all of them. */
import { Button, Group, Paper, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './home-list.module.css'

/** A verb at the end of a line. */
interface HomeVerb {
  readonly label: string
  /** What it is done to, for those who do not see the line: "Decide on Kan-code". */
  readonly about: string
  readonly onDo: () => void
}

/** A line of a card. */
export interface HomeLine {
  readonly key: string
  readonly text: ReactNode
  readonly note?: string
  readonly verbs: readonly HomeVerb[]
}

/** The card; `all` leads to what is not shown. */
export function HomeList(props: {
  readonly title: string
  readonly sentence?: ReactNode
  readonly lines: readonly HomeLine[]
  readonly all?: { readonly label: string; readonly onDo: () => void }
}) {
  return (
    <Paper p="md" component="section" aria-label={props.title}>
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Title order={2}>{props.title}</Title>
        {props.all ? (
          <Button size="compact-xs" variant="subtle" onClick={props.all.onDo}>
            {props.all.label}
          </Button>
        ) : null}
      </Group>
      {props.sentence === undefined ? null : (
        <Text size="sm" mb={6}>
          {props.sentence}
        </Text>
      )}
      <ul className={styles.lines}>
        {props.lines.map(line => (
          <li key={line.key}>
            <span className={styles.text}>
              {line.text}
              {line.note === undefined ? null : <span className={styles.note}>{line.note}</span>}
            </span>
            <span className={styles.verbs}>
              {line.verbs.map(verb => (
                <Button
                  key={verb.label}
                  size="compact-xs"
                  variant="light"
                  aria-label={verb.about}
                  onClick={verb.onDo}
                >
                  {verb.label}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Paper>
  )
}
