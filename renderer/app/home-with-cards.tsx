/** The home screen with the cards of all features. */
import { HomeScreen } from '../features/home/home-screen'
import { homeCards } from './home-cards'

/** Home. */
export const HomeWithCards = () => <HomeScreen cards={homeCards} />
