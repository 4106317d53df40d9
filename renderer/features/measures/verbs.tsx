/** The five verbs on the process (6.4): define, implement, inspect, coach, improve; with adherence (PL-20) and changes. */
import { Button, Group, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { RecordOf } from '#shared/model/catalog'
import { adherenceOf } from '#shared/process/adherence'
import { adherenceParts } from '#shared/process/adherence-parts'
import { checkStart, type ChangeProblem } from '#shared/process/process-change'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionStore } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { Panel } from '../../ui/part/panel'
import styles from './measures.module.css'
import { useWords } from '../../records/use-words'

const verbs = [
  ['define', 'Define', 'Cycles, statuses, standards'],
  ['implement', 'Implement', 'Plans running, people trained'],
  ['inspect', 'Inspect', 'Is it done as agreed'],
  ['coach', 'Coach', 'Help the person'],
  ['improve', 'Improve', 'Change the process, with a metric'],
] as const

const missing: Readonly<Record<ChangeProblem, string>> = {
  noMetric: 'a metric',
  noBaseline: 'a baseline with n',
  noHypothesis: 'a hypothesis',
  noExpectation: 'an expected effect',
  noPilot: 'pilot reps',
  noReviewDay: 'a start and a review day',
  reviewNotLater: 'a review day after the start',
}

const askBoard = query([...askDealStates.tables, 'processTask', 'processChange'], (region, asOf: Day) => {
  const states = askDealStates(region, asOf)
  const open = states.rows.filter(row => row.state === 'open')
  const scored = open.flatMap(row => {
    if (row.plan === null) return []
    const score = adherenceOf(adherenceParts(row, null))
    return score === null ? [] : [{ row, score }]
  })
  return {
    tasks: region.all('processTask'),
    changes: region.all('processChange'),
    open: open.length,
    planned: open.filter(row => row.plan !== null).length,
    scored: scored.sort((a, b) => a.score - b.score),
  }
})

/** The section. */
export function VerbsSection() {
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const store = useRegionStore()
  const { tasks, changes, open, planned, scored } = useQuery(askBoard, asOf)
  const mean = scored.length > 0 ? scored.reduce((sum, each) => sum + each.score, 0) / scored.length : null
  const start = async (change: RecordOf<'processChange'>): Promise<void> => {
    const checked = checkStart(change)
    if (!checked.ok) {
      notifications.show({
        message: `“${change.problem}” cannot start without ${checked.problem.map(each => missing[each]).join(', ')}.`,
      })
      return
    }
    const done = await store.edit(edit => edit.set('processChange', change.id, { state: 'running' }), {
      label: `Start “${change.problem}”`,
      source: 'manager',
    })
    if (!done.ok) notifications.show({ message: storeProblemText(done.problem) })
  }
  return (
    <>
      <Panel title="Process board">
        <div className={styles.board}>
          {verbs.map(([verb, title, note]) => (
            <div key={verb} className={styles.verb} role="group" aria-label={title}>
              <b>{title}</b>
              <span className={styles.note}>{note}</span>
              {verb === 'implement' ? (
                <div className={styles.card}>
                  {words.number(planned)} of {words.number(open)} open deals have a plan
                </div>
              ) : null}
              {verb === 'inspect' ? (
                <div className={styles.card}>
                  {mean === null
                    ? 'Adherence cannot be judged: no plans'
                    : `Mean adherence ${words.percent(mean, 1)} over ${words.number(scored.length)} ${scored.length === 1 ? 'deal' : 'deals'}`}
                </div>
              ) : null}
              {tasks
                .filter(task => task.verb === verb)
                .map(task => (
                  <div key={task.id} className={styles.card}>
                    {task.name}
                    <span className={styles.note}>
                      {task.owner ?? 'no owner'} ·{' '}
                      {task.doneOn ? `done ${task.doneOn}` : (task.dueOn ?? 'no date')}
                    </span>
                  </div>
                ))}
              <AddTask verb={verb} title={title} />
            </div>
          ))}
        </div>
      </Panel>
      <Panel title="Lowest adherence" note="ten deals">
        {scored.length === 0 ? (
          <EmptyState
            title="Nothing to inspect yet"
            verb={{ label: 'Open the pipeline', onDo: () => places.go({ screen: 'pipeline' }) }}
          >
            Adherence compares a deal with its plan: evidence, order, dates and hygiene.
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {scored.slice(0, 10).map(({ row, score }) => (
              <li key={row.id}>
                <b>{words.percent(score, 1)}</b>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  onClick={() => places.open({ table: 'opportunity', id: row.id })}
                >
                  {row.deal.name}
                </Button>
                <span className={styles.note}>{row.owner?.name}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Process changes" note="none starts without a metric">
        {changes.length === 0 ? (
          <EmptyState
            title="No changes yet"
            verb={{ label: 'Write one down', onDo: () => places.go({ screen: 'records' }) }}
          >
            A change names its problem, metric, hypothesis, pilot and review day.
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {changes.map(change => (
              <li key={change.id}>
                <b>{change.problem}</b>
                <span className={styles.note}>{change.metric ?? 'no metric'}</span>
                {change.state === 'idea' ? (
                  <Button size="compact-xs" variant="light" onClick={() => void start(change)}>
                    Start
                  </Button>
                ) : (
                  <span className={styles.note}>{change.state}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
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
