/** Reviews: what is known with evidence, what is assumed, what is unknown; and persons read from signatures. */
import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import type { ReviewAnswer, ScriptQuestion } from '#shared/model/workbench'
import type { BuyerMap } from '#shared/strategy/buyer-map'
import { defaultQuestions } from '#shared/strategy/default-script'
import { preAnswers } from '#shared/strategy/pre-answer'
import {
  checkComplete,
  countedState,
  knowledgeOf,
  latestReview,
  openUnknowns,
  reviewWarnings,
} from '#shared/strategy/review-score'
import { readSignature } from '#shared/strategy/signature'
import { aRegion, day } from '../../builders/region-builder'

const asOf = day('2017-10-04')

const answer = (
  question: string,
  state: ReviewAnswer['state'],
  more: Partial<ReviewAnswer> = {},
): ReviewAnswer => ({
  question,
  state,
  answer: '',
  evidenceWho: 'B. Lee',
  evidenceOn: day('2017-10-02'),
  answeredOn: day('2017-10-02'),
  source: 'talk',
  action: null,
  acceptedNotKnowing: null,
  ...more,
})
const question = (key: string, weight: number): ScriptQuestion => ({
  key,
  topic: 'risk',
  text: key,
  weight,
  probe: '',
  goodEvidence: '',
  redFlags: [],
  answeredBy: null,
})

const script = [
  question('a', 3),
  question('b', 3),
  question('c', 2),
  question('d', 2),
  question('e', 1),
  question('f', 1),
]
const worked = [
  answer('a', 'known'),
  answer('b', 'assumed'),
  answer('c', 'known'),
  answer('d', 'unknown'),
  answer('e', 'known'),
  answer('f', 'assumed'),
]

test('RV-1: the worked answers know 60 %', () => {
  expect(knowledgeOf(script, worked, asOf, 45).score).toBeCloseTo(0.6, 10)
})

test('RV-1: what does not apply is left out, what was not answered is unknown', () => {
  const some = [answer('a', 'known'), answer('b', 'notApplicable')]
  expect(knowledgeOf(script.slice(0, 2), some, asOf, 45).score).toBe(1)
  expect(knowledgeOf(script.slice(0, 2), some.slice(0, 1), asOf, 45).score).toBe(0.5)
  expect(knowledgeOf([], [], asOf, 45).score).toBeNull()
})

test('RV-2: known without a named buyer or a day counts as assumed', () => {
  expect(countedState(answer('a', 'known'), asOf, 45)).toBe('known')
  expect(countedState(answer('a', 'known', { evidenceWho: ' ' }), asOf, 45)).toBe('assumed')
  expect(countedState(answer('a', 'known', { evidenceOn: null }), asOf, 45)).toBe('assumed')
})

test('RV-3: after 45 days known falls back to assumed', () => {
  const of = (on: string): ReviewAnswer['state'] =>
    countedState(answer('a', 'known', { answeredOn: day(on) }), asOf, 45)
  expect([of('2017-08-20'), of('2017-08-19')]).toEqual(['known', 'assumed'])
  expect(
    knowledgeOf(script, [answer('a', 'known', { answeredOn: day('2017-01-01') })], asOf, 45).fallenBack,
  ).toBe(1)
})

test('RV-4: a review is complete when each weighty unknown has an action or a reason to live with it', () => {
  const open = (answers: readonly ReviewAnswer[]): string[] =>
    openUnknowns(knowledgeOf(script, answers, asOf, 45)).map(each => each.question.key)
  expect(open(worked)).toEqual(['d'])
  const done = worked.map(each =>
    each.question === 'd' ? { ...each, action: asId<'actionItem'>('x') } : each,
  )
  expect(open(done)).toEqual([])
  expect(checkComplete(knowledgeOf(script, done, asOf, 45)).ok).toBe(true)
  const lived = worked.map(each =>
    each.question === 'd' ? { ...each, acceptedNotKnowing: 'too early' } : each,
  )
  expect(open(lived)).toEqual([])
  expect(open(worked.filter(each => each.question !== 'f'))).toEqual(['d'])
})

