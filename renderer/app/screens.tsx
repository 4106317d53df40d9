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
import { ActionsScreen } from '../features/actions/actions-screen'
import { AccountsScreen } from '../features/accounts/accounts-screen'
import { MeasuresScreen } from '../features/measures/measures-screen'
import { PeopleScreen } from '../features/people/people-screen'
import { PipelineScreen } from '../features/pipeline/pipeline-screen'
import { ProcessScreen } from '../features/process/process-screen'
import { TablesScreen } from '../features/tables/tables-screen'
import { CoachingScreen } from '../features/coaching/coaching-screen'
import { askWaiting } from '../features/coaching/coaching-facts'
import { ImportsScreen } from '../features/imports/imports-screen'
import { HistoryScreen } from '../features/history/history-screen'
import { SettingsScreen } from '../features/settings/settings-screen'
import { ForecastWithTabs } from './forecast-with-tabs'
import { HomeWithCards } from './home-with-cards'

/** A screen. */
export interface Screen {
  /** The name in a place, and in the command `go.<id>`. */
  readonly id: string
  /** Sentence case, as on the rail. */
  readonly title: string
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  readonly component: ComponentType
  /** How many decisions wait there as of a day; shown on the rail where it is above none. */
  readonly waiting?: Query<[Day], number>
  /** Left off the rail; reached by a command or a link. */
  readonly hidden?: true
}

/** All screens. */
export const screens: readonly Screen[] = [
  { id: 'home', title: 'Home', icon: IconHome, component: HomeWithCards },
  { id: 'pipeline', title: 'Pipeline', icon: IconFilter, component: PipelineScreen },
  { id: 'forecast', title: 'Forecast', icon: IconChartDots3, component: ForecastWithTabs },
  { id: 'measures', title: 'Measures', icon: IconChartBar, component: MeasuresScreen },
  { id: 'accounts', title: 'Accounts', icon: IconBuilding, component: AccountsScreen },
  { id: 'people', title: 'People', icon: IconUsers, component: PeopleScreen },
  {
    id: 'coaching',
    title: 'Coaching',
    icon: IconMessages,
    component: CoachingScreen,
    waiting: askWaiting,
  },
  { id: 'actions', title: 'Actions', icon: IconChecklist, component: ActionsScreen, waiting: askOverdue },
  { id: 'process', title: 'Process', icon: IconRoute, component: ProcessScreen },
  { id: 'records', title: 'Records', icon: IconTable, component: TablesScreen },
  { id: 'imports', title: 'Imports', icon: IconFileImport, component: ImportsScreen },
  { id: 'settings', title: 'Settings', icon: IconSettings, component: SettingsScreen },
  { id: 'history', title: 'History', icon: IconHistory, component: HistoryScreen, hidden: true },
]
