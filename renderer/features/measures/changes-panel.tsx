/** Changes of the process (6.4): written down here, started only with a metric, judged on their review day. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { RecordOf } from '#shared/model/catalog'
import { beforeAfter, checkStart, type ChangeProblem } from '#shared/process/process-change'
import type { Ratio } from '#shared/process/ratio'
import { useWords } from '../../records/use-words'
import { storeProblemText } from '../../store/store-problem'
import { useAsOf, useRegion, useRegionStore, useSettings } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { Panel } from '../../ui/part/panel'
import { ChangeDialog } from './change-dialog'
import styles from './measures.module.css'

const missing: Readonly<Record<ChangeProblem, string>> = {
  noMetric: 'a metric',
  noBaseline: 'a baseline with n',
  noHypothesis: 'a hypothesis',
  noExpectation: 'an expected effect',
  noPilot: 'pilot reps',
  noReviewDay: 'a start and a review day',
  reviewNotLater: 'a review day after the start',
}

const stateWords = { idea: 'Idea', running: 'Running', kept: 'Kept', reverted: 'Reverted' } as const

type Change = RecordOf<'processChange'>

/** The panel. */
export function ChangesPanel() {
  const store = useRegionStore()
  const asOf = useAsOf()
  const words = useWords()
  const { minWinRateN } = useSettings()
  const changes = useRegion('processChange', 'rep').all('processChange')
  const [writing, setWriting] = useState<Change | 'new' | null>(null)
  const set = async (change: Change, values: Partial<Change>, label: string): Promise<void> => {
    const done = await store.edit(edit => edit.set('processChange', change.id, values), {
      label: `${label} “${change.problem}”`,
      source: 'manager',
    })
    if (!done.ok) notifications.show({ message: storeProblemText(done.problem) })
  }
  const lacks = (change: Change): string | null => {
    const checked = checkStart(change)
    return checked.ok ? null : checked.problem.map(each => missing[each]).join(', ')
  }
  const came = (change: Change): string => {
    const [before, after] = [
      shareOf(change.baseline, change.baselineN),
      shareOf(change.result, change.resultN),
    ]
    if (before === null || after === null) return ''
    const found = beforeAfter(before, after, minWinRateN)
    const span = (one: Ratio): string => `${words.percent(one.low)} to ${words.percent(one.high)}`
    return `; 95 % interval ${span(found.before)} before, ${span(found.after)} after: ${
      found.differs ? 'more than chance' : 'within chance'
    }`
  }
  const figure = (value: number | null, n: number | null): string =>
    value === null ? '–' : `${words.number(value, 2)}${n === null ? '' : ` (n ${words.number(n)})`}`
  return (
    <Panel
      title="Process changes"
      note="none starts without a metric"
      tools={
        <Button size="compact-xs" variant="light" onClick={() => setWriting('new')}>
          New change
        </Button>
      }
    >
      {changes.length === 0 ? (
        <EmptyState title="No changes yet" verb={{ label: 'Write one down', onDo: () => setWriting('new') }}>
          A change names its problem, metric, hypothesis, expected effect, pilot and review day.
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {changes.map(change => {
            const without = change.state === 'idea' ? lacks(change) : null
            const due = change.state === 'running' && change.reviewOn !== null && change.reviewOn <= asOf
            return (
              <li key={change.id}>
                <span className={styles.grow}>
                  <b>{change.problem || 'No problem named'}</b>
                  <span className={styles.note}>
                    {stateWords[change.state]} · {change.metric ?? 'no metric'}
                    {change.baseline === null && change.expected === null
                      ? ''
                      : ` ${figure(change.baseline, change.baselineN)} → expected ${figure(change.expected, null)}`}
                    {change.result === null
                      ? ''
                      : `, came out ${figure(change.result, change.resultN)}${came(change)}`}
                    {change.reviewOn === null ? '' : ` · review on ${change.reviewOn}`}
                    {due ? ' · due' : ''}
                  </span>
                  {without === null ? null : (
                    <span className={styles.note}>Cannot start without {without}.</span>
                  )}
                </span>
                {change.state === 'idea' ? (
                  <Button
                    size="compact-xs"
                    variant="light"
                    disabled={without !== null}
                    title={without === null ? 'Start the change' : `Cannot start without ${without}`}
                    onClick={() => void set(change, { state: 'running' }, 'Start')}
                  >
                    Start
                  </Button>
                ) : null}
                {change.state === 'running' ? (
                  <>
                    <Button
                      size="compact-xs"
                      variant="light"
                      disabled={change.result === null}
                      title={change.result === null ? 'Enter the result first' : 'Keep the change'}
                      onClick={() => void set(change, { state: 'kept' }, 'Keep')}
                    >
                      Keep
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={change.result === null}
                      title={change.result === null ? 'Enter the result first' : 'Take the change back'}
                      onClick={() => void set(change, { state: 'reverted' }, 'Revert')}
                    >
                      Revert
                    </Button>
                  </>
                ) : null}
                <Button size="compact-xs" variant="default" onClick={() => setWriting(change)}>
                  Edit
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      {writing ? (
        <ChangeDialog change={writing === 'new' ? null : writing} onClose={() => setWriting(null)} />
      ) : null}
    </Panel>
  )
}

/** A share with its count, as far as the metric is one: a value from 0 to 1 with its n. */
const shareOf = (value: number | null, n: number | null): { k: number; n: number } | null =>
  value === null || n === null || n <= 0 || value < 0 || value > 1 ? null : { k: Math.round(value * n), n }
