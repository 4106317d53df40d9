/** Says what came of something, in a toast. */
import { notifications } from '@mantine/notifications'
import type { Result } from '#shared/base/result'

/** Shows a sentence of success or failure; shows nothing where there is none. */
export function tell(outcome: Result<string | null, string>): void {
  if (!outcome.ok) notifications.show({ message: outcome.problem, color: 'red', autoClose: 10_000 })
  else if (outcome.value !== null) notifications.show({ message: outcome.value })
}
