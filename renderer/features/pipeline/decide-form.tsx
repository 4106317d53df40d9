/** The form that decides about one deal or several: what, why, until when; refused deals say why (PL-4). */
import { NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import { disposition } from '#shared/model/opportunity'
import type { DealState } from '#shared/process/deal-state'
import { asksFor, partByDecision, type Decision, type ReasonCode } from '#shared/process/decide-deals'
import {
  decisionProblemText,
  dispositionMeanings,
  dispositionStateWords,
  dispositionVerbs,
} from '#shared/process/decision-words'
import { nextDispositions, type DispositionKind } from '#shared/process/disposition'
import { useAsOf } from '../../store/use-region'
import { DayInput } from '../../fields/day-input'
import { VerbForm } from '../../ui/part/verb-form'
import { DayOffers } from './day-offers'
import { RefusedList } from './refused-list'
import { useFirstChoice } from './use-first-choice'
import { dealsInWords, useDecisions } from './use-decisions'

/** Settings of `DecideForm`. */
interface DecideFormProps {
  readonly rows: readonly DealState[]
  readonly kind?: DispositionKind
  /** Takes the focus when shown: in a dialog, not in a tab. */
  readonly focus?: boolean
  readonly onDone: () => void
  readonly onCancel?: () => void
}

const kinds: readonly DispositionKind[] = [
  'qualify',
  'disqualify',
  'postpone',
  'archive',
  'revisit',
  'reopen',
]

/** The form. */
export function DecideForm({ rows, kind: wanted, focus, onDone, onCancel }: DecideFormProps) {
  const asOf = useAsOf()
  const { decide } = useDecisions()
  const possible = kinds.filter(kind =>
    rows.some(row => row.state === 'open' && nextDispositions(row.disposition.state).includes(kind)),
  )
  const [chosen, setChosen] = useState<DispositionKind | null>(wanted ?? null)
  const kind = chosen ?? possible[0] ?? 'qualify'
  const [code, setCode] = useState<ReasonCode | ''>('')
  const [reason, setReason] = useState('')
  const [revisit, setRevisit] = useState<Day | null>(null)
  const [trigger, setTrigger] = useState('')
  const [tried, setTried] = useState(false)
  const form = useFirstChoice(focus === true)
  const asks = asksFor[kind]
  const decision: Decision = {
    kind,
    on: asOf,
    reasonCode: asks.reason === 'coded' && code !== '' ? code : null,
    reason: reason.trim() === '' ? null : reason.trim(),
    revisitOn: asks.revisit ? revisit : null,
    trigger: asks.revisit && trigger.trim() !== '' ? trigger.trim() : null,
    by: null,
  }
  const { may, refused } = partByDecision(rows, decision)
  // What is missing in the form refuses every deal alike; that is said at the field, not deal by deal.
  const own = refused.filter(each => each.problem.kind === 'closed' || each.problem.kind === 'notFromHere')
  const missing = refused.find(each => !own.includes(each))?.problem ?? null
  const missingText = tried && missing ? decisionProblemText(missing) : null
  const submit = async (): Promise<void> => {
    setTried(true)
    if (may.length > 0 && (await decide(may, decision))) onDone()
  }
  const canBe = rows.length - own.length
  return (
    <VerbForm
      form={form}
      verb={`${dispositionVerbs[kind]}${canBe > 1 ? ` ${canBe} deals` : ''}`}
      disabled={canBe === 0}
      onSubmit={submit}
      {...(onCancel ? { onCancel } : {})}
    >
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Decision"
        value={kind}
        onChange={value => setChosen(value as DispositionKind)}
        data={(possible.includes(kind) ? possible : [kind, ...possible]).map(each => ({
          value: each,
          label: dispositionVerbs[each],
        }))}
      />
      <Text size="sm" c="dimmed">
        {dispositionMeanings[kind]}
      </Text>
      {asks.reason === 'coded' ? (
        <NativeSelect
          label="Reason"
          value={code}
          error={missing?.kind === 'needsReason' ? missingText : null}
          onChange={event => setCode(event.currentTarget.value as ReasonCode | '')}
          data={[
            { value: '', label: 'Choose a reason' },
            ...(disposition.fields.reasonCode.choices ?? []).map(each => ({
              value: each.key,
              label: each.label,
            })),
          ]}
        />
      ) : null}
      {asks.revisit ? (
        <>
          <DayInput label="Revisit on" value={revisit} onDay={setRevisit} near={asOf} error={missingText} />
          <DayOffers from={asOf} onDay={setRevisit} />
          <TextInput
            label="Or earlier, when"
            placeholder="new budget, new decision maker"
            value={trigger}
            onChange={event => setTrigger(event.currentTarget.value)}
          />
        </>
      ) : null}
      <TextInput
        label={asks.reason === 'words' ? 'Reason' : 'Note'}
        value={reason}
        error={asks.reason === 'words' && missing?.kind === 'needsReason' ? missingText : null}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <RefusedList refused={own.map(each => ({ row: each.row, why: decisionProblemText(each.problem) }))} />
    </VerbForm>
  )
}

/** Where one deal or several stand, in a sentence. */
export function standingNow(rows: readonly DealState[]): string {
  const [only] = rows
  if (rows.length !== 1 || !only) return dealsInWords(rows)
  const { state, since, revisitOn } = only.disposition
  return [
    dispositionStateWords[state],
    since === null ? null : `since ${since}`,
    state === 'postponed' && revisitOn !== null ? `until ${revisitOn}` : null,
  ]
    .filter(Boolean)
    .join(' ')
}
