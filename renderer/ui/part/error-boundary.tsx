/** Catches a bug in one screen, so that the rest of the program stays usable, and lets the user copy a report. */
import { Button, Group } from '@mantine/core'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import styles from './part.module.css'

/** Settings of `ErrorBoundary`. */
export interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** The screen's name in the message. */
  readonly name: string
  /** Facts about the program for the report: its version, the place. */
  readonly facts?: () => string
  readonly onError?: (report: string) => void
}

interface Caught {
  readonly error: Error | null
  readonly report: string
}

/** One around every screen. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Caught> {
  override state: Caught = { error: null, report: '' }

  static getDerivedStateFromError(error: unknown): Partial<Caught> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const facts = this.props.facts?.() ?? ''
    const report = [`Screen: ${this.props.name}`, facts, stack, info.componentStack ?? '']
      .filter(Boolean)
      .join('\n')
    this.setState({ report })
    this.props.onError?.(report)
  }

  override render(): ReactNode {
    const { error, report } = this.state
    if (!error) return this.props.children
    return (
      <div role="alert" className={styles.empty}>
        <h2 className={styles.emptyTitle}>{this.props.name} could not be shown</h2>
        <p className={styles.emptyText}>
          This is a mistake in the program. Your data is as it was: nothing was changed by it.
        </p>
        <Group>
          <Button onClick={() => this.setState({ error: null, report: '' })}>Try again</Button>
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(report || error.message)}
          >
            Copy report
          </Button>
        </Group>
        <pre className={styles.report}>{error.message}</pre>
      </div>
    )
  }
}
