/** How deals ended, with the post-mortem of five fields that takes two minutes at most (PL-5). */
import { Autocomplete, Group, NativeSelect, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { present } from '#shared/base/assert'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import { toMajor, toMinor } from '#shared/base/money'
import {
  checkClose,
  outcomeReasons,
  type CloseProblem,
  type OutcomeResult,
  type PostMortem,
} from '#shared/process/close-deal'
import { closeProblemText, outcomeWords } from '#shared/process/decision-words'
import type { DealState } from '#shared/process/deal-state'
import { currentSheet } from '#shared/strategy/sheet-version'
import { parseNumber } from '../../fields/parse-number'
import { useAsOf, useRegion, useRegionCurrency } from '../../store/use-region'
import { DayInput } from '../../fields/day-input'
import { VerbForm } from '../../ui/part/verb-form'
import { RefusedList } from './refused-list'
import { useFirstChoice } from './use-first-choice'
import { useDecisions } from './use-decisions'

const results = Object.keys(outcomeWords) as readonly OutcomeResult[]

/** The form for one open deal or several. */
export function OutcomeForm(props: {
  readonly rows: readonly DealState[]
  readonly focus?: boolean
  readonly onDone: () => void
  readonly onCancel?: () => void
}) {
  const { rows } = props
  const asOf = useAsOf()
  const home = useRegionCurrency()
  const region = useRegion('competitor', 'strategySheet')
  const { close } = useDecisions()
  const only = rows.length === 1 ? present(rows[0], 'one row') : null
  const currency = only?.deal.currency ?? home
  const known = only?.deal.amount ?? null
  const [result, setResult] = useState<OutcomeResult>('lost')
  const [on, setOn] = useState<Day | null>(asOf)
  const [amount, setAmount] = useState(known === null ? '' : String(toMajor(known, currency)))
  const [reason, setReason] = useState('')
  const [competitor, setCompetitor] = useState<string>(only?.deal.competitor ?? '')
  const [factor, setFactor] = useState('')
  const [lesson, setLesson] = useState('')
  const [tried, setTried] = useState(false)
  const form = useFirstChoice(props.focus === true)
  const sheet = only ? currentSheet(region.where('strategySheet', 'opportunity', only.id)) : null
  const factors = [...new Set((sheet?.factors ?? []).map(each => each.text))]
  const major = amount.trim() === '' ? null : parseNumber(amount)
  const wish: PostMortem = {
    result,
    on: on ?? asOf,
    amount: only && result === 'won' && major !== null ? toMinor(major, currency) : null,
    competitor: competitor === '' ? null : (competitor as Id<'competitor'>),
    reasonCode: reason === '' ? null : reason,
    decisiveFactor: factor.trim() === '' ? null : factor.trim(),
    lesson: lesson.trim() === '' ? null : lesson.trim(),
  }
  const judged = rows.map(row => ({ row, checked: checkClose(row, wish, asOf) }))
  const may = judged.flatMap(each => (each.checked.ok ? [each.row] : []))
  const shared: readonly CloseProblem['kind'][] = ['needsReason', 'inFuture', 'lessonTooLong']
  const problems = judged.flatMap(each => (each.checked.ok ? [] : each.checked.problem))
  const said = (kind: CloseProblem['kind'], always = false): string | null => {
    const found = problems.find(each => each.kind === kind)
    return found && (tried || always) ? closeProblemText(found) : null
  }
  const own = judged.flatMap(({ row, checked }) => {
    const problem = checked.ok ? undefined : checked.problem.find(each => !shared.includes(each.kind))
    return problem ? [{ row, why: closeProblemText(problem) }] : []
  })
  const submit = async (): Promise<void> => {
    setTried(true)
    if (may.length > 0 && (await close(may, wish))) props.onDone()
  }
  return (
    <VerbForm
      form={form}
      verb={`Close as ${outcomeWords[result].toLowerCase()}${may.length > 1 ? `: ${may.length} deals` : ''}`}
      disabled={rows.every(row => row.state !== 'open')}
      onSubmit={submit}
      {...(props.onCancel ? { onCancel: props.onCancel } : {})}
    >
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Result"
        value={result}
        onChange={value => {
          setResult(value as OutcomeResult)
          setReason('')
        }}
        data={results.map(each => ({ value: each, label: outcomeWords[each] }))}
      />
      <NativeSelect
        label="Main reason"
        value={reason}
        error={said('needsReason')}
        onChange={event => setReason(event.currentTarget.value)}
        data={[
          { value: '', label: 'Choose a reason' },
          ...Object.entries(outcomeReasons[result]).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Group grow align="flex-start">
        <DayInput
          label="Ended on"
          value={on}
          onDay={setOn}
          near={asOf}
          error={said('inFuture', true) ?? said('beforeStart', true)}
        />
        {result === 'won' && only ? (
          <TextInput
            label={`Won amount (${currency})`}
            value={amount}
            error={amount.trim() !== '' && major === null ? 'This is no number.' : said('wonWithoutAmount')}
            onChange={event => setAmount(event.currentTarget.value)}
          />
        ) : null}
        {result === 'lost' ? (
          <NativeSelect
            label="Lost to"
            value={competitor}
            onChange={event => setCompetitor(event.currentTarget.value)}
            data={[
              { value: '', label: 'Nobody named' },
              ...region.all('competitor').map(each => ({ value: each.id, label: each.name })),
            ]}
          />
        ) : null}
      </Group>
      <Autocomplete
        label="Decisive factor"
        description={factors.length > 0 ? 'From the strategy sheet, or in your own words' : undefined}
        value={factor}
        onChange={setFactor}
        data={factors}
      />
      <Textarea
        label="Lesson"
        description={`What to do again or otherwise; ${200 - lesson.length} characters left`}
        autosize
        minRows={2}
        value={lesson}
        error={said('lessonTooLong', true)}
        onChange={event => setLesson(event.currentTarget.value)}
      />
      {rows.length > 1 && result === 'won' ? (
        <Text size="sm" c="dimmed">
          Each deal is won with its own amount.
        </Text>
      ) : null}
      {rows.length > 1 || own.some(each => each.row.state !== 'open') ? <RefusedList refused={own} /> : null}
    </VerbForm>
  )
}
