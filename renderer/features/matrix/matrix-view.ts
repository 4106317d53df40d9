/** What the matrix editor works on: the version chosen, the one it is compared with, and what is shown of it. */
import { useMemo } from 'react'
import type { Matrix, Measure } from '#shared/forecast/matrix'
import { openViolations, reasonsMissing } from '#shared/forecast/matrix-version'
import type { Violation } from '#shared/forecast/monotone'
import type { CellPlace } from '#shared/forecast/matrix'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegion } from '../../store/use-region'
import { askVersions, axesOf, firstVersion, type ListedVersion } from './matrix-facts'

/** What a cell shows beside its colour. */
export type Show = 'value' | 'change' | 'interval' | 'n' | 'deals' | 'proposal'

/** The editor's view. */
export interface MatrixView {
  readonly versions: readonly ListedVersion[]
  readonly version: ListedVersion
  /** The version before it: the one it is based on, else the one in force in its set; null for a first one. */
  readonly base: ListedVersion | null
  readonly measure: Measure
  readonly show: Show
  readonly setMeasure: (measure: Measure) => void
  readonly setShow: (show: Show) => void
  readonly choose: (id: string) => void
  readonly headings: ReturnType<typeof axesOf>
  readonly editable: boolean
}

const shows: readonly Show[] = ['value', 'change', 'interval', 'n', 'deals', 'proposal']

/** The version before a version. */
export const baseVersion = (
  versions: readonly ListedVersion[],
  version: ListedVersion,
): ListedVersion | null =>
  versions.find(each => each.id === version.basedOn) ??
  versions.find(
    each =>
      each.rules &&
      each.id !== version.id &&
      (each.set === version.set || each.basis !== 'stored') &&
      each.kind === version.kind,
  ) ??
  null

/** The view as the place says; null while there is no version at all. */
export function useMatrixView(): MatrixView | null {
  const asOf = useAsOf()
  const versions = useQuery(askVersions, asOf)
  const region = useRegion('statusDef')
  const { filters } = usePlace()
  const places = usePlaces()
  const version =
    versions.find(each => each.id === filters['version']) ??
    versions.find(each => each.id === firstVersion(region, asOf))
  const headings = useMemo(() => (version ? axesOf(region, version) : null), [region, version])
  if (!version || !headings) return null
  return {
    versions,
    version,
    base: baseVersion(versions, version),
    measure: filters['measure'] === 'tuc' ? 'tuc' : 'poc',
    show: shows.find(each => each === filters['show']) ?? 'value',
    setMeasure: measure => places.setFilters({ measure }),
    setShow: show => places.setFilters({ show }),
    choose: id => places.setFilters({ version: id }),
    headings,
    editable: version.basis === 'stored' && version.state === 'draft',
  }
}

/** What stands in the way of a draft's submission. */
export interface Obstacles {
  readonly violations: readonly Violation[]
  readonly reasons: readonly CellPlace[]
}

/** FC-6 and the rule of reasons (a first version owes none), for the cells as they are shown. */
export const obstaclesOf = (version: ListedVersion, matrix: Matrix, base: Matrix | null): Obstacles => ({
  violations: openViolations({ ...version, matrix }),
  reasons: version.basedOn === null ? [] : reasonsMissing(matrix, base),
})
