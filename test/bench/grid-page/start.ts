/** Runs one grid through the benchmark in the page and leaves what it measured for the driver. */
import { ag } from './ag'
import type { BenchKey, Contestant } from './contestant'
import { makeDeals, type BenchDeal } from './deals'
import { ours } from './ours'
import { tanstack } from './tanstack'

/** What one grid measured, in milliseconds unless said otherwise. */
export interface PageResult {
  readonly firstRows: number
  readonly numberSort: readonly number[]
  readonly textSort: readonly number[]
  readonly contains: readonly number[]
  readonly group: readonly number[]
  readonly frameP95: number
  readonly blankFrames: number
  readonly frames: number
  readonly heapMb: number
}

declare global {
  interface Window {
    benchResult?: PageResult
    gc?: () => void
  }
}

const rowCount = 100_000
const rounds = 5

function frame(): Promise<number> {
  return new Promise(resolve => requestAnimationFrame(resolve))
}

/** Time from `act` until a frame has been drawn in which `isDone` holds. */
async function timed(act: () => void, isDone: () => boolean): Promise<number> {
  await frame()
  const start = performance.now()
  act()
  for (let tries = 0; tries < 2000; tries++) {
    await frame()
    if (!isDone()) continue
    // After the frame in which it was there: a message comes once that frame is painted.
    await new Promise(resolve => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(null)
    })
    return performance.now() - start
  }
  throw new Error('the grid never showed what it was asked for')
}

const settle = () => new Promise(resolve => setTimeout(resolve, 150))

/** Whether the first line shows this deal's name. */
function shows(grid: Contestant, name: string): boolean {
  return grid.firstText('name')?.trim() === name
}

function extreme(deals: readonly BenchDeal[], key: BenchKey, descending: boolean): Set<string> {
  const collator = new Intl.Collator('en', { numeric: true })
  const compare = (a: BenchDeal, b: BenchDeal) =>
    key === 'amount' ? a.amount - b.amount : collator.compare(a.name, b.name)
  let best = deals[0] as BenchDeal
  for (const deal of deals) if ((descending ? -compare(deal, best) : compare(deal, best)) < 0) best = deal
  return new Set(deals.filter(deal => compare(deal, best) === 0).map(deal => deal.name))
}

async function run(which: string): Promise<PageResult> {
  const deals = makeDeals(rowCount)
  const grid = which === 'ag' ? ag(deals) : which === 'tanstack' ? tanstack(deals) : ours(deals)
  const room = document.querySelector<HTMLElement>('#room') as HTMLElement
  const first = (deals[0] as BenchDeal).name
  const firstRows = await timed(
    () => grid.mount(room),
    () => shows(grid, first),
  )
  await settle()
  const sorts = async (key: BenchKey) => {
    const ends = [extreme(deals, key, false), extreme(deals, key, true)]
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const descending = round % 2 === 1
      const wanted = ends[descending ? 1 : 0] as Set<string>
      times.push(
        await timed(
          () => grid.sort(key, descending),
          // Grids differ in how they order signs and letters; the very first number must be the same in all.
          () => (key === 'amount' ? wanted.has(grid.firstText('name')?.trim() ?? '') : !shows(grid, first)),
        ),
      )
      await settle()
    }
    await timed(
      () => grid.unsort(),
      () => shows(grid, first),
    )
    await settle()
    return times
  }
  const numberSort = await sorts('amount')
  const textSort = await sorts('name')
  const contains: number[] = []
  for (const needle of ['77', 'acme', 'steel 9', 'paper 12', '123'].slice(0, rounds)) {
    const passing = deals.filter(deal => deal.name.toLowerCase().includes(needle))
    contains.push(
      await timed(
        () => grid.contains(needle),
        () => grid.lineCount() === passing.length && shows(grid, passing[0]?.name ?? ''),
      ),
    )
    await settle()
  }
  await timed(
    () => grid.contains(''),
    () => grid.lineCount() === rowCount,
  )
  await settle()
  const group: number[] = []
  for (let round = 0; grid.group && round < rounds; round++) {
    const { group: setGroup } = grid
    group.push(
      await timed(
        () => setGroup(true),
        () => grid.lineCount() === 40,
      ),
    )
    await settle()
    await timed(
      () => setGroup(false),
      () => grid.lineCount() === rowCount,
    )
    await settle()
  }
  const { frameP95, blankFrames, frames } = await scrolling(grid)
  window.gc?.()
  await settle()
  const memory = (performance as Performance & { readonly memory?: { readonly usedJSHeapSize: number } })
    .memory
  const heapMb = (memory?.usedJSHeapSize ?? 0) / 2 ** 20
  return { firstRows, numberSort, textSort, contains, group, frameP95, blankFrames, frames, heapMb }
}

/** Scrolls 560 pixels a frame and looks, at the end of each frame, whether a line is drawn in the middle and at both ends. */
async function scrolling(grid: Contestant) {
  const element = grid.scroller()
  const box = element.getBoundingClientRect()
  const x = box.left + 200
  const points = [box.top + 70, (box.top + box.bottom) / 2, Math.min(box.bottom, innerHeight) - 60]
  const deltas: number[] = []
  let blankFrames = 0
  let last = await frame()
  for (let i = 0; i < 150; i++) {
    element.scrollTop += 560
    const now = await frame()
    deltas.push(now - last)
    last = now
    if (points.some(y => !grid.isDrawn(document.elementFromPoint(x, y)))) blankFrames++
  }
  deltas.sort((a, b) => a - b)
  return { frameP95: deltas[Math.floor(deltas.length * 0.95)] as number, blankFrames, frames: deltas.length }
}

const which = new URLSearchParams(location.search).get('grid') ?? 'ours'
void run(which).then(result => {
  window.benchResult = result
})
