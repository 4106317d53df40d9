/** Sheet 7 of a pack: the rep's open actions. */
import { fieldsOf, type RecordOf } from '../model/catalog'
import type { PackSheet, PackValue } from './pack-content'
import type { RepFacts } from './pack-facts'

/** What the fill-in cells of an action stand for now. */
export const actionBases = (action: RecordOf<'actionItem'>): Readonly<Record<string, PackValue>> => ({
  done: action.state === 'done' ? 'Y' : null,
  doneOn: action.doneOn,
  comment: action.comment,
  newDue: action.dueOn,
})

/** Builds the sheet, the earliest due first; the empty rows take new actions. */
export function actionSheet({ region, rep, facts }: RepFacts): PackSheet {
  const open = region
    .where('actionItem', 'rep', rep.id)
    .filter(each => each.state === 'open')
    .sort((a, b) =>
      (a.dueOn ?? '9') < (b.dueOn ?? '9')
        ? -1
        : (a.dueOn ?? '9') > (b.dueOn ?? '9')
          ? 1
          : a.text < b.text
            ? -1
            : 1,
    )
  return {
    key: 'actions',
    name: '7 Actions',
    title: 'Actions',
    hint: 'Say what is done, move what is not, and write new actions into the empty rows.',
    columns: [
      { key: 'text', header: 'Action', kind: 'text', fill: false, width: 44, wrap: true },
      { key: 'deal', header: 'Deal or account', kind: 'text', fill: false, width: 34, wrap: true },
      { key: 'origin', header: 'Origin', kind: 'text', fill: false, width: 15 },
      { key: 'due', header: 'Due', kind: 'day', fill: false, width: 11 },
      {
        key: 'done',
        header: 'Done',
        kind: 'list',
        list: 'yesNo',
        fill: true,
        width: 8,
        hint: 'Y once it is done.',
      },
      {
        key: 'doneOn',
        header: 'Done on',
        kind: 'day',
        fill: true,
        width: 12,
        hint: 'The day on which it was done.',
      },
      {
        key: 'comment',
        header: 'Comment',
        kind: 'text',
        fill: true,
        width: 34,
        longest: 500,
        wrap: true,
        hint: 'What came of it.',
      },
      {
        key: 'newDue',
        header: 'New due',
        kind: 'day',
        fill: true,
        width: 12,
        from: facts.asOf,
        hint: 'When it will be done instead.',
      },
      {
        key: 'newText',
        header: 'New action',
        kind: 'text',
        fill: true,
        width: 34,
        longest: 200,
        wrap: true,
        hint: 'Only in the empty rows: a new action of yours, with its New due.',
      },
    ],
    rows: open.map((each, at) => ({
      key: `A${at + 1}`,
      ref: each.id,
      values: {
        text: each.text,
        deal:
          region.get('opportunity', each.opportunity)?.name ??
          region.get('account', each.account)?.name ??
          null,
        origin: originWord(each.origin),
        due: each.dueOn,
        comment: each.comment,
      },
      bases: actionBases(each),
    })),
    spareRows: 5,
    empty: 'No open actions. New ones go into the empty rows.',
    frozen: 1,
  }
}

const originWord = (origin: RecordOf<'actionItem'>['origin']): string =>
  fieldsOf('actionItem')['origin']?.choices?.find(each => each.key === origin)?.label ?? origin
