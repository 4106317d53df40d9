import { expect, test } from 'vitest'
import { seededRandom } from '#shared/base/random'
import { copyStatuses, missingStages, statusSets } from '#shared/process/status-sets'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { withProcess } from '../../builders/default-process'
import { aRegion, day } from '../../builders/region-builder'

test('a cycle gets statuses and events of its own, equal to the default ones at first', () => {
  const built = withProcess(aRegion()).with('salesCycle', { name: 'Add-on', key: 'addon' })
  expect(statusSets(built.region).cyclesWithout.map(each => each.key)).toEqual(['addon'])
  const edit = new Edit(built.region, {
    source: 'manager',
    at: '2017-01-01T00:00:00.000Z',
    asOf: day('2017-12-31'),
    random: seededRandom(7),
  })
  copyStatuses(built.region, edit, 'addon')
  applyTo(built.region, edit.change())
  const of = (set: string) =>
    built.region
      .where('eventDef', 'set', set)
      .map(({ key, side, rank, text, required }) => ({ key, side, rank, text, required }))
  expect(of('addon')).toEqual(of('default'))
  expect(built.region.where('statusDef', 'set', 'addon')).toHaveLength(14)
  expect(statusSets(built.region)).toEqual({ sets: ['default', 'addon'], cyclesWithout: [] })
})

test('stages of the deals that no mapping names are found, with the state of their deals', () => {
  const built = aRegion()
    .with('opportunity', { name: 'a', stage: 'Talk', state: 'open', createdOn: day('2017-01-01') })
    .with('opportunity', { name: 'b', stage: 'Dreaming', state: 'open' })
    .with('opportunity', { name: 'c', stage: 'Closed Won', state: 'won', createdOn: day('2017-01-01') })
    .with('opportunity', { name: 'd', stage: 'Known', state: 'open' })
    .with('stageStatus', { stage: 'Known' })
  expect(missingStages(built.region)).toEqual([
    { stage: 'Talk', state: 'open', dated: true },
    { stage: 'Dreaming', state: 'open', dated: false },
    { stage: 'Closed Won', state: 'won', dated: true },
  ])
})
