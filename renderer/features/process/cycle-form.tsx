/** What a cycle is for: its name, kind, product and market, by which it is chosen for a deal (CY-1). */
import { Button, Group } from '@mantine/core'
import { ok } from '#shared/base/result'
import { fieldOf } from '#shared/model/catalog'
import { FieldInput } from '../../fields/field-input'
import { surroundings } from '../../records/field-surroundings'
import { useRegionCurrency, useRegionStore } from '../../store/use-region'
import type { CycleRow, Save } from './process-facts'
import classes from './process.module.css'

const shown = ['name', 'kind', 'product', 'productFamily', 'targetMarket', 'owner'] as const

/** The fields of a cycle. */
export function CycleForm({ row, save }: { readonly row: CycleRow; readonly save: Save }) {
  const { region } = useRegionStore()
  const currency = useRegionCurrency()
  const { cycle } = row
  const values = cycle as unknown as Readonly<Record<string, unknown>>
  return (
    <div className={classes.form}>
      {shown.map(name => {
        const field = fieldOf('salesCycle', name)
        if (!field) return null
        return (
          <FieldInput
            key={name}
            field={field}
            value={values[name]}
            context={surroundings(region, values, currency)}
            onValue={async value => {
              await save(`Set ${field.label.toLowerCase()} of ${cycle.name}`, edit =>
                edit.set('salesCycle', cycle.id, { [name]: value }),
              )
              return ok(value)
            }}
          />
        )
      })}
      <Group align="flex-end">
        <Button
          variant="default"
          onClick={() =>
            void save(`${cycle.retired ? 'Bring back' : 'Retire'} ${cycle.name}`, edit =>
              edit.set('salesCycle', cycle.id, { retired: !cycle.retired }),
            )
          }
        >
          {cycle.retired ? 'Bring this cycle back' : 'Retire this cycle'}
        </Button>
      </Group>
    </div>
  )
}
