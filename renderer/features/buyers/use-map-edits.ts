/** Everything that can be done to a map, each as one step that can be undone. */
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import type { Id } from '#shared/base/id'
import { fail, ok, type Result } from '#shared/base/result'
import type { RecordOf } from '#shared/model/catalog'
import type { Edit } from '#shared/region/edit'
import type { NewValues } from '#shared/region/new-record'
import { checkRating, ratingProblemText } from '#shared/strategy/rating-rule'
import { checkReporting, reportingProblemText } from '#shared/strategy/reporting-line'
import type { DealMap } from '../../store/deal-map'
import { storeProblemText } from '../../store/store-problem'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionStore } from '../../store/use-region'
import type { GraphPoint } from '../../ui/graph/graph-shapes'

type BuyerId = Id<'buyerRole'>
type Done = Promise<Result<null, string>>

/** Somebody new on the map: a known person, a person to be added with these values, or a name for somebody unknown. */
export type NewBuyer =
  | { readonly kind: 'known'; readonly person: Id<'person'> }
  | { readonly kind: 'new'; readonly values: NewValues<'person'> }
  | { readonly kind: 'unknown'; readonly placeholder: string }

/** The edits of one map. */
export interface MapEdits {
  add(buyer: NewBuyer, roles: RecordOf<'buyerRole'>['roles'], label: string): Promise<BuyerId | null>
  set(id: BuyerId, values: NewValues<'buyerRole'>, label: string): Done
  report(id: BuyerId, boss: BuyerId | null): Done
  link(values: NewValues<'influenceLink'> & { from: BuyerId; to: BuyerId }): Done
  unlink(id: Id<'influenceLink'>): Done
  pin(id: BuyerId, at: GraphPoint): Done
  release(): Done
  remove(id: BuyerId): Done
  /** Any other change, under a label. */
  save(label: string, make: (edit: Edit) => void): Done
}

/** The edits of the map of a deal; refusals are said where they happen and returned as sentences. */
export function useMapEdits({ map, row }: DealMap): MapEdits {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  return useMemo(() => {
    const nameOf = (id: BuyerId): string => map.buyers.find(each => each.role.id === id)?.name ?? 'somebody'
    const refuse = (message: string): Result<null, string> => {
      notifications.show({ message, color: 'orange' })
      return fail(message)
    }
    const save: MapEdits['save'] = async (label, make) => {
      const done = await store.edit(make, { label, source: 'manager', place: places.trail.here as never })
      return done.ok ? ok(null) : refuse(storeProblemText(done.problem))
    }
    return {
      save,
      async add(buyer, roles, label) {
        let made: BuyerId | null = null
        const done = await save(label, edit => {
          const person =
            buyer.kind === 'known'
              ? buyer.person
              : buyer.kind === 'new'
                ? edit.add('person', { account: row.deal.account, owner: row.deal.owner, ...buyer.values })
                : null
          made = edit.add('buyerRole', {
            opportunity: row.id,
            person,
            placeholder: buyer.kind === 'unknown' ? buyer.placeholder : null,
            roles,
            contactOwner: row.deal.owner,
          })
        })
        return done.ok ? made : null
      },
      async set(id, values, label) {
        const now = map.buyers.find(each => each.role.id === id)?.role
        if (values.rating !== undefined || values.ratingEvidence !== undefined) {
          const rating = values.rating === undefined ? (now?.rating ?? null) : values.rating
          const evidence =
            (values.ratingEvidence === undefined ? now?.ratingEvidence : values.ratingEvidence) ?? ''
          const checked = checkRating(rating, evidence)
          if (!checked.ok) return fail(ratingProblemText[checked.problem])
          return save(label, edit =>
            edit.set('buyerRole', id, { ...values, ratingOn: rating === null ? null : asOf }),
          )
        }
        return save(label, edit => edit.set('buyerRole', id, values))
      },
      async report(id, boss) {
        const checked = checkReporting(map, id, boss)
        if (!checked.ok) return refuse(reportingProblemText(checked.problem))
        const label = boss
          ? `${nameOf(id)} reports to ${nameOf(boss)}`
          : `${nameOf(id)} reports to nobody here`
        return save(label, edit => edit.set('buyerRole', id, { reportsTo: boss }))
      },
      async link(values) {
        if (values.from === values.to) return refuse('Nobody influences themselves. Choose two people.')
        const known = map.links.find(
          each =>
            each.from === values.from && each.to === values.to && each.kind === (values.kind ?? 'advises'),
        )
        if (known) return refuse('This line is there already. Change its strength instead.')
        return save(`${nameOf(values.from)} influences ${nameOf(values.to)}`, edit =>
          edit.add('influenceLink', { opportunity: row.id, ...values }),
        )
      },
      unlink: id => save('Remove an influence', edit => edit.archive('influenceLink', id)),
      pin: (id, { x, y }) =>
        save(`Move ${nameOf(id)} on the map`, edit => edit.set('buyerRole', id, { x, y })),
      release: () =>
        save('Arrange the map', edit => {
          for (const { role } of map.buyers)
            if (role.x !== null || role.y !== null) edit.set('buyerRole', role.id, { x: null, y: null })
        }),
      // Whoever reported to somebody who goes reports to the next one up; nobody drops off the map with a boss.
      remove: id =>
        save(`Take ${nameOf(id)} off the map`, edit => {
          const up = map.buyers.find(each => each.role.id === id)?.role.reportsTo ?? null
          for (const { role } of map.buyers)
            if (role.reportsTo === id) edit.set('buyerRole', role.id, { reportsTo: up })
          for (const each of map.links)
            if (each.from === id || each.to === id) edit.archive('influenceLink', each.id)
          edit.archive('buyerRole', id)
        }),
    }
  }, [store, places, asOf, map, row])
}
