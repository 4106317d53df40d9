/** Carries out the proposals that were accepted, as one change with the source "pack". */
import { asId, type Id } from '../base/id'
import type { ChangeSet } from '../region/change'
import { Edit, type EditContext } from '../region/edit'
import type { Region } from '../region/region'
import type { PackReturn } from './proposals'

/** The change that takes over the proposals with these ids; the pack's own record, where there is one, is marked as returned. */
export function acceptPack(
  region: Region,
  returned: PackReturn,
  accepted: ReadonlySet<string>,
  context: Omit<EditContext, 'source'>,
): ChangeSet {
  const edit = new Edit(region, { ...context, source: 'pack' })
  const rep = asId<'rep'>(returned.answers.meta.repId)
  let meeting: Id<'meeting'> | null = null
  const carrier = {
    edit,
    at: context.at,
    meeting: (): Id<'meeting'> => {
      meeting ??=
        nextMeeting(region, rep) ??
        edit.add('meeting', { kind: 'oneOnOne', rep, on: context.asOf, state: 'planned' })
      return meeting
    },
  }
  let taken = 0
  for (const row of returned.rows) {
    const mine = new Map(
      row.proposals
        .filter(each => accepted.has(each.id))
        .map(each => [each.answer.column, each.answer.value]),
    )
    taken += mine.size
    if (mine.size > 0) row.judgement.apply(carrier, column => mine.get(column))
  }
  const record = region.all('pack').find(each => each.packId === returned.answers.meta.packId)
  if (record && taken > 0)
    edit.set('pack', record.id, {
      returnedAt: context.at,
      accepted: true,
      counts: {
        proposed: returned.proposals.length,
        accepted: taken,
        errors: returned.errors.length,
        conflicts: returned.proposals.filter(each => each.conflict).length,
      },
    })
  return edit.change()
}

function nextMeeting(region: Region, rep: Id<'rep'>): Id<'meeting'> | null {
  const planned = region
    .where('meeting', 'rep', rep)
    .filter(each => each.kind === 'oneOnOne' && (each.state === 'planned' || each.state === 'prepared'))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  return planned[0]?.id ?? null
}
