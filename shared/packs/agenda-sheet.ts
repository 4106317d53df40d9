/** Sheet 11 of a pack: the agenda of the next one-on-one, taken from what waits. */
import type { RecordOf } from '../model/catalog'
import { isInWork } from '../process/decide-deals'
import type { PackRow, PackSheet } from './pack-content'
import type { RepFacts } from './pack-facts'
import { flagWords } from './pack-words'

/** One thing to talk about. */
export interface Topic {
  readonly key: string
  readonly topic: string
  readonly source: string
  readonly minutes: number
  /** The deals that it is about. */
  readonly deals: readonly string[]
}

const names = (list: readonly string[]): string =>
  list.length <= 3 ? list.join(', ') : `${list.slice(0, 3).join(', ')} and ${list.length - 3} more`

/** What to talk about with a rep: decisions first, then dates, actions and coaching. */
export function agenda({ region, rep, facts, open: all }: RepFacts): readonly Topic[] {
  // What was decided against, or put off to a day that has not come, needs no talk.
  const open = all.filter(isInWork)
  const topics: Topic[] = []
  const about = (
    key: string,
    words: string,
    source: string,
    minutes: number,
    deals: RepFacts['open'],
  ): void => {
    if (deals.length === 0) return
    const largest = deals.toSorted((a, b) => (b.value.amount ?? 0) - (a.value.amount ?? 0))
    const topic = `${words.replace('#', String(deals.length))}: ${names(largest.map(each => each.account?.name ?? each.deal.name))}`
    topics.push({ key, topic, source, minutes, deals: largest.map(each => each.id) })
  }
  about(
    'decide',
    'Decide on # deals that are stuck and stale',
    'Pipeline',
    10,
    open.filter(each => each.needsDisposition),
  )
  about(
    'revisit',
    'Postponed until now, # deals',
    'Pipeline',
    5,
    open.filter(each => each.disposition.state === 'revisit'),
  )
  const key = facts.states.settings.keyDealAmount * 100
  about(
    'key',
    'Key deals with something to settle, #',
    'Deals',
    15,
    open.filter(
      each => (each.value.amount ?? 0) >= key && !each.needsDisposition && flagWords(each).length > 0,
    ),
  )
  about(
    'past',
    'The buyer’s decision date has passed in # deals',
    'Deals',
    5,
    open.filter(each => each.overdue.some(one => one.what === 'decisionDate')),
  )
  const late = region
    .where('actionItem', 'rep', rep.id)
    .filter(each => each.state === 'open' && each.dueOn !== null && each.dueOn < facts.asOf)
  if (late.length > 0)
    topics.push({
      key: 'actions',
      topic: `Overdue actions, ${late.length}: ${names(late.map(each => each.text))}`,
      source: 'Actions',
      minutes: 5,
      deals: [],
    })
  const focus = currentFocus(region, rep)
  if (focus)
    topics.push({
      key: 'focus',
      topic: `Coaching focus: ${focus.focus ?? 'agreed last time'}`,
      source: 'Coaching',
      minutes: 10,
      deals: [],
    })
  return topics
}

/** The newest coaching entry without an outcome. */
function currentFocus(region: RepFacts['region'], rep: RecordOf<'rep'>): RecordOf<'coachingEntry'> | null {
  return (
    region
      .where('coachingEntry', 'rep', rep.id)
      .filter(each => each.outcome === null)
      .sort((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null
  )
}

/** Builds the sheet; the empty rows take the rep's own topics. */
export function agendaSheet(rep: RepFacts): PackSheet {
  return {
    key: 'agenda',
    name: '11 Agenda',
    title: 'Agenda of the one-on-one',
    hint: 'What waits; add your own topics and questions in the empty rows.',
    columns: [
      { key: 'topic', header: 'Topic', kind: 'text', fill: false, width: 60, wrap: true },
      { key: 'source', header: 'Source', kind: 'text', fill: false, width: 14 },
      { key: 'minutes', header: 'Minutes', kind: 'whole', fill: false, width: 9, total: true },
      {
        key: 'myTopic',
        header: 'My topic',
        kind: 'text',
        fill: true,
        width: 38,
        longest: 300,
        wrap: true,
        hint: 'What you want to talk about.',
      },
      {
        key: 'question',
        header: 'Question to manager',
        kind: 'text',
        fill: true,
        width: 38,
        longest: 300,
        wrap: true,
        hint: 'What you need to know or get.',
      },
    ],
    rows: agenda(rep).map((each, at): PackRow => ({
      key: `T${at + 1}`,
      ref: each.key,
      values: { topic: each.topic, source: each.source, minutes: each.minutes },
    })),
    spareRows: 5,
    empty: 'Nothing waits. Your own topics go into the empty rows.',
    frozen: 1,
  }
}
