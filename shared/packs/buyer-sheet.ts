/** Sheet 5 of a pack: the buyer maps of the rep's open deals, person by person. */
import { fieldsOf, type RecordOf } from '../model/catalog'
import type { PackRow, PackSheet, PackValue } from './pack-content'
import type { RepFacts } from './pack-facts'

/** The word of a choice of a buyer. */
export const buyerWord = (field: string, key: string | null): string | null =>
  fieldsOf('buyerRole')[field]?.choices?.find(each => each.key === key)?.label ?? null

/** The key of a word of a choice of a buyer. */
export const buyerKey = (field: string, word: string): string | null =>
  fieldsOf('buyerRole')[field]?.choices?.find(each => each.label === word)?.key ?? null

/** What the fill-in cells of a buyer stand for now; they go out empty beside the shown values. */
export const buyerBases = (buyer: RecordOf<'buyerRole'>): Readonly<Record<string, PackValue>> => ({
  newInfluence: buyerWord('influence', buyer.influence),
  newRating: buyer.rating,
  newMode: buyerWord('mode', buyer.mode),
  newTwoWay: buyer.lastTwoWay,
})

/** Builds the sheet; empty rows take new people. */
export function buyerSheet(rep: RepFacts): PackSheet {
  const rows: PackRow[] = []
  for (const state of rep.open)
    for (const buyer of rep.region.where('buyerRole', 'opportunity', state.id)) {
      const person = rep.region.get('person', buyer.person)
      rows.push({
        key: `P${rows.length + 1}`,
        ref: buyer.id,
        values: {
          deal: state.deal.name,
          person: person
            ? `${person.name}${person.stillThere ? '' : ' (has left)'}`
            : (buyer.placeholder ?? 'Unknown'),
          title: person?.title ?? null,
          roles: buyer.roles.map(each => each.role).join(', ') || null,
          influence: buyerWord('influence', buyer.influence),
          rating: buyer.rating,
          mode: buyerWord('mode', buyer.mode),
          lastTwoWay: lastTalk(rep, buyer),
          gaps: gaps(buyer, person),
        },
        bases: buyerBases(buyer),
      })
    }
  return {
    key: 'buyers',
    name: '5 Buyers',
    title: 'Buyers',
    hint: 'Everyone on the buyer maps of your open deals. Correct what is wrong.',
    columns: [
      { key: 'deal', header: 'Deal', kind: 'text', fill: false, width: 34, wrap: true },
      { key: 'person', header: 'Person', kind: 'text', fill: false, width: 24 },
      { key: 'title', header: 'Title', kind: 'text', fill: false, width: 20 },
      { key: 'roles', header: 'Roles', kind: 'text', fill: false, width: 16 },
      { key: 'influence', header: 'Influence', kind: 'text', fill: false, width: 10 },
      { key: 'rating', header: 'Rating', kind: 'whole', fill: false, width: 8 },
      { key: 'mode', header: 'Mode', kind: 'text', fill: false, width: 13 },
      { key: 'lastTwoWay', header: 'Last two-way', kind: 'day', fill: false, width: 12 },
      { key: 'gaps', header: 'Gaps', kind: 'text', fill: false, width: 28, wrap: true },
      {
        key: 'role',
        header: 'Role',
        kind: 'list',
        list: 'role',
        fill: true,
        width: 13,
        newPage: true,
        hint: 'A role to add.',
      },
      {
        key: 'newInfluence',
        header: 'Influence now',
        kind: 'list',
        list: 'influence',
        fill: true,
        width: 13,
        hint: 'How much this person decides.',
      },
      {
        key: 'newRating',
        header: 'Rating now',
        kind: 'whole',
        fill: true,
        width: 11,
        range: [-5, 5],
        hint: 'From -5 (against us) to 5 (for us).',
      },
      {
        key: 'newMode',
        header: 'Mode now',
        kind: 'list',
        list: 'mode',
        fill: true,
        width: 13,
        hint: 'How this person sees the situation.',
      },
      {
        key: 'newTwoWay',
        header: 'Last two-way contact',
        kind: 'day',
        fill: true,
        width: 13,
        hint: 'The last time this person took part.',
      },
      {
        key: 'note',
        header: 'Note',
        kind: 'text',
        fill: true,
        width: 34,
        longest: 500,
        wrap: true,
        hint: 'What the rating rests on.',
      },
      {
        key: 'newPerson',
        header: 'New person',
        kind: 'text',
        fill: true,
        width: 22,
        longest: 120,
        hint: 'Only in the empty rows.',
      },
      {
        key: 'newDeal',
        header: 'Deal id of new person',
        kind: 'text',
        fill: true,
        width: 13,
        longest: 60,
        hint: 'Only in the empty rows: the Deal id of sheet 3.',
      },
    ],
    rows,
    spareRows: 5,
    empty: 'No buyer maps yet: draw one on a deal and its people appear here.',
    frozen: 2,
  }
}

function lastTalk({ region, facts }: RepFacts, buyer: RecordOf<'buyerRole'>): string | null {
  let last: string | null = buyer.lastTwoWay
  if (buyer.person === null) return last
  for (const each of region.where('activity', 'opportunity', buyer.opportunity))
    if (
      each.twoWay &&
      each.status === 'done' &&
      each.on <= facts.asOf &&
      each.persons.includes(buyer.person) &&
      (last === null || each.on > last)
    )
      last = each.on
  return last
}

function gaps(buyer: RecordOf<'buyerRole'>, person: RecordOf<'person'> | null): string | null {
  const found: string[] = []
  if (person && !person.stillThere) found.push('has left the company')
  if (buyer.roles.length === 0) found.push('no role')
  if (buyer.rating === null) found.push('not rated')
  if (buyer.coverage === 'none') found.push('never met')
  return found.join(', ') || null
}
