/** A small table of measures in the program's grid. */
import { useState } from 'react'
import { useAsOf, useSettings } from '../store/use-region'
import type { RowsSpec } from '../ui/grid/engine/rows-source'
import { Grid } from '../ui/grid/grid'
import type { GridColumn } from '../ui/grid/grid-props'
import { plainView, type GridView } from '../ui/grid/grid-view'
import { useRowsSource } from '../ui/grid/use-rows-source'
import styles from './measure-grid.module.css'

/** Settings of `MeasureGrid`. */
interface MeasureGridProps<R> {
  readonly label: string
  readonly noun: { readonly one: string; readonly many: string }
  readonly rows: readonly R[]
  /** A constant, like the columns. */
  readonly spec: RowsSpec<R>
  readonly columns: readonly GridColumn[]
  readonly onOpen?: (rowId: string) => void
  readonly sort?: GridView['sort']
}

/** The grid without its toolbar, as high as its rows up to a limit. */
export function MeasureGrid<R>({ label, noun, rows, spec, columns, onOpen, sort }: MeasureGridProps<R>) {
  const source = useRowsSource(rows, spec)
  const [view, setView] = useState<GridView>({ ...plainView, sort: sort ?? [] })
  const asOf = useAsOf()
  const { locale } = useSettings()
  return (
    <div className={styles.grid} style={{ height: Math.min(14, rows.length + 2) * 28 + 24 }}>
      <Grid
        label={label}
        noun={noun}
        source={source}
        columns={columns}
        view={view}
        onView={setView}
        asOf={asOf}
        bare
        {...(locale ? { locale } : {})}
        {...(onOpen ? { onOpen } : {})}
      />
    </div>
  )
}
