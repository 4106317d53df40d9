/** Third step: what the import would do, with every row accounted for and every question in one place. */
import { Anchor, Checkbox, Stack, Table, Text, Title } from '@mantine/core'
import { memo, useState } from 'react'
import type { Decisions } from '#shared/reconcile/decisions'
import type { Counts } from '#shared/reconcile/plan'
import classes from './imports.module.css'
import { counted, figure, tableName } from './import-words'
import type { PlanView } from './plan-view'
import { CountButton } from './opened-count'
import {
  AliasQuestions,
  ConflictQuestions,
  DuplicateQuestions,
  NewNameQuestions,
  type OpenCount,
} from './questions'
import { openedRows, RowList, rowsAtFirst } from './row-list'
import type { Listed } from './row-status'
import type { ImportActions } from './import-actions'
import type { SheetView } from './sheet-view'

const shown: readonly (readonly [keyof Counts, string])[] = [
  ['added', 'New'],
  ['changed', 'Changed'],
  ['unchanged', 'Unchanged'],
  ['rejected', 'Rejected'],
  ['skipped', 'Skipped'],
]

/** The sentence of row accounting. */
export const accounting = (counts: Counts): string =>
  `${counted(counts.read, 'row')} read = ${shown.map(([key, word]) => `${figure(counts[key])} ${word.toLowerCase()}`).join(' + ')}`

/** The counts of a plan as cards, with their sum; each opens its rows where they can be shown. */
export function CountCards({
  counts,
  onOpen,
}: {
  readonly counts: Counts
  readonly onOpen?: (count: keyof Counts) => void
}) {
  return (
    <div>
      <div className={classes.counts}>
        {[...shown, ['vanished', 'Vanished'] as const].map(([key, word]) => {
          const face = (
            <>
              <span className={classes.figure}>{figure(counts[key])}</span>
              <span className={classes.soft}>{word}</span>
            </>
          )
          return onOpen && counts[key] > 0 ? (
            <button key={key} type="button" className={classes.count} onClick={() => onOpen(key)}>
              {face}
            </button>
          ) : (
            <div key={key} className={classes.count}>
              {face}
            </div>
          )
        })}
      </div>
      <Text mt={6} className={classes.sum}>
        {accounting(counts)}
      </Text>
    </div>
  )
}

/** What the data show, as sentences whose numbers open their rows. */
export function Findings({ plan, onOpen }: { readonly plan: PlanView; readonly onOpen: OpenCount }) {
  if (plan.findings.length === 0) return null
  return (
    <section aria-label="What the files show">
      <Title order={2}>What the files show</Title>
      <ul className={classes.findings}>
        {plan.findings.map(each => (
          <li key={each.text}>
            {each.pieces.map((piece, at) =>
              typeof piece === 'string' ? (
                piece
              ) : (
                <CountButton
                  key={at}
                  text={piece.text}
                  onOpen={() => onOpen(`${piece.text} in “${each.text}”`, piece.count)}
                />
              ),
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The counts by file, each opening its rows. */
export function useShownRows(plan: PlanView) {
  const [rows, setRows] = useState(() => rowsAtFirst(plan))
  const openStatus = (count: keyof Counts, only: number | null = null): void => {
    const listed = statusOf[count]
    const number = only === null ? plan.total[count] : (plan.sheets[only]?.counts[count] ?? 0)
    const where = only === null ? '' : ` in ${plan.sheets[only]?.file ?? ''}`
    const opened = {
      words: `${counted(number, `${listed.toLowerCase()} row`)}${where}`,
      count: null,
      from: document.activeElement,
    }
    setRows({ sheet: only, listed, opened })
  }
  const openCount: OpenCount = (words, count) => setRows(openedRows(words, count))
  return { rows, setRows, openStatus, openCount }
}

const statusOf: Readonly<Record<keyof Counts, Listed>> = {
  read: 'all',
  added: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  rejected: 'Rejected',
  skipped: 'Skipped',
  vanished: 'Vanished',
}

function CountLink({ count, onOpen }: { readonly count: number; readonly onOpen: () => void }) {
  return count === 0 ? (
    '0'
  ) : (
    <Anchor component="button" size="sm" onClick={onOpen}>
      {figure(count)}
    </Anchor>
  )
}

/** The plan; drawn again only when it, the sheets or a decision is another. */
export const PreviewStep = memo(function PreviewStep({
  actions,
  sheets,
  decisions,
  plan,
}: {
  readonly actions: ImportActions
  readonly sheets: readonly SheetView[]
  readonly decisions: Decisions
  readonly plan: PlanView
}) {
  const { rows, setRows, openStatus, openCount } = useShownRows(plan)
  const asked = { actions, decisions, plan, onOpen: openCount }
  return (
    <Stack gap="lg">
      <CountCards counts={plan.total} onOpen={openStatus} />
      <Table aria-label="Counts by sheet" w="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>File</Table.Th>
            <Table.Th>Rows are</Table.Th>
            <Table.Th className={classes.number}>Read</Table.Th>
            {shown.map(([key, word]) => (
              <Table.Th key={key} className={classes.number}>
                {word}
              </Table.Th>
            ))}
            <Table.Th className={classes.number}>Vanished</Table.Th>
            <Table.Th>Holds all records</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.sheets.map((sheet, at) => (
            <Table.Tr key={sheet.key}>
              <Table.Th scope="row">{sheet.file}</Table.Th>
              <Table.Td>{tableName(sheet.table)}</Table.Td>
              <Table.Td className={classes.number}>
                <CountLink count={sheet.counts.read} onOpen={() => openStatus('read', at)} />
              </Table.Td>
              {shown.map(([key]) => (
                <Table.Td key={key} className={classes.number}>
                  <CountLink count={sheet.counts[key]} onOpen={() => openStatus(key, at)} />
                </Table.Td>
              ))}
              <Table.Td className={classes.number}>
                <CountLink count={sheet.counts.vanished} onOpen={() => openStatus('vanished', at)} />
              </Table.Td>
              <Table.Td>
                <Checkbox
                  aria-label={`${sheet.file} is a full export`}
                  label={<span className={classes.soft}>{sheet.fullExportWhy}</span>}
                  checked={sheet.fullExport}
                  onChange={event =>
                    actions.preview({
                      ...decisions,
                      fullExport: { ...decisions.fullExport, [at]: event.currentTarget.checked },
                    })
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <AliasQuestions {...asked} />
      <NewNameQuestions {...asked} />
      <ConflictQuestions {...asked} />
      <DuplicateQuestions {...asked} />
      <Findings plan={plan} onOpen={openCount} />
      {plan.vanishedCount > 0 && (
        <section aria-label="Vanished records">
          <Title order={2}>Vanished</Title>
          <Text className={classes.soft}>
            <CountButton text={figure(plan.vanishedCount)} onOpen={() => openStatus('vanished')} /> records
            are not in the newer files. They stay, marked as vanished:{' '}
            {plan.vanished
              .slice(0, 20)
              .map(each => each.name)
              .join(', ')}
            {plan.vanishedCount > 20 ? ' …' : '.'}
          </Text>
        </section>
      )}
      <RowList actions={actions} sheets={sheets} plan={plan} shown={rows} onShow={setRows} />
    </Stack>
  )
})
