/** The days to revisit a deal that are chosen most often, one click each. */
import { Button, Group } from '@mantine/core'
import { addDays, type Day } from '#shared/base/day'
import { addMonths } from '#shared/process/disposition'

/** Buttons for days counted from `from`. */
export function DayOffers({ from, onDay }: { readonly from: Day; readonly onDay: (day: Day) => void }) {
  const offers: readonly (readonly [string, Day])[] = [
    ['In 2 weeks', addDays(from, 14)],
    ['1 month', addMonths(from, 1)],
    ['3 months', addMonths(from, 3)],
    ['6 months', addMonths(from, 6)],
    ['1 year', addMonths(from, 12)],
  ]
  return (
    <Group gap={4} mt={-8}>
      {offers.map(([words, day]) => (
        <Button key={words} size="compact-xs" variant="default" onClick={() => onDay(day)}>
          {words}
        </Button>
      ))}
    </Group>
  )
}
