/** Matrices as the region stores them and as the forecast reads them, and which one is in force for a deal (section 5.4). */
import type { Day } from '../base/day'
import type { Id } from '../base/id'
import type { RecordOf } from '../model/catalog'
import type { MatrixCell } from '../model/forecast'
import { defaultSet } from '../process/default-process'
import type { Region } from '../region/region'
import type { Settings } from '../region/settings'
import { cellAt, expertCell, type Matrix, places } from './matrix'
import { type MatrixVersion, resolveVersion, type Scope, type VersionState } from './matrix-version'
import { startingMatrix } from './starting-values'

/** The axes of a matrix: buying by sales statuses, or one row over the CRM's stages (FC-5c). */
type MatrixKind = RecordOf<'matrixSet'>['kind']

/** Where a version comes from: a stored record, the values that ship with the app, or the region's own history. */
type MatrixBasis = 'stored' | 'starting' | 'history'

/** A version with the names of its axes; `record` and `set` are null where it is not stored. */
export interface NamedMatrix extends MatrixVersion {
  readonly basis: MatrixBasis
  readonly kind: MatrixKind
  readonly record: Id<'matrixVersion'> | null
  readonly set: Id<'matrixSet'> | null
  readonly name: string
  readonly statusSet: string
  /** Codes of the buying statuses and of the sales statuses, or of the CRM's stages. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

/** The id of the version that ships with the app. */
export const startingId = 'starting'

/** The id of the stage matrix that is worked out from history and not stored. */
export const historyId = 'history'

const stateOf = (state: RecordOf<'matrixVersion'>['state']): VersionState =>
  state === 'rejected' ? 'draft' : state

const scopeOf = ({ region, productFamily, targetMarket, cycle }: RecordOf<'matrixSet'>['scope']): Scope => ({
  region,
  product: productFamily,
  market: targetMarket,
  cycle,
})

/** The grid of a stored version; a place without a cell is blocked. */
export function matrixOf(record: RecordOf<'matrixVersion'>): Matrix {
  const cells = record.rows.map(() => record.columns.map(() => expertCell(0, 0, 'blocked')))
  for (const { buying, selling, type, low, high, ...cell } of record.cells) {
    const row = cells[buying]
    if (row?.[selling]) row[selling] = { ...cell, kind: type, lo95: low, hi95: high }
  }
  return { cells, sigma: record.sigma, ageZero: record.ageZero }
}

/** The cells of a matrix as a version record stores them. */
export const cellsOf = (matrix: Matrix): MatrixCell[] =>
  places(matrix).flatMap(({ b, s }) => {
    const found = cellAt(matrix, b, s)
    if (!found) return []
    const { kind, lo95, hi95, ...cell } = found
    return [{ ...cell, buying: b, selling: s, type: kind, low: lo95, high: hi95 }]
  })

/** A stored version with its set, as the forecast reads it. */
export function namedMatrix(record: RecordOf<'matrixVersion'>, set: RecordOf<'matrixSet'>): NamedMatrix {
  return {
    id: record.id,
    no: record.no,
    scope: scopeOf(set.scope),
    state: stateOf(record.state),
    effectiveFrom: record.effectiveFrom,
    author: record.author ?? '',
    approver: record.approver,
    comment: record.comment ?? '',
    basedOn: record.basedOn,
    exceptions: record.exceptions.map(({ measure, low, high, reason }) => ({
      measure,
      low: { b: low[0], s: low[1] },
      high: { b: high[0], s: high[1] },
      reason,
    })),
    matrix: matrixOf(record),
    basis: 'stored',
    kind: set.kind,
    record: record.id,
    set: set.id,
    name: set.name,
    statusSet: set.statusSet,
    rows: record.rows,
    columns: record.columns,
  }
}

/** All stored versions of sets that are not archived. */
export const storedMatrices = (region: Region): NamedMatrix[] =>
  region.all('matrixVersion').flatMap(record => {
    const set = region.get('matrixSet', record.set)
    return set && set.archivedAt === null ? [namedMatrix(record, set)] : []
  })

/** A version that no record stores: in force since ever, approved by nobody. */
export const unstoredMatrix = (
  more: Pick<NamedMatrix, 'id' | 'basis' | 'kind' | 'name' | 'rows' | 'columns' | 'matrix'>,
): NamedMatrix => ({
  no: 0,
  scope: { region: null, product: null, market: null, cycle: null },
  state: 'approved',
  effectiveFrom: null,
  author: '',
  approver: null,
  comment: '',
  basedOn: null,
  exceptions: [],
  record: null,
  set: null,
  statusSet: defaultSet,
  ...more,
})

/** The codes of a status set's ranks on one side, from 0 on; without statuses, the letter and the rank. */
function statusCodes(
  region: Region,
  side: 'buying' | 'selling',
  count: number,
  set: string = defaultSet,
): string[] {
  const codes = new Map(
    region
      .where('statusDef', 'set', set)
      .filter(each => each.side === side)
      .map(each => [each.rank, each.code]),
  )
  return Array.from(
    { length: count },
    (_, rank) => codes.get(rank) ?? `${side === 'buying' ? 'B' : 'S'}${rank}`,
  )
}

/** The starting values of section 5.2 with the region's codes, sigma and age zero. */
export function startingVersion(region: Region, settings: Settings): NamedMatrix {
  const { cells } = startingMatrix()
  return unstoredMatrix({
    id: startingId,
    basis: 'starting',
    kind: 'event',
    name: 'Starting values',
    rows: statusCodes(region, 'buying', cells.length),
    columns: statusCodes(region, 'selling', cells[0]?.length ?? 0),
    matrix: { cells, sigma: settings.sigma, ageZero: settings.ageZero },
  })
}

/** The versions that a forecast chooses from; `ofStages` is asked for only where deals are forecast by their stage. */
export interface MatrixBook {
  readonly stored: readonly NamedMatrix[]
  readonly starting: NamedMatrix
  readonly ofStages: () => NamedMatrix
}

/**
 * The version in force for a deal (section 5.4). Until the first version of its kind takes effect the unstored one
 * serves; from then on null means that no approved version fits (FC-W11).
 */
export function matrixInForce(
  book: MatrixBook,
  kind: MatrixKind,
  statusSet: string,
  scope: Scope,
  asOf: Day,
): NamedMatrix | null {
  const stored = book.stored.filter(
    each => each.kind === kind && (kind === 'stage' || each.statusSet === statusSet),
  )
  const begun = stored.some(
    each =>
      (each.state === 'approved' || each.state === 'superseded') &&
      each.effectiveFrom !== null &&
      each.effectiveFrom <= asOf,
  )
  if (!begun) return kind === 'stage' ? book.ofStages() : book.starting
  const found = resolveVersion(stored, scope, asOf)
  return found ? (stored.find(each => each.id === found.id) ?? null) : null
}
