/** Home: key deals whose review, sheet or map needs the manager, the largest first. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { Day } from '#shared/base/day'
import { daysBetween } from '#shared/base/day'
import { periodOf } from '#shared/base/fiscal'
import type { Minor } from '#shared/base/money'
import { briefOf, gapContext, keyAmountOf } from '#shared/packs/deal-gaps'
import { mapReader } from '#shared/strategy/buyer-map'
import { isKeyDeal } from '#shared/strategy/deal-brief'
import { gapsOf } from '#shared/strategy/gap'
import { knowledgeOf, latestReview } from '#shared/strategy/review-score'
import { currentSheet } from '#shared/strategy/sheet-version'
import { useWords } from '../../records/use-words'
import { askContacts } from '../../store/people-contacts'
import { mapTables } from '../../store/deal-map'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { scoreText } from './review-words'

interface ReviewDue {
  readonly id: string
  readonly name: string
  readonly amount: Minor | null
  /** Days since the last review; null where there was none. */
  readonly days: number | null
  readonly score: number | null
  readonly highGaps: number
  readonly sheet: boolean
}

const shownAtOnce = 5
/** A key deal is due for review after so many days without one. */
const dueAfter = 14

const askDue = query([...mapTables, 'scriptTemplate'], (region, asOf: Day): readonly ReviewDue[] => {
  const states = askDealStates(region, asOf)
  const keyAmount = keyAmountOf(states)
  const quarter = periodOf(asOf, 'quarter', states.settings.fiscalStart)
  const mapOf = mapReader(region, asOf, states.settings.threadDays, askContacts(region, asOf))
  const due: ReviewDue[] = []
  for (const row of states.rows) {
    const brief = briefOf(row)
    const known = region.where('buyerRole', 'opportunity', row.id).length > 0
    const sheet = currentSheet(region.where('strategySheet', 'opportunity', row.id)) !== null
    if (!brief.open || !isKeyDeal(brief, keyAmount) || (brief.selling ?? 0) < 2) continue
    const review = latestReview(region.where('review', 'opportunity', row.id))
    const inQuarter = brief.close !== null && brief.close <= quarter.last
    // Deals that nobody works with the sheets yet come up when the quarter needs them.
    if (!known && !sheet && !review && !inQuarter) continue
    const days = review ? daysBetween(review.on, asOf) : null
    const script = region.get('scriptTemplate', review?.template ?? null)
    const score =
      review && script
        ? knowledgeOf(script.questions, review.answers, asOf, states.settings.answerAgeDays).score
        : null
    if (days !== null && days <= dueAfter && (score ?? 0) >= 0.5) continue
    due.push({
      id: row.id,
      name: row.deal.name,
      amount: row.value.amount,
      days,
      score,
      highGaps: known
        ? gapsOf(brief, mapOf(row.id), gapContext(region, states, row.id)).filter(
            each => each.severity === 'high' && each.coveredBy === null,
          ).length
        : 0,
      sheet,
    })
  }
  return due.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0))
})

/** The card; nothing is drawn while no key deal is due. */
export function ReviewCard() {
  const asOf = useAsOf()
  const words = useWords()
  const places = usePlaces()
  const due = useQuery(askDue, asOf)
  if (due.length === 0) return null
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Title order={2}>Deals to review</Title>
        <Text size="sm" c="dimmed">
          {words.number(due.length)} key {due.length === 1 ? 'deal was' : 'deals were'} not reviewed in{' '}
          {dueAfter} days, or too little is known of {due.length === 1 ? 'it' : 'them'}.
        </Text>
        {due.slice(0, shownAtOnce).map(each => (
          <Group key={each.id} justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" truncate="end">
                {each.name}
              </Text>
              <Text size="xs" c="dimmed">
                {[
                  each.amount === null ? null : words.money(each.amount),
                  each.days === null ? 'never reviewed' : `reviewed ${each.days} days ago`,
                  each.score === null ? null : `${scoreText(each.score)} known`,
                  each.highGaps > 0 ? `${each.highGaps} high ${each.highGaps === 1 ? 'gap' : 'gaps'}` : null,
                  each.sheet ? null : 'no strategy sheet',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <Button
              size="compact-xs"
              variant="light"
              style={{ flex: 'none' }}
              aria-label={`Review ${each.name}`}
              onClick={() =>
                places.open({ table: 'opportunity', id: each.id }, { full: true, tab: 'review' })
              }
            >
              Review
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  )
}
