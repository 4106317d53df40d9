/** A bordered part of a screen with a title, a note and tools. */
import { useId, type ReactNode } from 'react'
import styles from './part.module.css'

/** Settings of `Panel`. */
interface PanelProps {
  readonly title: string
  /** A few words beside the title: a count, an as-of date. */
  readonly note?: ReactNode
  readonly tools?: ReactNode
  readonly children: ReactNode
  /** No padding inside, for grids and charts. */
  readonly flush?: boolean
  readonly grow?: boolean
}

/** A panel; a landmark named by its title. */
export function Panel({ title, note, tools, children, flush, grow }: PanelProps) {
  const id = useId()
  return (
    <section className={styles.panel} aria-labelledby={id} style={grow ? { flex: 1 } : undefined}>
      <header className={styles.panelHead}>
        <h2 id={id} className={styles.panelTitle}>
          {title}
        </h2>
        {note === undefined ? null : <span className={styles.panelNote}>{note}</span>}
        {tools === undefined ? null : <span className={styles.panelTools}>{tools}</span>}
      </header>
      <div className={styles.panelBody} data-flush={flush ? '' : undefined}>
        {children}
      </div>
    </section>
  )
}
