/** What the import asks before it is carried out: odd spellings, new names, conflicts and likely duplicates. */
import { Button, Group, SegmentedControl, Table, Text, Title } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { catalog } from '#shared/model/catalog'
import {
  aliasCount,
  conflictsCount,
  nameCount,
  namesCount,
  pairsCount,
  rowCount,
} from '#shared/reconcile/counted'
import { aliasKey, conflictKey, type Decisions, type PairChoice } from '#shared/reconcile/decisions'
import { mostPairs } from '#shared/reconcile/duplicates'
import type { DuplicatePair } from '#shared/reconcile/plan'
import classes from './imports.module.css'
import { counted, dimensionName, figure } from './import-words'
import { CountButton } from './opened-count'
import type { PlanView } from './plan-view'
import type { ImportActions } from './import-actions'

/** Shows the rows of a number: its words, and the key under which they are found. */
export type OpenCount = (words: string, count: string) => void

interface Props {
  readonly actions: ImportActions
  readonly decisions: Decisions
  readonly plan: PlanView
  readonly onOpen: OpenCount
}

function Section({
  title,
  note,
  tools,
  children,
}: {
  title: string
  note?: string
  tools?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-label={title}>
      <Group mb={4}>
        <Title order={2}>{title}</Title>
        {tools}
      </Group>
      {note && <Text className={classes.soft}>{note}</Text>}
      {children}
    </section>
  )
}

const decide = ({ actions, decisions }: Props, change: Partial<Decisions>): void =>
  actions.preview({ ...decisions, ...change })

