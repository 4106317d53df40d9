/** Turns the answers of a pack into proposals, conflicts and errors against the region as it is now (CO-9). */
import type { Day } from '../base/day'
import { asId } from '../base/id'
import { fail, ok, type Result } from '../base/result'
import type { Region } from '../region/region'
import { settingsOf } from '../region/settings'
import { judgeAction } from './judge-actions'
import { judgeDeal } from './judge-deals'
import { judgeCall, judgeSkill } from './judge-figures'
import { judgeTopics } from './judge-topics'
import { judgeBuyer, judgeStrategy, judgeUnknown } from './judge-workbench'
import type { Answer, AnswerError, AnswerNote, PackAnswers, Problem } from './pack-answers'
import { shownText } from './pack-meta'
import type { PackValue, SheetKey } from './pack-content'
import type { JudgeContext, RowAnswers, RowJudge, RowJudgement } from './row-judge'

/** One change that the rep proposes: `now` is what the region holds, `value` what the rep wrote. */
export interface Proposal {
  readonly id: string
  readonly answer: Answer
  readonly about: string
  readonly now: PackValue
  /** The region has changed since the pack went out: the user picks. */
  readonly conflict: boolean
}

/** The answers of one row with the judgement that can carry them out. */
interface JudgedRow {
  readonly sheet: SheetKey
  readonly key: string
  readonly judgement: RowJudgement
  readonly proposals: readonly Proposal[]
}

/** A pack as it stands against the region. */
export interface PackReturn {
  readonly answers: PackAnswers
  readonly rows: readonly JudgedRow[]
  readonly proposals: readonly Proposal[]
  readonly errors: readonly AnswerError[]
  readonly notes: readonly AnswerNote[]
  /** Answers that the region holds already. */
  readonly done: number
}

const judges: Readonly<Record<SheetKey, RowJudge>> = {
  scorecard: judgeTopics('scorecard'),
  focus: judgeTopics('focus'),
  deals: judgeDeal,
  strategy: judgeStrategy,
  buyers: judgeBuyer,
  unknowns: judgeUnknown,
  actions: judgeAction,
  activity: judgeTopics('activity'),
  forecast: judgeCall,
  skills: judgeSkill,
  agenda: judgeTopics('agenda'),
}

/** Judges a pack; a pack of another region or of a rep who is not here is refused. `today` bounds what can have happened. */
export function packProposals(region: Region, answers: PackAnswers, today: Day): Result<PackReturn, Problem> {
  const { meta } = answers
  const here = settingsOf(region).regionName
  const rep = region.get('rep', asId<'rep'>(meta.repId))
  if (meta.region !== here) return fail({ code: 'otherRegion', pack: meta.region, here })
  if (!rep) return fail({ code: 'unknownRep', rep: meta.repName })
  const context: JudgeContext = { region, rep, meta, today }
  const rows: JudgedRow[] = []
  const errors: AnswerError[] = [...answers.errors]
  let done = 0
  for (const group of byRow(answers.answers)) {
    const [first] = group
    if (!first) continue
    const asked: RowAnswers = {
      key: first.row,
      ref: first.ref,
      values: new Map(group.map(each => [each.column, each.value])),
    }
    const judgement = judges[first.sheet](context, asked)
    if (!judgement) {
      errors.push(...group.map(each => asError(each, 'The record is no longer there.')))
      continue
    }
    const proposals: Proposal[] = []
    for (const answer of group) {
      const why = judgement.wrong.get(answer.column)
      const now = judgement.bases[answer.column] ?? null
      if (judgement.done.has(answer.column)) done++
      else if (why) errors.push(asError(answer, why))
      else
        proposals.push({
          id: `${answer.sheet}/${answer.row}/${answer.column}`,
          answer,
          about: judgement.about,
          now,
          conflict: shownText(now) !== shownText(answer.base),
        })
    }
    if (proposals.length > 0) rows.push({ sheet: first.sheet, key: first.row, judgement, proposals })
  }
  return ok({
    answers,
    rows,
    proposals: rows.flatMap(each => each.proposals),
    errors,
    notes: answers.notes,
    done,
  })
}

const asError = (answer: Answer, why: string): AnswerError => ({
  at: answer.at,
  header: answer.header,
  text: answer.value === null ? '' : String(answer.value),
  why,
})

function byRow(answers: readonly Answer[]): Iterable<readonly Answer[]> {
  const groups = new Map<string, Answer[]>()
  for (const answer of answers) {
    const key = `${answer.sheet}/${answer.row}`
    const group = groups.get(key)
    if (group) group.push(answer)
    else groups.set(key, [answer])
  }
  return groups.values()
}
