/** Sheet 6 of a pack: the questions of the newest review of each deal that are not known yet. */
import type { RecordOf } from '../model/catalog'
import type { ReviewAnswer } from '../model/workbench'
import { countedState } from '../strategy/review-score'
import type { PackRow, PackSheet, PackValue } from './pack-content'
import type { RepFacts } from './pack-facts'
import { answerStates } from './pack-lists'

/** What the fill-in cells of a question stand for now. */
export const answerBases = (answer: ReviewAnswer | undefined): Readonly<Record<string, PackValue>> => ({
  state: answer ? (answerStates.find(each => each.key === answer.state)?.word ?? null) : null,
  answer: answer?.answer ?? null,
  who: answer?.evidenceWho ?? null,
  when: answer?.evidenceOn ?? null,
})

/** The newest review of a deal that is not superseded. */
export function lastReview(
  region: RepFacts['region'],
  deal: RecordOf<'opportunity'>['id'],
): RecordOf<'review'> | null {
  return region
    .where('review', 'opportunity', deal)
    .filter(each => each.state !== 'superseded')
    .reduce<RecordOf<'review'> | null>(
      (last, each) => (last === null || each.on >= last.on ? each : last),
      null,
    )
}

/** Builds the sheet. */
export function unknownSheet(rep: RepFacts): PackSheet {
  const rows: PackRow[] = []
  const { answerAgeDays } = rep.facts.states.settings
  for (const { id, deal } of rep.open) {
    const review = lastReview(rep.region, id)
    const script = review && rep.region.get('scriptTemplate', review.template)
    for (const question of script?.questions ?? []) {
      const answer = review?.answers.find(each => each.question === question.key)
      const state = answer ? countedState(answer, rep.facts.asOf, answerAgeDays) : 'unknown'
      if (state === 'known' || state === 'notApplicable') continue
      rows.push({
        key: `Q${rows.length + 1}`,
        ref: `${review?.id ?? ''}/${question.key}`,
        values: {
          deal: deal.name,
          question: question.text,
          weight: question.weight,
          // A known answer that is old or unproven counts as assumed (RV-2, RV-3).
          lastState: answerStates.find(each => each.key === state)?.word ?? 'U',
          lastAnswer: answer?.answer ?? null,
        },
        bases: answerBases(answer),
      })
    }
  }
  return {
    key: 'unknowns',
    name: '6 Unknowns',
    title: 'Unknowns',
    hint: 'What we do not know yet about your reviewed deals. An answer counts with who said it and when.',
    columns: [
      { key: 'deal', header: 'Deal', kind: 'text', fill: false, width: 34, wrap: true },
      { key: 'question', header: 'Question', kind: 'text', fill: false, width: 50, wrap: true },
      { key: 'weight', header: 'Weight', kind: 'whole', fill: false, width: 8 },
      { key: 'lastState', header: 'Last state', kind: 'text', fill: false, width: 10 },
      { key: 'lastAnswer', header: 'Last answer', kind: 'text', fill: false, width: 30, wrap: true },
      {
        key: 'state',
        header: 'State',
        kind: 'list',
        list: 'answerState',
        fill: true,
        width: 8,
        hint: 'Known, assumed, unknown or not applicable.',
      },
      {
        key: 'answer',
        header: 'Answer',
        kind: 'text',
        fill: true,
        width: 40,
        longest: 500,
        wrap: true,
        hint: 'In the buyer’s words.',
      },
      {
        key: 'who',
        header: 'Evidence: who',
        kind: 'text',
        fill: true,
        width: 18,
        longest: 120,
        hint: 'Who said it.',
      },
      {
        key: 'when',
        header: 'Evidence: when',
        kind: 'day',
        fill: true,
        width: 12,
        hint: 'When it was said.',
      },
    ],
    rows,
    spareRows: 0,
    empty: 'No reviews yet: review a deal, and what stays unknown appears here.',
    frozen: 2,
  }
}
