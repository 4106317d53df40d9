/** Exporting the forecast pack: gathered here, its ranges worked out and written in a worker, saved where the user says. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Day } from '#shared/base/day'
import { periodOf } from '#shared/base/fiscal'
import { asId } from '#shared/base/id'
import { workbookKinds } from '#shared/bridge/file-kinds'
import { snapshot } from '#shared/model/forecast'
import { forecastFileName } from '#shared/packs/forecast-book'
import { forecastContent } from '#shared/packs/forecast-content'
import { packChanges, type PackChanges } from '#shared/packs/pack-changes'
import { settingsOf } from '#shared/region/settings'
import { host } from '../../host/bridge'
import { writeForecastPack } from '../../records/workbook-jobs'
import { askKept, builtSide, firstSide, keptSide, type Side } from '../../store/compared'
import { askDealStates } from '../../store/deal-states'
import { askFigures, askForecast } from '../../store/forecast-answers'
import type { RegionStore } from '../../store/region-store'
import { useAsOf, useRegionStore } from '../../store/use-region'
import { accuracyOfRegion } from './accuracy-desk'
import { axesOf } from './matrix-facts'
import { sheetVersion } from './use-matrix-files'

const kindWords = new Map((snapshot.fields.kind.choices ?? []).map(each => [each.key, each.label]))

/** What the part Changes shows unless something else is chosen there; null where the archive has lost the first snapshot. */
async function changesOf(store: RegionStore, asOf: Day): Promise<PackChanges | null> {
  const { fiscalStart } = settingsOf(store.region)
  const side = async (chosen: Side) => builtSide(store, chosen, asOf) ?? keptSide(store, chosen)
  const from = firstSide(askKept(store.region), asOf, fiscalStart)
  const kept = store.region.get('snapshot', asId(from))
  const [first, second] = [await side(from), await side('now')]
  if (first === 'missing' || second === 'missing') return null
  const words = kept ? (kindWords.get(kept.kind) ?? kept.kind).toLowerCase() : 'rebuilt from the data'
  return packChanges(
    { snapshot: first, words },
    { snapshot: second, words: 'as the data stand now' },
    periodOf(asOf, 'quarter', fiscalStart),
  )
}

/** The button. */
export function ExportForecast() {
  const store = useRegionStore()
  const asOf = useAsOf()
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    const { region } = store
    const states = askDealStates(region, asOf)
    const forecast = askForecast(region, asOf, 'quarter')
    const counts = new Map<string, number>()
    for (const { version } of forecast.rows)
      if (version) counts.set(version.id, (counts.get(version.id) ?? 0) + 1)
    // The version that most deals are forecast by goes first: its matrices are the ones in the pack.
    const versions = forecast.versions
      .slice()
      .sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
      .map(each => sheetVersion(each, axesOf(region, each)))
    const content = forecastContent(region, {
      states,
      forecast,
      figures: askFigures(region, asOf, 'quarter'),
      versions,
      changes: await changesOf(store, asOf),
      accuracy: (await accuracyOfRegion(region, states)).report,
    })
    const bytes = await writeForecastPack(content)
    const saved = await host.saveFile(forecastFileName(content), bytes, workbookKinds)
    if (saved !== null) notifications.show({ message: `Forecast pack saved as ${saved}` })
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      onClick={() => {
        setBusy(true)
        run()
          .catch((error: unknown) => {
            const why = error instanceof Error ? error.message : String(error)
            notifications.show({ message: `The pack was not written: ${why}`, color: 'red' })
          })
          .finally(() => setBusy(false))
      }}
    >
      Export forecast pack
    </Button>
  )
}
