/** The editor of one factor: what it is, how much it weighs, what it rests on, how far it is neutralised. */
import {
  Button,
  Group,
  MultiSelect,
  SegmentedControl,
  Select,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import type { Id } from '#shared/base/id'
import type { Factor } from '#shared/model/workbench'
import { countedEffect } from '#shared/strategy/force-field'
import { DayInput } from '../../fields/day-input'
import type { DealSheet } from '../../store/deal-sheet'
import { useAsOf, useRegion } from '../../store/use-region'
import { DialogForm } from '../../ui/part/verb-form'
import { categoryWords, choicesOf, percentText, statusWords } from './factor-words'
import type { SheetEdits } from './use-sheet-edits'

const weights = ['1', '2', '3', '4', '5']
const effects = ['0', '25', '50', '75', '100']

/** The dialog; show it by drawing it. `known` is false for a factor that is not on the sheet yet. */
export function FactorDialog(props: {
  readonly deal: DealSheet
  readonly factor: Factor
  readonly known: boolean
  readonly edits: SheetEdits
  readonly onClose: () => void
}) {
  const { deal, known, edits, onClose } = props
  const [factor, setFactor] = useState(props.factor)
  const asOf = useAsOf()
  const region = useRegion('buyerRole', 'person', 'competitor')
  const put = (values: Partial<Factor>): void => setFactor({ ...factor, ...values })
  const people = region.where('buyerRole', 'opportunity', deal.row.id).map(role => ({
    value: role.id as string,
    label: region.get('person', role.person)?.name ?? role.placeholder ?? 'Unknown',
  }))
  const empty = factor.text.trim() === ''
  const save = (): void => {
    if (empty) return
    void edits.putFactor({
      ...factor,
      text: factor.text.trim(),
      evidenceOn: (factor.evidence ?? '').trim() === '' ? null : (factor.evidenceOn ?? asOf),
    })
    onClose()
  }
  const counted = countedEffect(factor)
  return (
    <DialogForm
      title={factor.direction === 'favour' ? 'What works for us' : 'What works against us'}
      size="lg"
      verb="Save"
      disabled={empty}
      onSubmit={save}
      onClose={onClose}
      {...(known
        ? {
            aside: (
              <Button
                variant="subtle"
                color="red"
                onClick={() => {
                  void edits.removeFactor(props.factor)
                  onClose()
                }}
              >
                Take off the sheet
              </Button>
            ),
          }
        : {})}
    >
      <TextInput
        label="Factor"
        data-autofocus
        maxLength={200}
        value={factor.text}
        onChange={event => put({ text: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Select
          label="Category"
          data={choicesOf(categoryWords)}
          value={factor.category}
          onChange={next => put({ category: (next ?? 'other') as Factor['category'] })}
        />
        <Select
          label="Status"
          data={choicesOf(statusWords)}
          value={factor.status}
          onChange={next => put({ status: (next ?? 'open') as Factor['status'] })}
        />
      </Group>
      <Group gap="xl">
        <div>
          <Text size="xs" fw={500}>
            Weight
          </Text>
          <SegmentedControl
            aria-label="Weight"
            data={weights}
            value={String(factor.weight)}
            onChange={next => put({ weight: Number(next) })}
          />
        </div>
        <div>
          <Text size="xs" fw={500}>
            {factor.direction === 'against' ? 'Neutralised, in %' : 'Realised, in %'}
          </Text>
          <SegmentedControl
            aria-label={factor.direction === 'against' ? 'Neutralised, in %' : 'Realised, in %'}
            data={effects}
            value={String(Math.round(factor.effect * 100))}
            onChange={next => put({ effect: Number(next) / 100 })}
          />
        </div>
      </Group>
      {counted < factor.effect ? (
        <Text size="xs" c="var(--qd-warn)" role="status">
          Without evidence {percentText(factor.effect)} counts as {percentText(counted)}.
        </Text>
      ) : null}
      <Textarea
        label="Evidence"
        description="Who said or did what"
        autosize
        minRows={2}
        value={factor.evidence ?? ''}
        onChange={event => put({ evidence: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <DayInput
          label="Evidence of"
          value={factor.evidenceOn}
          near={asOf}
          onDay={evidenceOn => put({ evidenceOn })}
        />
        <Select
          label="Competitor"
          clearable
          searchable
          data={region.all('competitor').map(each => ({ value: each.id, label: each.name }))}
          value={factor.competitor}
          onChange={next => put({ competitor: next as Id<'competitor'> | null })}
        />
      </Group>
      <MultiSelect
        label="People"
        placeholder={people.length === 0 ? 'Nobody is on the buyer map yet' : 'Whom it is about'}
        data={people}
        value={[...factor.persons]}
        onChange={next => put({ persons: next as Id<'buyerRole'>[] })}
      />
    </DialogForm>
  )
}
