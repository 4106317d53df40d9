/** One step of a version: its dates and rules, what the buyer must have done, and its seven parts. */
import { Checkbox, Group, NumberInput, Select, Tabs, Textarea, TextInput } from '@mantine/core'
import { useState, type CSSProperties } from 'react'
import type { CycleStep } from '#shared/model/process'
import { stepPartLabels } from '#shared/process/cycle-words'
import { DateRuleInput } from '../../records/date-rule-input'
import { useAsOf, useRegion } from '../../store/use-region'
import { Panel } from '../../ui/part/panel'
import { CriteriaForm } from './criteria-form'
import classes from './process.module.css'

type TextPart = 'objective' | 'preparation' | 'guidelines' | 'postStep'
type ListPart = 'prerequisites' | 'sellerRoles' | 'buyerRoles' | 'tools'

/** The seven parts of a step, in the order in which it is worked. */
const parts: readonly {
  readonly id: string
  readonly label: string
  readonly texts: readonly TextPart[]
  readonly lists: readonly ListPart[]
  readonly hint: string
}[] = [
  {
    id: 'objective',
    label: 'Objective',
    texts: ['objective'],
    lists: [],
    hint: 'What is agreed when the step is over',
  },
  { id: 'before', label: 'Needed before', texts: [], lists: ['prerequisites'], hint: 'One a line' },
  { id: 'people', label: 'People', texts: [], lists: ['buyerRoles', 'sellerRoles'], hint: 'One role a line' },
  {
    id: 'preparation',
    label: 'Preparation',
    texts: ['preparation'],
    lists: [],
    hint: 'What we do before we meet',
  },
  { id: 'guidelines', label: 'Guidelines', texts: ['guidelines'], lists: [], hint: 'How to do it well' },
  { id: 'after', label: 'Afterwards', texts: ['postStep'], lists: [], hint: 'What follows the step' },
  { id: 'tools', label: 'Tools', texts: [], lists: ['tools'], hint: 'One tool or document a line' },
]

/** The form; every field is handed in when it is left. */
export function StepForm({
  step,
  editable,
  onStep,
}: {
  readonly step: CycleStep
  readonly editable: boolean
  readonly onStep: (next: CycleStep, part: string) => void
}) {
  const asOf = useAsOf()
  const region = useRegion('eventDef')
  const [tab, setTab] = useState<string | null>('objective')
  const set = <P extends keyof CycleStep>(part: P, value: CycleStep[P]): void =>
    onStep({ ...step, [part]: value }, stepPartLabels[part].toLowerCase())
  const events = region.all('eventDef').filter(each => step.events.includes(each.key))
  const number = (part: 'duration' | 'lag') => (
    <NumberInput
      key={`${part}/${step[part]}`}
      label={stepPartLabels[part]}
      w={112}
      min={0}
      max={250}
      readOnly={!editable}
      defaultValue={step[part]}
      onBlur={event => {
        const days = Number(event.currentTarget.value)
        if (editable && days !== step[part]) set(part, days)
      }}
    />
  )
  return (
    <div className={classes.stepForm}>
      <Panel title={step.name || 'No name'} note={`key ${step.key}, the same in every version`}>
        <Group align="flex-end" gap="sm">
          <Kept
            label="Name"
            value={step.name}
            readOnly={!editable}
            onKeep={value => set('name', value)}
            style={{ flex: 1, minWidth: 150 }}
          />
          <Select
            label="Side"
            w={120}
            allowDeselect={false}
            readOnly={!editable}
            value={step.side}
            data={[
              { value: 'buy', label: 'The buyer' },
              { value: 'joint', label: 'Both' },
              { value: 'sell', label: 'Us' },
            ]}
            onChange={value => value && set('side', value as CycleStep['side'])}
          />
          {number('duration')}
          {number('lag')}
        </Group>
        <Group align="flex-end" gap="sm" mt="sm">
          <DateRuleInput
            rule={step.dateRule}
            near={asOf}
            disabled={!editable}
            onRule={rule => set('dateRule', rule)}
          />
          <Kept
            label="Parallel group"
            value={step.parallelGroup ?? ''}
            readOnly={!editable}
            onKeep={value => set('parallelGroup', value.trim() || null)}
            style={{ width: 130 }}
          />
          <Checkbox
            label="Mandatory"
            checked={step.mandatory}
            disabled={!editable}
            onChange={event => set('mandatory', event.currentTarget.checked)}
          />
          <Checkbox
            label="Closes the sale"
            checked={step.closesSale}
            disabled={!editable}
            onChange={event => set('closesSale', event.currentTarget.checked)}
          />
        </Group>
        <p className={classes.hint}>
          {events.length === 0
            ? 'This step shows no event of the forecast.'
            : `Ticking it shows ${events.map(each => `${each.key} ${each.text}`).join('; ')}.`}
        </p>
      </Panel>
      <CriteriaForm step={step} editable={editable} onCriteria={criteria => set('criteria', criteria)} />
      <Panel title="The seven parts" flush>
        <Tabs value={tab} onChange={setTab}>
          <Tabs.List>
            {parts.map(each => (
              <Tabs.Tab key={each.id} value={each.id} px={9}>
                {each.label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {parts.map(each => (
            <Tabs.Panel key={each.id} value={each.id} p="sm">
              {each.texts.map(part => (
                <KeptArea
                  key={part}
                  label={stepPartLabels[part]}
                  hint={each.hint}
                  value={step[part]}
                  readOnly={!editable}
                  onKeep={value => set(part, value)}
                />
              ))}
              {each.lists.map(part => (
                <KeptArea
                  key={part}
                  label={stepPartLabels[part]}
                  hint={each.hint}
                  value={step[part].join('\n')}
                  readOnly={!editable}
                  onKeep={value =>
                    set(
                      part,
                      value
                        .split('\n')
                        .map(line => line.trim())
                        .filter(line => line !== ''),
                    )
                  }
                />
              ))}
            </Tabs.Panel>
          ))}
        </Tabs>
      </Panel>
    </div>
  )
}

interface KeptProps {
  readonly label: string
  readonly value: string
  readonly readOnly: boolean
  readonly onKeep: (value: string) => void
}

function Kept({ label, value, readOnly, onKeep, style }: KeptProps & { readonly style?: CSSProperties }) {
  return (
    <TextInput
      key={value}
      label={label}
      defaultValue={value}
      readOnly={readOnly}
      {...(style ? { style } : {})}
      onBlur={event => {
        if (!readOnly && event.currentTarget.value !== value) onKeep(event.currentTarget.value)
      }}
    />
  )
}

function KeptArea({ label, value, readOnly, onKeep, hint }: KeptProps & { readonly hint: string }) {
  return (
    <Textarea
      key={value}
      mb="sm"
      label={label}
      description={hint}
      defaultValue={value}
      readOnly={readOnly}
      autosize
      minRows={3}
      onBlur={event => {
        if (!readOnly && event.currentTarget.value !== value) onKeep(event.currentTarget.value)
      }}
    />
  )
}
