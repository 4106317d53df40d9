/** The sentences of the matrix editor: values, problems of cells, what keeps a version from its next step. */
import type { Cell, CellPlace, Measure } from '#shared/forecast/matrix'
import type { CellProblem } from '#shared/forecast/matrix-edit'
import type { MatrixVersion, VersionProblem } from '#shared/forecast/matrix-version'
import type { Violation } from '#shared/forecast/monotone'

/** Codes of rows and columns. */
export interface Axes {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

/** "B4/S4"; in a matrix of one row the column alone. */
export const placeName = ({ rows, columns }: Axes, { b, s }: CellPlace): string =>
  rows.length === 1 ? (columns[s] ?? '?') : `${rows[b] ?? '?'}/${columns[s] ?? '?'}`

/** "62 %" or "35"; as many digits as the value needs, up to two. */
export const valueText = (measure: Measure, value: number): string =>
  measure === 'poc' ? `${Number((value * 100).toFixed(2))} %` : String(Number(value.toFixed(2)))

/** The measure's name as in the glossary. */
export const measureNames: Readonly<Record<Measure, string>> = {
  poc: 'Probability of Close',
  tuc: 'Time Until Close',
}

/** Why a typed or pasted value was refused. */
export function cellProblemText(problem: CellProblem, measure: Measure, text: string): string {
  switch (problem) {
    case 'notANumber':
      return `“${text.trim()}” is not a number: type ${measure === 'poc' ? 'a probability such as 62 %' : 'whole days such as 35'}`
    case 'outOfRange':
      return measure === 'poc'
        ? `${text.trim()} is out of range: an open deal has more than 0 and at most 98 %`
        : `${text.trim()} is out of range: whole days from 0 to 750`
    case 'zeroInOpenCell':
      return '0 % belongs to blocked cells: block the cell, or type a value above 0'
    case 'blocked':
      return 'The cell is blocked because its statuses contradict each other: open it first'
    case 'locked':
      return 'The cell is locked: unlock it first'
    case 'outside':
      return 'Beyond the edge of the matrix'
  }
}

/** FC-6 in one sentence, seen from the lower cell. */
export function violationText(axes: Axes, { measure, low, high }: Violation): string {
  const [one, two] = [placeName(axes, low), placeName(axes, high)]
  const side = low.b === high.b ? 'sales status' : 'buying status'
  return measure === 'poc'
    ? `${one} with ${valueText('poc', low.value)} is above ${two} with ${valueText('poc', high.value)}: the probability must not fall when the ${side} rises`
    : `${one} with ${low.value} days is below ${two} with ${high.value} days: the time must not rise when the ${side} rises`
}

const states: Readonly<Record<MatrixVersion['state'], string>> = {
  draft: 'Draft',
  inReview: 'In review',
  approved: 'Approved',
  superseded: 'Superseded',
}

/** The state as shown. */
export const stateText = (state: MatrixVersion['state']): string => states[state]

/** Why a version cannot take its next step. */
export function versionProblemText(problem: VersionProblem, axes: Axes): string {
  const names = (cells: readonly CellPlace[]) => cells.map(each => placeName(axes, each)).join(', ')
  switch (problem.code) {
    case 'notMonotone':
      return `Not submitted: ${problem.violations.map(each => violationText(axes, each)).join('; ')}. Repair the cells, or accept a pair with a reason.`
    case 'outOfRange':
      return `Not submitted: ${names(problem.cells)} ${problem.cells.length === 1 ? 'is' : 'are'} out of range.`
    case 'reasonMissing':
      return `Not submitted: ${names(problem.cells)} moved by 5 points or more, or left the interval of 20 visits. Give a reason first.`
    case 'parameters':
      return `Not submitted: sigma lies between 0.2 and 1.5 (now ${problem.sigma}), age zero between 1.2 and 5 (now ${problem.ageZero}).`
    case 'wrongState':
      return `This version is ${stateText(problem.state).toLowerCase()} by now.`
    case 'nameMissing':
      return 'Whose approval is it? Type a name.'
    case 'ownApproval':
      return `${problem.author} is the author: approval takes another name.`
  }
}

const origins: Readonly<Record<Cell['origin'], string>> = {
  expert: 'set by management',
  calibrated: 'from history',
  blended: 'blended with history',
}

/** A cell in words. */
export function cellWords(cell: Cell): string {
  if (cell.kind === 'blocked') return 'blocked: the statuses contradict each other'
  const parts = [
    `probability ${valueText('poc', cell.poc)}`,
    `time ${cell.tuc} days`,
    origins[cell.origin],
    cell.n === 0 ? 'no history' : `${cell.wins} of ${cell.n} visits won`,
  ]
  if (cell.lo95 !== null && cell.hi95 !== null)
    parts.push(`95 % interval ${valueText('poc', cell.lo95)} to ${valueText('poc', cell.hi95)}`)
  if (cell.kind === 'check') parts.push('to be checked')
  if (cell.locked) parts.push('locked')
  if (cell.reason) parts.push(`reason: ${cell.reason}`)
  return parts.join(', ')
}
