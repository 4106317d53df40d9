/** A form that ends in its verb: why it was refused, other ways at the left, Cancel and the verb at the right. */
import { Button, Group, Modal, Stack, Text, type MantineSize } from '@mantine/core'
import { useRef, type ReactNode, type Ref } from 'react'

/** Settings of `VerbForm`. */
interface VerbFormProps {
  readonly children: ReactNode
  /** The words on the button that hands the form in. */
  readonly verb: ReactNode
  readonly disabled?: boolean
  /** The verb destroys something. */
  readonly danger?: boolean
  /** Why it could not be done; read out when it appears. */
  readonly refused?: ReactNode
  /** Other verbs about the same thing. */
  readonly aside?: ReactNode
  /** The words for giving up, where "Cancel" does not say it. */
  readonly cancel?: string
  readonly form?: Ref<HTMLFormElement>
  /** Called once at a time: a second Enter waits for nothing and does nothing while the first is at work. */
  readonly onSubmit: () => void | Promise<void>
  readonly onCancel?: () => void
}

/** The form; Enter in a field hands it in, Ctrl+Enter in a field of several lines. */
export function VerbForm({
  children,
  verb,
  refused,
  aside,
  form,
  onSubmit,
  onCancel,
  ...rest
}: VerbFormProps) {
  const disabled = rest.disabled === true
  const busy = useRef(false)
  const submit = async (): Promise<void> => {
    if (busy.current || disabled) return
    busy.current = true
    try {
      await onSubmit()
    } finally {
      busy.current = false
    }
  }
  return (
    <form
      ref={form}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        {children}
        {refused === undefined || refused === null ? null : (
          <Text component="div" size="sm" c="var(--qd-danger)" role="alert">
            {refused}
          </Text>
        )}
        <Group gap="xs">
          {aside}
          <Group gap="xs" ml="auto">
            {onCancel ? (
              <Button variant="default" onClick={onCancel}>
                {rest.cancel ?? 'Cancel'}
              </Button>
            ) : null}
            <Button type="submit" disabled={disabled} {...(rest.danger ? { color: 'red' } : {})}>
              {verb}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}

/** Settings of `DialogForm`. */
interface DialogFormProps extends Omit<VerbFormProps, 'onCancel'> {
  readonly title: string
  readonly size?: MantineSize
  /** Called to give up: by Cancel, Escape and a click beside the dialog. */
  readonly onClose: () => void
}

/** Such a form as a dialog; show it by drawing it, and mark the first field with `data-autofocus`. */
export function DialogForm({ title, size = 'md', onClose, ...form }: DialogFormProps) {
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <VerbForm {...form} onCancel={onClose} />
    </Modal>
  )
}
