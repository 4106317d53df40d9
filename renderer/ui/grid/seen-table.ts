/** What a grid shows, handed to the app for an export: columns, lines with group structure, and totals. */
import type { Figure } from './engine/aggregate'
import type { GridSource } from './engine/column-data'
import type { Group } from './engine/group-rows'
import type { SeenLine, SeenTable } from './grid-props'
import type { GridLayout } from './use-grid-columns'
import type { ViewRows } from './use-view-rows'

/** The table as seen now; lines are made one by one as they are asked for. */
export function seenTable(
  source: GridSource,
  layout: GridLayout,
  rows: ViewRows,
  labelOf: (group: Group) => string,
  sentence: string | null,
): SeenTable {
  const columns = layout.all.map(column => column.def)
  const { lines, groups, order } = rows
  const figures = (figureOf: (key: string) => Figure | null) =>
    Object.fromEntries(
      columns.flatMap(({ key }) => {
        const figure = figureOf(key)
        return figure ? [[key, figure]] : []
      }),
    )
  function* seen(): Generator<SeenLine> {
    let level = 0
    for (const line of lines) {
      if (line >= 0) {
        yield { kind: 'row', row: line, rowId: source.rowId(line), level }
        continue
      }
      const group = groups?.[-line - 1]
      if (!group) continue
      level = group.level + 1
      yield {
        kind: 'group',
        level: group.level,
        label: labelOf(group),
        rowCount: group.end - group.start,
        figures: figures(key => rows.figureOf(group, key)),
      }
    }
  }
  return {
    columns,
    source,
    lines: seen,
    lineCount: lines.length,
    rowCount: order.length,
    totals: figures(rows.totalOf),
    sentence,
  }
}
