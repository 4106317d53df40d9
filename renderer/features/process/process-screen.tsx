/** The sales cycles: which ones there are, their versions, and the steps of the chosen one. */
import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { addCycle, addDefaultCycle, nextDraft } from '#shared/process/cycle-edit'
import type { Edit } from '#shared/region/edit'
import { storeProblemText } from '../../store/store-problem'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionStore } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { CycleForm } from './cycle-form'
import { askCycles, stateWord, type CycleRow, type VersionRow } from './process-facts'
import classes from './process.module.css'
import { VersionPage } from './version-page'

/** The screen Process. */
export function ProcessScreen() {
  const store = useRegionStore()
  const places = usePlaces()
  const { filters } = usePlace()
  const asOf = useAsOf()
  const rows = useQuery(askCycles, asOf)
  const row = rows.find(each => each.cycle.id === filters['cycle']) ?? rows[0] ?? null
  const shown =
    row?.versions.find(each => each.version.id === filters['version']) ??
    row?.versions.find(each => each.version.id === row.inForce?.id) ??
    row?.versions[0] ??
    null
  const save = async (label: string, make: (edit: Edit) => void, key?: string): Promise<boolean> => {
    const done = await store.edit(make, {
      label,
      source: 'manager',
      place: places.trail.here as never,
      ...(key === undefined ? {} : { squashKey: key }),
    })
    if (!done.ok) notifications.show({ message: storeProblemText(done.problem), color: 'orange' })
    return done.ok
  }
  const choose = (cycle: string, version: string | null): void => places.setFilters({ cycle, version })
  const newCycle = async (): Promise<void> => {
    let id = ''
    const done = await save('New cycle', edit => {
      id = addCycle(edit, store.region, 'New cycle')
    })
    if (done) choose(id, null)
  }
  const newVersion = async (of: CycleRow): Promise<void> => {
    let id = ''
    const done = await save(`New version of ${of.cycle.name}`, edit => {
      id = edit.add('salesCycleVersion', nextDraft(store.region, of.cycle.id))
    })
    if (done) choose(of.cycle.id, id)
  }
  if (!row)
    return (
      <EmptyState
        title="No sales cycle"
        verb={{
          label: 'Bring in the default cycle',
          onDo: () => void save('Default cycle', edit => addDefaultCycle(edit, store.region, asOf)),
        }}
      >
        A sales cycle is the way of selling one offering to one market: its steps, what the buyer must have
        done before each is left, and how long each takes. Plans of deals are made from it.
      </EmptyState>
    )
  return (
    <div className={classes.screen}>
      <aside className={classes.cycles} aria-label="Sales cycles">
        <Group gap={6} p="xs">
          <Button size="compact-xs" variant="light" onClick={() => void newCycle()}>
            New cycle
          </Button>
          {!rows.some(each => each.cycle.key === 'default') && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void save('Default cycle', edit => addDefaultCycle(edit, store.region, asOf))}
            >
              Default cycle
            </Button>
          )}
        </Group>
        {rows.map(each => (
          <CycleItem
            key={each.cycle.id}
            row={each}
            chosen={each === row ? shown : null}
            onChoose={version => choose(each.cycle.id, version)}
            onNewVersion={() => void newVersion(each)}
          />
        ))}
      </aside>
      <div className={classes.main}>
        <CycleForm key={row.cycle.id} row={row} save={save} />
        {shown && <VersionPage key={shown.version.id} row={row} shown={shown} save={save} />}
      </div>
    </div>
  )
}

function CycleItem({
  row,
  chosen,
  onChoose,
  onNewVersion,
}: {
  readonly row: CycleRow
  readonly chosen: VersionRow | null
  readonly onChoose: (version: string | null) => void
  readonly onNewVersion: () => void
}) {
  const { cycle, product, market, versions, inForce } = row
  const meant = [product ?? 'any product', market ?? 'any market'].join(', ')
  return (
    <section className={classes.cycle} data-chosen={chosen ? true : undefined}>
      <UnstyledButton className={classes.cycleName} onClick={() => onChoose(null)}>
        <Text size="sm" fw={600}>
          {cycle.name}
        </Text>
        <Text size="xs" c="dimmed">
          {cycle.retired ? 'Retired, ' : ''}
          {meant}
          {inForce ? '' : ', no version in force'}
        </Text>
      </UnstyledButton>
      {chosen && (
        <>
          <ul className={classes.versions} aria-label={`Versions of ${cycle.name}`}>
            {versions.map(each => (
              <li key={each.version.id}>
                <UnstyledButton
                  className={classes.version}
                  aria-current={each === chosen ? 'true' : undefined}
                  onClick={() => onChoose(each.version.id)}
                >
                  <span>Version {each.version.no}</span>
                  <Badge
                    size="xs"
                    variant="light"
                    color={
                      each.version.state === 'draft'
                        ? 'orange'
                        : each.version.id === inForce?.id
                          ? 'green'
                          : 'gray'
                    }
                  >
                    {stateWord(each.version, inForce?.id ?? null)}
                  </Badge>
                  <span className={classes.used}>
                    {each.used.plans.length} {each.used.plans.length === 1 ? 'plan' : 'plans'}
                  </span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
          <Button size="compact-xs" variant="subtle" onClick={onNewVersion}>
            New version
          </Button>
        </>
      )}
    </section>
  )
}
