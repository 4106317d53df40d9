/** The tabs of the inspector, for every record that can be selected; a new tab is one line here. */
import type { ComponentType } from 'react'
import type { TableName } from '#shared/model/catalog'
import { AccountTab } from '../features/account/account-tab'
import { BuyersTab } from '../features/buyers/buyers-tab'
import { EventsTab } from '../features/forecast/events-tab'
import { HistoryTab } from '../features/history/history-tab'
import { DecideTab } from '../features/pipeline/decide-tab'
import { PlanTab } from '../features/plan/plan-tab'
import { OverviewTab } from '../features/record/overview-tab'
import { ReviewTab } from '../features/review/review-tab'
import { StrategyTab } from '../features/strategy/strategy-tab'

/** What a tab is given: the selected record. */
export interface InspectorTabProps {
  readonly table: TableName
  readonly id: string
}

/** A tab of the inspector. */
export interface InspectorTab {
  readonly id: string
  /** Sentence case. */
  readonly title: string
  /** The tables that it is for; null for all. */
  readonly tables: readonly TableName[] | null
  readonly component: ComponentType<InspectorTabProps>
}

/** All tabs in their order. */
export const inspectorTabs: readonly InspectorTab[] = [
  { id: 'overview', title: 'Overview', tables: null, component: OverviewTab },
  { id: 'decide', title: 'Decide', tables: ['opportunity'], component: DecideTab },
  { id: 'plan', title: 'Plan', tables: ['opportunity'], component: PlanTab },
  { id: 'events', title: 'Events', tables: ['opportunity'], component: EventsTab },
  { id: 'sales', title: 'Sales', tables: ['account'], component: AccountTab },
  { id: 'strategy', title: 'Strategy', tables: ['opportunity'], component: StrategyTab },
  { id: 'buyers', title: 'Buyers', tables: ['opportunity'], component: BuyersTab },
  { id: 'review', title: 'Review', tables: ['opportunity'], component: ReviewTab },
  { id: 'history', title: 'History', tables: null, component: HistoryTab },
]

/** The tabs for records of a table. */
export const tabsFor = (table: TableName): readonly InspectorTab[] =>
  inspectorTabs.filter(tab => tab.tables === null || tab.tables.includes(table))
