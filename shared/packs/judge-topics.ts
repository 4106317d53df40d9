/** Judges answers that are words for the one-on-one: they become topics of the next planned one with the rep. */
import type { PackValue, SheetKey } from './pack-content'
import type { Carrier, JudgeContext, RowAnswers, RowJudge } from './row-judge'

/** The judge of a sheet whose answers are words. */
export const judgeTopics =
  (sheet: SheetKey): RowJudge =>
  (context, row) => {
    const about = aboutOf(context, sheet, row)
    const told = (column: string, value: PackValue): string => topicText(context, sheet, about, column, value)
    const known = new Set(context.region.where('meeting', 'rep', context.rep.id).flatMap(each => each.topics))
    const done = new Set(
      [...row.values].flatMap(([column, value]) =>
        value === null || known.has(told(column, value)) ? [column] : [],
      ),
    )
    return {
      about: about || 'One-on-one',
      bases: {},
      done,
      wrong: new Map(),
      apply: (carrier, take) => {
        const topics = [...row.values.keys()].flatMap(column => {
          const value = take(column)
          return value === undefined || value === null ? [] : [told(column, value)]
        })
        if (topics.length > 0) addTopics(carrier, topics)
      },
    }
  }

const words: Readonly<Record<string, string>> = {
  repComment: 'comments',
  agrees: 'agrees',
  myView: 'sees it so',
  need: 'needs',
  myTopic: 'wants to talk about',
  question: 'asks',
  ownCount: 'counts',
  selling: 'hours selling',
  travel: 'hours travelling',
  admin: 'hours of administration',
  proposal: 'proposes',
  evidence: 'gives as evidence',
  newWeight: 'weighs it',
  newEffect: 'puts its effect in % at',
  status: 'calls it',
  newDue: 'sets the date to',
}

function topicText(
  { rep }: JudgeContext,
  sheet: SheetKey,
  about: string,
  column: string,
  value: PackValue,
): string {
  const said = `${rep.name} ${words[column] ?? column}: ${String(value)}`
  return about && sheet !== 'agenda' ? `${about}. ${said}` : said
}

/** What the row is about, kept in the pack as the row's reference. */
const aboutOf = (_context: JudgeContext, sheet: SheetKey, row: RowAnswers): string =>
  sheet === 'agenda' ? '' : (row.ref ?? '')

function addTopics({ edit, meeting }: Carrier, topics: readonly string[]): void {
  const id = meeting()
  const now = edit.current('meeting', id)['topics'] as readonly string[]
  edit.set('meeting', id, { topics: [...now, ...topics] })
}
