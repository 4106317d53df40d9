/** What a plan warns of (CY-W3 to CY-W9), on the deal itself. */
import { Button, Group } from '@mantine/core'
import { processSentence } from '#shared/process/warning-sentence'
import { useWords } from '../../records/use-words'
import { WarningLines } from '../../records/warning-lines'
import { usePlaces } from '../../store/use-place'
import type { DealPlan } from './plan-facts'
import classes from './plan.module.css'

/** The warnings of a plan, each with "accept with reason" and the way to the conversation. */
export function PlanWarnings({ deal }: { readonly deal: DealPlan }) {
  const words = useWords()
  const places = usePlaces()
  if (deal.warnings.length === 0) return null
  const { owner } = deal.row
  return (
    <div className={classes.warnings}>
      <WarningLines
        label="Warnings about the plan"
        lines={deal.warnings.map(found => ({
          found,
          sentence: withoutDeal(processSentence(found, words) ?? found.code, deal.row.deal.name),
        }))}
      />
      {owner && deal.warnings.some(each => each.accepted === null) && (
        <Group gap="xs">
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => places.go({ screen: 'coaching', filters: { rep: owner.id } })}
          >
            Take it up with {owner.name}
          </Button>
        </Group>
      )}
    </div>
  )
}

/** The sentence without the deal's name, which stands over it already. */
function withoutDeal(sentence: string, name: string): string {
  if (!sentence.startsWith(name)) return sentence
  const rest = sentence.slice(name.length)
  if (!rest.startsWith(': ')) return `This deal${rest}`
  return `${rest.charAt(2).toUpperCase()}${rest.slice(3)}`
}
