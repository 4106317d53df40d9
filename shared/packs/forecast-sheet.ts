/** Sheet 9 of a pack: the coming quarters with quota, won, what the matrix says, and the rep's own call. */
import type { RecordOf } from '../model/catalog'
import { distribution } from '../forecast/distribution'
import type { PackRow, PackSheet, PackValue } from './pack-content'
import { quotaOf } from './scorecard'
import type { RepFacts } from './pack-facts'

/** The newest call of a rep for a period. */
export function lastCall(
  region: RepFacts['region'],
  rep: RecordOf<'rep'>,
  period: string,
): RecordOf<'forecastCall'> | null {
  return region
    .where('forecastCall', 'rep', rep.id)
    .filter(each => each.period === period && each.by === 'rep')
    .reduce<RecordOf<'forecastCall'> | null>(
      (last, each) =>
        last === null ||
        each.asOf > last.asOf ||
        (each.asOf === last.asOf && each.createdAt >= last.createdAt)
          ? each
          : last,
      null,
    )
}

/** What the fill-in cells of a period stand for now. */
export const callBases = (call: RecordOf<'forecastCall'> | null): Readonly<Record<string, PackValue>> => ({
  commit: call?.commit ?? null,
  bestCase: call?.bestCase ?? null,
  callComment: call?.comment ?? null,
})

/** Builds the sheet. */
export function forecastSheet(rep: RepFacts): PackSheet {
  return {
    key: 'forecast',
    name: '9 Forecast',
    title: 'Forecast',
    hint: 'Low, mid and high are the 10th, 50th and 90th of 100 outcomes by the matrix, what is won included. Call your own number.',
    columns: [
      { key: 'period', header: 'Period', kind: 'text', fill: false, width: 12 },
      { key: 'quota', header: 'Quota', kind: 'money', fill: false, width: 14 },
      { key: 'closed', header: 'Closed', kind: 'money', fill: false, width: 14 },
      { key: 'low', header: 'Matrix low', kind: 'money', fill: false, width: 14 },
      { key: 'mid', header: 'Matrix mid', kind: 'money', fill: false, width: 14 },
      { key: 'high', header: 'Matrix high', kind: 'money', fill: false, width: 14 },
      { key: 'lastCommit', header: 'Last commit', kind: 'money', fill: false, width: 14 },
      {
        key: 'commit',
        header: 'Commit',
        kind: 'money',
        fill: true,
        width: 14,
        hint: 'What you stand for in this period, what is won included.',
      },
      {
        key: 'bestCase',
        header: 'Best case',
        kind: 'money',
        fill: true,
        width: 14,
        hint: 'If all goes well.',
      },
      {
        key: 'callComment',
        header: 'Comment',
        kind: 'text',
        fill: true,
        width: 44,
        longest: 500,
        wrap: true,
        hint: 'What it hangs on.',
      },
    ],
    rows: rep.facts.periods.map((period, at): PackRow => {
      const closed = rep.rows.reduce((sum, each) => {
        const on = each.state === 'won' ? each.deal.closedOn : null
        return on !== null && on >= period.first && on <= period.last ? sum + (each.value.amount ?? 0) : sum
      }, 0)
      const chances = rep.open.flatMap(each => {
        const forecast = rep.facts.forecast.get(each.id)
        const share = forecast?.shares[at] ?? 0
        return forecast && forecast.p > 0 && share > 0
          ? [{ p: forecast.p, amount: forecast.deal.amount, share }]
          : []
      })
      const { p10, p50, p90 } = distribution(chances, { rho: rep.facts.states.settings.rho })
      const call = lastCall(rep.region, rep.rep, period.key)
      return {
        key: period.key,
        ref: period.key,
        values: {
          period: period.key,
          quota: quotaOf(rep, period),
          closed,
          low: Math.round(closed + p10),
          mid: Math.round(closed + p50),
          high: Math.round(closed + p90),
          lastCommit: call?.commit ?? null,
        },
        bases: callBases(call),
      }
    }),
    spareRows: 0,
    empty: 'No periods.',
    frozen: 1,
  }
}
