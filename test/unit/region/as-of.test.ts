import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '#shared/base/day'
import { datedTables, newestDay, renewNewestDay } from '#shared/region/as-of'
import { aRegion, day } from '../../builders/region-builder'

const today = day('2026-11-13')

test('the newest day renewed after changes equals the newest day looked for from the beginning (CV-1)', () => {
  const aDay = fc.option(
    fc.integer({ min: 1, max: 28 }).map(n => `2026-11-${String(n).padStart(2, '0')}` as Day),
    { nil: null },
  )
  const step = fc.record({
    deal: fc.nat(3),
    createdOn: aDay,
    closedOn: aDay,
    activity: aDay,
    done: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      const built = aRegion()
      const deals = [0, 1, 2, 3].map(() => built.add('opportunity'))
      const { region } = built
      let newest = newestDay(region, today)
      for (const { deal, createdOn, closedOn, activity, done } of steps) {
        const versions = datedTables.map(table => [table, region.table(table).version] as const)
        const id = deals[deal]
        if (id) built.change('opportunity', id, { createdOn, closedOn })
        if (activity) built.add('activity', { on: activity, status: done ? 'done' : 'planned' })
        const moved = Object.fromEntries(
          versions.map(([table, version]) => [table, region.table(table).since(version)]),
        )
        newest = renewNewestDay(newest, region, today, moved)
        expect(newest).toBe(newestDay(region, today))
      }
    }),
  )
})
