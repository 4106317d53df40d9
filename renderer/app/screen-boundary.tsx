/** Catches what breaks inside one screen, so that the rest goes on, and offers a report to copy. */
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { host } from '../host/bridge'

interface Props {
  /** What broke, as the user knows it: a screen's title. */
  readonly name: string
  readonly children: ReactNode
}

interface State {
  readonly error: Error | null
}

/** A screen, or why it cannot be shown. */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    const detail = `${error instanceof Error ? (error.stack ?? error.message) : String(error)}${info.componentStack ?? ''}`
    void host.log({ level: 'error', text: `${this.props.name} could not be shown`, detail })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <Stack p="lg" gap="sm" role="alert" align="flex-start">
        <Title order={2}>{this.props.name} could not be shown</Title>
        <Text>
          Something in this program is wrong; your data is as it was. Try again, or go to another screen.
        </Text>
        <Text c="dimmed" size="sm">
          {error.message}
        </Text>
        <Group>
          <Button onClick={() => this.setState({ error: null })}>Try again</Button>
          <Button
            variant="default"
            onClick={() => {
              void host
                .readLog()
                .then(log => navigator.clipboard.writeText(`${error.stack ?? error.message}\n\n${log}`))
            }}
          >
            Copy report
          </Button>
        </Group>
      </Stack>
    )
  }
}
