/** The strategy sheet beside a screen: its figures, warnings and heaviest factors. */
import { Button, Group, Text } from '@mantine/core'
import type { Factor } from '#shared/model/workbench'
import { slotQuestion } from '#shared/strategy/open-slots'
import type { DealSheet } from '../../store/deal-sheet'
import { usePlaces } from '../../store/use-place'
import { EmptyState } from '../../ui/part/empty-state'
import { SideColumn, TitledPart } from '../../ui/part/page-columns'
import { ForceBoard } from './force-board'
import { SheetFigures } from './sheet-figures'
import { SheetWarnings } from './sheet-warnings'
import styles from './strategy.module.css'
import { useSheetEdits } from './use-sheet-edits'

/** The tab in the inspector. */
export function StrategySide({ deal }: { readonly deal: DealSheet }) {
  const places = usePlaces()
  const edits = useSheetEdits(deal)
  const open = (): void =>
    places.open({ table: 'opportunity', id: deal.row.id }, { full: true, tab: 'strategy' })
  const { sheet, slots } = deal
  if (!sheet)
    return (
      <SideColumn>
        <EmptyState
          title="No strategy sheet yet"
          verb={{
            label: 'Start the sheet',
            onDo: () => {
              void edits.start()
              open()
            },
          }}
        >
          What works for us, what works against us, and what we do about it.
        </EmptyState>
        <SheetWarnings deal={deal} edits={edits} onAdd={open} />
      </SideColumn>
    )
  const direction = (side: Factor['direction']) =>
    sheet.factors.filter(each => each.direction === side && each.status !== 'invalid')
  return (
    <SideColumn>
      {sheet.objective ? <Text size="sm">{sheet.objective}</Text> : null}
      <SheetFigures sheet={sheet} completeness={deal.completeness} />
      <Group>
        <Button variant="light" onClick={open}>
          Open the sheet
        </Button>
      </Group>
      <SheetWarnings deal={deal} edits={edits} onAdd={open} />
      {slots.length > 0 ? (
        <TitledPart title="Open places">
          <ul className={styles.places}>
            {slots.map(each => (
              <li key={each.key}>
                <button type="button" className={styles.slot} data-side={each.side} onClick={open}>
                  {slotQuestion(each)}
                </button>
              </li>
            ))}
          </ul>
        </TitledPart>
      ) : null}
      <TitledPart title={`${direction('favour').length} for us, ${direction('against').length} against us`}>
        <div className={styles.narrow}>
          <ForceBoard factors={sheet.factors} actions={[]} slots={[]} onFactor={open} />
        </div>
      </TitledPart>
    </SideColumn>
  )
}