test('RV-5, RV-W1: less than half known in a deal of this quarter’s forecast', () => {
  const deal = {
    id: asId<'opportunity'>('o1'),
    name: 'Codehow',
    open: true,
    lost: false,
    amount: 1,
    product: null,
    selling: 3,
    close: null,
  }
  const little = knowledgeOf(script, [answer('a', 'known')], asOf, 45)
  expect(reviewWarnings(deal, little, true).map(each => each.code)).toEqual(['RV-W1'])
  expect(reviewWarnings(deal, little, false)).toEqual([])
  expect(reviewWarnings(deal, knowledgeOf(script, worked, asOf, 45), true)).toEqual([])
})

test('the newest review that was held counts', () => {
  const built = aRegion()
  for (const [on, state] of [
    ['2017-09-01', 'completed'],
    ['2017-09-20', 'held'],
    ['2017-10-01', 'prepared'],
  ] as const)
    built.with('review', { on: day(on), state })
  expect(latestReview(built.region.all('review'))?.on).toBe('2017-09-20')
})

test('section 4: of fourteen questions the data answer those they can, known only with a buyer and a day', () => {
  expect(defaultQuestions).toHaveLength(14)
  const built = aRegion()
  const id = built.add('opportunity', {
    decisionDate: day('2017-11-30'),
    decisionDateEvidence: 'B. Lee',
    decisionDateOn: day('2017-09-25'),
    nextStep: 'Board paper',
    nextStepOn: day('2017-10-12'),
  })
  const buyer = {
    name: 'K. Osei',
    cores: ['economic'],
    state: 'engaged',
    lastTwoWay: day('2017-09-29'),
  } as unknown as BuyerMap['buyers'][number]
  const map = { buyers: [buyer], standings: [] } as unknown as BuyerMap
  const answers = preAnswers(
    defaultQuestions,
    {
      deal: built.region.get('opportunity', id) as RecordOf<'opportunity'>,
      map,
      events: new Map([['BE1', { evidence: 'Loses 40,000 a month', on: day('2017-09-01'), who: 'B. Lee' }]]),
      competitors: new Map(),
      planClose: day('2018-01-04'),
      lastActions: [],
    },
    asOf,
  )
  expect(answers.map(each => [each.question, each.state, each.evidenceWho])).toEqual([
    ['doNothing', 'known', 'B. Lee'],
    ['theDate', 'known', 'B. Lee'],
    ['economic', 'known', 'K. Osei'],
    ['mustBeTrue', 'assumed', null],
    ['nextStep', 'assumed', null],
  ])
})

test('a signature gives name, title, department, company, phones and address', () => {
  expect(
    readSignature(
      [
        'Let us talk on Friday about the 3 open points.',
        '',
        'Best regards,',
        'Kwame Osei',
        'Chief Financial Officer, Group Finance',
        'Codehow Ltd.',
        'T: +44 20 7946 0958 | M: +44 7700 900123',
        'kwame.osei@codehow.example',
        'www.codehow.example',
      ].join('\n'),
    ),
  ).toEqual({
    name: 'Kwame Osei',
    title: 'Chief Financial Officer',
    department: 'Group Finance',
    company: 'Codehow Ltd.',
    email: 'kwame.osei@codehow.example',
    phone: '+44 20 7946 0958',
    mobile: '+44 7700 900123',
  })
})

test('a signature of two lines gives what it has, and an address alone gives a name', () => {
  expect(
    readSignature('Anna-Lena Müller, Einkaufsleiterin\nFax: 030 1234567\nTel. 030 7654321'),
  ).toMatchObject({
    name: 'Anna-Lena Müller',
    title: 'Einkaufsleiterin',
    phone: '030 7654321',
    email: null,
  })
  expect(readSignature('jo.ann@x.example')).toMatchObject({ name: 'Jo Ann', email: 'jo.ann@x.example' })
  expect(readSignature('')).toEqual({
    name: null,
    title: null,
    department: null,
    company: null,
    email: null,
    phone: null,
    mobile: null,
  })
})
