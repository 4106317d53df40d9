/** The summary of a review: known, assumed and unknown beside each other, actions, and earlier reviews. */
import { Button, Group, Text } from '@mantine/core'
import type { Answered } from '#shared/strategy/review-score'
import { strategySentence } from '#shared/strategy/strategy-sentence'
import { AddAction } from '../../records/add-action'
import { useWords } from '../../records/use-words'
import { WarningLines } from '../../records/warning-lines'
import type { DealReview, ReviewScore } from '../../store/deal-review'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegion } from '../../store/use-region'
import { PanelColumn } from '../../ui/part/page-columns'
import { Panel } from '../../ui/part/panel'
import styles from './review.module.css'
import { evidenceText, findOut, scoreText } from './review-words'
import type { ReviewEdits } from './use-review-edits'

const columns = [
  ['known', 'Known', 'Nothing is known with a buyer and a day yet.'],
  ['assumed', 'Assumed', 'Nothing is merely assumed.'],
  ['unknown', 'Unknown', 'Nothing is unknown.'],
] as const

/** The summary. `onQuestion` goes to a question of a review that is under way. */
export function ReviewSummary(props: {
  readonly deal: DealReview
  readonly score: ReviewScore
  readonly edits: ReviewEdits
  readonly onQuestion?: (index: number) => void
}) {
  const { deal, score, edits, onQuestion } = props
  const words = useWords()
  const places = usePlaces()
  const asOf = useAsOf()
  const { answered } = score.knowledge
  return (
    <PanelColumn>
      {deal.warnings.length > 0 ? (
        <WarningLines
          label="Warnings of the review"
          lines={deal.warnings.map(found => ({
            found,
            sentence: strategySentence(found, words) ?? found.code,
          }))}
        />
      ) : null}
      <div className={styles.columns}>
        {columns.map(([state, title, empty]) => {
          const here = answered.filter(each => each.state === state)
          return (
            <Panel key={state} title={title} note={`${here.length} of ${answered.length}`}>
              {here.length === 0 ? (
                <Text size="sm" c="dimmed">
                  {empty}
                </Text>
              ) : (
                <ul className={styles.list}>
                  {here.map(each => (
                    <li key={each.question.key}>
                      <Line
                        one={each}
                        deal={deal}
                        score={score}
                        edits={edits}
                        {...(onQuestion ? { onOpen: () => onQuestion(answered.indexOf(each)) } : {})}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          )
        })}
      </div>
      <div className={styles.columns}>
        <Panel title="Open actions of this deal" note={deal.actions.length}>
          {deal.actions.length === 0 ? (
            <Text size="sm" c="dimmed">
              None. Unknowns, gaps and obstacles become actions with one key.
            </Text>
          ) : (
            <ul className={styles.list}>
              {deal.actions.map(each => (
                <li key={each.id}>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => places.open({ table: 'actionItem', id: each.id }, { tab: 'overview' })}
                  >
                    {each.text}
                  </Button>
                  <span className={styles.note}>
                    {each.dueOn === null
                      ? 'no date'
                      : each.dueOn < asOf
                        ? `overdue since ${each.dueOn}`
                        : `due ${each.dueOn}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title="Earlier reviews" note={deal.past.length}>
          {deal.past.length === 0 ? (
            <Text size="sm" c="dimmed">
              This deal has not been reviewed before.
            </Text>
          ) : (
            <ul className={styles.list}>
              {[...deal.past].reverse().map(each => (
                <li key={each.review.id}>
                  {each.review.on}: {scoreText(each.knowledge.score)} known
                  <span className={styles.note}>
                    {[
                      each.review.state,
                      each.review.minutes === null ? null : `${each.review.minutes} minutes`,
                      each.review.participants.join(', '),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </PanelColumn>
  )
}

function Line(props: {
  readonly one: Answered
  readonly deal: DealReview
  readonly score: ReviewScore
  readonly edits: ReviewEdits
  readonly onOpen?: () => void
}) {
  const { one, deal, score, edits, onOpen } = props
  const { answer, question, state } = one
  const region = useRegion('actionItem')
  const action = region.get('actionItem', answer?.action ?? null)
  const fell = answer?.state === 'known' && state === 'assumed'
  return (
    <>
      {onOpen ? (
        <Button
          size="compact-xs"
          variant="subtle"
          styles={{
            label: { whiteSpace: 'normal' },
            root: { height: 'auto' },
            inner: { justifyContent: 'left' },
          }}
          ta="left"
          onClick={onOpen}
        >
          {question.text}
        </Button>
      ) : (
        question.text
      )}
      {answer?.answer ? <span className={styles.note}>{answer.answer}</span> : null}
      <span className={styles.note}>
        {fell ? `said to be known on ${answer.answeredOn}, now old or unproven · ` : ''}
        {state === 'unknown' && answer?.acceptedNotKnowing
          ? `accepted: ${answer.acceptedNotKnowing}`
          : state === 'unknown'
            ? `weight ${question.weight}`
            : evidenceText(answer)}
      </span>
      {state === 'unknown' && score.review.state === 'prepared' ? (
        action ? (
          <span className={styles.note}>
            Action: {action.text}
            {action.dueOn ? `, due ${action.dueOn}` : ''}
          </span>
        ) : answer?.acceptedNotKnowing ? null : (
          <Group gap={4}>
            <AddAction
              seed={{
                origin: 'review',
                originId: `${score.review.id}/${question.key}`,
                opportunity: deal.row.id,
                text: findOut(question.text),
                also: edits.actionOn(question),
              }}
              name={`Make action: ${question.text}`}
            />
          </Group>
        )
      ) : null}
    </>
  )
}
