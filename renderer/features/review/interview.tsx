/** The interview: one question at a time, 1 to 4 for what we know, last time's answer alongside. */
import { Autocomplete, Button, Group, Kbd, Stack, Text, Textarea } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Day } from '#shared/base/day'
import type { ReviewAnswer } from '#shared/model/workbench'
import type { Answered } from '#shared/strategy/review-score'
import { DayInput } from '../../fields/day-input'
import { ActionDialog } from '../../records/add-action'
import type { DealReview, ReviewScore } from '../../store/deal-review'
import { useAsOf, useRegion } from '../../store/use-region'
import { ConfirmDialog } from '../../ui/part/confirm-dialog'
import styles from './review.module.css'
import { answerStates, evidenceText, findOut, stateWord, topicWords } from './review-words'
import type { ReviewEdits } from './use-review-edits'

const inText = (target: EventTarget): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** One question with its answer. */
export function Interview(props: {
  readonly deal: DealReview
  readonly score: ReviewScore
  readonly at: number
  readonly edits: ReviewEdits
  readonly onAt: (at: number) => void
  readonly onEnd: () => void
}) {
  const { deal, score, at, edits, onAt } = props
  const { answered } = score.knowledge
  const [asking, setAsking] = useState<'action' | 'reason' | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const one = answered[at]
  useEffect(() => {
    frame.current?.focus()
  }, [at])
  if (!one) return null
  const { question } = one
  const set = (values: Partial<ReviewAnswer>): void => void edits.answer(question, values)
  const next = (): void => (at + 1 < answered.length ? onAt(at + 1) : props.onEnd())
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      return next()
    }
    if (inText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const state = answerStates[Number(event.key) - 1]
    if (state) set({ state: state.key })
    else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') next()
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') onAt(Math.max(0, at - 1))
    else if (event.key === 'a') setAsking('action')
    else if (event.key === 'n' && one.state === 'unknown') setAsking('reason')
    else if (event.key === 'e') frame.current?.querySelector('textarea')?.focus()
    else return
    event.preventDefault()
  }
  return (
    <div
      className={styles.interview}
      ref={frame}
      tabIndex={-1}
      role="group"
      aria-label={`Question ${at + 1} of ${answered.length}`}
      onKeyDown={keys}
    >
      <ol className={styles.questions} aria-label="Questions">
        {answered.map((each, index) => (
          <li key={each.question.key}>
            <button
              type="button"
              className={styles.question}
              aria-current={index === at ? 'step' : undefined}
              data-state={each.state}
              onClick={() => onAt(index)}
            >
              <span>{each.question.text}</span>
              <span className={styles.state}>{each.answer ? stateWord(each.state) : 'Not asked'}</span>
            </button>
          </li>
        ))}
      </ol>
      <Stack gap="sm" className={styles.asked ?? ''}>
        <Text size="xs" c="dimmed">
          {at + 1} of {answered.length} · {topicWords[question.topic]} · weight {question.weight}
        </Text>
        <h2 className={styles.text}>{question.text}</h2>
        <Text size="sm">{question.probe}</Text>
        <Group gap={6} role="radiogroup" aria-label="What we know">
          {answerStates.map((state, index) => (
            <Button
              key={state.key}
              role="radio"
              aria-checked={(one.answer?.state ?? null) === state.key}
              variant={(one.answer?.state ?? null) === state.key ? 'filled' : 'default'}
              rightSection={<Kbd size="xs">{index + 1}</Kbd>}
              onClick={() => set({ state: state.key })}
            >
              {state.word}
            </Button>
          ))}
        </Group>
        <AnswerFields key={question.key} deal={deal} one={one} onSet={set} onNext={next} />
        <Standing
          one={one}
          deal={deal}
          onAction={() => setAsking('action')}
          onReason={() => setAsking('reason')}
        />
        <Group justify="space-between" mt="sm">
          <Button variant="default" disabled={at === 0} onClick={() => onAt(at - 1)}>
            Back
          </Button>
          <Button onClick={next} rightSection={<Kbd size="xs">→</Kbd>}>
            {at + 1 < answered.length ? 'Next question' : 'To the summary'}
          </Button>
        </Group>
      </Stack>
      <Alongside deal={deal} one={one} />
      {asking === 'action' ? (
        <ActionDialog
          seed={{
            origin: 'review',
            originId: `${score.review.id}/${question.key}`,
            opportunity: deal.row.id,
            text: findOut(question.text),
            also: edits.actionOn(question),
          }}
          onClose={() => {
            setAsking(null)
            requestAnimationFrame(() => frame.current?.focus())
          }}
        />
      ) : null}
      {asking === 'reason' ? (
        <ConfirmDialog
          title="Live with not knowing"
          verb="Accept"
          reason="required"
          onCancel={() => setAsking(null)}
          onConfirm={reason => {
            set({ state: 'unknown', acceptedNotKnowing: reason })
            setAsking(null)
          }}
        >
          {question.text}
        </ConfirmDialog>
      ) : null}
    </div>
  )
}

