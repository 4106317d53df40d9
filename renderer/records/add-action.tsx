/** Adding an action from any record: one small dialog for all features, one step of the journal. */
import { Autocomplete, Button, Group, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { addBusinessDays } from '#shared/base/calendar'
import type { Day } from '#shared/base/day'
import type { Id } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { actionProblemText, checkAction, type ActionDraft } from '#shared/process/action-item'
import type { Edit } from '#shared/region/edit'
import { regionCalendar } from '#shared/region/settings'
import { DayInput } from '../fields/day-input'
import { storeProblemText } from '../store/store-problem'
import { usePlaces } from '../store/use-place'
import { useAsOf, useRegion, useRegionStore } from '../store/use-region'
import { DialogForm } from '../ui/part/verb-form'

/** Where an action comes from, and what is known of it beforehand. */
interface ActionSeed {
  readonly origin: RecordOf<'actionItem'>['origin']
  /** The id of the factor, gap, question, step, meeting or warning behind it. */
  readonly originId?: string | null
  readonly opportunity?: Id<'opportunity'> | null
  /** The deal's account where it is absent. */
  readonly account?: Id<'account'> | null
  /** The deal's owner where it is absent. */
  readonly rep?: Id<'rep'> | null
  readonly text?: string
  readonly dueOn?: Day | null
  /** What else belongs into the same step of the journal: a link from the factor to the action, say. */
  readonly also?: (edit: Edit, action: Id<'actionItem'>) => void
}

/** Settings of `ActionDialog`. */
interface ActionDialogProps {
  readonly seed: ActionSeed
  readonly onClose: () => void
  readonly onAdded?: (action: Id<'actionItem'>) => void
}

/** The dialog: what, who, by when; Enter adds it, Escape gives up. Show it by drawing it. */
export function ActionDialog({ seed, onClose, onAdded }: ActionDialogProps) {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const region = useRegion('rep', 'opportunity')
  const deal = region.get('opportunity', seed.opportunity)
  const first = seed.rep === undefined ? (deal?.owner ?? null) : seed.rep
  const [text, setText] = useState(seed.text ?? '')
  const [owner, setOwner] = useState(region.get('rep', first)?.name ?? '')
  const [dueOn, setDueOn] = useState<Day | null>(
    seed.dueOn ?? addBusinessDays(regionCalendar(region), asOf, 5),
  )
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const reps = region.all('rep').filter(each => each.active || each.id === first)
  const rep = reps.find(each => each.name === owner.trim()) ?? null
  const draft: ActionDraft = {
    text: text.trim(),
    rep: rep?.id ?? null,
    ownerName: rep ? null : owner.trim() || null,
    dueOn,
  }
  const problems = checkAction(draft, asOf)
  const said = (...kinds: readonly string[]): string | null => {
    const found = tried ? problems.find(each => kinds.includes(each.kind)) : undefined
    return found ? actionProblemText(found) : null
  }
  const add = async (): Promise<void> => {
    setTried(true)
    if (problems.length > 0) return
    let id: Id<'actionItem'> | null = null
    const done = await store.edit(
      edit => {
        id = edit.add('actionItem', {
          ...draft,
          origin: seed.origin,
          originId: seed.originId ?? null,
          opportunity: seed.opportunity ?? null,
          account: seed.account ?? deal?.account ?? null,
        })
        seed.also?.(edit, id)
      },
      { label: `New action: ${draft.text}`, source: 'manager', place: places.trail.here as never },
    )
    if (!done.ok) return setRefused(storeProblemText(done.problem))
    if (id !== null) onAdded?.(id)
    onClose()
  }
  return (
    <DialogForm
      title={deal ? `New action for ${deal.name}` : 'New action'}
      size="md"
      verb="Add the action"
      refused={refused}
      onSubmit={add}
      onClose={onClose}
    >
      <TextInput
        label="Action"
        placeholder="What will be done"
        data-autofocus
        value={text}
        error={said('noText')}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Group grow align="flex-start">
        <Autocomplete
          label="Owner"
          placeholder="A rep, or any name"
          value={owner}
          onChange={setOwner}
          data={[...new Set(reps.map(each => each.name))]}
          limit={8}
          error={said('noOwner')}
        />
        <DayInput label="Due" value={dueOn} onDay={setDueOn} near={asOf} error={said('noDue', 'duePast')} />
      </Group>
    </DialogForm>
  )
}

/** Settings of `AddAction`. */
interface AddActionProps {
  readonly seed: ActionSeed
  /** The verb on the button; "Make action" unless told. */
  readonly label?: ReactNode
  /** What is read out, where the words on the button do not say it alone. */
  readonly name?: string
  readonly onAdded?: (action: Id<'actionItem'>) => void
}

/** A small button that opens the dialog. */
export function AddAction({ seed, label = 'Make action', name, onAdded }: AddActionProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconPlus size={12} />}
        style={{ flex: 'none' }}
        {...(name === undefined ? {} : { 'aria-label': name })}
        onClick={() => setOpened(true)}
      >
        {label}
      </Button>
      {opened && (
        <ActionDialog seed={seed} onClose={() => setOpened(false)} {...(onAdded ? { onAdded } : {})} />
      )}
    </>
  )
}
