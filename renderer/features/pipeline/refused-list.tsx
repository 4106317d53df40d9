/** The deals that a decision leaves as they are, each reason said once. */
import { Text } from '@mantine/core'
import type { DealState } from '#shared/process/deal-state'

/** The list; nothing where nobody is refused. */
export function RefusedList({
  refused,
}: {
  readonly refused: readonly { readonly row: DealState; readonly why: string }[]
}) {
  if (refused.length === 0) return null
  const byWhy = new Map<string, string[]>()
  for (const { row, why } of refused) byWhy.set(why, [...(byWhy.get(why) ?? []), row.deal.name])
  return (
    <div role="status">
      {[...byWhy].map(([why, names]) => (
        <Text key={why} size="sm">
          {names.length === 1 ? names[0] : `${names.length} deals`} {names.length === 1 ? 'stays' : 'stay'} as{' '}
          {names.length === 1 ? 'it is' : 'they are'}: {why}
        </Text>
      ))}
    </div>
  )
}
