/** The tabs of the inspector, for every record that can be selected; a new tab is one line here. */
import type { TableName } from '#shared/model/catalog'
import { lazyPart, type LazyPart } from './lazy-part'

/** What a tab is given: the selected record. */
interface InspectorTabProps {
  readonly table: TableName
  readonly id: string
}

/** A tab of the inspector. */
interface InspectorTab {
  readonly id: string
  /** Sentence case. */
  readonly title: string
  /** The tables that it is for; null for all. */
  readonly tables: readonly TableName[] | null
  readonly component: LazyPart<InspectorTabProps>
}

/** All tabs in their order. */
export const inspectorTabs: readonly InspectorTab[] = [
  {
    id: 'overview',
    title: 'Overview',
    tables: null,
    component: lazyPart(() => import('../features/record/overview-tab').then(it => it.OverviewTab)),
  },
  {
    id: 'decide',
    title: 'Decide',
    tables: ['opportunity'],
    component: lazyPart(() => import('../features/pipeline/decide-tab').then(it => it.DecideTab)),
  },
  {
    id: 'plan',
    title: 'Plan',
    tables: ['opportunity'],
    component: lazyPart(() => import('../features/plan/plan-tab').then(it => it.PlanTab)),
  },
  {
    id: 'events',
    title: 'Events',
    tables: ['opportunity'],
    component: lazyPart(() => import('../features/forecast/events-tab').then(it => it.EventsTab)),
  },
  {
    id: 'sales',
    title: 'Sales',
    tables: ['account'],
    component: lazyPart(() => import('../features/account/account-tab').then(it => it.AccountTab)),
  },
  {
    id: 'strategy',
    title: 'Strategy',
    tables: ['opportunity'],
    component: lazyPart(() => import('../features/strategy/strategy-tab').then(it => it.StrategyTab)),
  },
  {
    id: 'buyers',
    title: 'Buyers',
    tables: ['opportunity'],
    component: lazyPart(() => import('../features/buyers/buyers-tab').then(it => it.BuyersTab)),
  },
  {
    id: 'review',
    title: 'Review',
    tables: ['opportunity'],
    component: lazyPart(() => import('../features/review/review-tab').then(it => it.ReviewTab)),
  },
  {
    id: 'history',
    title: 'History',
    tables: null,
    component: lazyPart(() => import('../features/history/history-tab').then(it => it.HistoryTab)),
  },
]

/** The tabs for records of a table. */
export const tabsFor = (table: TableName): readonly InspectorTab[] =>
  inspectorTabs.filter(tab => tab.tables === null || tab.tables.includes(table))
