/** The width at which a column shows its cells whole. */
import type { GridSource } from './engine/column-data'
import type { CellFormat } from './engine/format-cell'
import type { GridColumn } from './grid-props'
import { columnLimits } from './use-grid-columns'

/** How many of the rows seen are measured; the longest texts among them are drawn. */
const sample = 4000
const padding = 20

/** The width of `def` in pixels, by the texts of its title and of the rows in `order`. */
export function fittingWidth(
  def: GridColumn,
  source: GridSource,
  order: Uint32Array,
  format: CellFormat,
  font: string,
): number {
  const data = source.column(def.key)
  const pen = document.createElement('canvas').getContext('2d')
  if (!pen) return columnLimits.max / 4
  pen.font = font
  const texts = new Set<string>()
  const step = Math.max(1, Math.floor(order.length / sample))
  for (let i = 0; i < order.length; i += step)
    texts.add(format.cell(data, order[i] as number, def.digits ?? null))
  const longest = [...texts].sort((a, b) => b.length - a.length).slice(0, 60)
  const perFlag = data.kind === 'flags' ? 14 : 0
  const cells = longest.map(text => pen.measureText(text).width + perFlag * text.split(', ').length)
  const title = pen.measureText(`${def.title} ${def.unit ?? ''}`).width * 1.06 + 34
  return Math.round(Math.max(columnLimits.min, Math.min(460, Math.max(title, ...cells) + padding)))
}
