/** Every screen of the program, in the order of the rail; a new screen is one line here. */
import {
  IconChecklist,
  IconBuilding,
  IconChartBar,
  IconChartDots3,
  IconFileImport,
  IconFilter,
  IconHistory,
  IconHome,
  IconMessages,
  IconRoute,
  IconSettings,
  IconTable,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Day } from '#shared/base/day'
import type { Query } from '../store/query'
import { askOverdue } from '../features/actions/action-rows'
import { askWaiting } from '../features/coaching/coaching-facts'
import { lazyPart, type LazyPart } from './lazy-part'

/** A screen. */
export interface Screen {
  /** The name in a place, and in the command `go.<id>`. */
  readonly id: string
  /** Sentence case, as on the rail. */
  readonly title: string
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  readonly component: LazyPart<object>
  /** How many decisions wait there as of a day; shown on the rail where it is above none. */
  readonly waiting?: Query<[Day], number>
  /** Left off the rail; reached by a command or a link. */
  readonly hidden?: true
}

/** All screens. */
export const screens: readonly Screen[] = [
  {
    id: 'home',
    title: 'Home',
    icon: IconHome,
    component: lazyPart(() => import('./home-with-cards').then(it => it.HomeWithCards)),
  },
  {
    id: 'pipeline',
    title: 'Pipeline',
    icon: IconFilter,
    component: lazyPart(() => import('../features/pipeline/pipeline-screen').then(it => it.PipelineScreen)),
  },
  {
    id: 'forecast',
    title: 'Forecast',
    icon: IconChartDots3,
    component: lazyPart(() => import('./forecast-with-tabs').then(it => it.ForecastWithTabs)),
  },
  {
    id: 'measures',
    title: 'Measures',
    icon: IconChartBar,
    component: lazyPart(() => import('../features/measures/measures-screen').then(it => it.MeasuresScreen)),
  },
  {
    id: 'accounts',
    title: 'Accounts',
    icon: IconBuilding,
    component: lazyPart(() => import('../features/accounts/accounts-screen').then(it => it.AccountsScreen)),
  },
  {
    id: 'people',
    title: 'People',
    icon: IconUsers,
    component: lazyPart(() => import('../features/people/people-screen').then(it => it.PeopleScreen)),
  },
  {
    id: 'coaching',
    title: 'Coaching',
    icon: IconMessages,
    component: lazyPart(() => import('../features/coaching/coaching-screen').then(it => it.CoachingScreen)),
    waiting: askWaiting,
  },
  {
    id: 'actions',
    title: 'Actions',
    icon: IconChecklist,
    component: lazyPart(() => import('../features/actions/actions-screen').then(it => it.ActionsScreen)),
    waiting: askOverdue,
  },
  {
    id: 'process',
    title: 'Process',
    icon: IconRoute,
    component: lazyPart(() => import('../features/process/process-screen').then(it => it.ProcessScreen)),
  },
  {
    id: 'records',
    title: 'Records',
    icon: IconTable,
    component: lazyPart(() => import('../features/tables/tables-screen').then(it => it.TablesScreen)),
  },
  {
    id: 'imports',
    title: 'Imports',
    icon: IconFileImport,
    component: lazyPart(() => import('../features/imports/imports-screen').then(it => it.ImportsScreen)),
  },
  {
    id: 'settings',
    title: 'Settings',
    icon: IconSettings,
    component: lazyPart(() => import('../features/settings/settings-screen').then(it => it.SettingsScreen)),
  },
  {
    id: 'history',
    title: 'History',
    icon: IconHistory,
    component: lazyPart(() => import('../features/history/history-screen').then(it => it.HistoryScreen)),
    hidden: true,
  },
]

/** The screen of a name in a place; null where there is none. */
export const screenOf = (id: string): Screen | null => screens.find(each => each.id === id) ?? null
