/** The exit criteria of a step: what the buyer must have done or said before it is left. */
import { ActionIcon, Button, Checkbox, Group, Select, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { CycleStep, ExitCriterion } from '#shared/model/process'
import { freeKey } from '#shared/process/cycle-edit'
import { Panel } from '../../ui/part/panel'

/** The panel. */
export function CriteriaForm({
  step,
  editable,
  onCriteria,
}: {
  readonly step: CycleStep
  readonly editable: boolean
  readonly onCriteria: (criteria: readonly ExitCriterion[]) => void
}) {
  const { criteria } = step
  const set = (key: string, values: Partial<ExitCriterion>): void =>
    onCriteria(criteria.map(each => (each.key === key ? { ...each, ...values } : each)))
  const add = (): void =>
    onCriteria([
      ...criteria,
      {
        key: freeKey(`${step.key}-exit`, new Set(criteria.map(each => each.key))),
        text: '',
        kind: 'buyerAction',
        required: true,
        buyerRole: null,
      },
    ])
  return (
    <Panel
      title="Exit criteria"
      note="what the buyer did or said"
      tools={
        editable ? (
          <Button size="compact-xs" variant="light" onClick={add}>
            Add a criterion
          </Button>
        ) : undefined
      }
    >
      {criteria.length === 0 && (
        <Text size="sm" c="var(--qd-warn)">
          None (CY-W2): this step can be left without the buyer. Say what the buyer must have done or said.
        </Text>
      )}
      {criteria.map((each, at) => (
        <Group key={each.key} gap="xs" align="flex-end" wrap="wrap" mb={6}>
          <TextInput
            key={each.text}
            style={{ flex: '1 1 300px' }}
            aria-label={`Criterion ${at + 1}`}
            placeholder="The money-owner writes that the figures are right"
            defaultValue={each.text}
            readOnly={!editable}
            onBlur={event => {
              const text = event.currentTarget.value.trim()
              if (editable && text !== each.text) set(each.key, { text })
            }}
          />
          <TextInput
            key={`role/${each.buyerRole ?? ''}`}
            w={130}
            aria-label={`Who of the buyer, criterion ${at + 1}`}
            placeholder="Buyer’s role"
            defaultValue={each.buyerRole ?? ''}
            readOnly={!editable}
            onBlur={event => {
              const role = event.currentTarget.value.trim() || null
              if (editable && role !== each.buyerRole) set(each.key, { buyerRole: role })
            }}
          />
          <Select
            w={130}
            aria-label={`Kind of criterion ${at + 1}`}
            allowDeselect={false}
            readOnly={!editable}
            value={each.kind}
            data={[
              { value: 'buyerAction', label: 'Buyer’s action' },
              { value: 'document', label: 'Document' },
              { value: 'fact', label: 'Fact' },
            ]}
            onChange={kind => kind && set(each.key, { kind: kind as ExitCriterion['kind'] })}
          />
          <Checkbox
            label="Required"
            checked={each.required}
            disabled={!editable}
            onChange={event => set(each.key, { required: event.currentTarget.checked })}
          />
          {editable && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Take out criterion ${at + 1}`}
              onClick={() => onCriteria(criteria.filter(other => other.key !== each.key))}
            >
              <IconTrash size={14} />
            </ActionIcon>
          )}
        </Group>
      ))}
    </Panel>
  )
}
