/** Times the forecast: recompute, exact distributions beside a simulation, calibration, the event-log model, and their growth. */
import { pathToFileURL } from 'node:url'
import { plainWeek } from '#shared/base/calendar'
import { addDays, type Day } from '#shared/base/day'
import { parsePeriod, type Period } from '#shared/base/fiscal'
import { seededRandom } from '#shared/base/random'
import { normalQuantile } from '#shared/base/statistics'
import { businessClock } from '#shared/forecast/business-clock'
import { calibrateMatrix, type CellVisit } from '#shared/forecast/calibration'
import { type ForecastDeal, forecastDeals } from '#shared/forecast/deal-forecast'
import { type Chance, distribution } from '#shared/forecast/distribution'
import { draftWhatIf } from '#shared/forecast/draft-what-if'
import { setValues } from '#shared/forecast/matrix-edit'
import { calibrate, type Deal, predict } from '#shared/forecast/event-log'
import { simulate } from '#shared/forecast/simulation'
import { startingMatrix } from '#shared/forecast/starting-values'
import { logisticLandmark, standing, wonWithin } from '../fixtures/logistic'
import { mavenDeals, mavenLog } from '../fixtures/maven'
import { syntheticLog } from '../fixtures/synthetic-log'
import type { BenchRow } from './bench-row'

const asOf = '2017-10-02' as Day
const matrix = startingMatrix()

const growth = ([few = 1, many = 0]: readonly number[]): string => `${(many / few).toFixed(1)} for 10`

/** Milliseconds of the best of some runs after one to warm up, so that other work on the machine counts least. */
function time(work: () => void, runs = 5): number {
  work()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return times[0] ?? 0
}

function openDeals(count: number): ForecastDeal[] {
  const random = seededRandom(count)
  return Array.from({ length: count }, (_, i) => {
    const b = random.between(0, 6)
    const s = random.between(0, 6)
    return {
      id: `D${i}`,
      amount: Math.round(Math.exp(13 + 1.1 * normalQuantile(random.unit() || 0.5))),
      b,
      s,
      enteredCellAt: addDays(asOf, -random.between(0, 200)),
      buyerDate: random.unit() < 0.3 ? addDays(asOf, random.between(-20, 200)) : null,
      suspect: false,
      closedOff: false,
      postponedTo: null,
    }
  })
}

const chances = (count: number): Chance[] => {
  const random = seededRandom(count + 1)
  return Array.from({ length: count }, () => ({
    p: 0.02 + 0.9 * random.unit(),
    amount: Math.round(Math.exp(13 + 1.1 * normalQuantile(random.unit() || 0.5))) / 100,
    share: 0.2 + 0.8 * random.unit(),
  }))
}

const visits = (count: number): CellVisit[] => {
  const random = seededRandom(count + 2)
  return Array.from({ length: count }, () => {
    const u = random.unit()
    return {
      b: random.between(0, 6),
      s: random.between(0, 6),
      time: random.between(0, 300),
      outcome: u < 0.5 ? ('won' as const) : u < 0.8 ? ('lost' as const) : ('open' as const),
      delay: random.unit() < 0.2 ? random.between(0, 60) : 0,
    }
  })
}

/** `count` closed deals of one or two stages, as an event log. */
const closedLog = (count: number): Deal[] => {
  const random = seededRandom(count + 3)
  return Array.from({ length: count }, (_, i) => {
    const begun = addDays('2014-01-01' as Day, random.between(0, 1300))
    const moved = addDays(begun, random.between(1, 40))
    const closed = addDays(moved, random.between(1, 90))
    return {
      id: `C${i}`,
      amount: 1000,
      attrs: { product: random.pick(['a', 'b', 'c', 'd']), rep: `R${random.between(1, 40)}` },
      events: [
        { date: begun, type: 'stage', stage: 'Open' },
        { date: moved, type: 'stage', stage: 'Proposed' },
        { date: closed, type: random.unit() < 0.5 ? 'won' : 'lost' },
      ],
    }
  })
}

