/** Home: the deals that wait for a decision and those whose day has come, with the verbs to decide them there. */
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import { isInWork } from '#shared/process/decide-deals'
import type { DealState } from '#shared/process/deal-state'
import { HomeList, type HomeLine } from '../../records/home-list'
import { segmentFilters, shippedSegments } from '../../records/segments'
import { useWords } from '../../records/use-words'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { DecideDialogs, type Asking } from './decide-dialogs'

const shown = 5

const askToDecide = query([...askDealStates.tables], (region, asOf: Day) => {
  const states = askDealStates(region, asOf)
  const work = states.rows.filter(isInWork)
  const byValue = (rows: readonly DealState[]): readonly DealState[] =>
    [...rows].sort((a, b) => (b.value.amount ?? 0) - (a.value.amount ?? 0))
  return {
    work: work.length,
    longest: states.ageLimits.of(null)?.days ?? null,
    decide: byValue(work.filter(row => row.needsDisposition)),
    dead: byValue(work.filter(row => row.deadByAge === true)),
    due: byValue(work.filter(row => row.disposition.state === 'revisit')),
  }
})

function useShowSegment(): (id: string) => void {
  const places = usePlaces()
  return id => {
    const found = shippedSegments.find(each => each.id === id)
    if (found) places.go({ screen: 'pipeline', filters: segmentFilters(found) })
  }
}

function useDealLine(ask: (asking: Asking) => void): (row: DealState, note: string) => HomeLine {
  const words = useWords()
  return (row, note) => ({
    key: row.id,
    text: row.deal.name,
    note: [row.value.amount === null ? null : words.money(row.value.amount), row.owner?.name ?? null, note]
      .filter(Boolean)
      .join(' · '),
    verbs: [
      {
        label: 'Decide',
        about: `Decide on ${row.deal.name}`,
        onDo: () => ask({ kind: 'decide', rows: [row] }),
      },
      {
        label: 'Close',
        about: `Close ${row.deal.name}`,
        onDo: () => ask({ kind: 'close', rows: [row] }),
      },
    ],
  })
}

/** Deals to decide: stuck and stale ones, or those dead by age where attention cannot be judged. */
export function DecideCard() {
  const words = useWords()
  const showSegment = useShowSegment()
  const { work, longest, decide, dead } = useQuery(askToDecide, useAsOf())
  const [asking, setAsking] = useState<Asking | null>(null)
  const line = useDealLine(setAsking)
  const rows = decide.length > 0 ? decide : dead
  if (rows.length === 0) return null
  const why = (row: DealState): string =>
    row.stale.is === true && row.stuck.is === true
      ? `stuck ${row.stuck.days} days, untouched ${row.stale.days}`
      : row.age.kind === 'known'
        ? `${row.age.days} days old`
        : ''
  return (
    <>
      <HomeList
        title="Deals to decide"
        sentence={[
          decide.length > 0 ? `${words.number(decide.length)} deals are stuck and stale.` : null,
          dead.length > 0 && longest !== null
            ? `${words.number(dead.length)} of ${words.number(work)} in work are older than any deal ever took to close (${words.number(longest)} days).`
            : null,
        ]
          .filter(Boolean)
          .join(' ')}
        lines={rows.slice(0, shown).map(row => line(row, why(row)))}
        all={{
          label: `Show all ${words.number(rows.length)}`,
          onDo: () => showSegment(decide.length > 0 ? 'decide' : 'dead'),
        }}
      />
      <DecideDialogs asking={asking} onClose={() => setAsking(null)} />
    </>
  )
}

/** Postponed deals whose day has come. */
export function RevisitCard() {
  const words = useWords()
  const showSegment = useShowSegment()
  const { due } = useQuery(askToDecide, useAsOf())
  const [asking, setAsking] = useState<Asking | null>(null)
  const line = useDealLine(setAsking)
  if (due.length === 0) return null
  return (
    <>
      <HomeList
        title="Revisit due"
        lines={due.slice(0, shown).map(row => {
          const { record, revisitOn } = row.disposition
          const own = line(
            row,
            [
              revisitOn === null ? null : `postponed until ${revisitOn}`,
              record?.trigger ? `or when ${record.trigger}` : null,
            ]
              .filter(Boolean)
              .join(', '),
          )
          return {
            ...own,
            verbs: [
              {
                label: 'Take up',
                about: `Take up ${row.deal.name} again`,
                onDo: () => setAsking({ kind: 'decide', rows: [row], decision: 'revisit' }),
              },
              ...own.verbs,
            ],
          }
        })}
        all={{ label: `Show all ${words.number(due.length)}`, onDo: () => showSegment('revisit') }}
      />
      <DecideDialogs asking={asking} onClose={() => setAsking(null)} />
    </>
  )
}