/** A02, A05: names that seem to stand for others. */
export function AliasQuestions(props: Props) {
  const { decisions, plan, onOpen } = props
  if (plan.aliases.length === 0) return null
  const { aliases } = decisions
  const open = plan.aliases.filter(each => each.state === 'open')
  return (
    <Section
      title="Odd spellings"
      note="An accepted spelling is remembered for later imports. Left open, a name that no record has stays empty and is flagged."
      tools={
        open.length > 0 && (
          <Button
            size="compact-sm"
            onClick={() =>
              decide(props, {
                aliases: {
                  ...aliases,
                  ...Object.fromEntries(open.map(each => [aliasKey(each.dimension, each.from), true])),
                },
              })
            }
          >
            Accept all {open.length}
          </Button>
        )
      }
    >
      <Table aria-label="Odd spellings" w="auto">
        <Table.Tbody>
          {plan.aliases.map(each => (
            <Table.Tr key={aliasKey(each.dimension, each.from)}>
              <Table.Td className={classes.soft}>{dimensionName(each.dimension)}</Table.Td>
              <Table.Th scope="row">
                {each.from} → {each.to}
              </Table.Th>
              <Table.Td className={classes.number}>
                <CountButton
                  text={counted(each.count, 'row')}
                  onOpen={() =>
                    onOpen(
                      `${counted(each.count, 'row')} with “${each.from}”`,
                      aliasCount(each.dimension, each.from),
                    )
                  }
                />
              </Table.Td>
              <Table.Td className={classes.soft}>{each.why}</Table.Td>
              <Table.Td>
                <SegmentedControl
                  aria-label={`${each.from} means ${each.to}`}
                  data={[
                    { value: 'accepted', label: 'Accept' },
                    { value: 'declined', label: 'Decline' },
                  ]}
                  value={each.state === 'open' ? '' : each.state}
                  onChange={value =>
                    decide(props, {
                      aliases: { ...aliases, [aliasKey(each.dimension, each.from)]: value === 'accepted' },
                    })
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

/** Names that no record has. */
export function NewNameQuestions(props: Props) {
  const { decisions, plan, onOpen } = props
  if (plan.newNames.length === 0) return null
  return (
    <Section
      title="Names without a record"
      note="New records hold the name alone until a file or you fill them."
    >
      <Table aria-label="Names without a record" w="auto">
        <Table.Tbody>
          {plan.newNames.map(each => (
            <Table.Tr key={each.table}>
              <Table.Th scope="row">{catalog[each.table].many}</Table.Th>
              <Table.Td>
                {counted(each.names.length, 'name')} in{' '}
                <CountButton
                  text={counted(each.rows, 'row')}
                  onOpen={() =>
                    onOpen(
                      `${counted(each.rows, 'row')} with ${catalog[each.table].many.toLowerCase()} that no record has`,
                      namesCount(each.table),
                    )
                  }
                />
                :{' '}
                <span className={classes.soft}>
                  {each.names.slice(0, 6).map((name, at) => (
                    <Fragment key={name.name}>
                      {at > 0 ? ', ' : ''}
                      {name.name} (
                      <CountButton
                        text={figure(name.count)}
                        onOpen={() =>
                          onOpen(
                            `${counted(name.count, 'row')} with “${name.name}”`,
                            nameCount(each.table, name.name),
                          )
                        }
                      />
                      )
                    </Fragment>
                  ))}
                  {each.names.length > 6 ? ' …' : ''}
                </span>
              </Table.Td>
              <Table.Td>
                <SegmentedControl
                  aria-label={`New ${catalog[each.table].many.toLowerCase()}`}
                  data={[
                    { value: 'create', label: 'Create them' },
                    { value: 'leave', label: 'Leave empty' },
                  ]}
                  value={each.choice}
                  onChange={value =>
                    decide(props, {
                      newNames: {
                        ...decisions.newNames,
                        [each.table]: value === 'create' ? 'create' : 'leave',
                      },
                    })
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

/** Fields that both the file and the user have changed. */
export function ConflictQuestions(props: Props) {
  const { decisions, plan, onOpen } = props
  if (plan.conflictCount === 0) return null
  const { conflicts } = decisions
  const all = (choice: 'mine' | 'theirs'): void =>
    decide(props, {
      conflicts: {
        ...conflicts,
        ...Object.fromEntries(plan.conflicts.map(each => [conflictKey(each.id, each.field), choice])),
      },
    })
  return (
    <Section
      title={`Conflicts (${figure(plan.conflictCount)})`}
      note="You changed these since the last file, and so did the file. Yours stays unless you take theirs."
      tools={
        <>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onOpen(`${counted(plan.conflictCount, 'conflict')} with the file`, conflictsCount)}
          >
            Show their rows
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => all('mine')}>
            Keep all mine
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => all('theirs')}>
            Take all theirs
          </Button>
        </>
      }
    >
      <Table aria-label="Conflicts" w="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Record</Table.Th>
            <Table.Th>Field</Table.Th>
            <Table.Th>Last file</Table.Th>
            <Table.Th>Mine</Table.Th>
            <Table.Th>Theirs</Table.Th>
            <Table.Th>Keep</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.conflicts.map(each => (
            <Table.Tr key={conflictKey(each.id, each.field)}>
              <Table.Th scope="row">
                <CountButton
                  text={each.name}
                  onOpen={() =>
                    onOpen(
                      `The row of ${each.name}: ${each.label} is in conflict`,
                      rowCount(each.sheet, each.row),
                    )
                  }
                />
              </Table.Th>
              <Table.Td>{each.label}</Table.Td>
              <Table.Td className={classes.faint}>{each.said}</Table.Td>
              <Table.Td>{each.mine}</Table.Td>
              <Table.Td>{each.theirs}</Table.Td>
              <Table.Td>
                <SegmentedControl
                  aria-label={`${each.label} of ${each.name}`}
                  data={[
                    { value: 'mine', label: 'Mine' },
                    { value: 'theirs', label: 'Theirs' },
                  ]}
                  value={each.choice}
                  onChange={value =>
                    decide(props, {
                      conflicts: {
                        ...conflicts,
                        [conflictKey(each.id, each.field)]: value === 'theirs' ? 'theirs' : 'mine',
                      },
                    })
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}

const pairChoices: { value: PairChoice; label: string }[] = [
  { value: 'two', label: 'Two records' },
  { value: 'same', label: 'The same' },
  { value: 'merge', label: 'Merge' },
]
const mostShown = 100

/** IM-28: pairs that may be one record, with the decision on each; what was decided before stands among them. */
export function DuplicateQuestions(props: Props) {
  const { decisions, plan, onOpen } = props
  if (plan.duplicates.length === 0) return null
  const { pairs } = decisions
  const open = plan.duplicates.filter(each => each.choice === null)
  const where = ({ row, sheet, name }: DuplicatePair['one']): ReactNode => {
    if (row === null) return 'in the region'
    const words = `row ${row + 1} of ${plan.sheets[sheet]?.file ?? 'the file'}`
    return <CountButton text={words} onOpen={() => onOpen(`${name}, ${words}`, rowCount(sheet, row))} />
  }
  return (
    <Section
      title={`Likely duplicates (${figure(plan.duplicates.length)}${plan.duplicates.length < mostPairs ? '' : ' or more'})`}
      note="Undecided pairs stay two records. “The same” leaves the second out, “Merge” lets it fill what is empty in the first. Decisions are remembered."
      tools={
        <>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => onOpen(`${counted(plan.duplicates.length, 'likely duplicate')}`, pairsCount)}
          >
            Show their rows
          </Button>
          {open.length > 1 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                decide(props, {
                  pairs: { ...pairs, ...Object.fromEntries(open.map(each => [each.key, 'two' as const])) },
                })
              }
            >
              Keep all {figure(open.length)} open pairs apart
            </Button>
          )}
        </>
      }
    >
      <Table aria-label="Likely duplicates" w="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Kind</Table.Th>
            <Table.Th>First</Table.Th>
            <Table.Th>Second</Table.Th>
            <Table.Th>Why</Table.Th>
            <Table.Th>They are</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.duplicates.slice(0, mostShown).map(pair => (
            <Table.Tr key={pair.key}>
              <Table.Td className={classes.soft}>{catalog[pair.table].one}</Table.Td>
              <Table.Td>
                {pair.one.name} <span className={classes.soft}>{where(pair.one)}</span>
              </Table.Td>
              <Table.Td>
                {pair.two.name} <span className={classes.soft}>{where(pair.two)}</span>
              </Table.Td>
              <Table.Td className={classes.soft}>{pair.reasons.join(' ')}</Table.Td>
              <Table.Td>
                <SegmentedControl
                  aria-label={`${pair.one.name} and ${pair.two.name}`}
                  data={pairChoices}
                  value={pair.choice ?? ''}
                  onChange={value => decide(props, { pairs: { ...pairs, [pair.key]: value as PairChoice } })}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {plan.duplicates.length > mostShown && (
        <Text className={classes.soft}>
          {figure(plan.duplicates.length - mostShown)} more come once these are decided.
        </Text>
      )}
    </Section>
  )
}