/** Mean Brier score of "won within 90 days" over some origins, ours beside a logistic regression on the same features. */
function brier(
  log: readonly Deal[],
  origins: readonly string[],
  attributes: readonly string[],
): [number, number] {
  let [ours, plain] = [0, 0]
  for (const day of origins) {
    const open = log.filter(deal => standing(deal, day) !== null)
    const forecasts = predict(calibrate(log, { asOf: day }), open, { asOf: day, horizons: [90] })
    const rival = logisticLandmark(log, open, day, 90, attributes)
    open.forEach((deal, i) => {
      const y = wonWithin(deal, day, 90) ? 1 : 0
      ours += ((forecasts[i]?.winCurve[0]?.[1] ?? 0) - y) ** 2 / open.length / origins.length
      plain += ((rival[i] ?? 0) - y) ** 2 / open.length / origins.length
    })
  }
  return [ours, plain]
}

/** Runs the whole bench; growth is the time beside that of ten times fewer deals. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  const add = (name: string, ms: number, more: Partial<BenchRow> = {}): void => {
    rows.push({ name, ms: Math.round(ms * 10) / 10, ...more })
  }
  const periods = ['2017-Q4', '2018-Q1', '2018-Q2', '2018-Q3'].flatMap((key): Period[] => {
    const period = parsePeriod(key)
    return period ? [period] : []
  })
  const clock = businessClock(plainWeek, asOf)
  const recompute = [1_000, 10_000].map(count => {
    const deals = openDeals(count)
    return time(() => forecastDeals(deals, matrix, clock, periods))
  })
  add('recompute 1,000 open deals', recompute[0] ?? 0)
  add('recompute 10,000 open deals', recompute[1] ?? 0, {
    note: `aim below 50 ms; growth ${growth(recompute)}`,
  })
  const governed = openDeals(10_000).map(deal => ({ before: deal, after: deal, matrix }))
  const typed = setValues(matrix, 'poc', [{ b: 4, s: 4, value: 0.58 }])
  add(
    'what-if of one cell, 10,000 open deals',
    time(() => draftWhatIf(governed, typed, clock, periods)),
    {
      note: 'aim below 100 ms, drawing included',
    },
  )
  const spread = { ...typed, sigma: 0.7 }
  add(
    'what-if of every cell, 10,000 open deals',
    time(() => draftWhatIf(governed, spread, clock, periods)),
  )
  for (const count of [2_000, 10_000]) {
    const deals = chances(count)
    const drawn = time(() => simulate(deals, { seed: 'bench' }), 1)
    for (const rho of [0, 0.1]) {
      const exact = time(() => distribution(deals, { rho }))
      add(`exact distribution of ${count} deals, rho ${rho}`, exact, {
        ratio: exact / drawn,
        note: `aim below ${count === 2_000 ? 50 : 250} ms; peer: the simulation of 10,000 runs`,
      })
    }
    add(`10,000-run simulation of ${count} deals, rho 0`, drawn)
  }
  const calibrations = [8_000, 80_000].map(count => {
    const list = visits(count)
    return time(() => calibrateMatrix(list, matrix), 3)
  })
  add('calibrate the matrices on 80,000 visits', calibrations[1] ?? 0, {
    note: `aim below 2,000 ms; growth ${growth(calibrations)}`,
  })
  const logs = [8_000, 80_000].map(count => {
    const log = closedLog(count)
    return time(() => calibrate(log, { asOf: '2018-01-01' }), 1)
  })
  add('event log: calibrate on 80,000 closed deals', logs[1] ?? 0, {
    note: `aim below 2,000 ms; growth ${growth(logs)}`,
  })
  const log = syntheticLog(3000, 2)
  const origins = ['2016-03-01', '2016-09-01', '2017-03-01', '2017-08-01']
  const start = performance.now()
  const [ours, plain] = brier(log, origins, ['segment', 'source', 'noise'])
  add('event log of four stages: Brier within 90 days', performance.now() - start, {
    note: `ours ${ours.toFixed(4)}, logistic ${plain.toFixed(4)}`,
  })
  const maven = mavenDeals()
  if (maven) {
    const begin = performance.now()
    const [own, other] = brier(
      mavenLog(maven),
      ['2017-07-01', '2017-08-01', '2017-09-01', '2017-10-01'],
      ['product', 'agent'],
    )
    add('Maven log: Brier within 90 days', performance.now() - begin, {
      note: `ours ${own.toFixed(4)}, logistic ${other.toFixed(4)}; aim 0.176`,
    })
  }
  rows.push({
    name: 'memory after the bench',
    ms: 0,
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  })
  return rows
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(await run())
