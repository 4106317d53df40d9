import { expect, test } from 'vitest'
import { asId } from '#shared/base/id'
import { parseCurrency } from '#shared/base/money'
import { commitCells } from '../../renderer/records/cell-edits'
import { home } from '../../renderer/store/place'
import type { RegionStore } from '../../renderer/store/region-store'
import type { EditCause } from '../../renderer/ui/grid/edit-answer'
import { CellFormat } from '../../renderer/ui/grid/engine/format-cell'
import { freshName, openStore } from './open-store'

const deal = asId<'opportunity'>('deal-1')

async function storeWithDeal(): Promise<RegionStore> {
  const store = await openStore(freshName())
  await store.edit(
    edit => edit.add('opportunity', { name: 'Kan-code', amount: 1000, currency: parseCurrency('USD') }, deal),
    {
      label: 'Add',
      source: 'manager',
    },
  )
  return store
}

const put = (store: RegionStore, column: string, text: string, cause: EditCause = 'typed') =>
  commitCells(store, 'opportunity', [{ rowId: deal, column, text }], {
    cause,
    place: home,
    fieldOfColumn: each => each,
  })

test('a text is judged before it is saved: what cannot be read is refused at once, what can is shown as it will be', async () => {
  const store = await storeWithDeal()
  const bad = put(store, 'amount', 'much')
  expect(bad.saved).toBeUndefined()
  expect(bad.judged[0]).toMatchObject({ ok: false, reason: expect.stringContaining('much') as string })
  const good = put(store, 'amount', '12,500')
  const [outcome] = good.judged
  expect(outcome?.ok && outcome.cell && new CellFormat('en').plain(outcome.cell, 0)).toBe('12500')
  expect(store.region.get('opportunity', deal)?.amount).toBe(1000)
  expect(await good.saved).toEqual(good.judged)
  expect(store.region.get('opportunity', deal)?.amount).toBe(1_250_000)
})

test('edits handed in one right after the other are saved in their order, and undo takes back the last one', async () => {
  const store = await storeWithDeal()
  const saved = ['nextStep', 'stage', 'nextStep'].map((column, i) => put(store, column, `Text ${i}`).saved)
  const undone = store.undo()
  for (const one of saved) expect(await one).toMatchObject([{ ok: true }])
  expect(await undone).toMatchObject({ ok: true, value: { label: 'Change Next step of Kan-code' } })
  expect(store.region.get('opportunity', deal)).toMatchObject({ nextStep: 'Text 0', stage: 'Text 1' })
})

test('an edit whose record goes before its turn comes is refused with a sentence, and undo does not reach behind it', async () => {
  const store = await storeWithDeal()
  const gone = store.edit(edit => edit.remove('opportunity', deal), { label: 'Remove', source: 'manager' })
  const late = put(store, 'stage', 'Won')
  expect(late.judged[0]?.ok).toBe(true)
  const undone = await store.undo()
  expect((await gone).ok).toBe(true)
  expect((await late.saved)?.[0]).toMatchObject({ ok: false, reason: expect.stringMatching(/\w/) as string })
  expect(undone).toMatchObject({ ok: false, problem: { code: 'lastRefused' } })
  expect(store.status.undo?.label).toBe('Remove')
  expect((await store.undo()).ok).toBe(true)
  expect(store.region.get('opportunity', deal)?.name).toBe('Kan-code')
})
