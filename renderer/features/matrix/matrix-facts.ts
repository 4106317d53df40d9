/** What the matrix editor asks of the region: sets, versions, axes, and the pipeline that a draft is tried on. */
import { present } from '#shared/base/assert'
import type { Day } from '#shared/base/day'
import { draftReach } from '#shared/forecast/draft-what-if'
import { inForce, supersede } from '#shared/forecast/matrix-version'
import { forecastPeriods, forecastRegion, pipelineClocks } from '#shared/forecast/region-forecast'
import { type NamedMatrix, storedMatrices } from '#shared/forecast/region-matrix'
import { regionPipeline } from '#shared/forecast/region-pipeline'
import type { Region } from '#shared/region/region'
import { askDealStates } from '../../store/deal-states'
import { query } from '../../store/query'
import { visitsFor } from './calibration-desk'

const matrixTables = ['matrixVersion', 'matrixSet'] as const
const around = [...askDealStates.tables, 'targetMarket'] as const

/** What decides about deals: approved versions and their scopes. Editing a draft does not move it. */
const askApproved = query(matrixTables, region =>
  JSON.stringify([
    region.all('matrixSet').map(each => [each.id, each.updatedAt]),
    region
      .all('matrixVersion')
      .filter(each => each.state === 'approved' || each.state === 'superseded')
      .map(each => [each.id, each.updatedAt, each.effectiveFrom]),
  ]),
)

const askPipelineOf = query(around, (region, asOf: Day, _approved: string) => {
  const states = askDealStates(region, asOf)
  const pipeline = regionPipeline(region, states)
  const { fiscalStart, suspectsInForecast } = states.settings
  const periods = forecastPeriods(asOf, 'quarter', 4, fiscalStart)
  const clocks = pipelineClocks(pipeline)
  const options = { leaveOutSuspects: !suspectsInForecast }
  const { totals } = forecastRegion(pipeline, periods, { ...options, clocks })
  return { pipeline, states, periods, clocks, totals, options }
})

/** The open deals under the versions in force, with periods and totals; formed anew when approved versions move, not drafts. */
export const askPipeline = query([...around, ...matrixTables], (region, asOf: Day) =>
  askPipelineOf(region, asOf, askApproved(region)),
)

/** A version as the editor lists it. */
export interface ListedVersion extends NamedMatrix {
  /** True where it is the one in force in its set on the as-of date. */
  readonly rules: boolean
}

/** All versions with their state on the as-of date, by set and the newest first; what serves unstored comes last. */
export const askVersions = query(
  [...matrixTables, ...around],
  (region, asOf: Day): readonly ListedVersion[] => {
    const { pipeline } = askPipeline(region, asOf)
    const stored = storedMatrices(region)
    const states = new Map(supersede(stored, asOf).map(each => [each.id, each.state]))
    const bySet = new Map<string, NamedMatrix[]>()
    for (const each of stored) bySet.set(each.set ?? '', [...(bySet.get(each.set ?? '') ?? []), each])
    const ruling = new Set([...bySet.values()].map(each => inForce(each, asOf)?.id))
    const unstored = new Set<NamedMatrix>()
    for (const { version } of pipeline.deals) if (version && version.basis !== 'stored') unstored.add(version)
    if (unstored.size === 0 && stored.length === 0) unstored.add(pipeline.book.starting)
    return [
      ...stored
        .map(each => ({ ...each, state: states.get(each.id) ?? each.state, rules: ruling.has(each.id) }))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.no - a.no)),
      ...[...unstored].map(each => ({ ...each, rules: true })),
    ]
  },
)

/** The version to begin with: a draft or one in review, else the one that most deals are forecast by. */
export function firstVersion(region: Region, asOf: Day): string | null {
  const all = askVersions(region, asOf)
  const open = all.find(each => each.state === 'draft') ?? all.find(each => each.state === 'inReview')
  if (open) return open.id
  const counts = new Map<string, number>()
  for (const { version } of askPipeline(region, asOf).pipeline.deals)
    if (version) counts.set(version.id, (counts.get(version.id) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? all[0]?.id ?? null
}

const askReachOf = query(around, (region, asOf: Day, _approved: string, id: string, _scope: string) => {
  const { pipeline, states, clocks } = askPipeline(region, asOf)
  const version = present(
    askVersions(region, asOf).find(each => each.id === id),
    'the version is listed',
  )
  const reach = draftReach(pipeline, version, each => states.statuses.setOf(each.row.deal))
  return { ...reach, clock: clocks(version) }
})

/** Which deals a version would govern if it were in force, and their clock; an edit of its cells does not look for deals again. */
export const askReach = query([...around, ...matrixTables], (region, asOf: Day, id: string) => {
  const version = askVersions(region, asOf).find(each => each.id === id)
  const scope = JSON.stringify([version?.scope, version?.statusSet, version?.kind, version?.columns])
  return askReachOf(region, asOf, askApproved(region), id, scope)
})

/** The first visits that a version is calibrated on, of the deals in its scope. */
export const askVisits = query([...around, ...matrixTables], (region, asOf: Day, id: string) => {
  const version = askVersions(region, asOf).find(each => each.id === id)
  return version ? visitsFor(region, askDealStates(region, asOf), version) : []
})

/** The headings of a version's axes: code and label of each row and column. */
export function axesOf(region: Region, version: NamedMatrix) {
  const words = new Map(
    region.where('statusDef', 'set', version.statusSet).map(each => [each.code, each.label]),
  )
  const head = (code: string) => ({ code, label: words.get(code) ?? '' })
  return { rows: version.rows.map(head), columns: version.columns.map(head) }
}

const sorted = (values: Iterable<string | null>) =>
  [...new Set(values)]
    .filter(each => each !== null && each !== '')
    .sort()
    .map(each => ({ value: each as string, label: each as string }))

/** What a scope can name in this region: as resolution reads it off the deals. */
export const askScopes = query(['rep', 'product', 'targetMarket', 'salesCycle'], region => ({
  region: sorted(region.all('rep').map(each => each.region)),
  productFamily: sorted(region.all('product').map(each => each.family)),
  targetMarket: region.all('targetMarket').map(each => ({ value: each.id as string, label: each.name })),
  cycle: region.all('salesCycle').map(each => ({ value: each.key, label: each.name })),
}))
