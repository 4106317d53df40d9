/** The segments of the pipeline: choose one with its count, keep the filter as one, change, rename or delete it. */
import { Button, Menu, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import type { Id } from '#shared/base/id'
import type { Json } from '#shared/model/field'
import type { Edit } from '#shared/region/edit'
import {
  askSegmentDeals,
  askSegments,
  segmentFilters,
  segmentSentence,
  type Segment,
} from '../../records/segments'
import { useWords } from '../../records/use-words'
import { storeProblemText } from '../../store/store-problem'
import { usePlaceFilters, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionCurrency, useRegionStore } from '../../store/use-region'
import type { FilterGroup } from '../../ui/grid/engine/filter'
import { DialogForm } from '../../ui/part/verb-form'
import styles from './pipeline.module.css'

type Naming = { readonly kind: 'new' } | { readonly kind: 'rename'; readonly segment: Segment }

/** The menu of segments; `filter` is what the grid shows now. */
export function SegmentMenu({ filter }: { readonly filter: FilterGroup | null }) {
  const store = useRegionStore()
  const places = usePlaces()
  const chosen = usePlaceFilters()['segment'] ?? null
  const all = useQuery(askSegments)
  const [naming, setNaming] = useState<Naming | null>(null)
  const now = all.find(each => each.id === chosen) ?? null
  const changed = now !== null && JSON.stringify(now.filter) !== JSON.stringify(filter)
  const asks = filter !== null && filter.parts.length > 0
  const commit = async (label: string, make: (edit: Edit) => void): Promise<boolean> => {
    const done = await store.edit(make, { label, source: 'manager' })
    if (!done.ok) notifications.show({ message: storeProblemText(done.problem), color: 'orange' })
    return done.ok
  }
  const keep = async (name: string): Promise<void> => {
    if (!filter) return
    let id: string | null = null
    const make = (edit: Edit): void => {
      id = edit.add('segment', { name, table: 'opportunity', filter: filter as unknown as Json })
    }
    if (await commit(`Save the segment “${name}”`, make)) places.setFilters({ segment: id })
  }
  return (
    <>
      <Menu position="bottom-start" width={340}>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant={now && !changed ? 'light' : 'default'}
            title={now && !changed ? now.sentence : 'Named filters over deals'}
            aria-label={now && !changed ? `Segment: ${now.name}` : 'Segments'}
            px={8}
          >
            <IconTags size={14} />
            <span className={styles.words}>&nbsp;{now && !changed ? now.name : 'Segments'}&nbsp;</span>
            <IconChevronDown size={12} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.segments}>
          <SegmentItems />
          <Menu.Divider />
          <Menu.Item disabled={!asks} onClick={() => setNaming({ kind: 'new' })}>
            Save this filter as a segment…
          </Menu.Item>
          {now?.own ? (
            <>
              <Menu.Item
                disabled={!changed || !asks}
                onClick={() =>
                  void commit(`Change the segment “${now.name}”`, edit =>
                    edit.set('segment', now.id as Id<'segment'>, { filter: filter as unknown as Json }),
                  )
                }
              >
                Put this filter into “{now.name}”
              </Menu.Item>
              <Menu.Item onClick={() => setNaming({ kind: 'rename', segment: now })}>
                Rename “{now.name}”…
              </Menu.Item>
              <Menu.Item
                color="red"
                onClick={() =>
                  void commit(`Delete the segment “${now.name}”`, edit =>
                    edit.archive('segment', now.id as Id<'segment'>),
                  )
                }
              >
                Delete “{now.name}”
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {naming ? (
        <NameDialog
          title={naming.kind === 'new' ? 'Save as a segment' : `Rename “${naming.segment.name}”`}
          name={naming.kind === 'new' ? '' : naming.segment.name}
          sentence={segmentSentence(
            naming.kind === 'new' && filter
              ? filter
              : naming.kind === 'rename'
                ? naming.segment.filter
                : { join: 'and', parts: [] },
          )}
          onName={name => {
            setNaming(null)
            if (naming.kind === 'new') void keep(name)
            else
              void commit(`Rename the segment to “${name}”`, edit =>
                edit.set('segment', naming.segment.id as Id<'segment'>, { name }),
              )
          }}
          onClose={() => setNaming(null)}
        />
      ) : null}
    </>
  )
}

/** The segments with what is in them; counted only while the menu is open. */
function SegmentItems() {
  const places = usePlaces()
  const words = useWords()
  const all = useQuery(askSegmentDeals, useAsOf(), useRegionCurrency())
  return all.map(({ segment, rows, amount, unjudged }, at) => (
    <div key={segment.id}>
      {at > 0 && all[at - 1]?.segment.own !== segment.own ? <Menu.Divider /> : null}
      <Menu.Item
        onClick={() => places.setFilters(segmentFilters(segment))}
        rightSection={
          <span className={styles.counts}>
            {unjudged === null ? words.number(rows.length) : 'cannot be judged'}
            {amount === null || rows.length === 0 ? '' : ` · ${words.money(amount)}`}
          </span>
        }
        title={segment.sentence}
      >
        {segment.name}
      </Menu.Item>
    </div>
  ))
}

function NameDialog(props: {
  readonly title: string
  readonly name: string
  readonly sentence: string
  readonly onName: (name: string) => void
  readonly onClose: () => void
}) {
  const [name, setName] = useState(props.name)
  return (
    <DialogForm
      title={props.title}
      size="sm"
      verb="Save"
      disabled={name.trim() === ''}
      onSubmit={() => {
        if (name.trim() !== '') props.onName(name.trim())
      }}
      onClose={props.onClose}
    >
      <Text size="sm">Deals where {props.sentence}</Text>
      <TextInput
        data-autofocus
        label="Name"
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
    </DialogForm>
  )
}
