/** One version of a cycle: putting it in force, comparing it, where it is used, and its steps. */
import { Alert, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import type { CycleStep } from '#shared/model/process'
import {
  emptyStep,
  publish,
  publishProblems,
  publishProblemText,
  withClosing,
  withStepAt,
} from '#shared/process/cycle-edit'
import { processSentence } from '#shared/process/warning-sentence'
import { DayInput } from '../../fields/day-input'
import { openedRows } from '../../records/record-grid'
import { useWords } from '../../records/use-words'
import { WarningLines } from '../../records/warning-lines'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionStore } from '../../store/use-region'
import { Figure } from '../../ui/part/figure'
import { Panel } from '../../ui/part/panel'
import { stateWord, type CycleRow, type Save, type VersionRow } from './process-facts'
import classes from './process.module.css'
import { StepForm } from './step-form'
import { StepList } from './step-list'
import { VersionDiffView } from './version-diff'

/** The page. */
export function VersionPage({
  row,
  shown,
  save,
}: {
  readonly row: CycleRow
  readonly shown: VersionRow
  readonly save: Save
}) {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const words = useWords()
  const { version, used, warnings } = shown
  const { steps } = version
  const editable = version.state === 'draft'
  const [chosen, setChosen] = useState<string | null>(steps[0]?.key ?? null)
  const [from, setFrom] = useState<Day | null>(version.effectiveFrom ?? asOf)
  const [against, setAgainst] = useState<string | null>(null)
  const [problems, setProblems] = useState<readonly string[]>([])
  const step = steps.find(each => each.key === chosen) ?? steps[0] ?? null
  const other = row.versions.find(each => each.version.id === against)?.version ?? null
  const name = `${row.cycle.name}, version ${version.no}`
  const setSteps = (label: string, next: readonly CycleStep[], key?: string): void => {
    if (next === steps) return
    setProblems([])
    void save(
      `${label} (${name})`,
      edit => edit.set('salesCycleVersion', version.id, { steps: next }),
      key === undefined ? undefined : `cycle/${version.id}/${key}`,
    )
  }
  const putInForce = async (): Promise<void> => {
    if (from === null) return setProblems(['Give the day from which it is in force.'])
    const found = publishProblems(store.region, version, from)
    if (found.length > 0) return setProblems(found.map(publishProblemText))
    await save(`Put ${name} in force from ${from}`, edit => void publish(edit, store.region, version, from))
  }
  const total = steps.reduce((sum, each) => sum + each.duration + each.lag, 0)
  const longest = new Map<string, number>()
  const days = steps.reduce((sum, each) => {
    if (each.parallelGroup === null) return sum + each.duration + each.lag
    const known = longest.get(each.parallelGroup) ?? 0
    longest.set(each.parallelGroup, Math.max(known, each.duration + each.lag))
    return sum + Math.max(0, each.duration + each.lag - known)
  }, 0)
  return (
    <>
      <Panel
        title={`Version ${version.no}`}
        note={
          <>
            {stateWord(version, row.inForce?.id ?? null)}
            {version.effectiveFrom ? ` from ${version.effectiveFrom}` : ''}
            {version.effectiveTo ? ` until ${version.effectiveTo}` : ''}, {steps.length} steps,{' '}
            <Figure
              label="Length of the cycle"
              words={{
                measure: 'Working days of all steps one after the other, with their waiting',
                formula: `${steps.map(each => each.duration + each.lag).join(' + ')} = ${total}${days === total ? '' : `; ${days} with parallel steps together`}`,
                asOf,
                rule: 'CY-3, without buyers’ dates and holidays',
              }}
            >
              {days}
            </Figure>{' '}
            working days
          </>
        }
        tools={
          <Group gap={6}>
            <Select
              size="xs"
              w={170}
              aria-label="Compare with"
              placeholder="Compare with"
              clearable
              value={against}
              onChange={setAgainst}
              data={row.versions
                .filter(each => each.version.id !== version.id)
                .map(each => ({ value: each.version.id, label: `Version ${each.version.no}` }))}
            />
            <Button
              size="compact-xs"
              variant="default"
              disabled={used.plans.length === 0}
              onClick={() =>
                places.go({
                  screen: 'pipeline',
                  filters: {
                    'named:pipeline': 'all',
                    ...openedRows('pipeline', {
                      ids: used.plans.map(each => each.opportunity),
                      words: `plans on ${name}`,
                    }),
                  },
                })
              }
            >
              {used.plans.length === 0
                ? 'In no plan'
                : `In ${used.plans.length} ${used.plans.length === 1 ? 'plan' : 'plans'}, ${used.open} open`}
            </Button>
          </Group>
        }
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            key={version.changeNote}
            style={{ flex: 1, minWidth: 220 }}
            label="Change note"
            description={
              version.no > 1 ? 'What is different from the version before' : 'Optional for the first version'
            }
            defaultValue={version.changeNote ?? ''}
            readOnly={!editable}
            onBlur={event => {
              const note = event.currentTarget.value.trim() || null
              if (editable && note !== version.changeNote)
                void save(`Change note of ${name}`, edit =>
                  edit.set('salesCycleVersion', version.id, { changeNote: note }),
                )
            }}
          />
          {editable && (
            <>
              <DayInput label="In force from" width={160} value={from} onDay={setFrom} near={asOf} />
              <Button onClick={() => void putInForce()}>Put in force</Button>
            </>
          )}
          {version.state === 'active' && (
            <Button
              variant="default"
              onClick={() =>
                void save(`Retire ${name}`, edit =>
                  edit.set('salesCycleVersion', version.id, { state: 'retired' }),
                )
              }
            >
              Retire this version
            </Button>
          )}
        </Group>
        {!editable && (
          <Text size="xs" c="dimmed" mt={6}>
            Plans rest on versions in force, so that this one stays as it is. Make a new version to change it.
          </Text>
        )}
        {problems.length > 0 && (
          <Alert color="red" mt="sm" role="alert">
            {problems.map(each => (
              <div key={each}>{each}</div>
            ))}
          </Alert>
        )}
      </Panel>
      {other && <VersionDiffView before={other} after={version} />}
      {warnings.length > 0 && (
        <WarningLines
          label={`Warnings about ${name}`}
          lines={warnings.map(found => ({ found, sentence: processSentence(found, words) ?? found.code }))}
        />
      )}
      <div className={classes.steps}>
        <StepList
          steps={steps}
          chosen={step?.key ?? null}
          editable={editable}
          onChoose={setChosen}
          onMove={(at, to) => setSteps('Move a step', withStepAt(steps, at, to))}
          onAdd={() => {
            const added = emptyStep(steps, 'New step')
            const at = steps.findIndex(each => each.key === step?.key)
            setSteps('Add a step', [...steps.slice(0, at + 1), added, ...steps.slice(at + 1)])
            setChosen(added.key)
          }}
          onRemove={key =>
            setSteps(
              'Take a step out',
              steps.filter(each => each.key !== key),
            )
          }
        />
        {step && (
          <StepForm
            key={step.key}
            step={step}
            editable={editable}
            onStep={(next, part) =>
              setSteps(
                `Set ${part} of ${step.name}`,
                next.closesSale && !step.closesSale
                  ? withClosing(steps, step.key)
                  : steps.map(each => (each.key === step.key ? next : each)),
                `${step.key}/${part}`,
              )
            }
          />
        )}
      </div>
    </>
  )
}
