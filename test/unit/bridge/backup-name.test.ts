/** Names of backups, and which of a series are dropped. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupSeries, backupsToDrop, isBackupName } from '#shared/bridge/backup-name'

describe('a backup', () => {
  test('belongs to the series before the last --', () => {
    expect(backupSeries('north--2026-11-22.quarterdeck')).toBe('north')
    expect(backupSeries('north--east--1.q')).toBe('north--east')
    expect(backupSeries('alone.q')).toBe('alone.q')
  })

  test('is named in letters that are the same on every system', () => {
    expect(isBackupName('north--1.quarterdeck')).toBe(true)
    for (const name of ['', '.a', '-a', 'a/b', 'a.part', 'ä', 'a b']) expect(isBackupName(name)).toBe(false)
  })
})

describe('dropping', () => {
  test('keeps the newest of each series', () => {
    const backups = ['a--1', 'a--2', 'a--3', 'b--1'].map((name, at) => ({ name, at }))
    expect(backupsToDrop(backups, 2)).toEqual(['a--1'])
  })

  test('never empties a series and never drops a newer one before an older one', () => {
    const backup = fc.record({
      name: fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat()).map(([series, n]) => `${series}--${n}`),
      at: fc.nat(),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(backup, { selector: one => one.name }),
        fc.integer({ min: 1, max: 5 }),
        (all, keep) => {
          const drop = new Set(backupsToDrop(all, keep))
          for (const series of ['a', 'b', 'c']) {
            const mine = all.filter(one => backupSeries(one.name) === series)
            const kept = mine.filter(one => !drop.has(one.name))
            const gone = mine.filter(one => drop.has(one.name))
            expect(kept.length).toBe(Math.min(keep, mine.length))
            for (const old of gone) for (const young of kept) expect(old.at).toBeLessThanOrEqual(young.at)
          }
        },
      ),
    )
  })
})
