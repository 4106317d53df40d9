/** Second step: each column with its values, where it goes and why; how dates and numbers are read; what stages mean. */
import {
  Alert,
  Button,
  Group,
  Select,
  SegmentedControl,
  Stack,
  Table,
  Tabs,
  Text,
  Title,
} from '@mantine/core'
import { memo, useDeferredValue, useEffect, useRef } from 'react'
import { issueText } from '#shared/mapping/issue-text'
import classes from './imports.module.css'
import { counted, figure, stateChoices, tableName } from './import-words'
import { fieldChoices } from './plan-view'
import type { ColumnView, SheetView } from './sheet-view'
import type { ImportActions } from './import-actions'
import { openQuestions, type Step } from './wizard'

/** The columns of the sheets that take part, one tab a sheet; drawn again only when one of its own things moves. */
export const ColumnsStep = memo(function ColumnsStep({
  actions,
  sheets: given,
  step,
}: {
  readonly actions: ImportActions
  readonly sheets: readonly SheetView[]
  readonly step: Extract<Step, { kind: 'columns' }>
}) {
  const sheets = given.filter(each => each.use)
  const questions = openQuestions(sheets)
  const sheet = sheets.find(each => each.key === step.sheet) ?? sheets[0]
  if (!sheet) return <Text>No sheet takes part in the import yet.</Text>
  return (
    <Stack gap="md">
      <Tabs value={sheet.key} onChange={key => actions.showColumns(key)}>
        <Tabs.List aria-label="Sheets">
          {sheets.map(each => {
            const open = questions.filter(question => question.sheet === each.key).length
            return (
              <Tabs.Tab key={each.key} value={each.key}>
                {each.table ? tableName(each.table) : each.sheet}{' '}
                {open > 0 ? `(${counted(open, 'question')})` : ''}
              </Tabs.Tab>
            )
          })}
        </Tabs.List>
      </Tabs>
      {questions
        .filter(each => each.sheet === sheet.key)
        .map(each => (
          <Alert key={each.text} color="orange" p="xs">
            <Group gap="sm">
              <Text size="sm">{each.text}</Text>
              {each.column !== null && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => actions.showColumns(sheet.key, each.column)}
                >
                  Go to the column
                </Button>
              )}
            </Group>
          </Alert>
        ))}
      <SheetColumns key={sheet.key} sheet={sheet} actions={actions} step={step} />
    </Stack>
  )
})

/** Columns that stand there at once; the others follow without keeping the window from answering. */
const atOnce = 8

function SheetColumns({
  sheet,
  actions,
  step,
}: {
  readonly sheet: SheetView
  readonly actions: ImportActions
  readonly step: Extract<Step, { kind: 'columns' }>
}) {
  const body = useRef<HTMLTableSectionElement>(null)
  const columns = useDeferredValue(sheet.columns, sheet.columns.slice(0, atOnce))
  // Every step is a new object, so that the same question can be followed twice.
  const followed = useRef<typeof step | null>(null)
  useEffect(() => {
    const at = step.column
    if (followed.current === step || (at !== null && !columns.some(each => each.column === at))) return
    followed.current = step
    const row = at === null ? null : body.current?.querySelector<HTMLElement>(`[data-column="${at}"]`)
    row?.scrollIntoView({ block: 'center' })
    const answer =
      row?.querySelector<HTMLElement>('[data-answer] input, button[data-answer]') ??
      row?.querySelector<HTMLElement>('input')
    answer?.focus()
  }, [step, columns])
  const unused = sheet.columns.filter(each => each.field === null)
  return (
    <>
      {sheet.states.length > 0 && <Stages sheet={sheet} actions={actions} />}
      <Title order={2}>Columns of {sheet.file}</Title>
      <Table aria-label={`Columns of ${sheet.file}`} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Column</Table.Th>
            <Table.Th>Values</Table.Th>
            <Table.Th>Goes to</Table.Th>
            <Table.Th>Why</Table.Th>
            <Table.Th>Sure</Table.Th>
            <Table.Th>Empty cells</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          {columns.map(column => (
            <ColumnRow
              key={column.column}
              sheet={sheet.key}
              table={sheet.table}
              column={column}
              actions={actions}
            />
          ))}
        </Table.Tbody>
      </Table>
      {unused.length > 0 && (
        <Text className={`${classes.soft} ${classes.unbroken}`} lineClamp={4}>
          Not used: {unused.map(each => each.header || `column ${each.column + 1}`).join(', ')}.
        </Text>
      )}
      {sheet.issues.map(each => (
        <Text
          key={`${each.code}${each.column}`}
          className={`${classes.soft} ${classes.unbroken}`}
          lineClamp={3}
        >
          {each.column === null ? '' : `${sheet.columns[each.column]?.header}: `}
          {counted(each.count, 'cell')} cannot be used, such as: {issueText(each.code, each.sample)}
        </Text>
      ))}
    </>
  )
}

interface ColumnRowProps {
  /** The key of the sheet. */
  readonly sheet: string
  readonly table: SheetView['table']
  readonly column: ColumnView
  readonly actions: ImportActions
}

