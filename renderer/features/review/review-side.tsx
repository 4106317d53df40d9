/** The review beside a screen: what is known, what is not, and the way to the interview. */
import { Button, Group } from '@mantine/core'
import { strategySentence } from '#shared/strategy/strategy-sentence'
import { useWords } from '../../records/use-words'
import { WarningLines } from '../../records/warning-lines'
import type { DealReview } from '../../store/deal-review'
import { usePlaces } from '../../store/use-place'
import { EmptyState } from '../../ui/part/empty-state'
import { SideColumn, TitledPart } from '../../ui/part/page-columns'
import { KnowledgeFigures } from './knowledge-figures'
import styles from './review.module.css'
import { evidenceText } from './review-words'

/** The tab in the inspector. */
export function ReviewSide({ deal }: { readonly deal: DealReview }) {
  const places = usePlaces()
  const words = useWords()
  const open = (): void =>
    places.open({ table: 'opportunity', id: deal.row.id }, { full: true, tab: 'review' })
  const score = deal.open ?? deal.last
  if (!score)
    return (
      <EmptyState title="Not reviewed yet" verb={{ label: 'Review this deal', onDo: open }}>
        What do we know with evidence, what do we assume, what do we not know?
        {deal.data.length === 0
          ? null
          : ` The data answer ${deal.data.length} ${deal.data.length === 1 ? 'question' : 'questions'} already.`}
      </EmptyState>
    )
  const unknown = score.knowledge.answered.filter(each => each.state === 'unknown')
  const assumed = score.knowledge.answered.filter(each => each.state === 'assumed')
  return (
    <SideColumn>
      <KnowledgeFigures deal={deal} score={score} />
      <Group>
        <Button variant="light" onClick={open}>
          Open the review
        </Button>
      </Group>
      {deal.warnings.length > 0 ? (
        <WarningLines
          label="Warnings of the review"
          lines={deal.warnings.map(found => ({
            found,
            sentence: strategySentence(found, words) ?? found.code,
          }))}
        />
      ) : null}
      <TitledPart title={`Unknown: ${unknown.length}`}>
        <ul className={styles.list}>
          {unknown.map(each => (
            <li key={each.question.key}>{each.question.text}</li>
          ))}
        </ul>
      </TitledPart>
      <TitledPart title={`Assumed: ${assumed.length}`}>
        <ul className={styles.list}>
          {assumed.map(each => (
            <li key={each.question.key}>
              {each.question.text}
              <span className={styles.note}>{evidenceText(each.answer)}</span>
            </li>
          ))}
        </ul>
      </TitledPart>
    </SideColumn>
  )
}
