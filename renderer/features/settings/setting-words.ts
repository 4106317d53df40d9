/** What each setting is called and means, in groups; the defaults stand in shared/region/settings.ts. */
import type { SettingName } from '#shared/region/settings'

/** One setting as the screen shows it. */
export interface SettingWords {
  readonly key: SettingName
  readonly label: string
  /** What it does, in one sentence. */
  readonly meaning: string
  /** Shares are stored as 0 to 1 and shown as per cent. */
  readonly share?: true
}

/** A group of settings. */
interface SettingGroup {
  readonly title: string
  readonly settings: readonly SettingWords[]
}

const of = (key: SettingName, label: string, meaning: string, share?: true): SettingWords => ({
  key,
  label,
  meaning,
  ...(share ? { share } : {}),
})

/** All settings; the as-of date is set in the top bar. */
export const settingGroups: readonly SettingGroup[] = [
  {
    title: 'Region',
    settings: [
      of('regionName', 'Name in packs', 'How the region is called in packs and reports.'),
      of('userName', 'Your name', 'Stands in the history beside what you do.'),
      of('currency', 'Currency', 'The currency that totals are in; other currencies need a dated rate.'),
      of(
        'fiscalStart',
        'Fiscal year starts in month',
        '1 for January to 12 for December; quarters follow from it.',
      ),
      of('locale', 'Locale', 'Language tag for numbers such as en-US or de-DE; empty follows the system.'),
      of(
        'calendarDays',
        'Durations in calendar days',
        'Durations from CRM dates count every day, not working days only.',
      ),
    ],
  },
  {
    title: 'Deals',
    settings: [
      of(
        'keyDealAmount',
        'Key deal from',
        'Deals above this amount, in whole units of the currency, need a strategy and a review.',
      ),
      of('staleDays', 'Stale after days', 'A deal counts as stale after so many days without a sign of us.'),
      of(
        'stuckFloor',
        'Stuck: at least working days',
        'No deal counts as stuck before so many working days in its stage.',
      ),
      of(
        'stuckFactor',
        'Stuck: times the median',
        'A deal is stuck when its stage takes so many times what won deals took.',
      ),
      of(
        'minAgeN',
        'Dead by age: closed deals needed',
        'Closed deals needed before the longest of them marks others as dead by age.',
      ),
      of(
        'suspectReviewDays',
        'Review suspects after days',
        'A suspect deal is looked at again after so many days.',
      ),
      of('suspectsHidden', 'Hide suspects', 'Suspect deals are left out of lists until asked for.'),
      of('suspectsInForecast', 'Suspects in the forecast', 'Suspect deals count in forecasts.'),
    ],
  },
  {
    title: 'Evidence',
    settings: [
      of(
        'answerAgeDays',
        'Answers age after days',
        'An answer of a review is asked again after so many days.',
      ),
      of('evidenceAgeDays', 'Evidence ages after days', 'Evidence older than this no longer counts.'),
      of(
        'threadDays',
        'Contact window in days',
        'A buyer counts as in contact when there was a talk within so many days.',
      ),
    ],
  },
  {
    title: 'Small numbers',
    settings: [
      of(
        'minWinRateN',
        'Win rate: closed deals needed',
        'Ratios with fewer closed deals are greyed and left out of rankings.',
      ),
      of('minAverageN', 'Averages: wins needed', 'Averages of fewer wins are greyed.'),
      of('minDurationN', 'Durations: wins needed', 'Durations of fewer wins are greyed.'),
    ],
  },
  {
    title: 'Forecast',
    settings: [
      of(
        'priorStrength',
        'Strength of the prior',
        'How many deals the expert’s figure weighs when history is added.',
      ),
      of(
        'stageMatrices',
        'Forecast by CRM stages',
        'auto: as long as there are neither events nor a mapping of stages; always; or never.',
      ),
      of('sigma', 'Spread of time', 'How far the time until close scatters around its cell.'),
      of(
        'ageZero',
        'Age at which chances end',
        'A deal older than so many times its cell has no chance left.',
      ),
      of('rho', 'Deals moving together', 'Correlation between deals in the spread of a total.'),
      of('runs', 'Simulation runs', 'More runs give steadier intervals and take longer.'),
      of(
        'cellEditReason',
        'Reason for cell changes above',
        'A matrix cell changed by more than this asks for a reason.',
        true,
      ),
      of(
        'closeConflictPlan',
        'Close conflict with the plan',
        'Working days between plan and matrix close that are called a conflict.',
      ),
      of(
        'closeConflictCrm',
        'Close conflict with the CRM',
        'Days between CRM and matrix close that are called a conflict.',
      ),
      of(
        'concentration',
        'Concentration in one deal',
        'A forecast that rests on one deal by more than this is flagged.',
        true,
      ),
      of(
        'assumedShare',
        'Assumed values',
        'A total in which assumed values make more than this is flagged.',
        true,
      ),
      of(
        'grossMargin',
        'Gross margin',
        'Share of revenue that is margin, where a product has no cost.',
        true,
      ),
    ],
  },
  {
    title: 'Territories and coaching',
    settings: [
      of('balanceTolerance', 'Balance tolerance', 'How far a territory may be from the average.', true),
      of(
        'repConcentration',
        'Concentration in one rep',
        'A region that rests on one rep by more than this is flagged.',
        true,
      ),
      of(
        'oneOnOneGap',
        'Days between one-on-ones',
        'A rep without a one-on-one for longer is named on Home.',
      ),
      of('packReturnDays', 'Packs back within days', 'A pack that is out for longer is named on Home.'),
    ],
  },
]
