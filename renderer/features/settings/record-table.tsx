/** A short table of settings records, edited in place: adding, changing, removing. */
import { ActionIcon, Button, Group, Table, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { present } from '#shared/base/assert'
import { fail, ok } from '#shared/base/result'
import { catalog, fieldOf, type RecordOf } from '#shared/model/catalog'
import type { AnyRecord, Values } from '#shared/region/change'
import type { NewValues } from '#shared/region/new-record'
import type { FieldContext } from '../../fields/field-context'
import { FieldInput } from '../../fields/field-input'
import { storeProblemText } from '../../store/store-problem'
import { findByTitle, titleOf } from '../../store/titles'
import { useRegion, useRegionCurrency, useRegionStore } from '../../store/use-region'

type Kept = 'currencyRate' | 'alias' | 'holiday'

/** What the table is given. */
interface RecordTableProps<T extends Kept> {
  readonly table: T
  readonly fields: readonly (keyof RecordOf<T> & string)[]
  readonly note: string
  /** Values that every new record of this table starts with. */
  readonly fresh?: NewValues<T>
}

/** A table of records with one more line for a new one. */
export function RecordTable<T extends Kept>({ table, fields, note, fresh }: RecordTableProps<T>) {
  const store = useRegionStore()
  const region = useRegion(table)
  const currency = useRegionCurrency()
  const [draft, setDraft] = useState<Readonly<Record<string, unknown>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const { one } = catalog[table]
  const context: FieldContext = {
    currency,
    titleOf: (name, id) => titleOf(region, name, id),
    find: (name, text, limit) => findByTitle(region, name, text, limit),
  }
  const field = (name: string) => present(fieldOf(table, name), 'the fields named are of this table')
  const records = region.all(table) as unknown as readonly AnyRecord[]
  const by = (label: string) => ({ label, source: 'manager' as const })
  const set = async (id: string, name: string, value: unknown) => {
    const done = await store.edit(
      edit => edit.set(table, id as never, { [name]: value } as never),
      by(`${one}: ${field(name).label}`),
    )
    return done.ok ? ok(null) : fail(storeProblemText(done.problem))
  }
  const add = async (): Promise<void> => {
    const values = { ...fresh, ...draft } as NewValues<T>
    const done = await store.edit(edit => void edit.add(table, values), by(`New ${one.toLowerCase()}`))
    setProblem(done.ok ? null : storeProblemText(done.problem))
    if (done.ok) setDraft({})
  }
  return (
    <>
      <Text c="dimmed" mb="sm">
        {note}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {fields.map(name => (
              <Table.Th key={name}>{field(name).label}</Table.Th>
            ))}
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {records.map(record => (
            <Table.Tr key={record.id}>
              {fields.map(name => (
                <Table.Td key={name}>
                  <FieldInput
                    field={field(name)}
                    label=""
                    value={(record as Values)[name]}
                    context={context}
                    onValue={value => set(record.id, name, value)}
                  />
                </Table.Td>
              ))}
              <Table.Td ta="right">
                <ActionIcon
                  aria-label={`Remove this ${one.toLowerCase()}`}
                  onClick={() =>
                    void store.edit(
                      edit => edit.remove(table, record.id as never),
                      by(`Remove ${one.toLowerCase()}`),
                    )
                  }
                >
                  <IconTrash size={15} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            {fields.map(name => (
              <Table.Td key={name}>
                <FieldInput
                  field={{ ...field(name), required: false }}
                  label=""
                  value={draft[name] ?? null}
                  context={context}
                  onValue={value => {
                    setDraft(now => ({ ...now, [name]: value }))
                    return Promise.resolve(ok(null))
                  }}
                />
              </Table.Td>
            ))}
            <Table.Td ta="right">
              <Button variant="default" disabled={Object.keys(draft).length === 0} onClick={() => void add()}>
                Add
              </Button>
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {problem && (
        <Group mt="xs">
          <Text c="var(--qd-danger)" role="alert">
            {problem}
          </Text>
        </Group>
      )}
    </>
  )
}
