/** Home: one-on-ones to prepare, and coaching packs that are still out. */
import { HomeList } from '../../records/home-list'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { addDays } from '#shared/base/day'
import { askReps, oneOnOneGap, type RepRow } from './coaching-facts'

const shown = 5

const count = (n: number, noun: string, what: string): string | null =>
  n > 0 ? `${n} ${noun}${n === 1 ? '' : 's'} ${what}` : null

/** Reps whose one-on-one is planned within a week, or overdue. */
export function OneOnOnesCard() {
  const places = usePlaces()
  const asOf = useAsOf()
  const reps = useQuery(askReps, asOf)
  const soon = addDays(asOf, 7)
  const due = reps.filter(
    each =>
      (each.nextTalk !== null && each.nextTalk <= soon) ||
      (each.rep.active && each.open > 0 && each.nextTalk === null && (each.lastTalk ?? 999) > oneOnOneGap),
  )
  if (due.length === 0) return null
  const open = (row: RepRow): void => places.go({ screen: 'coaching', filters: { rep: row.id } })
  const note = (row: RepRow): string =>
    [
      row.nextTalk !== null
        ? `on ${row.nextTalk}`
        : row.lastTalk === null
          ? 'none held yet'
          : `last one ${row.lastTalk} days ago`,
      count(row.decide ?? 0, 'deal', 'to decide'),
      count(row.lateActions, 'action', 'overdue'),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <HomeList
      title="One-on-ones to prepare"
      lines={[...due]
        .sort((a, b) => ((a.nextTalk ?? '9') < (b.nextTalk ?? '9') ? -1 : 1) || b.waits - a.waits)
        .slice(0, shown)
        .map(row => ({
          key: row.id,
          text: row.rep.name,
          note: note(row),
          verbs: [
            { label: 'Prepare', about: `Prepare the one-on-one with ${row.rep.name}`, onDo: () => open(row) },
          ],
        }))}
      all={{ label: `Show all ${due.length}`, onDo: () => places.go({ screen: 'coaching' }) }}
    />
  )
}

/** Packs that went out and are not back. */
export function PacksCard() {
  const places = usePlaces()
  const reps = useQuery(askReps, useAsOf())
  const out = reps.filter(each => each.pack === 'out' || each.pack === 'late')
  if (out.length === 0) return null
  return (
    <HomeList
      title="Packs to take back"
      lines={out.slice(0, shown).map(row => ({
        key: row.id,
        text: row.rep.name,
        note: row.pack === 'late' ? 'late' : 'out',
        verbs: [
          {
            label: 'Take back',
            about: `Take back the pack of ${row.rep.name}`,
            onDo: () => places.go({ screen: 'coaching', filters: { rep: row.id } }),
          },
        ],
      }))}
      all={{ label: `Show all ${out.length}`, onDo: () => places.go({ screen: 'coaching' }) }}
    />
  )
}
