/** The views that ship with the pipeline grid. */
import type { ShippedView } from '../../records/saved-views'
import type { FilterGroup } from '../../ui/grid/engine/filter'
import { plainView } from '../../ui/grid/grid-view'

const where = (...parts: FilterGroup['parts']): FilterGroup => ({ join: 'and', parts })
const open = { column: 'state', op: 'in', values: ['Open'] } as const

/** Open deals by value first, then what needs a decision, and the closed ones. */
export const pipelineViews: readonly ShippedView[] = [
  {
    id: 'open',
    name: 'Open deals',
    view: {
      ...plainView,
      filterRow: true,
      totals: true,
      filter: where(open),
      sort: [{ column: 'value', descending: true }],
    },
  },
  {
    id: 'manager',
    name: 'Open by manager and rep',
    view: {
      ...plainView,
      filterRow: true,
      totals: true,
      filter: where(open),
      groups: [{ column: 'manager' }, { column: 'owner' }],
    },
  },
  {
    id: 'standing',
    name: 'Stuck or dead by age',
    view: {
      ...plainView,
      filterRow: true,
      totals: true,
      filter: where(open, { column: 'flags', op: 'has', values: ['stuck', 'dead'] }),
      sort: [{ column: 'value', descending: true }],
    },
  },
  {
    id: 'closed',
    name: 'Won and lost',
    view: {
      ...plainView,
      filterRow: true,
      totals: true,
      filter: where({ column: 'state', op: 'notIn', values: ['Open'] }),
      columns: [
        { key: 'state', hidden: false },
        { key: 'closedOn', hidden: false },
        { key: 'wonAmount', hidden: false },
        { key: 'endReason', hidden: false },
        { key: 'lesson', hidden: false },
        { key: 'lamps', hidden: true },
        { key: 'flags', hidden: true },
      ],
      sort: [{ column: 'closedOn', descending: true }],
    },
  },
  {
    id: 'ratios',
    name: 'Win ratios by manager and rep',
    view: {
      ...plainView,
      filterRow: true,
      totals: true,
      filter: where({ column: 'state', op: 'notIn', values: ['Open'] }),
      columns: [
        { key: 'name' },
        { key: 'state', hidden: false },
        { key: 'wonAmount', hidden: false },
        { key: 'age', hidden: false },
      ],
      groups: [{ column: 'manager' }, { column: 'owner' }],
    },
  },
  {
    id: 'all',
    name: 'All deals',
    view: { ...plainView, filterRow: true, totals: true, columns: [{ key: 'state', hidden: false }] },
  },
]