function AnswerFields(props: {
  readonly deal: DealReview
  readonly one: Answered
  readonly onSet: (values: Partial<ReviewAnswer>) => void
  readonly onNext: () => void
}) {
  const { deal, one, onSet } = props
  const { answer } = one
  const asOf = useAsOf()
  const [text, setText] = useState(answer?.answer ?? '')
  const [who, setWho] = useState(answer?.evidenceWho ?? '')
  const [on, setOn] = useState<Day | null>(answer?.evidenceOn ?? null)
  return (
    <>
      <Textarea
        label="Answer"
        description="In the buyer’s words. E goes here, Ctrl+Enter to the next question."
        autosize
        minRows={2}
        maxRows={6}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onBlur={() => {
          if (text !== (answer?.answer ?? '')) onSet({ answer: text })
        }}
      />
      <Group grow align="flex-start">
        <Autocomplete
          label="Who said it"
          data={[...new Set(deal.map.buyers.filter(each => each.person).map(each => each.name))]}
          value={who}
          onChange={setWho}
          onBlur={() => {
            if (who.trim() !== (answer?.evidenceWho ?? ''))
              onSet({ evidenceWho: who.trim() || null, evidenceOn: on ?? (who.trim() ? asOf : null) })
            if (who.trim() && on === null) setOn(asOf)
          }}
        />
        <DayInput
          label="When"
          value={on}
          near={asOf}
          onDay={day => {
            setOn(day)
            onSet({ evidenceOn: day })
          }}
        />
      </Group>
    </>
  )
}

/** What counts of the answer, and what is to be done about an unknown. */
function Standing(props: {
  readonly one: Answered
  readonly deal: DealReview
  readonly onAction: () => void
  readonly onReason: () => void
}) {
  const { answer, question, state } = props.one
  const region = useRegion('actionItem')
  if (answer?.state === 'known' && state === 'assumed')
    return (
      <Text size="sm" c="var(--qd-warn)" role="status">
        {(answer.evidenceWho ?? '').trim() === '' || answer.evidenceOn === null
          ? 'Counts as assumed: name the buyer who said it, and when.'
          : `Counts as assumed: last heard on ${answer.answeredOn}. Ask again.`}
      </Text>
    )
  if (state !== 'unknown') return null
  const action = region.get('actionItem', answer?.action ?? null)
  if (action)
    return (
      <Text size="sm" role="status">
        Action: {action.text}
        {action.dueOn ? `, due ${action.dueOn}` : ''}.
      </Text>
    )
  if (answer?.acceptedNotKnowing)
    return (
      <Text size="sm" role="status">
        We live with not knowing: {answer.acceptedNotKnowing}
      </Text>
    )
  return (
    <Group gap={6}>
      <Button
        size="compact-xs"
        variant="light"
        onClick={props.onAction}
        rightSection={<Kbd size="xs">A</Kbd>}
      >
        Make action
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={props.onReason}
        rightSection={<Kbd size="xs">N</Kbd>}
      >
        Accept not knowing
      </Button>
      <Text size="xs" c="dimmed">
        {question.weight >= 2 ? 'Needed before the review is complete.' : 'Light enough to leave open.'}
      </Text>
    </Group>
  )
}

/** Last time's answer, what the data say, what a good answer looks like. */
function Alongside({ deal, one }: { readonly deal: DealReview; readonly one: Answered }) {
  const { question } = one
  const before = deal.last?.knowledge.answered.find(each => each.question.key === question.key)
  const data = deal.data.find(each => each.question === question.key)
  return (
    <aside className={styles.alongside} aria-label="Alongside">
      <h3>Last time</h3>
      <p>
        {before?.answer
          ? `${stateWord(before.state)}: ${before.answer.answer || 'no words'} (${evidenceText(before.answer)})`
          : 'Not asked before.'}
      </p>
      <h3>From the data</h3>
      <p>
        {data
          ? `${stateWord(data.state)}: ${data.answer} (${evidenceText(data)})`
          : question.answeredBy
            ? 'The data are silent.'
            : 'No data answer this question.'}
      </p>
      <h3>A good answer</h3>
      <p>{question.goodEvidence}</p>
      {question.redFlags.length > 0 ? (
        <>
          <h3>Red flags</h3>
          <p>{question.redFlags.join(' · ')}</p>
        </>
      ) : null}
    </aside>
  )
}
