/** What an action of a sheet takes on: its factors, its intent, the effect that we expect. */
import { Button, Group, MultiSelect, SegmentedControl, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { RecordOf } from '#shared/model/catalog'
import type { StrategyAction } from '#shared/model/workbench'
import { usePlaces } from '../../store/use-place'
import { DialogForm } from '../../ui/part/verb-form'
import { choicesOf, intentWords } from './factor-words'
import type { SheetEdits } from './use-sheet-edits'

const effects = ['0', '25', '50', '75', '100']

/** The dialog; show it by drawing it. */
export function SheetActionDialog(props: {
  readonly sheet: RecordOf<'strategySheet'>
  readonly link: StrategyAction
  readonly action: RecordOf<'actionItem'>
  readonly edits: SheetEdits
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { sheet, action, edits, onClose } = props
  const [link, setLink] = useState(props.link)
  const places = usePlaces()
  return (
    <DialogForm
      title="Action on this sheet"
      size="lg"
      verb="Save"
      aside={
        <Group gap={4}>
          <Button
            variant="subtle"
            onClick={() => places.open({ table: 'actionItem', id: action.id }, { tab: 'overview' })}
          >
            Open the action
          </Button>
          {action.state === 'open' ? (
            <Button variant="subtle" onClick={props.onDone}>
              Mark as done
            </Button>
          ) : null}
          <Button
            variant="subtle"
            onClick={() => {
              void edits.removeAction(props.link)
              onClose()
            }}
          >
            Take off the sheet
          </Button>
        </Group>
      }
      onSubmit={() => {
        void edits.putAction(link, `What “${action.text}” takes on`)
        onClose()
      }}
      onClose={onClose}
    >
      <Text size="sm">{action.text}</Text>
      <MultiSelect
        label="Takes on"
        data-autofocus
        data={sheet.factors.map(each => ({ value: each.id, label: each.text }))}
        value={[...link.factors]}
        onChange={factors => setLink({ ...link, factors })}
      />
      <Select
        label="Intent"
        data={choicesOf(intentWords)}
        value={link.intent}
        onChange={next => setLink({ ...link, intent: (next ?? 'neutralise') as StrategyAction['intent'] })}
      />
      <div>
        <Text size="xs" fw={500}>
          Expected effect, in %
        </Text>
        <SegmentedControl
          aria-label="Expected effect, in %"
          data={effects}
          value={String(Math.round(link.expectedEffect * 100))}
          onChange={next => setLink({ ...link, expectedEffect: Number(next) / 100 })}
        />
      </div>
    </DialogForm>
  )
}
