/** Holding a review: what it opens with, what ends it, and the page that it leaves. */
import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import type { ReviewAnswer, ScriptQuestion } from '#shared/model/workbench'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { dealPageHtml } from '#shared/strategy/deal-page'
import { endReview, openingAnswers, putAnswer } from '#shared/strategy/review-edit'
import { aRegion, day } from '../../builders/region-builder'

const asOf = day('2017-10-23')

const question = (key: string): ScriptQuestion => ({
  key,
  topic: 'people',
  text: key,
  weight: 2,
  probe: '',
  goodEvidence: '',
  redFlags: [],
  answeredBy: null,
})

const answer = (key: string, values: Partial<ReviewAnswer> = {}): ReviewAnswer => ({
  question: key,
  state: 'known',
  answer: key,
  evidenceWho: 'Amin',
  evidenceOn: day('2017-10-01'),
  answeredOn: day('2017-10-01'),
  source: 'talk',
  action: null,
  acceptedNotKnowing: null,
  ...values,
})

const open = (last: ReviewAnswer[], data: ReviewAnswer[]): readonly ReviewAnswer[] =>
  openingAnswers([question('q')], last, data, asOf, 45)

test('what the data know comes first, unless it is old and last time’s answer is not (RV-3)', () => {
  const fresh = answer('q', { source: 'data', answer: 'event' })
  const old = answer('q', { source: 'data', answer: 'event', answeredOn: day('2017-05-01') })
  const said = answer('q', { answer: 'said' })
  expect(open([said], [fresh])[0]?.answer).toBe('event')
  expect(open([said], [old])[0]?.answer).toBe('said')
  expect(open([answer('q', { state: 'assumed' })], [old])[0]?.answer).toBe('event')
})

test('an answer of last time keeps the day on which it was said, so that it ages on', () => {
  const said = answer('q', { answeredOn: day('2017-09-15') })
  expect(open([said], [])[0]?.answeredOn).toBe('2017-09-15')
})

test('an unknown of last time comes back with its action; a question without anything is left out', () => {
  const action = asId<'actionItem'>('a1')
  const unknown = answer('q', { state: 'unknown', evidenceWho: null, action })
  expect(open([unknown], [])[0]?.action).toBe(action)
  expect(open([], [])).toEqual([])
})

test('an answer replaces the one before it, and what is known needs no reason for not knowing', () => {
  const lived = answer('q', { state: 'unknown', acceptedNotKnowing: 'too early' })
  expect(putAnswer([], lived)).toEqual([lived])
  const known = putAnswer([lived], { ...lived, state: 'known' })
  expect(known).toHaveLength(1)
  expect([known[0]?.state, known[0]?.acceptedNotKnowing]).toEqual(['known', null])
})

test('the end of a review supersedes those before it; it is complete only where nothing is left open (RV-4)', () => {
  for (const complete of [true, false]) {
    const built = aRegion()
    const opportunity = built.add('opportunity', { name: 'Codehow' })
    const first = built.add('review', { opportunity, on: day('2017-09-01'), state: 'completed' })
    const second = built.add('review', { opportunity, on: asOf, state: 'prepared' })
    const edit = new Edit(built.region, {
      source: 'manager',
      at: '2017-10-23T09:00:00.000Z',
      asOf,
      random: seededRandom(1),
    })
    const review = built.region.get('review', second)
    if (!review) throw new Error('the review is there')
    endReview(edit, review, built.region.all('review'), {
      complete,
      minutes: 20,
      participants: ['Helen', 'Ann'],
    })
    applyTo(built.region, edit.change())
    expect(built.region.get('review', first)?.state).toBe('superseded')
    expect(built.region.get('review', second)).toMatchObject({
      state: complete ? 'completed' : 'held',
      minutes: 20,
      participants: ['Helen', 'Ann'],
    })
  }
})

test('the page of a deal is one document that loads nothing and cannot be broken by names', () => {
  const html = dealPageHtml({
    title: 'Deal review, R&D <one>',
    note: 'As of 2017-10-23',
    figures: [['Known', '60 %', '7.2 ÷ 12 = 60 %']],
    tables: [
      { title: 'What to do', empty: 'No open actions.', columns: ['Action'], rows: [['Call "Amin"']] },
      { title: 'Gaps', empty: 'No gaps.', columns: ['Gap'], rows: [] },
    ],
    picture: '<svg></svg>',
  })
  expect(html).toContain('<h1>Deal review, R&amp;D &lt;one&gt;</h1>')
  expect(html).toContain('<td>Call &quot;Amin&quot;</td>')
  expect(html).toContain('<p>No gaps.</p>')
  expect(html).toContain('<svg></svg>')
  expect(html).not.toMatch(/<script|src=|https?:/)
})
