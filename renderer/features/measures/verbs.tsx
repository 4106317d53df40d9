/** The five verbs on the process (6.4): define, implement, inspect, coach, improve; with adherence (PL-20) and changes. */
import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { RecordOf } from '#shared/model/catalog'
import { dueForReview } from '#shared/process/process-change'
import { DayInput } from '../../fields/day-input'
import { useWords } from '../../records/use-words'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { storeProblemText } from '../../store/store-problem'
import { useAsOf, useQuery, useRegionStore } from '../../store/use-region'
import { Panel } from '../../ui/part/panel'
import { AdherencePanel, askAdherence } from './adherence-panel'
import { ChangesPanel } from './changes-panel'
import styles from './measures.module.css'

const verbs = [
  ['define', 'Define', 'Cycles, statuses, standards'],
  ['implement', 'Implement', 'Plans running, people trained'],
  ['inspect', 'Inspect', 'Is it done as agreed'],
  ['coach', 'Coach', 'Help the person'],
  ['improve', 'Improve', 'Change the process, with a metric'],
] as const

const askBoard = query([...askAdherence.tables, 'processTask', 'processChange'], (region, asOf: Day) => {
  const states = askDealStates(region, asOf)
  const open = states.rows.filter(row => row.state === 'open')
  return {
    tasks: region.all('processTask'),
    review: dueForReview(region.all('processChange'), asOf).length,
    running: region.all('processChange').filter(each => each.state === 'running').length,
    open: open.length,
    planned: open.filter(row => row.plan !== null).length,
    qualified: open.filter(row => row.class.kind === 'qualified').length,
    qualifiedPlanned: open.filter(row => row.class.kind === 'qualified' && row.plan !== null).length,
    versions: region.all('salesCycleVersion').filter(each => each.state === 'active').length,
    adherence: askAdherence(region, asOf),
  }
})

/** The section. */
export function VerbsSection() {
  const asOf = useAsOf()
  const words = useWords()
  const board = useQuery(askBoard, asOf)
  const { scored, mean } = board.adherence
  const facts: Readonly<Record<(typeof verbs)[number][0], string>> = {
    define:
      board.versions === 0
        ? 'No cycle version is active'
        : `${words.number(board.versions)} active cycle ${board.versions === 1 ? 'version' : 'versions'}`,
    implement: `Adoption: ${words.number(board.qualifiedPlanned)} of ${words.number(board.qualified)} qualified deals have a plan; ${words.number(board.planned)} of ${words.number(board.open)} open`,
    inspect:
      mean === null
        ? 'Adherence cannot be judged: no plans'
        : `Mean adherence ${words.percent(mean, 1)} over ${words.number(scored.length)} ${scored.length === 1 ? 'deal' : 'deals'}`,
    coach:
      scored.length === 0
        ? 'Findings of an inspection become topics of a one-on-one'
        : `${words.number(scored.filter(each => each.score < 0.6).length)} deals below 60 %`,
    improve: `${words.number(board.running)} changes run, ${words.number(board.review)} due for review`,
  }
  return (
    <>
      <Panel title="Process board" note={`as of ${asOf}`}>
        <div className={styles.board}>
          {verbs.map(([verb, title, note]) => (
            <div key={verb} className={styles.verb} role="group" aria-label={title}>
              <b>{title}</b>
              <span className={styles.note}>{note}</span>
              <div className={styles.card}>{facts[verb]}</div>
              {board.tasks
                .filter(task => task.verb === verb)
                .map(task => (
                  <TaskCard key={task.id} task={task} />
                ))}
              <AddTask verb={verb} title={title} />
            </div>
          ))}
        </div>
      </Panel>
      <AdherencePanel />
      <ChangesPanel />
    </>
  )
}

/** One task: its owner and day are typed in place, and it is ticked off as of the as-of date. */
function TaskCard({ task }: { readonly task: RecordOf<'processTask'> }) {
  const store = useRegionStore()
  const asOf = useAsOf()
  const [owner, setOwner] = useState(task.owner ?? '')
  const set = async (values: Partial<RecordOf<'processTask'>>, label: string): Promise<void> => {
    const done = await store.edit(edit => edit.set('processTask', task.id, values), {
      label: `${label} of “${task.name}”`,
      source: 'manager',
    })
    if (!done.ok) notifications.show({ message: storeProblemText(done.problem) })
  }
  return (
    <div className={styles.card}>
      <Checkbox
        size="xs"
        label={task.name}
        checked={task.doneOn !== null}
        onChange={event => void set({ doneOn: event.currentTarget.checked ? asOf : null }, 'Done')}
      />
      {task.doneOn === null ? (
        <>
          <TextInput
            size="xs"
            mt={4}
            aria-label={`Owner of ${task.name}`}
            placeholder="Owner"
            value={owner}
            onChange={event => setOwner(event.currentTarget.value)}
            onBlur={() => {
              if ((task.owner ?? '') !== owner.trim()) void set({ owner: owner.trim() || null }, 'Owner')
            }}
          />
          <DayInput
            label="Due"
            value={task.dueOn}
            near={asOf}
            onDay={dueOn => void set({ dueOn }, 'Due day')}
          />
        </>
      ) : (
        <span className={styles.note}>
          {task.owner ?? 'no owner'} · done {task.doneOn}
        </span>
      )}
    </div>
  )
}

function AddTask({ verb, title }: { readonly verb: (typeof verbs)[number][0]; readonly title: string }) {
  const store = useRegionStore()
  const [name, setName] = useState('')
  const add = async (): Promise<void> => {
    if (name.trim() === '') return
    const done = await store.edit(edit => edit.add('processTask', { name: name.trim(), verb }), {
      label: `Add “${name.trim()}” to ${title}`,
      source: 'manager',
    })
    if (done.ok) setName('')
    else notifications.show({ message: storeProblemText(done.problem) })
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <Group gap={4} mt={6} wrap="nowrap">
        <TextInput
          size="xs"
          aria-label={`New task under ${title}`}
          placeholder="New task"
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" type="submit" style={{ flex: 'none' }} px="xs">
          Add
        </Button>
      </Group>
    </form>
  )
}
