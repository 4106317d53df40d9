/** The words of the forecast's screens: what a cell is called, why a deal counts or does not, what its value rests on. */
import type { DealState } from '#shared/forecast/deal-forecast'
import type { NamedMatrix } from '#shared/forecast/region-matrix'
import type { CellBasis, RegionDeal } from '#shared/forecast/region-pipeline'

/** Why a deal counts nothing, or that it counts (FC-8, FC-10, FC-11). */
export const stateWords: Readonly<Record<DealState, string>> = {
  counted: 'Counts',
  stalled: 'Stalled',
  suspect: 'Suspect',
  closedOff: 'Disqualified or archived',
  blocked: 'Blocked cell',
  noCell: 'No cell',
}

/** What a deal's cell rests on (FC-5). */
export const basisWords: Readonly<Record<CellBasis, string>> = {
  events: 'Events',
  mapping: 'Stage mapping',
  stage: 'CRM stage',
  start: 'Nothing yet',
}

/** The cell of a deal by the codes of its version: "B4/S4", or the stage. */
export function cellName({ version, deal }: Pick<RegionDeal, 'version' | 'deal'>): string {
  if (!version) return 'No version'
  const column = version.columns[deal.s] ?? 'none'
  return version.kind === 'stage' ? column : `${version.rows[deal.b] ?? deal.b}/${column}`
}

/** What a version is called. */
export function versionName(version: NamedMatrix | null): string {
  if (!version) return 'No approved version'
  return version.basis === 'stored' ? `${version.name}, version ${version.no}` : version.name
}

/** An amount for the axis of a chart: "1.25 M", "40 k", "950". */
export const shortAmount = (value: number): string =>
  Math.abs(value) >= 1e6
    ? `${Number((value / 1e6).toFixed(2))} M`
    : Math.abs(value) >= 1e3
      ? `${Number((value / 1e3).toFixed(1))} k`
      : String(Math.round(value))
