/** Asks before something is done, and for the reason where one is kept with it. */
import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'

/** Settings of `ConfirmDialog`. */
export interface ConfirmDialogProps {
  readonly title: string
  /** What will happen, in a sentence or two with the numbers in it. */
  readonly children: ReactNode
  /** The verb on the button: "Accept", "Replace". */
  readonly verb: string
  readonly danger?: boolean
  /** Whether a reason is asked for: not, if given, or always. */
  readonly reason?: 'none' | 'optional' | 'required'
  readonly reasonLabel?: string
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

/** The dialog; show it by drawing it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [reason, setReason] = useState('')
  const asked = props.reason ?? 'none'
  const missing = asked === 'required' && reason.trim() === ''
  return (
    <Modal opened onClose={props.onCancel} title={props.title} size="sm">
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!missing) props.onConfirm(reason.trim())
        }}
      >
        {props.children}
        {asked === 'none' ? null : (
          <Textarea
            mt={12}
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
        <Group justify="flex-end" mt={16} gap={8}>
          <Button variant="default" onClick={props.onCancel}>
            Cancel
          </Button>
          <Button type="submit" disabled={missing} {...(props.danger ? { color: 'red' } : {})}>
            {props.verb}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