/** The worker sends every column anew after an answer; only what says something else is drawn again. */
const isSameRow = (a: ColumnRowProps, b: ColumnRowProps): boolean =>
  a.sheet === b.sheet &&
  a.table === b.table &&
  a.actions === b.actions &&
  JSON.stringify(a.column) === JSON.stringify(b.column)

const ColumnRow = memo(function ColumnRow({ sheet, table, column, actions }: ColumnRowProps) {
  const set = (change: Parameters<ImportActions['setColumn']>[2]): void =>
    actions.setColumn(sheet, column.column, change)
  const name = column.header || `Column ${column.column + 1}`
  return (
    <Table.Tr
      data-column={column.column}
      className={column.asks || column.reading?.ambiguous ? classes.ask : undefined}
    >
      <Table.Th scope="row">
        <Text inherit className={classes.header} lineClamp={3} title={name}>
          {name}
        </Text>
      </Table.Th>
      <Table.Td>
        <div className={classes.samples}>{column.samples.slice(0, 3).join(' · ')}</div>
      </Table.Td>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Select
            aria-label={`Where ${name} goes`}
            data={table ? fieldChoices(table) : []}
            value={column.field}
            placeholder="Not used"
            searchable
            clearable
            onChange={field => set({ field })}
          />
          {column.asks && (
            <Button data-answer size="compact-sm" onClick={() => set({ field: column.field })}>
              Yes, use it
            </Button>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <div className={classes.why}>{column.why}</div>
        <ReadingChoice column={column} set={set} />
      </Table.Td>
      <Table.Td className={classes.number}>
        {column.field ? `${Math.round(column.confidence * 100)} %` : ''}
      </Table.Td>
      <Table.Td>
        {column.field && column.filled < 1 && (
          <Select
            aria-label={`What an empty cell of ${name} means`}
            data={[
              { value: 'keep', label: 'Say nothing' },
              { value: 'clear', label: 'Empty the field' },
            ]}
            value={column.blank}
            allowDeselect={false}
            onChange={blank => set({ field: column.field, blank: blank === 'clear' ? 'clear' : 'keep' })}
          />
        )}
      </Table.Td>
    </Table.Tr>
  )
}, isSameRow)

/** Dates that could be read in more than one order; others, such as 2017-03-01, show theirs. */
const parted = /^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}/

const dateOrders = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' } as const

function ReadingChoice({
  column,
  set,
}: {
  readonly column: ColumnView
  readonly set: (change: Parameters<ImportActions['setColumn']>[2]) => void
}) {
  const { reading } = column
  if (reading?.kind === 'dates' && !reading.ambiguous && column.dates === null && reading.range)
    return (
      <Text className={classes.soft}>
        {reading.samples.some(text => parted.test(text))
          ? `Read as ${dateOrders[reading.order]}`
          : 'Read as dates'}
        : {reading.range[0]} to {reading.range[1]}.
      </Text>
    )
  if (!reading || (!reading.ambiguous && column.dates === null && column.decimal === null)) return null
  const samples = `Such as ${reading.samples.join(', ')}`
  return reading.kind === 'dates' ? (
    <div>
      <Text className={classes.soft}>{samples}</Text>
      <SegmentedControl
        data-answer
        aria-label={`Order of day and month in ${column.header}`}
        data={[
          { value: 'dmy', label: 'Day first' },
          { value: 'mdy', label: 'Month first' },
        ]}
        value={reading.ambiguous ? '' : reading.order}
        onChange={value => set({ field: column.field, dates: value === 'mdy' ? 'mdy' : 'dmy' })}
      />
    </div>
  ) : (
    <div>
      <Text className={classes.soft}>{samples}</Text>
      <SegmentedControl
        data-answer
        aria-label={`Decimal sign in ${column.header}`}
        data={[
          { value: ',', label: 'Decimal comma' },
          { value: '.', label: 'Decimal point' },
        ]}
        value={reading.ambiguous ? '' : reading.decimal}
        onChange={value => set({ field: column.field, decimal: value === ',' ? ',' : '.' })}
      />
    </div>
  )
}

function Stages({ sheet, actions }: { readonly sheet: SheetView; readonly actions: ImportActions }) {
  return (
    <section aria-label="What the stages mean">
      <Title order={2}>What the stages mean</Title>
      <Table aria-label="Stages" w="auto">
        <Table.Tbody>
          {sheet.states.map(each => (
            <Table.Tr key={each.value}>
              <Table.Th scope="row">{each.value || 'Without a stage'}</Table.Th>
              <Table.Td className={classes.number}>{figure(each.count)}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={`What ${each.value || 'no stage'} means`}
                  data={stateChoices}
                  value={each.state}
                  allowDeselect={false}
                  disabled={each.value === ''}
                  onChange={state => actions.setState(sheet.key, each.value, state ?? 'open')}
                />
              </Table.Td>
              <Table.Td className={classes.soft}>
                {each.mixed ? 'Rows differ: a status or flag of their own decides.' : ''}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
