/** All fields of a record, straight from the catalog, each editable in place. */
import { Accordion, Button, Group, Stack, Text } from '@mantine/core'
import { fail, ok, type Result } from '#shared/base/result'
import { catalog, fieldsOf, type TableName } from '#shared/model/catalog'
import type { Field } from '#shared/model/field'
import type { Values } from '#shared/region/change'
import { recordTitle } from '#shared/region/record-title'
import { FieldRow } from '../../fields/field-row'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useRecord, useRegion, useRegionCurrency, useRegionStore } from '../../store/use-region'
import { surroundings } from '../../records/field-surroundings'
import { Provenance } from './provenance'

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The inspector's tab Overview. */
export function OverviewTab({ table, id }: { readonly table: TableName; readonly id: string }) {
  const store = useRegionStore()
  const places = usePlaces()
  const region = useRegion()
  const currency = useRegionCurrency()
  const record = useRecord(table, id as never) as unknown as Values | null
  if (!record)
    return (
      <Text p="md" c="dimmed">
        This record is no longer there. Undo brings it back where it was removed here.
      </Text>
    )
  const context = surroundings(region, record, currency)
  const title = recordTitle(region, table, record)
  const place = { ...places.trail.here, selected: { table, id } }
  const set = async (name: string, field: Field, value: unknown): Promise<Result<unknown, string>> => {
    const done = await store.edit(edit => edit.set(table, id as never, { [name]: value }), {
      label: `${field.label} of ${title}`,
      source: 'manager',
      place,
      squashKey: `${table}/${id}/${name}`,
    })
    return done.ok ? ok(null) : fail(storeProblemText(done.problem))
  }
  const fields = Object.entries(fieldsOf(table)).filter(([, field]) => field.kind !== 'json')
  const filled = fields.filter(([name, field]) => field.required || !isEmpty(record[name]))
  const empty = fields.filter(each => !filled.includes(each))
  const input = ([name, field]: (typeof fields)[number]) => (
    <FieldRow
      key={name}
      field={field}
      value={record[name]}
      context={context}
      onValue={value => set(name, field, value)}
    />
  )
  const archived = typeof record['archivedAt'] === 'string'
  return (
    <Stack p="xs" gap={2}>
      <Provenance table={table} id={id} />
      {filled.map(input)}
      {empty.length > 0 && (
        <Accordion variant="default" chevronPosition="left">
          <Accordion.Item value="empty">
            <Accordion.Control>{empty.length} empty fields</Accordion.Control>
            <Accordion.Panel>
              <Stack gap={2}>{empty.map(input)}</Stack>
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
      <Group>
        <Button
          variant="default"
          onClick={() =>
            void store.edit(
              edit =>
                archived
                  ? edit.set(table, id as never, { archivedAt: null })
                  : edit.archive(table, id as never),
              {
                label: `${archived ? 'Take back' : 'Archive'} ${title}`,
                source: 'manager',
                place,
              },
            )
          }
        >
          {archived ? 'Take back from the archive' : `Archive this ${catalog[table].one.toLowerCase()}`}
        </Button>
      </Group>
    </Stack>
  )
}
