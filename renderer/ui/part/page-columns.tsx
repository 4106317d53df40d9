/** How the parts of a screen, a page and a tab stand under one another. */
import type { ReactNode } from 'react'
import styles from './page-columns.module.css'

/** Settings of `WorkPage`. */
interface WorkPageProps {
  readonly toolbar: ReactNode
  readonly figures: ReactNode
  readonly children: ReactNode
  readonly foot?: ReactNode
}

/** The page of one record's own work: tools, figures, and the work in the room that is left. */
export function WorkPage({ toolbar, figures, children, foot }: WorkPageProps) {
  return (
    <ScreenColumn>
      {toolbar}
      <div className={styles.figures}>{figures}</div>
      <div className={styles.work}>{children}</div>
      {foot}
    </ScreenColumn>
  )
}

/** A screen that is a column of parts; the one that grows takes the room that is left. */
export function ScreenColumn({ children }: { readonly children: ReactNode }) {
  return <div className={styles.screen}>{children}</div>
}

/** Panels one under the other that scroll together, in the room a screen has left. */
export function PanelColumn({ children }: { readonly children: ReactNode }) {
  return <div className={styles.panels}>{children}</div>
}

/** The parts of a tab beside a screen, one under the other. */
export function SideColumn({ children }: { readonly children: ReactNode }) {
  return <div className={styles.side}>{children}</div>
}

/** A part of a tab or a panel under its title. */
export function TitledPart({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className={styles.partTitle}>{title}</h3>
      {children}
    </div>
  )
}
