/** The preview of a paste: what would change, cell by cell, and which cells are refused and why. */
import { Button, Group, Modal, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { CellEdit, EditOutcome } from './edit-answer'
import { linesSeen } from './line-window'
import styles from './paste-dialog.module.css'

/** One pasted cell as the preview lists it. */
export interface PastedCell {
  readonly edit: CellEdit
  /** The row in words, for finding it: its first cell. */
  readonly rowWords: string
  readonly columnTitle: string
  readonly before: string
  /** What would stand there. */
  readonly after: string
  readonly outcome: EditOutcome
}

/** What the preview needs. */
export interface PasteDialogProps {
  readonly cells: readonly PastedCell[]
  /** Cells of the block that found no place in the table. */
  readonly outside: number
  readonly onTake: (edits: readonly CellEdit[]) => void
  readonly onCancel: () => void
}

const lineHeight = 26
const listHeight = 312

function count(n: number, one: string): string {
  return `${n.toLocaleString()} ${one}${n === 1 ? '' : 's'}`
}

/** Whether a pasted cell would change what stands there. */
export function changes(cell: PastedCell): boolean {
  return cell.outcome.ok && cell.after !== cell.before
}

/** The dialog. */
export function PasteDialog({ cells, outside, onTake, onCancel }: PasteDialogProps) {
  const refused = useMemo(() => cells.filter(cell => !cell.outcome.ok), [cells])
  const changed = useMemo(() => cells.filter(changes), [cells])
  const same = cells.length - refused.length - changed.length
  const [shown, setShown] = useState<'changed' | 'refused'>(refused.length > 0 ? 'refused' : 'changed')
  const [top, setTop] = useState(0)
  const listed = shown === 'refused' ? refused : changed
  const run = linesSeen(top, listHeight, lineHeight, listed.length, 6)
  const rest = [
    same > 0 ? `${count(same, 'cell')} would stay as they are.` : '',
    outside > 0 ? `${count(outside, 'cell')} lie beyond the table and are left out.` : '',
  ].filter(Boolean)
  return (
    <Modal opened onClose={onCancel} title="Paste" size="lg">
      <SegmentedControl
        value={shown}
        aria-label="Which cells to list"
        onChange={value => {
          setShown(value === 'refused' ? 'refused' : 'changed')
          setTop(0)
        }}
        data={[
          { value: 'changed', label: `${changed.length.toLocaleString()} would change` },
          { value: 'refused', label: `${refused.length.toLocaleString()} refused` },
        ]}
      />
      <div
        key={shown}
        className={styles.list}
        style={{ maxHeight: listHeight }}
        tabIndex={0}
        role="region"
        aria-label={shown === 'refused' ? 'Refused cells' : 'Cells that would change'}
        onScroll={event => setTop(event.currentTarget.scrollTop)}
      >
        {listed.length === 0 ? <p className={styles.none}>No cells.</p> : null}
        <div style={{ height: listed.length * lineHeight, position: 'relative' }}>
          {listed.slice(run.first, run.end).map((cell, index) => (
            <div
              key={`${cell.edit.rowId} ${cell.edit.column}`}
              className={styles.line}
              style={{ top: (run.first + index) * lineHeight, height: lineHeight }}
            >
              <span className={styles.row}>{cell.rowWords}</span>
              <span className={styles.column}>{cell.columnTitle}</span>
              {cell.outcome.ok ? (
                <span className={styles.change}>
                  <del>{cell.before === '' ? '(empty)' : cell.before}</del> →{' '}
                  <ins>{cell.after || '(empty)'}</ins>
                </span>
              ) : (
                <span className={styles.reason}>{cell.outcome.reason}</span>
              )}
            </div>
          ))}
        </div>
      </div>
      {rest.length > 0 ? <p className={styles.rest}>{rest.join(' ')}</p> : null}
      <Group justify="flex-end" mt={12} gap={8}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          data-autofocus
          disabled={changed.length === 0}
          onClick={() => onTake(changed.map(cell => cell.edit))}
        >
          {refused.length > 0
            ? `Paste the ${count(changed.length, 'good cell')}`
            : `Paste ${count(changed.length, 'cell')}`}
        </Button>
      </Group>
    </Modal>
  )
}
