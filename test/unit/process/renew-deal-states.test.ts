import { expect, test } from 'vitest'
import type { Day } from '#shared/base/day'
import { asId } from '#shared/base/id'
import { seededRandom } from '#shared/base/random'
import { dealStates } from '#shared/process/deal-state'
import { renewDealStates } from '#shared/process/renew-deal-states'
import { applyTo } from '#shared/region/change'
import { Edit } from '#shared/region/edit'
import { Region } from '#shared/region/region'
import { sampleRegion } from '#shared/sample/sample-region'

const region = new Region()
applyTo(region, sampleRegion().change)
const asOf = '2026-11-13' as Day
const random = seededRandom(5)

function edited(make: (edit: Edit) => void): void {
  const edit = new Edit(region, { source: 'manager', at: '2026-11-13T09:00:00.000Z', asOf, random })
  make(edit)
  applyTo(region, edit.change())
}

test('states renewed after edits of open deals equal states judged from the beginning', () => {
  let states = dealStates(region, asOf)
  const open = states.rows.filter(row => row.state === 'open').map(row => row.id)
  for (let round = 0; round < 8; round++) {
    const id = random.pick(open)
    edited(edit =>
      edit.set(
        'opportunity',
        id,
        random.pick([
          { amount: random.between(1, 1_000_000) },
          { expectedClose: '2027-01-15' as Day },
          { decisionMaker: `Person ${round}` },
          { nextStep: `Call ${round}` },
          { owner: random.pick(region.all('rep')).id },
        ]),
      ),
    )
    const renewed = renewDealStates(states, region)
    expect(renewed).not.toBeNull()
    if (!renewed) return
    const whole = dealStates(region, asOf)
    expect(renewed.rows).toEqual(whole.rows)
    expect(renewed.byId.get(id)).toEqual(whole.byId.get(id))
    expect(renewed.rows.filter((row, i) => row !== states.rows[i]).length).toBeLessThanOrEqual(1)
    states = renewed
  }
})

test('an edit that may move the limits of other deals asks for all to be judged again', () => {
  const states = dealStates(region, asOf)
  const open = states.rows.find(row => row.state === 'open')
  edited(edit => edit.set('opportunity', open?.id ?? asId('none'), { state: 'won', closedOn: asOf }))
  expect(renewDealStates(states, region)).toBeNull()
  edited(edit => edit.add('opportunity', { name: 'New', createdOn: asOf }))
  expect(renewDealStates(dealStates(new Region(), asOf), region)).toBeNull()
})
