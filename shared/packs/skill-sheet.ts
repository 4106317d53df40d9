/** Sheet 10 of a pack: skills with target and the last ratings; the rep rates themselves. */
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { Region } from '../region/region'
import type { PackSheet, PackValue } from './pack-content'
import type { RepFacts } from './pack-facts'

/** The newest rating of a skill. */
export function lastRating(
  region: Region,
  rep: Id<'rep'>,
  skill: Id<'skill'>,
): RecordOf<'skillRating'> | null {
  return region
    .where('skillRating', 'rep', rep)
    .filter(each => each.skill === skill)
    .reduce<RecordOf<'skillRating'> | null>(
      (last, each) => (last === null || each.on >= last.on ? each : last),
      null,
    )
}

/** What the fill-in cells of a skill stand for now. */
export const ratingBases = (rating: RecordOf<'skillRating'> | null): Readonly<Record<string, PackValue>> => ({
  self: rating?.self ?? null,
  example: rating?.example ?? null,
})

/** Builds the sheet. */
export function skillSheet({ region, rep }: RepFacts): PackSheet {
  return {
    key: 'skills',
    name: '10 Skills',
    title: 'Skills',
    hint: 'Rate yourself from 1 to 5 and give one example from the last weeks.',
    columns: [
      { key: 'skill', header: 'Skill', kind: 'text', fill: false, width: 34 },
      { key: 'target', header: 'Target', kind: 'whole', fill: false, width: 9 },
      { key: 'lastSelf', header: 'Last self', kind: 'whole', fill: false, width: 10 },
      { key: 'lastManager', header: 'Last manager', kind: 'whole', fill: false, width: 12 },
      {
        key: 'self',
        header: 'Self (1 to 5)',
        kind: 'whole',
        fill: true,
        width: 11,
        range: [1, 5],
        hint: '1: not yet, 5: could teach it.',
      },
      {
        key: 'example',
        header: 'Example',
        kind: 'text',
        fill: true,
        width: 60,
        longest: 500,
        wrap: true,
        hint: 'When it showed.',
      },
    ],
    rows: region.all('skill').map((skill, at) => {
      const rating = lastRating(region, rep.id, skill.id)
      return {
        key: `S${at + 1}`,
        ref: skill.id,
        values: {
          skill: skill.name,
          target: skill.target,
          lastSelf: rating?.self ?? null,
          lastManager: rating?.manager ?? null,
        },
        bases: ratingBases(rating),
      }
    }),
    spareRows: 0,
    empty: 'No skills are defined yet: define them under Coaching and they appear here.',
    frozen: 1,
  }
}
