/** The region's settings with their defaults; only settings that were changed have a record (domain section 0). */
import { parseDay, type Day } from '../base/day'
import { plainWeek, workCalendar, type WorkCalendar } from '../base/calendar'
import type { Id } from '../base/id'
import { parseCurrency, type CurrencyCode } from '../base/money'
import type { Region } from './region'

/** All settings; every one is editable and shown beside the results that use it. */
export const defaultSettings = {
  regionName: 'My region',
  currency: 'USD',
  /** CV-6: month in which the fiscal year starts, 1 to 12. */
  fiscalStart: 1,
  locale: '',
  /** CV-1: as-of date chosen by the user; empty means the newest date in the data. */
  asOf: '',
  userName: '',
  /** Key deals are those above this amount, in major units. */
  keyDealAmount: 20_000,
  staleDays: 14,
  stuckFloor: 10,
  stuckFactor: 1.5,
  suspectReviewDays: 60,
  answerAgeDays: 45,
  evidenceAgeDays: 90,
  threadDays: 30,
  minWinRateN: 20,
  minAverageN: 10,
  minDurationN: 8,
  /** n of closed deals from which the longest one marks dead by age (PL-9). */
  minAgeN: 200,
  priorStrength: 10,
  sigma: 0.6,
  ageZero: 2.5,
  rho: 0.1,
  runs: 10_000,
  cellEditReason: 0.05,
  closeConflictPlan: 15,
  closeConflictCrm: 30,
  balanceTolerance: 0.15,
  concentration: 0.2,
  repConcentration: 0.4,
  assumedShare: 0.3,
  oneOnOneGap: 21,
  packReturnDays: 5,
  /** CV-5: measure durations from CRM dates on a seven-day calendar. */
  calendarDays: true,
  suspectsHidden: true,
  suspectsInForecast: false,
  /** FC-5c: forecast by CRM stages alone: auto (while there are neither events nor a mapping), always or never. */
  stageMatrices: 'auto',
  grossMargin: 0.4,
} as const satisfies Readonly<Record<string, string | number | boolean>>

/** The name of a setting. */
export type SettingName = keyof typeof defaultSettings

/** The settings as values. */
export type Settings = {
  readonly [K in SettingName]: (typeof defaultSettings)[K] extends number
    ? number
    : (typeof defaultSettings)[K] extends boolean
      ? boolean
      : string
}

/** The settings of a region, defaults filled in; values of a wrong type are ignored. */
export function settingsOf(region: Region): Settings {
  const settings: Record<string, string | number | boolean> = { ...defaultSettings }
  for (const record of region.all('setting')) {
    const known = settings[record.key]
    if (known !== undefined && typeof record.value === typeof known)
      settings[record.key] = record.value as string | number | boolean
  }
  return settings as unknown as Settings
}

/** The currency that the region's totals are in. */
export const regionCurrency = (settings: Settings): CurrencyCode =>
  parseCurrency(settings.currency) ?? ('USD' as CurrencyCode)

/** The as-of date that the user chose; null where the data decide. */
export const chosenAsOf = (settings: Settings): Day | null => parseDay(settings.asOf)

/** The region's default working calendar with its holidays (CV-4). */
export const regionCalendar = (region: Region): WorkCalendar => workWeekCalendar(region, null)

/** The calendar of a working week with its holidays; the region's default where none is named. */
export function workWeekCalendar(region: Region, id: Id<'workWeek'> | null): WorkCalendar {
  const weeks = region.all('workWeek')
  const week = region.get('workWeek', id) ?? weeks.find(each => each.isDefault) ?? weeks[0]
  return week
    ? workCalendar(
        week.week,
        region.where('holiday', 'workWeek', week.id).map(each => each.on),
      )
    : plainWeek
}
