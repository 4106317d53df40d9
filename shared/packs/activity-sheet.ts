/** Sheet 8 of a pack: the last weeks by kind of activity, and the touches of the rep's cadences. */
import { addDays, weekday, type Day } from '../base/day'
import { fieldsOf } from '../model/catalog'
import type { PackRow, PackSheet } from './pack-content'
import type { RepFacts } from './pack-facts'

const weeks = 4
const kinds = ['call', 'email', 'meeting', 'demo', 'visit'] as const

const monday = (d: Day): Day => addDays(d, -weekday(d))

/** Builds the sheet. */
export function activitySheet(rep: RepFacts): PackSheet {
  const rows = [...weekRows(rep), ...cadenceRows(rep)]
  return {
    key: 'activity',
    name: '8 Activity',
    title: 'Activity',
    hint: 'What the system has of the last four weeks, and your cadences. Say what it does not know.',
    columns: [
      { key: 'week', header: 'Week or cadence', kind: 'text', fill: false, width: 34 },
      { key: 'kind', header: 'Kind', kind: 'text', fill: false, width: 14 },
      { key: 'planned', header: 'Planned or due', kind: 'whole', fill: false, width: 12 },
      { key: 'done', header: 'Done', kind: 'whole', fill: false, width: 9 },
      {
        key: 'ownCount',
        header: 'Done, own count',
        kind: 'whole',
        fill: true,
        width: 12,
        range: [0, 10_000],
        hint: 'Where the system has too few or too many.',
      },
      {
        key: 'selling',
        header: 'Hours selling',
        kind: 'number',
        fill: true,
        width: 10,
        range: [0, 168],
        hint: 'In this week, once a week is enough.',
      },
      {
        key: 'travel',
        header: 'Hours travel',
        kind: 'number',
        fill: true,
        width: 10,
        range: [0, 168],
        hint: 'In this week.',
      },
      {
        key: 'admin',
        header: 'Hours admin',
        kind: 'number',
        fill: true,
        width: 10,
        range: [0, 168],
        hint: 'In this week.',
      },
      {
        key: 'proposal',
        header: 'Cadence: what to do',
        kind: 'list',
        list: 'disposition',
        fill: true,
        width: 16,
        hint: 'For cadences: qualify, disqualify, postpone or archive.',
      },
    ],
    rows,
    spareRows: 0,
    empty: 'No activities were imported: they appear here by week and kind once they are.',
    frozen: 2,
  }
}

function weekRows({ region, rep, facts }: RepFacts): PackRow[] {
  if (!facts.states.anyActivity) return []
  const words = fieldsOf('activity')['kind']?.choices ?? []
  const mine = region.where('activity', 'owner', rep.id)
  const first = monday(facts.asOf)
  return Array.from({ length: weeks }, (_, at) => addDays(first, -7 * at)).flatMap(from =>
    kinds.flatMap((kind): PackRow[] => {
      const of = mine.filter(each => each.kind === kind && each.on >= from && each.on < addDays(from, 7))
      const done = of.filter(each => each.status === 'done' && each.on <= facts.asOf).length
      const planned = of.filter(each => each.status !== 'cancelled').length
      if (planned === 0) return []
      const word = words.find(each => each.key === kind)?.label ?? kind
      return [
        {
          key: `${from.slice(5)} ${kind}`,
          ref: `Week of ${from}, ${word}`,
          values: { week: `Week of ${from}`, kind: word, planned, done },
        },
      ]
    }),
  )
}

function cadenceRows({ region, rep, facts }: RepFacts): PackRow[] {
  return region
    .where('enrolment', 'owner', rep.id)
    .filter(each => each.state === 'running')
    .map((enrolment, at): PackRow => {
      const touches = region.where('touch', 'enrolment', enrolment.id)
      const due = touches.filter(each => each.dueOn <= facts.asOf)
      const lead = region.get('lead', enrolment.lead)
      const about = lead
        ? `${lead.name}, ${lead.company ?? ''}`
        : (region.get('opportunity', enrolment.opportunity)?.name ?? 'Cadence')
      return {
        key: `C${at + 1}`,
        ref: about,
        values: {
          week: about,
          kind: 'Cadence',
          planned: due.length,
          done: due.filter(each => each.doneOn !== null).length,
        },
      }
    })
}
