/** What a tab says of a deal that was not there yet on the as-of date. */
import { Text } from '@mantine/core'
import { useAsOf } from '../store/use-region'

/** The sentence, with what to do about it. */
export function NotThere() {
  return (
    <Text p="md" c="dimmed">
      This opportunity is not there as of {useAsOf()}. Choose a later as-of date.
    </Text>
  )
}
