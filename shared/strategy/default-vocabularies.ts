/** The words for buying roles that ship (section 3); every role maps to a core role, so that a switch loses nothing. */
import type { CoreRole, VocabularyRole } from '../model/workbench'

interface Vocabulary {
  readonly key: string
  readonly name: string
  readonly roles: readonly VocabularyRole[]
}

type Row = readonly [key: string, label: string, core: CoreRole, meaning: string, more?: 'required' | 'one']

const vocabulary = (key: string, name: string, rows: readonly Row[]): Vocabulary => ({
  key,
  name,
  roles: rows.map(([role, label, core, meaning, more]) => ({
    key: role,
    label,
    core,
    meaning,
    required: more !== undefined,
    max: more === 'one' ? 1 : null,
  })),
})

/** All vocabularies; the first is the default. */
export const defaultVocabularies: readonly Vocabulary[] = [
  vocabulary('participants', 'Participants', [
    ['decisionMaker', 'Decision maker', 'economic', 'Says yes when all others have spoken', 'one'],
    ['approver', 'Approver of funds', 'economic', 'Releases the money'],
    ['recommender', 'Recommender', 'coach', 'Recommends to the decision maker'],
    ['user', 'User', 'user', 'Works with what is bought', 'required'],
    ['technical', 'Technical evaluator', 'technical', 'Tests whether it does what it should', 'required'],
    ['purchasing', 'Purchasing or finance', 'purchasing', 'Handles terms, price and order'],
  ]),
  vocabulary('millerHeiman', 'Buying influences', [
    ['economic', 'Economic buyer', 'economic', 'Gives the final yes and the money; exactly one', 'one'],
    ['user', 'User buyer', 'user', 'Judges the effect on own work; several', 'required'],
    ['technical', 'Technical buyer', 'technical', 'Can say no, cannot say yes; several', 'required'],
    ['coach', 'Coach', 'coach', 'Gives information and wants us to win', 'required'],
  ]),
  vocabulary('buyingCentre', 'Buying centre', [
    ['initiator', 'Initiator', 'user', 'First saw the need'],
    ['user', 'User', 'user', 'Works with what is bought', 'required'],
    ['influencer', 'Influencer', 'technical', 'Shapes the criteria', 'required'],
    ['decider', 'Decider', 'economic', 'Chooses', 'one'],
    ['approver', 'Approver', 'economic', 'Confirms the choice'],
    ['buyer', 'Buyer', 'purchasing', 'Carries the purchase out'],
    ['gatekeeper', 'Gatekeeper', 'gatekeeper', 'Controls who hears what'],
  ]),
  vocabulary('meddicc', 'MEDDICC', [
    ['economic', 'Economic buyer', 'economic', 'Can release money that is not planned', 'one'],
    ['champion', 'Champion', 'coach', 'Sells for us inside, with power and a personal win', 'required'],
    ['criteria', 'Owner of the decision criteria', 'technical', 'Writes down what counts', 'required'],
    ['paper', 'Owner of the paper process', 'purchasing', 'Runs contract and order'],
    ['pain', 'Owner of the pain', 'user', 'Suffers most from today', 'required'],
  ]),
  vocabulary('challenger', 'Profiles', [
    ['goGetter', 'Go-getter', 'coach', 'Mobiliser: acts on good ideas'],
    ['teacher', 'Teacher', 'coach', 'Mobiliser: shares insight with passion'],
    ['skeptic', 'Skeptic', 'technical', 'Mobiliser: tests before supporting'],
    ['guide', 'Guide', 'user', 'Talker: passes on what is said inside'],
    ['friend', 'Friend', 'user', 'Talker: is easy to reach'],
    ['climber', 'Climber', 'user', 'Talker: thinks of own gain'],
    ['blocker', 'Blocker', 'gatekeeper', 'Wants no change'],
  ]),
  vocabulary('politics', 'Political map', [
    ['innerCircle', 'Inner circle', 'economic', 'Decides behind the chart', 'required'],
    ['structure', 'Political structure', 'technical', 'Is asked before decisions', 'required'],
    ['mentor', 'Mentor', 'coach', 'Guides us and speaks for us', 'required'],
    ['supporter', 'Supporter', 'coach', 'Prefers us'],
    ['neutral', 'Neutral', 'user', 'Has no preference'],
    ['nonSupporter', 'Non-supporter', 'gatekeeper', 'Prefers another'],
    ['enemy', 'Enemy', 'gatekeeper', 'Works against us'],
  ]),
  vocabulary('process', 'Process roles', [
    ['suspect', 'Suspect', 'user', 'May have a need'],
    ['lead', 'Lead', 'user', 'Has shown interest'],
    ['prospect', 'Prospect', 'coach', 'Takes part in a qualified opportunity'],
    ['buyer', 'Buyer', 'economic', 'Signs', 'required'],
    ['customer', 'Customer', 'purchasing', 'Has bought and pays'],
    ['consumer', 'Consumer', 'user', 'Uses what was bought'],
  ]),
]
