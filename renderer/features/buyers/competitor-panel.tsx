/** How competitors stand in a deal, and who speaks for them. */
import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Id } from '#shared/base/id'
import type { DealMap } from '../../store/deal-map'
import { useRegion } from '../../store/use-region'
import styles from './buyers.module.css'
import type { MapEdits } from './use-map-edits'

/** The panel. */
export function CompetitorPanel({ deal, edits }: { readonly deal: DealMap; readonly edits: MapEdits }) {
  const region = useRegion('competitor')
  const { standings, buyers } = deal.map
  const people = buyers.map(each => ({ value: each.role.id as string, label: each.name }))
  const others = region
    .all('competitor')
    .filter(each => !standings.some(standing => standing.competitor === each.id))
  return (
    <Stack gap="sm">
      {standings.length === 0 ? (
        <Text size="sm" c="dimmed">
          No competitor is named. Ask who else they consider, doing nothing included.
        </Text>
      ) : null}
      {standings.map(each => {
        const name = region.get('competitor', each.competitor)?.name ?? 'Competitor'
        return (
          <div key={each.id} className={styles.card}>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={600} size="sm">
                {name}
              </Text>
              <ActionIcon
                aria-label={`Remove ${name}`}
                onClick={() =>
                  void edits.save(`Remove ${name} from the map`, edit =>
                    edit.archive('competitorStanding', each.id),
                  )
                }
              >
                <IconX size={14} />
              </ActionIcon>
            </Group>
            <Group grow align="flex-start" gap={6}>
              <NumberInput
                label="Standing, −5 to +5"
                min={-5}
                max={5}
                clampBehavior="strict"
                value={each.rating ?? ''}
                onChange={next =>
                  void edits.save(`Standing of ${name}`, edit =>
                    edit.set('competitorStanding', each.id, {
                      rating: typeof next === 'number' ? next : null,
                    }),
                  )
                }
              />
              <MultiSelect
                label="Speak for them"
                data={people}
                value={[...each.supporters]}
                onChange={next =>
                  void edits.save(`Supporters of ${name}`, edit =>
                    edit.set('competitorStanding', each.id, { supporters: next as Id<'buyerRole'>[] }),
                  )
                }
              />
            </Group>
            <Note
              key={each.note ?? ''}
              value={each.note ?? ''}
              onNote={note =>
                void edits.save(`Note on ${name}`, edit => edit.set('competitorStanding', each.id, { note }))
              }
            />
          </div>
        )
      })}
      <AddCompetitor
        others={others.map(each => ({ value: each.id, label: each.name }))}
        onAdd={(id, name) =>
          void edits.save(`Add ${name} to the map`, edit => {
            const competitor = id ?? edit.add('competitor', { name })
            edit.add('competitorStanding', { opportunity: deal.row.id, competitor })
          })
        }
      />
    </Stack>
  )
}

function Note({ value, onNote }: { readonly value: string; readonly onNote: (note: string | null) => void }) {
  const [text, setText] = useState(value)
  return (
    <TextInput
      label="Note"
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== value) onNote(text.trim() || null)
      }}
    />
  )
}

function AddCompetitor(props: {
  readonly others: readonly { readonly value: Id<'competitor'>; readonly label: string }[]
  readonly onAdd: (id: Id<'competitor'> | null, name: string) => void
}) {
  const [search, setSearch] = useState('')
  const known = props.others.find(each => each.label.toLowerCase() === search.trim().toLowerCase())
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (search.trim() === '') return
        props.onAdd(known?.value ?? null, known?.label ?? search.trim())
        setSearch('')
      }}
    >
      <Group gap={4} align="flex-end" wrap="nowrap">
        <Select
          style={{ flex: 1 }}
          label="Competitor"
          placeholder="Name"
          searchable
          data={props.others.map(each => each.label)}
          value={known?.label ?? null}
          searchValue={search}
          onSearchChange={setSearch}
          nothingFoundMessage={search.trim() === '' ? 'No others are known' : `Add “${search.trim()}”`}
        />
        <Button type="submit" variant="light" disabled={search.trim() === ''}>
          Add
        </Button>
      </Group>
    </form>
  )
}
