/** Why no total of the forecast is shown: exchange rates that are missing (CV-7). */
import { Alert, Button, Group } from '@mantine/core'
import type { MissingRate } from '#shared/process/rates'
import { usePlaces } from '../../store/use-place'

/** The notice with the way to the rates. */
export function MissingRates({ blockedBy }: { readonly blockedBy: readonly MissingRate[] }) {
  const places = usePlaces()
  const list = blockedBy.map(({ currency, on }) => `${currency} on ${on}`).join(', ')
  return (
    <Alert color="red" title="No total while an exchange rate is missing">
      <Group justify="space-between" wrap="nowrap">
        <span>There is no rate for {list}. Amounts of several currencies are never added without one.</span>
        <Button
          size="compact-sm"
          style={{ flex: 'none' }}
          onClick={() => places.go({ screen: 'records', filters: { table: 'currencyRate' } })}
        >
          Enter the rate
        </Button>
      </Group>
    </Alert>
  )
}
