/** The one list of actions: what was agreed anywhere, who owes it by when, and what shows that it is done. */
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { asId } from '#shared/base/id'
import type { RecordOf } from '#shared/model/catalog'
import { originTab } from '#shared/process/action-origin'
import { useCommand } from '../../host/command-desk'
import { ActionDialog } from '../../records/add-action'
import { FinishAction } from '../../records/finish-action'
import { RecordGrid } from '../../records/record-grid'
import { storeProblemText } from '../../store/store-problem'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionStore } from '../../store/use-region'
import type { RowAction } from '../../ui/grid/grid-props'
import { ConfirmDialog } from '../../ui/part/confirm-dialog'
import { EmptyState } from '../../ui/part/empty-state'
import { ScreenColumn } from '../../ui/part/page-columns'
import { actionColumns, actionSpec, actionViews, askActions } from './action-rows'

type Action = RecordOf<'actionItem'>
type Doing = { readonly verb: 'finish' | 'drop'; readonly action: Action } | { readonly verb: 'add' }

const noun = { one: 'action', many: 'actions' }

/** The screen Actions. */
export function ActionsScreen() {
  const store = useRegionStore()
  const { region } = store
  const places = usePlaces()
  const { selected } = usePlace()
  const rows = useQuery(askActions, useAsOf())
  const [doing, setDoing] = useState<Doing | null>(null)
  const chosen = selected?.table === 'actionItem' ? region.get('actionItem', asId(selected.id)) : null
  const open = chosen?.state === 'open' ? chosen : null
  useCommand('action.new', () => setDoing({ verb: 'add' }))
  useCommand('action.done', open ? () => setDoing({ verb: 'finish', action: open }) : null)

  const onDeal = useCallback(
    (id: string): void => {
      const action = region.get('actionItem', asId(id))
      if (!action?.opportunity) return
      const tab = originTab(action.origin)
      places.open({ table: 'opportunity', id: action.opportunity }, tab === null ? {} : { tab })
    },
    [places, region],
  )
  const columns = useMemo(() => actionColumns(onDeal), [onDeal])
  const set = useCallback(
    (action: Action, values: Partial<Action>, label: string): void => {
      void store
        .edit(edit => edit.set('actionItem', action.id, values), { label, source: 'manager' })
        .then(done => {
          if (!done.ok) notifications.show({ message: storeProblemText(done.problem), color: 'orange' })
        })
    },
    [store],
  )
  const rowActions = useCallback(
    (id: string): readonly RowAction[] => {
      const action = region.get('actionItem', asId(id))
      if (!action) return []
      const isOpen = action.state === 'open'
      return [
        {
          key: 'done',
          label: 'Mark as done',
          disabled: !isOpen,
          onDo: () => setDoing({ verb: 'finish', action }),
        },
        { key: 'drop', label: 'Drop', disabled: !isOpen, onDo: () => setDoing({ verb: 'drop', action }) },
        {
          key: 'reopen',
          label: 'Open again',
          disabled: isOpen,
          onDo: () => set(action, { state: 'open', doneOn: null }, `Open again: ${action.text}`),
        },
        {
          key: 'deal',
          label: 'Go to the deal',
          disabled: action.opportunity === null,
          onDo: () => onDeal(id),
        },
      ]
    },
    [region, set, onDeal],
  )
  const close = (): void => setDoing(null)
  return (
    <ScreenColumn>
      <RecordGrid
        table="actionItem"
        name="actions"
        label="Actions"
        noun={noun}
        rows={rows}
        spec={actionSpec}
        columns={columns}
        views={actionViews}
        rowActions={rowActions}
        tools={
          <Group gap={6} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="light"
              leftSection={<IconCheck size={12} />}
              disabled={!open}
              onClick={() => open && setDoing({ verb: 'finish', action: open })}
            >
              Mark as done
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPlus size={12} />}
              onClick={() => setDoing({ verb: 'add' })}
            >
              New action
            </Button>
          </Group>
        }
        empty={
          <EmptyState
            title="No actions"
            verb={{ label: 'New action', onDo: () => setDoing({ verb: 'add' }) }}
          >
            What is agreed in one-on-ones, reviews, strategy sheets, buyer maps and plans stands here, with
            its owner and its due day.
          </EmptyState>
        }
      />
      {doing?.verb === 'add' && <ActionDialog seed={{ origin: 'manual' }} onClose={close} />}
      {doing?.verb === 'finish' && <FinishAction action={doing.action} onClose={close} />}
      {doing?.verb === 'drop' && (
        <ConfirmDialog
          title="Drop this action"
          verb="Drop"
          reason="required"
          onCancel={close}
          onConfirm={reason => {
            set(doing.action, { state: 'cancelled', comment: reason }, `Drop: ${doing.action.text}`)
            close()
          }}
        >
          {doing.action.text}
        </ConfirmDialog>
      )}
    </ScreenColumn>
  )
}
