/** The line under a grid: how many rows are seen of how many, why, and the figures of the selected cells. */
import { useMemo } from 'react'
import { isNumeric, isEmptyCell, type GridSource } from './engine/column-data'
import type { CellFormat } from './engine/format-cell'
import styles from './grid.module.css'
import { mainBounds, type Selection } from './selection'
import type { PlacedColumn } from './use-grid-columns'

/** What the status line needs. */
export interface GridStatusProps {
  readonly source: GridSource
  readonly shown: number
  readonly noun: { readonly one: string; readonly many: string }
  readonly sentence: string | null
  readonly lines: Int32Array
  readonly columns: readonly PlacedColumn[]
  readonly selection: Selection | null
  readonly format: CellFormat
  /** A word on the last thing done: "3 cells copied". */
  readonly said: string
}

interface Sums {
  readonly cells: number
  readonly numbers: number
  readonly words: readonly string[]
}

/** The most cells over which the selection's figures are formed. */
const cellLimit = 2_000_000

/** Count, sum and mean of the selected cells, when they are numbers of one kind. */
function sumsOf(props: GridStatusProps): Sums | null {
  const { selection, source, lines, columns, format } = props
  if (!selection) return null
  const { top, bottom, left, right } = mainBounds(selection)
  const size = (bottom - top + 1) * (right - left + 1)
  if (size < 2 || size > cellLimit) return null
  let cells = 0
  let numbers = 0
  let sum = 0
  const kinds = new Set<string>()
  let digits: number | null = null
  for (let col = left; col <= right; col++) {
    const column = columns[col]
    if (!column) continue
    const data = source.column(column.def.key)
    for (let line = top; line <= bottom; line++) {
      const row = lines[line] ?? -1
      if (row < 0 || isEmptyCell(data, row)) continue
      cells++
      if (!isNumeric(data) || data.kind === 'boolean' || data.kind === 'date') continue
      kinds.add(`${data.kind} ${typeof data.currency === 'string' ? data.currency : ''}`)
      numbers++
      sum += data.values[row] as number
      digits ??= column.def.digits ?? null
    }
  }
  const kind = kinds.size === 1 ? [...kinds][0] : undefined
  if (!kind || numbers === 0) return { cells, numbers, words: [] }
  const [name, currency] = kind.split(' ')
  const write = (value: number) =>
    format.value(name as 'number' | 'money' | 'percent', value, currency || null, digits)
  const parts = name === 'percent' ? [] : [`Sum ${write(sum)}`]
  return { cells, numbers, words: [...parts, `Mean ${write(sum / numbers)}`] }
}

/** The status line. */
export function GridStatus(props: GridStatusProps) {
  const { shown, source, noun, sentence, format, said } = props
  const { selection, lines, columns } = props
  const sums = useMemo(
    () => sumsOf({ shown, source, noun, sentence, lines, columns, selection, format, said }),
    [shown, source, noun, sentence, lines, columns, selection, format, said],
  )
  const total = source.rowCount
  const word = total === 1 ? noun.one : noun.many
  const count =
    shown === total
      ? `${format.number(total, 0)} ${word}`
      : `${format.number(shown, 0)} of ${format.number(total, 0)} ${word}`
  return (
    <div className={styles.status}>
      <span role="status">{count}</span>
      {sentence ? (
        <span className={styles.sentence} title={sentence}>
          where {sentence}
        </span>
      ) : null}
      <span className={styles.statusEnd}>
        <span role="status">{said}</span>
        {sums ? (
          <span className={styles.figures}>
            {[`${format.number(sums.cells, 0)} filled`, ...sums.words].map(words => (
              <span key={words}>{words}</span>
            ))}
          </span>
        ) : null}
      </span>
    </div>
  )
}
