/** Where actions come from, in words. */
import { expect, test } from 'vitest'
import type { ActionItem } from '#shared/model/records'
import { defaultSteps } from '#shared/process/default-cycle'
import { originLabel, originReader, originTab } from '#shared/process/action-origin'
import { planSteps } from '#shared/process/plan-steps'
import { aRegion, day } from '../../builders/region-builder'

test('an action names the factor, the plan step or the buyer that it comes from', () => {
  const built = aRegion()
  const opportunity = built.add('opportunity', { name: 'Kan-code' })
  const account = built.add('account', { name: 'Kan-code' })
  const person = built.add('person', { name: 'Yuki Ito', account })
  const buyer = built.add('buyerRole', { opportunity, person })
  built.with('strategySheet', {
    opportunity,
    factors: [{ id: 'f1', text: 'The CFO prefers the incumbent' } as never],
  })
  built.with('opportunityPlan', {
    opportunity,
    startOn: day('2017-10-02'),
    steps: planSteps(defaultSteps),
  })
  const behind = (origin: ActionItem['origin'], originId: string | null): string | null => {
    const id = built.add('actionItem', { text: 'x', origin, originId, opportunity })
    return originReader(built.region)(built.region.get('actionItem', id) as ActionItem)
  }
  expect(behind('strategy', 'f1')).toBe('The CFO prefers the incumbent')
  expect(behind('plan', 'needs')).toBe('Needs analysis')
  expect(behind('buyers', buyer)).toContain('Kan-code')
  expect(behind('review', 'gone')).toBeNull()
  expect(behind('manual', null)).toBeNull()
})

test('origins have words and, where a deal’s tab is their home, the way to it', () => {
  expect(originLabel('strategy')).toBe('Strategy sheet')
  expect(originLabel('disposition')).toBe('Decision')
  expect([originTab('plan'), originTab('meeting')]).toEqual(['plan', null])
})
