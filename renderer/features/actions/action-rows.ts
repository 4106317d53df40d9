/** The action list as the grid shows it: each action with how it stands, its owner and where it comes from. */
import type { Day } from '#shared/base/day'
import type { RecordOf } from '#shared/model/catalog'
import { actionStanding, type ActionStanding } from '#shared/process/action-item'
import { originLabel, originReader, originTables } from '#shared/process/action-origin'
import { regionCalendar } from '#shared/region/settings'
import { fieldColumn, type RecordColumn } from '../../records/catalog-columns'
import type { ShippedView } from '../../records/saved-views'
import { query } from '../../store/query'
import type { FilterGroup } from '../../ui/grid/engine/filter'
import type { RowsSpec } from '../../ui/grid/engine/rows-source'
import { plainView } from '../../ui/grid/grid-view'

/** One action of the list. */
export interface ActionRow {
  readonly action: RecordOf<'actionItem'>
  readonly standing: ActionStanding
  readonly owner: string | null
  readonly deal: string | null
  readonly account: string | null
  readonly behind: string | null
}

/** All actions as of a day, the earliest due first. */
export const askActions = query(
  [...originTables, 'rep', 'account', 'workWeek', 'holiday'],
  (region, asOf: Day): readonly ActionRow[] => {
    const calendar = regionCalendar(region)
    const behind = originReader(region)
    return region
      .all('actionItem')
      .map(action => ({
        action,
        standing: actionStanding(action, calendar, asOf),
        owner: region.get('rep', action.rep)?.name ?? action.ownerName,
        deal: region.get('opportunity', action.opportunity)?.name ?? null,
        account: region.get('account', action.account)?.name ?? null,
        behind: behind(action),
      }))
      .sort((a, b) => ((a.action.dueOn ?? '9') < (b.action.dueOn ?? '9') ? -1 : 1))
  },
)

/** How many actions are overdue as of a day. */
export const askOverdue = query(
  [...askActions.tables],
  (region, asOf: Day): number =>
    askActions(region, asOf).filter(row => row.standing.kind === 'overdue').length,
)

/** How the grid reads the list. */
export const actionSpec: RowsSpec<ActionRow> = {
  id: row => row.action.id,
  columns: {
    text: { kind: 'text', get: row => row.action.text },
    standing: {
      kind: 'flags',
      flags: [
        { key: 'overdue', label: 'Overdue', tone: 'danger' },
        { key: 'dueSoon', label: 'Due soon', tone: 'warn' },
        { key: 'noDate', label: 'No date', tone: 'warn' },
        { key: 'open', label: 'Open', tone: 'neutral' },
        { key: 'done', label: 'Done', tone: 'ok' },
        { key: 'cancelled', label: 'Dropped', tone: 'neutral' },
      ],
      get: row => [row.standing.kind],
    },
    late: { kind: 'number', get: row => (row.standing.days > 0 ? row.standing.days : null) },
    rep: { kind: 'text', get: row => row.owner },
    dueOn: { kind: 'date', get: row => row.action.dueOn },
    origin: { kind: 'choice', get: row => originLabel(row.action.origin) },
    behind: { kind: 'text', get: row => row.behind },
    opportunity: { kind: 'text', get: row => row.deal },
    account: { kind: 'text', get: row => row.account },
    doneOn: { kind: 'date', get: row => row.action.doneOn },
    evidence: { kind: 'text', get: row => row.action.evidence },
    comment: { kind: 'text', get: row => row.action.comment },
    createdAt: { kind: 'date', get: row => row.action.createdAt.slice(0, 10) },
  },
}

/** The columns; state and evidence change only by marking as done. */
export const actionColumns = (onDeal: (action: string) => void): readonly RecordColumn[] => [
  fieldColumn('actionItem', 'text', { pin: 'left', width: 320 }),
  { key: 'standing', title: 'State', width: 104, help: 'Overdue from the day after it was due.' },
  {
    key: 'late',
    title: 'Days late',
    width: 96,
    help: 'Working days past the due day.',
    aggregate: { fn: 'max' },
  },
  fieldColumn('actionItem', 'dueOn', { width: 104 }),
  fieldColumn('actionItem', 'rep', { width: 150, help: 'A rep; other owners are kept by name.' }),
  { key: 'origin', title: 'Origin', width: 120 },
  {
    key: 'behind',
    title: 'Comes from',
    width: 230,
    help: 'The factor, buyer, question or plan step behind it.',
  },
  {
    key: 'opportunity',
    title: 'Opportunity',
    width: 220,
    onLink: cell => onDeal(cell.rowId),
  },
  { key: 'account', title: 'Account', width: 160, hidden: true },
  fieldColumn('actionItem', 'comment', { width: 180, hidden: true }),
  { key: 'doneOn', title: 'Done on', width: 104, hidden: true },
  { key: 'evidence', title: 'Evidence', width: 240, hidden: true },
  { key: 'createdAt', title: 'Made on', width: 104, hidden: true },
]

const where = (...parts: FilterGroup['parts']): FilterGroup => ({ join: 'and', parts })
const openOnly = {
  column: 'standing',
  op: 'has',
  values: ['overdue', 'dueSoon', 'open', 'noDate'],
} as const
const byDue = [{ column: 'dueOn', descending: false }]

/** The views that ship: what is open, what is overdue, who owes it and where it came from, and what was done. */
export const actionViews: readonly ShippedView[] = [
  {
    id: 'open',
    name: 'Open',
    view: { ...plainView, filterRow: true, filter: where(openOnly), sort: byDue },
  },
  {
    id: 'overdue',
    name: 'Overdue',
    view: {
      ...plainView,
      filterRow: true,
      filter: where({ column: 'standing', op: 'has', values: ['overdue'] }),
      sort: byDue,
    },
  },
  {
    id: 'owner',
    name: 'Open by owner',
    view: {
      ...plainView,
      filterRow: true,
      filter: where(openOnly),
      groups: [{ column: 'rep' }],
      sort: byDue,
    },
  },
  {
    id: 'origin',
    name: 'Open by origin',
    view: {
      ...plainView,
      filterRow: true,
      filter: where(openOnly),
      groups: [{ column: 'origin' }],
      sort: byDue,
    },
  },
  {
    id: 'done',
    name: 'Done, with evidence',
    view: {
      ...plainView,
      filterRow: true,
      filter: where({ column: 'standing', op: 'has', values: ['done', 'cancelled'] }),
      columns: [
        { key: 'doneOn', hidden: false },
        { key: 'evidence', hidden: false },
        { key: 'late', hidden: true },
      ],
      sort: [{ column: 'doneOn', descending: true }],
    },
  },
  { id: 'all', name: 'All actions', view: { ...plainView, filterRow: true, sort: byDue } },
]
