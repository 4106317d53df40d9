/** What Home is made of: one card a feature, each answering "what needs me today"; a new card is one line here. */
import type { ComponentType } from 'react'
import { ActionsCard } from '../features/actions/actions-card'
import { OneOnOnesCard, PacksCard } from '../features/coaching/people-cards'
import { WarningsCard } from '../features/measures/home-card'
import { DecideCard, RevisitCard } from '../features/pipeline/decide-cards'
import { ReviewCard } from '../features/review/home-card'
import { LastImportCard } from '../features/home/last-import-card'

/** A card of Home. It draws itself, or nothing where there is nothing to decide. */
interface HomeCard {
  readonly id: string
  readonly component: ComponentType
}

/** All cards in their order. */
export const homeCards: readonly HomeCard[] = [
  { id: 'decide', component: DecideCard },
  { id: 'revisit', component: RevisitCard },
  { id: 'one-on-ones', component: OneOnOnesCard },
  { id: 'warnings', component: WarningsCard },
  { id: 'packs', component: PacksCard },
  { id: 'actions', component: ActionsCard },
  { id: 'reviews', component: ReviewCard },
  { id: 'last-import', component: LastImportCard },
]
