/** Exporting a rep's coaching pack: content from the region, bytes from a worker, saved where the user says, and noted. */
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { hashText } from '#shared/base/random'
import type { Id } from '#shared/base/id'
import { workbookKinds } from '#shared/bridge/file-kinds'
import type { RecordOf } from '#shared/model/catalog'
import { coachingPack } from '#shared/packs/pack-builder'
import { packFileName, type PackContent } from '#shared/packs/pack-content'
import type { Region } from '#shared/region/region'
import { host } from '../../host/bridge'
import { writePack } from '../../records/workbook-jobs'
import { now } from '../../store/clock'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegionStore } from '../../store/use-region'
import { askFacts } from './coaching-facts'

/** An export that can be started. */
export interface PackExport {
  readonly busy: boolean
  readonly start: (rep: Id<'rep'>) => void
}

const newest = (region: Region, rep: Id<'rep'>, asOf: string): RecordOf<'pack'> | null =>
  region
    .where('pack', 'rep', rep)
    .filter(each => each.asOf === asOf)
    .reduce<RecordOf<'pack'> | null>((last, each) => (last === null || each.no > last.no ? each : last), null)

const fingerprint = (content: PackContent): number => hashText(JSON.stringify(content))

/** The way to export a pack from here. */
export function useExportPack(): PackExport {
  const store = useRegionStore()
  const places = usePlaces()
  const asOf = useAsOf()
  const [busy, setBusy] = useState(false)
  const run = async (rep: Id<'rep'>): Promise<void> => {
    const { region } = store
    const last = newest(region, rep, asOf)
    const build = (no: number) => coachingPack(region, rep, asOf, askFacts(region, asOf), { no })
    let content = build(last?.no ?? 1)
    if (!content) return
    // The same state gives the same pack under the same number (CO-10); a changed one gets the next.
    const same = last !== null && last.counts['fingerprint'] === fingerprint(content)
    if (last && !same) content = build(last.no + 1) ?? content
    const bytes = await writePack(content)
    const saved = await host.saveFile(packFileName(content), bytes, workbookKinds)
    if (saved === null) return
    notifications.show({ message: `Coaching pack saved as ${saved}` })
    if (same) return
    const made = content
    await store.edit(
      edit =>
        edit.add('pack', {
          packId: made.packId,
          kind: 'coaching',
          rep,
          asOf,
          no: made.no,
          exportedAt: now(),
          fileName: saved,
          counts: { fingerprint: fingerprint(made) },
        }),
      {
        label: `Coaching pack for ${made.repName}`,
        source: 'manager',
        place: { ...places.trail.here } as never,
      },
    )
  }
  const start = (rep: Id<'rep'>): void => {
    if (busy) return
    setBusy(true)
    run(rep)
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        notifications.show({ message: `The pack was not written: ${why}`, color: 'red' })
      })
      .finally(() => setBusy(false))
  }
  return { busy, start }
}
