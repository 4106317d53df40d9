/** Judges the answers on the sheet of actions, new actions included. */
import { parseDay, type Day } from '../base/day'
import { asId } from '../base/id'
import { actionBases } from './action-sheet'
import type { PackValue } from './pack-content'
import { textOf, type JudgeContext, type RowAnswers, type RowJudge, type RowJudgement } from './row-judge'

const dayIn = (value: PackValue | undefined): Day | null =>
  typeof value === 'string' ? parseDay(value) : null

/** Judges one action's row; a row without a record is a new action. */
export const judgeAction: RowJudge = (context, row) => {
  if (row.ref === null) return judgeNew(context, row)
  const action = context.region.get('actionItem', asId<'actionItem'>(row.ref))
  if (!action) return null
  const bases = actionBases(action)
  const done = new Set(
    [...row.values].flatMap(([column, value]) => (bases[column] === value ? [column] : [])),
  )
  const wrong = new Map<string, string>()
  if (row.values.has('newText')) wrong.set('newText', 'New actions go into the empty rows below the table.')
  const doneOn = dayIn(row.values.get('doneOn'))
  if (doneOn && doneOn > context.today) wrong.set('doneOn', 'The day lies in the future.')
  if (row.values.get('done') === 'N' && action.state === 'open') done.add('done')
  return {
    about: action.text,
    bases,
    done,
    wrong,
    apply: ({ edit }, take) => {
      const values: Record<string, unknown> = {}
      const comment = take('comment')
      const newDue = take('newDue')
      const said = take('done')
      if (comment !== undefined) values['comment'] = comment
      if (newDue !== undefined && newDue !== null) values['dueOn'] = newDue
      if (said === 'Y')
        Object.assign(values, { state: 'done', doneOn: dayIn(take('doneOn')) ?? context.meta.asOf })
      else if (said !== undefined) Object.assign(values, { state: 'open', doneOn: null })
      if (Object.keys(values).length > 0) edit.set('actionItem', action.id, values)
    },
  }
}

function judgeNew({ region, rep }: JudgeContext, row: RowAnswers): RowJudgement {
  const text = textOf(row.values.get('newText'))
  const wrong = new Map<string, string>()
  const done = new Set<string>()
  const known = region
    .where('actionItem', 'rep', rep.id)
    .some(each => each.text === text && each.origin === 'pack')
  for (const column of row.values.keys()) {
    if (known) done.add(column)
    else if (text === null) wrong.set(column, 'Write the action under New action.')
  }
  return {
    about: text ?? 'New action',
    bases: {},
    done,
    wrong,
    apply: ({ edit }, take) => {
      const newText = textOf(take('newText'))
      if (newText === null) return
      edit.add('actionItem', {
        text: newText,
        rep: rep.id,
        dueOn: dayIn(take('newDue')),
        origin: 'pack',
        comment: textOf(take('comment')),
        ...(take('done') === 'Y' ? { state: 'done' as const, doneOn: dayIn(take('doneOn')) } : {}),
      })
    },
  }
}
