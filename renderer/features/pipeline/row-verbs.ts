/** The verbs in the menu of a deal's row; with several rows selected they are about all of them. */
import { dispositionVerbs } from '#shared/process/decision-words'
import type { DealState } from '#shared/process/deal-state'
import { nextDispositions, type DispositionKind } from '#shared/process/disposition'
import type { RowAction } from '../../ui/grid/grid-props'
import type { Asking } from './decide-dialogs'

const order: readonly DispositionKind[] = [
  'qualify',
  'postpone',
  'disqualify',
  'archive',
  'revisit',
  'reopen',
]

/** The verbs for these deals; those that are possible for none of them are left out. */
export function rowVerbs(rows: readonly DealState[], ask: (asking: Asking) => void): readonly RowAction[] {
  const open = rows.filter(row => row.state === 'open')
  const many = rows.length > 1 ? ` ${rows.length} deals` : ''
  if (open.length === 0)
    return [{ key: 'closed', label: 'Closed: nothing to decide', disabled: true, onDo: () => undefined }]
  return [
    ...order
      .filter(kind => open.some(row => nextDispositions(row.disposition.state).includes(kind)))
      .map((decision): RowAction => ({
        key: decision,
        label: `${dispositionVerbs[decision]}${many}…`,
        onDo: () => ask({ kind: 'decide', rows, decision }),
      })),
    { key: 'close', label: `Close${many} as won, lost…`, onDo: () => ask({ kind: 'close', rows }) },
  ]
}
