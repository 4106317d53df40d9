/** A line of tools over a screen; what follows `ToolbarPush` stands at the right. */
import type { ReactNode } from 'react'
import styles from './part.module.css'

/** A named line of tools. */
export function Toolbar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="toolbar" aria-label={label} className={styles.toolbar}>
      {children}
    </div>
  )
}

/** Takes up the free room of a toolbar. */
export function ToolbarPush() {
  return <span className={styles.push} />
}
