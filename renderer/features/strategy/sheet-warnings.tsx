/** The warnings of a sheet (SS-W1 to SS-W6) with their verbs. */
import { Button } from '@mantine/core'
import type { Factor } from '#shared/model/workbench'
import type { Warning } from '#shared/region/warning'
import { strategySentence } from '#shared/strategy/strategy-sentence'
import { AddAction } from '../../records/add-action'
import { useWords } from '../../records/use-words'
import { WarningLines } from '../../records/warning-lines'
import type { DealSheet } from '../../store/deal-sheet'
import { usePlaces } from '../../store/use-place'
import type { SheetEdits } from './use-sheet-edits'

/** The list; nothing where nothing is wrong. */
export function SheetWarnings(props: {
  readonly deal: DealSheet
  readonly edits: SheetEdits
  readonly onAdd: (factor: Factor) => void
}) {
  const { deal, edits } = props
  const words = useWords()
  if (deal.warnings.length === 0) return null
  return (
    <WarningLines
      label="Warnings of the strategy sheet"
      lines={deal.warnings.map(found => ({
        found,
        sentence: ofThisDeal(strategySentence(found, words) ?? found.code, deal.brief.name),
        verbs: <Verb {...props} found={found} edits={edits} />,
      }))}
    />
  )
}

/** The sentence without the deal's name in front, where the deal is on the screen already. */
function ofThisDeal(sentence: string, name: string): string {
  const start = `${name}: `
  if (!sentence.startsWith(start)) return sentence
  const rest = sentence.slice(start.length)
  return rest.slice(0, 1).toUpperCase() + rest.slice(1)
}

function Verb({
  deal,
  edits,
  found,
  onAdd,
}: {
  readonly deal: DealSheet
  readonly edits: SheetEdits
  readonly found: Warning
  readonly onAdd: (factor: Factor) => void
}) {
  const places = usePlaces()
  const part = found.subject.split('/')[1] ?? ''
  const verb = (label: string, onDo: () => void) => (
    <Button size="compact-xs" variant="light" onClick={onDo}>
      {label}
    </Button>
  )
  switch (found.code) {
    case 'SS-W1':
      return verb('Start the sheet', () => void edits.start())
    case 'SS-W2': {
      const factor = deal.sheet?.factors.find(each => each.id === part)
      return factor ? (
        <AddAction
          seed={{
            origin: 'strategy',
            originId: factor.id,
            opportunity: deal.row.id,
            also: edits.linkTo([factor]),
          }}
          name={`Make action against ${factor.text}`}
        />
      ) : null
    }
    case 'SS-W3': {
      const action = deal.sheet?.actions.find(each => each.id === part)
      return action
        ? verb('Open the action', () =>
            places.open({ table: 'actionItem', id: action.action }, { tab: 'overview' }),
          )
        : null
    }
    case 'SS-W4':
      return verb('Name an obstacle', () => onAdd(edits.blank('against', 'competition')))
    case 'SS-W5':
      return verb('Name one', () => onAdd(edits.blank('against', 'statusQuo')))
    case 'SS-W6':
      return verb('Review', () => void edits.review())
    default:
      return null
  }
}
