/** Asks before something is done, and for the reason where one is kept with it. */
import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { DialogForm } from './verb-form'

/** Settings of `ConfirmDialog`. */
interface ConfirmDialogProps {
  readonly title: string
  /** What will happen, in a sentence or two with the numbers in it. */
  readonly children: ReactNode
  /** The verb on the button: "Accept", "Replace". */
  readonly verb: string
  readonly danger?: boolean
  /** Whether a reason is asked for: not, if given, or always. */
  readonly reason?: 'none' | 'optional' | 'required'
  readonly reasonLabel?: string
  /** Something else that is asked for is not right yet. */
  readonly disabled?: boolean
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

/** The dialog; show it by drawing it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [reason, setReason] = useState('')
  const asked = props.reason ?? 'none'
  const missing = asked === 'required' && reason.trim() === ''
  return (
    <DialogForm
      title={props.title}
      size="sm"
      verb={props.verb}
      danger={props.danger === true}
      disabled={missing || props.disabled === true}
      onSubmit={() => props.onConfirm(reason.trim())}
      onClose={props.onCancel}
    >
      <div>{props.children}</div>
      {asked === 'none' ? null : (
        <Textarea
          data-autofocus
          label={props.reasonLabel ?? 'Reason'}
          description={
            asked === 'required' ? 'Kept in the history with your name' : 'If you want to keep one'
          }
          required={asked === 'required'}
          autosize
          minRows={2}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      )}
    </DialogForm>
  )
}
