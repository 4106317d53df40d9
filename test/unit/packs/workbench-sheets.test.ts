/** The buyers and unknowns of a pack say what the screens say: gaps of BR-4 in words, roles in the region's words, aged answers. */
import { expect, test } from 'vitest'
import { applyTo } from '#shared/region/change'
import { Region } from '#shared/region/region'
import { buyerSheet } from '#shared/packs/buyer-sheet'
import { isEmptyRow } from '#shared/packs/pack-content'
import { packFacts, repFacts } from '#shared/packs/pack-facts'
import { strategySheet } from '#shared/packs/strategy-sheet'
import { unknownSheet } from '#shared/packs/unknown-sheet'
import { lastDay } from '#shared/sample/builder'
import { sampleRegion } from '#shared/sample/sample-region'

const region = new Region()
applyTo(region, sampleRegion().change)
const rep = region.all('rep').find(each => each.name === 'Ruth Calloway')
if (!rep) throw new Error('the story is about Ruth Calloway')
const facts = repFacts(region, rep, packFacts(region, lastDay))
const ofStory = (sheet: ReturnType<typeof buyerSheet>) =>
  sheet.rows.filter(row => String(row.values['deal']).startsWith('Quillhaven'))

test('sheet 5 names what is missing on the map where it is missing (9.4, BR-4)', () => {
  const rows = ofStory(buyerSheet(facts))
  const gaps = (name: string): string =>
    String(rows.find(row => String(row.values['person']).startsWith(name))?.values['gaps'])
  expect(rows).toHaveLength(5)
  expect(gaps('Ines Thorvald')).toBe(
    'Ines Thorvald, who spoke for us, has left. Record the event and find another voice.',
  )
  expect(gaps('Robert Ashdown')).toContain('owns the money and has never been spoken to')
  expect(gaps('Robert Ashdown')).toContain('Nobody inside speaks for us. Find a coach.')
  expect(rows.find(row => row.values['person'] === 'Robert Ashdown')?.values['roles']).toBe('Economic buyer')
})

test('sheet 4 has the factors of the version in force only, and its action', () => {
  const rows = ofStory(strategySheet(facts)).filter(row => !isEmptyRow(row))
  expect(rows.map(row => row.values['type'])).toEqual([
    'For',
    'For',
    'For',
    'Against',
    'Against',
    'Against',
    'Action',
  ])
})

test('sheet 6 asks what the newest review left assumed and unknown; what was known 44 days ago is not asked (RV-3)', () => {
  const rows = ofStory(unknownSheet(facts))
  const states = rows.map(row => row.values['lastState'])
  expect(states.filter(each => each === 'A')).toHaveLength(4)
  expect(states.filter(each => each === 'U')).toHaveLength(6)
})
