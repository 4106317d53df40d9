/** Frozen versions of a strategy sheet and what changed between two of them (SS-5). */
import type { RecordOf } from '../model/catalog'
import type { Factor } from '../model/workbench'
import { sameValue } from '../region/change'

/** What differs between two versions, by factor id. */
interface SheetDiff {
  readonly added: readonly Factor[]
  readonly removed: readonly Factor[]
  readonly weight: readonly { readonly before: Factor; readonly after: Factor }[]
  readonly effect: readonly { readonly before: Factor; readonly after: Factor }[]
  /** Changed in something else, such as text, evidence or status. */
  readonly other: readonly { readonly before: Factor; readonly after: Factor }[]
}

/** Compares the factors of two versions (SS-5). */
export function diffSheets(before: readonly Factor[], after: readonly Factor[]): SheetDiff {
  const old = new Map(before.map(each => [each.id, each]))
  const ids = new Set(after.map(each => each.id))
  const both = after.flatMap(now => {
    const was = old.get(now.id)
    return was ? [{ before: was, after: now }] : []
  })
  return {
    added: after.filter(each => !old.has(each.id)),
    removed: before.filter(each => !ids.has(each.id)),
    weight: both.filter(pair => pair.before.weight !== pair.after.weight),
    effect: both.filter(pair => pair.before.effect !== pair.after.effect),
    other: both.filter(
      ({ before: was, after: now }) =>
        !sameValue({ ...was, weight: 0, effect: 0 }, { ...now, weight: 0, effect: 0 }),
    ),
  }
}

/** The versions of a deal's sheet, oldest first. */
export const sheetVersions = (
  sheets: readonly RecordOf<'strategySheet'>[],
): readonly RecordOf<'strategySheet'>[] => [...sheets].sort((a, b) => a.version - b.version)

/** The sheet that counts: the current one, else the newest draft; null without one. */
export const currentSheet = (
  sheets: readonly RecordOf<'strategySheet'>[],
): RecordOf<'strategySheet'> | null =>
  sheets.find(each => each.state === 'current') ??
  sheetVersions(sheets).findLast(each => each.state === 'draft') ??
  null
