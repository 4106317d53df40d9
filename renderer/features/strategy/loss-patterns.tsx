/** Obstacles that stood against us in several lost deals of a product (SS-W7), each with its deals. */
import { Button, Text } from '@mantine/core'
import { withAccepted } from '#shared/region/warning'
import { patternWarnings } from '#shared/strategy/strategy-warnings'
import { strategySentence } from '#shared/strategy/strategy-sentence'
import { useOpenDeals, useWords } from '../../records/use-words'
import { WarningLines } from '../../records/warning-lines'
import { askLossPatterns, type DealSheet } from '../../store/deal-sheet'
import { useAsOf, useQuery, useRegion } from '../../store/use-region'

/** The patterns; those of the deal's own product first. */
export function LossPatterns({ deal }: { readonly deal: DealSheet }) {
  const asOf = useAsOf()
  const words = useWords()
  const openDeals = useOpenDeals()
  const region = useRegion('warningAck')
  const patterns = useQuery(askLossPatterns, asOf)
  const own = (product: string | null | undefined): boolean => product === deal.row.deal.product
  const sorted = [...patterns].sort(
    (a, b) => Number(own(b.deals[0]?.product)) - Number(own(a.deals[0]?.product)),
  )
  if (sorted.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No obstacle returns in three or more lost deals of one product, as of {asOf}.
      </Text>
    )
  const found = withAccepted(region, patternWarnings(sorted), asOf)
  return (
    <WarningLines
      label="Patterns in lost deals"
      lines={sorted.flatMap((pattern, at) => {
        const each = found[at]
        return each
          ? [
              {
                found: each,
                sentence: strategySentence(each, words) ?? each.code,
                verbs: (
                  <Button
                    size="compact-xs"
                    variant="light"
                    onClick={() =>
                      openDeals(
                        pattern.deals.map(one => one.id),
                        `Lost with “${pattern.text}” against us`,
                      )
                    }
                  >
                    Show the {pattern.deals.length} deals
                  </Button>
                ),
              },
            ]
          : []
      })}
    />
  )
}
