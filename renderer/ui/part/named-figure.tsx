/** A figure with its name over it and a note under it, and the row that such figures stand in. */
import type { ReactNode } from 'react'
import { Figure, type FigureProps } from './figure'
import styles from './named-figure.module.css'

/** Settings of `NamedFigure`. */
interface NamedFigureProps extends FigureProps {
  /** The words over it, where they are shorter than `label`. */
  readonly name?: string
  /** What the figure counts, small behind it: "of 10". */
  readonly unit?: ReactNode
  /** The line under it. */
  readonly note?: ReactNode
}

/** One figure of a row; large unless told otherwise. */
export function NamedFigure({ name, unit, note, children, ...figure }: NamedFigureProps) {
  return (
    <div>
      <span className={styles.name}>{name ?? figure.label}</span>
      <Figure large {...figure}>
        {children}
        {unit === undefined ? null : <span className={styles.unit}> {unit}</span>}
      </Figure>
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </div>
  )
}

/** Figures side by side; those that find no room go on in the next line. */
export function FigureRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
