/** Recording an event from a grid: choose one of the deal's open events, say what shows it. */
import { Modal, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { Id } from '#shared/base/id'
import type { EventBoard, EventLine } from '#shared/forecast/event-board'
import { EventForm } from './event-form'

/** Settings of `EventDialog`. */
interface EventDialogProps {
  readonly board: EventBoard
  readonly onClose: () => void
}

const openLines = ({ buying, selling }: EventBoard): readonly EventLine[] =>
  [buying, selling].flatMap(side =>
    side.ranks.flatMap(rank =>
      rank.events.filter(line => line.standing === 'open' || line.standing === 'revoked'),
    ),
  )

/** The dialog; the next event of the buyer is chosen at first. */
export function EventDialog({ board, onClose }: EventDialogProps) {
  const lines = openLines(board)
  const first = board.buying.next?.missing[0] ?? board.selling.next?.missing[0]
  const [chosen, setChosen] = useState<string | null>(first?.id ?? lines[0]?.def.id ?? null)
  const line = lines.find(each => each.def.id === chosen)
  return (
    <Modal opened onClose={onClose} title={`Record an event of ${board.row.deal.name}`} size="md">
      {lines.length === 0 ? (
        <Text>All events of this deal are complete or waived.</Text>
      ) : (
        <Select
          label="Event"
          value={chosen}
          allowDeselect={false}
          searchable
          onChange={setChosen}
          data={(['buying', 'selling'] as const).map(side => ({
            group: side === 'buying' ? 'Buying events' : 'Sales events',
            items: lines
              .filter(each => each.def.side === side)
              .map(each => ({ value: each.def.id as string, label: `${each.def.key} ${each.def.text}` })),
          }))}
        />
      )}
      {line && (
        <EventForm
          key={line.def.id}
          deal={board.row.id as Id<'opportunity'>}
          line={line}
          deed="record"
          onDone={onClose}
        />
      )}
    </Modal>
  )
}
