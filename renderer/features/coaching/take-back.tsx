/** Taking a pack back: choose the file, see what the rep proposes, pick, and take it over as one step that can be undone. */
import { Alert, Badge, Button, Checkbox, Group, Modal, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { toMajor } from '#shared/base/money'
import { tableKinds } from '#shared/bridge/file-kinds'
import { acceptPack } from '#shared/packs/accept'
import type { PackColumn, PackValue } from '#shared/packs/pack-content'
import { answerNoteText, packProblemText } from '#shared/packs/pack-problem-text'
import { packProposals, type PackReturn, type Proposal } from '#shared/packs/proposals'
import { asOfDay } from '#shared/region/as-of'
import { host } from '../../host/bridge'
import { useWords } from '../../records/use-words'
import { readPack } from '../../records/workbook-jobs'
import { now, today, trueRandom } from '../../store/clock'
import { useRegionStore } from '../../store/use-region'
import classes from './coaching.module.css'

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'judge'; readonly returned: PackReturn; readonly accepted: ReadonlySet<string> }

/** The dialog. */
export function TakeBack({ onClose }: { readonly onClose: () => void }) {
  const store = useRegionStore()
  const [step, setStep] = useState<Step>({ kind: 'choose' })
  const choose = async (): Promise<void> => {
    const [file] = await host.openFiles(tableKinds)
    if (!file) return
    setStep({ kind: 'reading', name: file.name })
    const answers = await readPack(file.bytes, file.name)
    const judged = answers.ok ? packProposals(store.region, answers.value, today()) : answers
    if (!judged.ok) return setStep({ kind: 'refused', why: packProblemText(judged.problem, file.name) })
    const accepted = new Set(judged.value.proposals.filter(each => !each.conflict).map(each => each.id))
    setStep({ kind: 'judge', returned: judged.value, accepted })
  }
  const take = async (returned: PackReturn, accepted: ReadonlySet<string>): Promise<void> => {
    const done = await store.commit(
      region =>
        acceptPack(region, returned, accepted, {
          at: now(),
          asOf: asOfDay(region, today()),
          random: trueRandom,
        }),
      {
        label: `Coaching pack of ${returned.answers.meta.repName}: ${accepted.size} taken over`,
        source: 'pack',
      },
    )
    if (!done.ok)
      return notifications.show({
        message: 'The answers were not taken over. Try again.',
        color: 'red',
      }) as unknown as void
    notifications.show({
      message: `${accepted.size} taken over from the pack of ${returned.answers.meta.repName}`,
    })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Take back a pack" size="xl">
      {step.kind === 'judge' ? (
        <Judge
          step={step}
          onPick={accepted => setStep({ ...step, accepted })}
          onTake={() => void take(step.returned, step.accepted)}
        />
      ) : (
        <Stack>
          <Text>
            Choose the workbook that the rep sent back. Nothing changes until you take it over; every answer
            is shown beside what the region holds now.
          </Text>
          {step.kind === 'refused' && (
            <Alert color="red" title="This file is not taken back">
              {step.why}
            </Alert>
          )}
          <Group>
            <Button loading={step.kind === 'reading'} onClick={() => void choose()}>
              Choose the file
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

interface JudgeProps {
  readonly step: Extract<Step, { kind: 'judge' }>
  readonly onPick: (accepted: ReadonlySet<string>) => void
  readonly onTake: () => void
}

function Judge({ step, onPick, onTake }: JudgeProps) {
  const { number } = useWords()
  const { returned, accepted } = step
  const { proposals, errors, notes, done } = returned
  const pick = (id: string, on: boolean): void => {
    const next = new Set(accepted)
    if (on) next.add(id)
    else next.delete(id)
    onPick(next)
  }
  const conflicts = proposals.filter(each => each.conflict).length
  return (
    <Stack>
      <Text>
        {returned.answers.meta.repName}, as of {returned.answers.meta.asOf}: {proposals.length} proposed
        {conflicts > 0 ? `, ${conflicts} of them changed here meanwhile` : ''}, {errors.length} in error,{' '}
        {done} here already.
      </Text>
      {proposals.length > 0 && (
        <div className={classes.scroll}>
          <Table verticalSpacing={4} aria-label="Proposed changes">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Take</Table.Th>
                <Table.Th scope="col">About</Table.Th>
                <Table.Th scope="col">What</Table.Th>
                <Table.Th scope="col">Here now</Table.Th>
                <Table.Th scope="col">Rep writes</Table.Th>
                <Table.Th scope="col">Cell</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {proposals.map(each => (
                <Table.Tr key={each.id}>
                  <Table.Td>
                    <Checkbox
                      aria-label={`Take ${each.answer.header} of ${each.about}`}
                      checked={accepted.has(each.id)}
                      onChange={event => pick(each.id, event.currentTarget.checked)}
                    />
                  </Table.Td>
                  <Table.Td>{each.about}</Table.Td>
                  <Table.Td>{each.answer.header}</Table.Td>
                  <Table.Td>
                    {shown(each, each.now, returned, number)}
                    {each.conflict && (
                      <Badge ml={6} color="orange" variant="light">
                        changed since, was {shown(each, each.answer.base, returned, number)}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td>{shown(each, each.answer.value, returned, number)}</Table.Td>
                  <Table.Td>{each.answer.at}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {errors.length > 0 && (
        <Alert color="orange" title="Not readable as they stand; the others are not affected">
          <ul className={classes.notes}>
            {errors.map(each => (
              <li key={`${each.at} ${each.why}`}>
                {each.at}, {each.header}: {each.why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map(each => (
            <li key={JSON.stringify(each)}>{answerNoteText(each)}</li>
          ))}
        </ul>
      )}
      <Group>
        <Button disabled={accepted.size === 0} onClick={onTake}>
          Take over {accepted.size}
        </Button>
        <Button variant="default" onClick={() => onPick(new Set(proposals.map(each => each.id)))}>
          Pick all
        </Button>
        <Button variant="default" onClick={() => onPick(new Set())}>
          Pick none
        </Button>
      </Group>
    </Stack>
  )
}

/** A value as people read it: money in whole units. */
function shown(
  proposal: Proposal,
  value: PackValue,
  { answers }: PackReturn,
  number: (n: number) => string,
): string {
  if (value === null || value === '') return '–'
  const column: PackColumn | undefined = answers.meta.sheets
    .find(each => each.key === proposal.answer.sheet)
    ?.columns.find(each => each.key === proposal.answer.column)
  return column?.kind === 'money' && typeof value === 'number'
    ? number(toMajor(value, answers.meta.currency))
    : String(value)
}
