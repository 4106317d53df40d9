/** Every warning of process, pipeline, sheets, maps and reviews, grouped by its code, the gravest first. */
import type { Day } from '#shared/base/day'
import { periodOf } from '#shared/base/fiscal'
import type { Id } from '#shared/base/id'
import { durationWarnings, planWarnings, stepMedians, versionWarnings } from '#shared/process/cycle-warnings'
import type { DealState } from '#shared/process/deal-state'
import { coverageWarnings, pipelineWarnings, thinWarnings } from '#shared/process/pipeline-warnings'
import { always, winRatios } from '#shared/process/win-ratio'
import { regionCalendar } from '#shared/region/settings'
import type { Region } from '#shared/region/region'
import { withAccepted, type Severity, type Warning } from '#shared/region/warning'
import { briefOf, keyAmountOf } from '#shared/packs/deal-gaps'
import { mapReader } from '#shared/strategy/buyer-map'
import { mapWarnings } from '#shared/strategy/gap'
import { knowledgeOf, latestReview, reviewWarnings } from '#shared/strategy/review-score'
import { currentSheet, sheetVersions } from '#shared/strategy/sheet-version'
import { lossPatterns, patternWarnings, sheetWarnings } from '#shared/strategy/strategy-warnings'
import { askContacts } from '../../store/people-contacts'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { askCoverage } from './ask-coverage'

/** The warnings of one code. */
export interface WarningGroup {
  readonly code: string
  readonly severity: Severity
  readonly open: readonly Warning[]
  readonly accepted: readonly Warning[]
}

const grave: readonly Severity[] = ['block', 'warn', 'info']

function strategyWarnings(region: Region, rows: readonly DealState[], asOf: Day): readonly Warning[] {
  const { settings } = askDealStates(region, asOf)
  const keyAmount = keyAmountOf(askDealStates(region, asOf))
  const actionOf = (id: Id<'actionItem'>) => region.get('actionItem', id)
  const mapOf = mapReader(region, asOf, settings.threadDays, askContacts(region, asOf))
  const quarter = periodOf(asOf, 'quarter', settings.fiscalStart)
  const found: Warning[] = []
  const lost: Parameters<typeof lossPatterns>[0][number][] = []
  for (const row of rows) {
    const brief = briefOf(row)
    const sheets = region.where('strategySheet', 'opportunity', row.id)
    if (row.state === 'lost') {
      const sheet = sheetVersions(sheets).at(-1)
      if (sheet) lost.push({ deal: brief, sheet })
    }
    if (row.state !== 'open') continue
    found.push(...sheetWarnings(brief, currentSheet(sheets), actionOf, keyAmount, asOf))
    if (region.where('buyerRole', 'opportunity', row.id).length > 0)
      found.push(...mapWarnings(brief, mapOf(row.id)))
    const review = latestReview(region.where('review', 'opportunity', row.id))
    const script = region.get('scriptTemplate', review?.template)
    if (!review || !script) continue
    const knowledge = knowledgeOf(script.questions, review.answers, asOf, settings.answerAgeDays)
    const counted = brief.close !== null && brief.close <= quarter.last
    found.push(...reviewWarnings(brief, knowledge, counted))
  }
  return [...found, ...patternWarnings(lossPatterns(lost))]
}

/** All warnings of the region as of a day, by code. */
export const askWarnings = query(
  [
    ...askCoverage.tables,
    'warningAck',
    'buyerRole',
    'influenceLink',
    'competitorStanding',
    'person',
    'actionItem',
    'roleVocabulary',
    'scriptTemplate',
  ],
  (region, asOf: Day): readonly WarningGroup[] => {
    const states = askDealStates(region, asOf)
    const calendar = regionCalendar(region)
    // Where no deal has a plan, that no deal has one says nothing about a deal.
    const planned = region.all('opportunityPlan').length > 0 ? states.rows : []
    const plans = planned.flatMap(row =>
      planWarnings(
        region,
        row,
        row.plan && row.schedule ? { plan: row.plan, schedule: row.schedule } : null,
        calendar,
        asOf,
      ),
    )
    const medians = stepMedians(region, calendar)
    const cycles = region
      .all('salesCycleVersion')
      .filter(version => version.state !== 'retired')
      .flatMap(version => [
        ...versionWarnings(version.steps, version.id),
        ...durationWarnings(version.steps, version.id, medians, states.settings.minDurationN),
      ])
    const { all, period } = askCoverage(region, asOf, 0, null)
    const coverage =
      all.quota === null
        ? []
        : coverageWarnings(period.key, {
            open: all.qualified.amount,
            quota: all.quota,
            won: all.won.amount,
            valueWinRatio: all.valueWinRatio,
            closingShare: all.closingShare,
          })
    const thin = (['rep', 'product', 'source'] as const).flatMap(dimension =>
      thinWarnings(`Win ratios by ${dimension}`, winRatios(states, dimension, always)),
    )
    const rest = withAccepted(
      region,
      [...plans, ...cycles, ...coverage, ...thin, ...strategyWarnings(region, states.rows, asOf)],
      asOf,
    )
    const groups = new Map<string, { open: Warning[]; accepted: Warning[] }>()
    for (const each of [...pipelineWarnings(region, states), ...rest]) {
      let group = groups.get(each.code)
      if (!group) groups.set(each.code, (group = { open: [], accepted: [] }))
      ;(each.accepted ? group.accepted : group.open).push(each)
    }
    return [...groups]
      .map(([code, { open, accepted }]) => ({
        code,
        severity: (open[0] ?? accepted[0])?.severity ?? 'info',
        open,
        accepted,
      }))
      .sort((a, b) => grave.indexOf(a.severity) - grave.indexOf(b.severity) || (a.code < b.code ? -1 : 1))
  },
)
