/** Figures of group lines, totals and pivots in words: the value, and what it rests on. */
import type { Figure } from './aggregate'
import type { ColumnData } from './column-data'
import type { CellFormat } from './format-cell'

/** The figure as shown in a cell; a ratio always with its k/n, empty text when there is none. */
export function figureText(
  figure: Figure,
  data: ColumnData,
  format: CellFormat,
  digits: number | null,
): string {
  if (figure.mixed) return 'several currencies'
  if (Number.isNaN(figure.value)) return ''
  switch (figure.fn) {
    case 'count':
    case 'distinct':
      return format.number(figure.value, 0)
    case 'ratio':
      return `${format.number(figure.value * 100, digits ?? 0)} % (${format.number(figure.k ?? 0, 0)}/${format.number(figure.n, 0)})`
    default:
      if ('codes' in data || data.kind === 'flags') return format.number(figure.value, digits)
      return format.value(
        data.kind,
        figure.value,
        figure.currency ?? null,
        digits ?? meanDigits(figure, data.kind),
      )
  }
}

/** A mean of whole numbers needs a decimal to be seen as a mean. */
function meanDigits(figure: Figure, kind: ColumnData['kind']): number | null {
  if (kind === 'number' && ['mean', 'weightedMean', 'median'].includes(figure.fn)) return 1
  if (kind === 'percent') return 1
  return null
}

const names: Record<Figure['fn'], string> = {
  sum: 'Sum',
  mean: 'Mean',
  weightedMean: 'Weighted mean',
  median: 'Median',
  min: 'Smallest',
  max: 'Largest',
  count: 'Count',
  distinct: 'Different values',
  ratio: 'Share',
}

/** The name of an aggregate in menus. */
export function aggregateName(aggregate: { readonly fn: Figure['fn']; readonly name?: string }): string {
  return aggregate.name ?? names[aggregate.fn]
}

/** One sentence on what a figure rests on. */
export function figureNote(figure: Figure): string {
  if (figure.mixed) return 'The cells have several currencies, so no figure is formed.'
  if (figure.fn === 'ratio') return `${figure.k ?? 0} of ${figure.n} rows`
  return `${names[figure.fn]} of ${figure.n} ${figure.n === 1 ? 'cell' : 'cells'} with a value`
}
