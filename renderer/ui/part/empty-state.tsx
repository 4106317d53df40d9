/** What a screen says when it has nothing to show: what it is for, and one verb. */
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './part.module.css'

/** Settings of `EmptyState`. */
interface EmptyStateProps {
  readonly title: string
  /** One or two sentences on what will stand here. */
  readonly children: ReactNode
  readonly verb?: { readonly label: string; readonly onDo: () => void }
}

/** An empty screen or panel that ends in one verb. */
export function EmptyState({ title, children, verb }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>{title}</h2>
      <p className={styles.emptyText}>{children}</p>
      {verb ? <Button onClick={verb.onDo}>{verb.label}</Button> : null}
    </div>
  )
}
