/** The two ways back from the history: step by step to an entry, or one entry alone. */
import { notifications } from '@mantine/notifications'
import { catalog, fieldOf } from '#shared/model/catalog'
import type { Kept } from '#shared/region/revert'
import type { JournalEntry } from '../../store/region-database'
import type { RegionStore } from '../../store/region-store'
import { storeProblemText } from '../../store/store-problem'
import { titleOf } from '../../store/titles'

const refuse = (message: string): string =>
  notifications.show({ message, color: 'orange', autoClose: 10_000 })

/** Undoes everything down to an entry, that entry included. */
export async function undoBackTo(store: RegionStore, seq: number): Promise<void> {
  let count = 0
  for (let top = store.status.undo; top && top.seq >= seq; top = store.status.undo) {
    const done = await store.undo()
    if (!done.ok) return void refuse(storeProblemText(done.problem))
    count++
  }
  notifications.show({ message: count === 1 ? 'Undone' : `${count} steps undone` })
}

const reasons: Readonly<Record<Kept['why'], string>> = {
  edited: 'worked on since',
  used: 'used by a record that stays',
  gone: 'its old value is no longer there',
}

function keptWords(store: RegionStore, kept: readonly Kept[]): string {
  const lines = kept.slice(0, 5).map(({ table, id, field, why }) => {
    const name = titleOf(store.region, table, id) ?? catalog[table].one
    return `${field ? `${fieldOf(table, field)?.label ?? field} of ` : ''}${name} (${reasons[why]})`
  })
  return `Kept: ${lines.join(', ')}${kept.length > 5 ? ` and ${kept.length - 5} more` : ''}.`
}

/** Takes one entry back and says what was kept. */
export async function revertEntry(store: RegionStore, entry: JournalEntry): Promise<void> {
  const done = await store.revert(entry.seq)
  if (!done.ok) return void refuse(storeProblemText(done.problem))
  const { kept } = done.value
  notifications.show({
    title: `Reverted: ${entry.label}`,
    message: kept.length === 0 ? 'Nothing of it is left.' : keptWords(store, kept),
    autoClose: kept.length === 0 ? 4000 : false,
  })
}
