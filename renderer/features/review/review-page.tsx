/** The review as a full page: the interview while it is held, its summary before and after. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconPlayerPlay } from '@tabler/icons-react'
import { isMac } from '../../host/bridge'
import { useCommand } from '../../host/command-desk'
import { useWords } from '../../records/use-words'
import type { DealReview } from '../../store/deal-review'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useRegionStore } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { KeyHint } from '../../ui/part/key-hint'
import { WorkPage } from '../../ui/part/page-columns'
import { Toolbar, ToolbarPush } from '../../ui/part/toolbar'
import { Interview } from './interview'
import { KnowledgeFigures } from './knowledge-figures'
import { ReviewSummary } from './review-summary'
import { savePage } from './save-page'
import { useReviewEdits } from './use-review-edits'

/** The page of one deal; where the interview stands is remembered with the place. */
export function ReviewPage({ deal }: { readonly deal: DealReview }) {
  const { filters } = usePlace()
  const places = usePlaces()
  const store = useRegionStore()
  const asOf = useAsOf()
  const words = useWords()
  const edits = useReviewEdits(deal)
  const at = (filters['review:at'] as number | null | undefined) ?? null
  const show = (question: number | null): void => places.setFilters({ 'review:at': question })
  const { open, last } = deal
  const save = (): void =>
    void savePage(store.region, deal, asOf, words).then(name => {
      if (name !== null) notifications.show({ message: `Page saved as ${name}` })
    })
  useCommand('export.pack', save)
  const begin = (): void => void edits.start().then(started => started && show(0))
  const end = (): void => void edits.end(null).then(done => done && show(null))
  const score = open ?? last
  if (!score)
    return (
      <EmptyState
        title={deal.script ? 'Not reviewed yet' : 'No review script yet'}
        verb={{ label: deal.script ? 'Start the review' : 'Add the script', onDo: begin }}
      >
        {deal.script
          ? `${deal.script.questions.length} questions on what we know, assume and do not know${deal.data.length === 0 ? '' : `; the data answer ${deal.data.length} of them already`}.`
          : 'A script of fourteen questions ships with the program.'}
      </EmptyState>
    )
  const asking = open !== null && at !== null && at < open.questions.length
  return (
    <WorkPage
      toolbar={
        <Toolbar label="Review">
          {open ? (
            <>
              <Button leftSection={<IconPlayerPlay size={14} />} onClick={() => show(asking ? null : 0)}>
                {asking ? 'To the summary' : 'Go on with the interview'}
              </Button>
              <Button variant="default" onClick={end}>
                End the review
              </Button>
            </>
          ) : (
            <Button leftSection={<IconPlayerPlay size={14} />} onClick={begin}>
              Start a review
            </Button>
          )}
          <span>
            {open
              ? `Review of ${open.review.on}, under way`
              : `Last reviewed on ${last?.review.on ?? ''}, ${last?.review.state ?? ''}`}
          </span>
          <ToolbarPush />
          <Button
            variant="default"
            leftSection={<IconDownload size={14} />}
            rightSection={<KeyHint keys="Mod+E" mac={isMac} />}
            onClick={save}
          >
            Save the page
          </Button>
        </Toolbar>
      }
      figures={<KnowledgeFigures deal={deal} score={score} />}
    >
      {asking ? (
        <Interview deal={deal} score={open} at={at} edits={edits} onAt={show} onEnd={() => show(null)} />
      ) : (
        <ReviewSummary deal={deal} score={score} edits={edits} {...(open ? { onQuestion: show } : {})} />
      )}
    </WorkPage>
  )
}
