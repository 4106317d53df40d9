/** Sheet 5 of a pack: the buyer maps of the rep's open deals, person by person. */
import { fieldsOf, type RecordOf } from '../model/catalog'
import { mapReader } from '../strategy/buyer-map'
import { gapsOf } from '../strategy/gap'
import { roleLabel } from '../strategy/hold-role'
import { gapSentence } from '../strategy/strategy-sentence'
import { rolesIn } from '../strategy/vocabulary'
import { briefOf, defaultWords, gapContext } from './deal-gaps'
import type { PackRow, PackSheet, PackValue } from './pack-content'
import type { RepFacts } from './pack-facts'
import { packWords } from './pack-words'

/** The word of a choice of a buyer. */
const buyerWord = (field: string, key: string | null): string | null =>
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
  const { states, asOf } = rep.facts
  const mapOf = mapReader(rep.region, asOf, states.settings.threadDays)
  const vocabulary = defaultWords(rep.region)
  for (const state of rep.open) {
    if (rep.region.where('buyerRole', 'opportunity', state.id).length === 0) continue
    const map = mapOf(state.id)
    const gaps = gapsOf(briefOf(state), map, gapContext(rep.region, states, state.id, vocabulary)).filter(
      each => each.coveredBy === null,
    )
    map.buyers.forEach((each, at) => {
      const { person, role: buyer } = each
      // What is missing on the map as a whole stands beside its first person.
      const mine = gaps.filter(gap => gap.buyer === buyer.id || (gap.buyer === null && at === 0))
      rows.push({
        key: `P${rows.length + 1}`,
        ref: buyer.id,
        values: {
          deal: state.deal.name,
          person: person
            ? `${person.name}${person.stillThere ? '' : ' (has left)'}`
            : (buyer.placeholder ?? 'Unknown'),
          title: person?.title ?? null,
          roles:
            rolesIn(buyer.roles, map.words, vocabulary)
              .map(role => roleLabel(role, each.champion))
              .join(', ') || null,
          influence: buyerWord('influence', buyer.influence),
          rating: buyer.rating,
          mode: buyerWord('mode', buyer.mode),
          lastTwoWay: each.lastTwoWay,
          gaps: mine.map(gap => gapSentence(gap, packWords(rep.facts.currency))).join(' ') || null,
        },
        bases: buyerBases(buyer),
      })
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
      { key: 'roles', header: 'Roles', kind: 'text', fill: false, width: 18, wrap: true },
      { key: 'influence', header: 'Influence', kind: 'text', fill: false, width: 10 },
      { key: 'rating', header: 'Rating', kind: 'whole', fill: false, width: 8 },
      { key: 'mode', header: 'Mode', kind: 'text', fill: false, width: 13 },
      { key: 'lastTwoWay', header: 'Last two-way', kind: 'day', fill: false, width: 12 },
      { key: 'gaps', header: 'Gaps', kind: 'text', fill: false, width: 44, wrap: true },
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
