/** The dialogs that decide about deals and close them. */
import { Modal } from '@mantine/core'
import type { DealState } from '#shared/process/deal-state'
import type { DispositionKind } from '#shared/process/disposition'
import { DecideForm } from './decide-form'
import { OutcomeForm } from './outcome-form'
import { dealsInWords } from './use-decisions'

/** What is asked, about which deals. */
export type Asking =
  | { readonly kind: 'decide'; readonly rows: readonly DealState[]; readonly decision?: DispositionKind }
  | { readonly kind: 'close'; readonly rows: readonly DealState[] }

/** The dialog that `asking` needs; nothing for null. */
export function DecideDialogs({
  asking,
  onClose,
}: {
  readonly asking: Asking | null
  readonly onClose: () => void
}) {
  if (!asking || asking.rows.length === 0) return null
  const words = dealsInWords(asking.rows)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={asking.kind === 'decide' ? `Decide on ${words}` : `How ${words} ended`}
    >
      {asking.kind === 'decide' ? (
        <DecideForm
          rows={asking.rows}
          focus
          onDone={onClose}
          onCancel={onClose}
          {...(asking.decision ? { kind: asking.decision } : {})}
        />
      ) : (
        <OutcomeForm rows={asking.rows} focus onDone={onClose} onCancel={onClose} />
      )}
    </Modal>
  )
}
