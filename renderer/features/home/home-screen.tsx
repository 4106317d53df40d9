/** Home: what needs the manager today, card by card. */
import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { ComponentType } from 'react'
import { useAsOf, useSettings } from '../../store/use-region'

/** What Home is made of. */
interface HomeScreenProps {
  readonly cards: readonly { readonly id: string; readonly component: ComponentType }[]
}

/** Home. */
export function HomeScreen({ cards }: HomeScreenProps) {
  const asOf = useAsOf()
  const { regionName } = useSettings()
  return (
    <Stack p="lg" gap="md">
      <div>
        <Title order={1}>{regionName}</Title>
        <Text c="dimmed">What needs you, as of {asOf}</Text>
      </div>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
        {cards.map(card => (
          <card.component key={card.id} />
        ))}
      </SimpleGrid>
    </Stack>
  )
}
