/** Sheet 4 of a pack: the factors and actions of the current strategy sheets of the rep's open deals. */
import type { RecordOf } from '../model/catalog'
import type { Factor } from '../model/workbench'
import { newAbout, type PackRow, type PackSheet, type PackValue } from './pack-content'
import type { RepFacts } from './pack-facts'
import { factorStates } from './pack-lists'

/** The word of a factor's status. */
const factorWord = (factor: Factor): string =>
  factorStates.find(each => each.key === factor.status)?.word ?? factor.status

/** What the fill-in cells of a factor stand for now; effects in whole per cent. */
export const factorBases = (factor: Factor): Readonly<Record<string, PackValue>> => ({
  newWeight: String(factor.weight),
  newEffect: String(Math.round(factor.effect * 100)),
  status: factorWord(factor),
  evidence: factor.evidence,
})

/** How a row names its factor: the sheet's record and the factor in it. */
const factorRef = (sheet: RecordOf<'strategySheet'>, factor: Factor): string => `${sheet.id}/${factor.id}`

/** Empty rows that each deal gets for new factors and actions (9.4). */
const emptyRows = 5

/** Builds the sheet. */
export function strategySheet(rep: RepFacts): PackSheet {
  const rows: PackRow[] = []
  let empty = 0
  for (const state of rep.open)
    for (const sheet of rep.region.where('strategySheet', 'opportunity', state.id)) {
      if (sheet.state !== 'current') continue
      const deal = { dealId: state.deal.externalId ?? '', deal: state.deal.name }
      for (const [at, factor] of sheet.factors.entries())
        rows.push({
          key: `R${rows.length - empty + 1}`,
          ref: factorRef(sheet, factor),
          values: {
            ...deal,
            type: factor.direction === 'favour' ? 'For' : 'Against',
            ref: `F${at + 1}`,
            text: factor.text,
            weight: factor.weight,
            effect: factor.effect,
            owner: null,
            due: null,
            status: factorWord(factor),
            evidence: factor.evidence,
          },
          bases: factorBases(factor),
        })
      for (const [at, action] of sheet.actions.entries()) {
        const item = rep.region.get('actionItem', action.action)
        if (item?.state === 'open')
          rows.push({
            key: `R${rows.length - empty + 1}`,
            ref: `action/${item.id}`,
            values: {
              ...deal,
              type: 'Action',
              ref: `A${at + 1}`,
              text: item.text,
              owner: rep.region.get('rep', item.rep)?.name ?? item.ownerName,
              due: item.dueOn,
            },
            bases: { newDue: item.dueOn },
          })
      }
      for (let each = 0; each < emptyRows; each++)
        rows.push({ key: `new ${++empty}`, ref: newAbout(state.id), values: deal })
    }
  return {
    key: 'strategy',
    name: '4 Strategy',
    title: 'Strategy',
    hint: 'What works for and against us in your key deals, and what we do about it. Correct weights and effects, with evidence.',
    columns: [
      { key: 'dealId', header: 'Deal id', kind: 'text', fill: false, width: 10 },
      { key: 'deal', header: 'Deal', kind: 'text', fill: false, width: 34, wrap: true },
      { key: 'type', header: 'Type', kind: 'text', fill: false, width: 9 },
      { key: 'ref', header: 'Ref', kind: 'text', fill: false, width: 6 },
      { key: 'text', header: 'Text', kind: 'text', fill: false, width: 40, wrap: true },
      { key: 'weight', header: 'Weight', kind: 'whole', fill: false, width: 8 },
      { key: 'effect', header: 'Effect', kind: 'percent', fill: false, width: 8 },
      { key: 'owner', header: 'Owner', kind: 'text', fill: false, width: 16 },
      { key: 'due', header: 'Due', kind: 'day', fill: false, width: 11 },
      {
        key: 'newWeight',
        header: 'New weight',
        kind: 'list',
        list: 'weight',
        fill: true,
        width: 9,
        newPage: true,
        hint: 'From 1 (little) to 5 (decides the deal).',
      },
      {
        key: 'newEffect',
        header: 'New effect',
        kind: 'list',
        list: 'effect',
        fill: true,
        width: 9,
        hint: 'How far neutralised or realised, in %.',
      },
      {
        key: 'status',
        header: 'Status',
        kind: 'list',
        list: 'factorStatus',
        fill: true,
        width: 14,
        hint: 'How the factor stands.',
      },
      {
        key: 'evidence',
        header: 'Evidence',
        kind: 'text',
        fill: true,
        width: 40,
        longest: 500,
        wrap: true,
        hint: 'Who said or did it.',
      },
      {
        key: 'newDue',
        header: 'Due new',
        kind: 'day',
        fill: true,
        width: 12,
        from: rep.facts.asOf,
        hint: 'For actions: when it will be done.',
      },
      {
        key: 'proposal',
        header: 'New factor or action',
        kind: 'text',
        fill: true,
        width: 40,
        longest: 300,
        wrap: true,
        hint: 'Only in the empty rows of the deal.',
      },
    ],
    rows,
    spareRows: 0,
    empty: 'No strategy sheets yet: deals above the key amount get one, and its factors appear here.',
    frozen: 2,
  }
}
