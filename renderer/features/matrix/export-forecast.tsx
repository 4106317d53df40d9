/** Exporting the forecast pack: gathered here, its ranges worked out and written in a worker, saved where the user says. */
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { workbookKinds } from '#shared/bridge/file-kinds'
import { forecastFileName } from '#shared/packs/forecast-book'
import { forecastContent } from '#shared/packs/forecast-content'
import { host } from '../../host/bridge'
import { writeForecastPack } from '../../records/workbook-jobs'
import { askDealStates } from '../../store/deal-states'
import { askFigures, askForecast } from '../../store/forecast-answers'
import { useAsOf, useRegionStore } from '../../store/use-region'
import { accuracyOfRegion } from './accuracy-desk'
import { axesOf } from './matrix-facts'
import { sheetVersion } from './use-matrix-files'

/** The button. */
export function ExportForecast() {
  const { region } = useRegionStore()
  const asOf = useAsOf()
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
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
