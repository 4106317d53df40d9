/** The rows of a sheet by what becomes of them, a page at a time; cells at fault are put right in place. */
import {
  Button,
  Checkbox,
  Group,
  Pagination,
  Select,
  SegmentedControl,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useEffect, useState } from 'react'
import classes from './imports.module.css'
import { figure } from './import-words'
import type { PlanView, RowKind, RowView } from './plan-view'
import type { ImportActions } from './use-import'

const page = 50

/** The rows. */
export function RowList({ actions, plan }: { readonly actions: ImportActions; readonly plan: PlanView }) {
  const [sheet, setSheet] = useState(0)
  const [chosen, setKind] = useState<RowKind | null>(null)
  const [at, setAt] = useState(1)
  const [rows, setRows] = useState<readonly RowView[]>([])
  const one = plan.sheets[sheet]
  const counts: Readonly<Record<RowKind, number>> = {
    new: one?.counts.added ?? 0,
    changed: one?.counts.changed ?? 0,
    unchanged: one?.counts.unchanged ?? 0,
    rejected: one?.counts.rejected ?? 0,
    skipped: one?.counts.skipped ?? 0,
    issues: one?.issues ?? 0,
  }
  const kinds: readonly RowKind[] = ['rejected', 'issues', 'changed', 'new', 'skipped', 'unchanged']
  const kind = chosen ?? kinds.find(each => counts[each] > 0) ?? 'new'
  const { rows: ask } = actions
  useEffect(() => {
    let stale = false
    void ask(sheet, kind, (at - 1) * page, page).then(found => {
      if (!stale) setRows(found)
    })
    return () => {
      stale = true
    }
    // The plan is a new object with every answer, and then the rows may be others.
  }, [ask, sheet, kind, at, plan])
  const choose = (next: RowKind): void => {
    setKind(next)
    setAt(1)
  }
  return (
    <section aria-label="Rows">
      <Group mb={6}>
        <Title order={2}>Rows</Title>
        <Select
          aria-label="Rows of"
          data={plan.sheets.map((each, i) => ({ value: String(i), label: each.file }))}
          value={String(sheet)}
          allowDeselect={false}
          onChange={value => {
            setSheet(Number(value))
            setAt(1)
          }}
        />
        <SegmentedControl
          aria-label="Kind of row"
          data={kinds.map(each => ({
            value: each,
            label: `${each === 'issues' ? 'Cells not used' : each[0]?.toUpperCase() + each.slice(1)} ${figure(counts[each])}`,
          }))}
          value={kind}
          onChange={value => choose(value)}
        />
      </Group>
      {rows.length === 0 ? (
        <Text className={classes.soft}>No rows of this kind.</Text>
      ) : (
        <Table aria-label={`Rows: ${kind}`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.number}>Row</Table.Th>
              <Table.Th>Record</Table.Th>
              <Table.Th>{kind === 'changed' ? 'What changes' : 'Why'}</Table.Th>
              <Table.Th>As in the file</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, i) => (
              <Table.Tr key={`${row.row}.${i}`}>
                <Table.Td className={classes.number}>{row.line}</Table.Td>
                <Table.Th scope="row">{row.title}</Table.Th>
                <Table.Td>
                  {row.words}
                  {row.fix && one && <Fix row={row} sheet={one.key} actions={actions} />}
                </Table.Td>
                <Table.Td>
                  <div className={classes.cells}>{row.cells.filter(cell => cell !== '').join(' · ')}</div>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {counts[kind] > page && (
        <Pagination mt={8} total={Math.ceil(counts[kind] / page)} value={at} onChange={setAt} />
      )}
    </section>
  )
}

function Fix({
  row,
  sheet,
  actions,
}: {
  readonly row: RowView
  readonly sheet: string
  readonly actions: ImportActions
}) {
  const fix = row.fix
  const [text, setText] = useState(fix?.text ?? '')
  const [alike, setAlike] = useState(false)
  if (!fix) return null
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        actions.fix(sheet, row.row, fix.column, text, alike)
      }}
    >
      <Group gap={6} mt={4}>
        <TextInput
          aria-label={`${fix.header} of row ${row.line}`}
          placeholder={fix.header}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <Checkbox
          label="All alike"
          checked={alike}
          onChange={event => setAlike(event.currentTarget.checked)}
        />
        <Button type="submit" size="compact-sm" variant="default">
          Put right
        </Button>
      </Group>
    </form>
  )
}
