/** Last step: what the import did and showed, and the way to take it back. */
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { usePlaces } from '../../store/use-place'
import { useRegionStore } from '../../store/use-region'
import { storeProblemText } from '../../store/store-problem'
import { useSevenDays } from './seven-days'
import { CountCards, Findings, useShownRows } from './preview-step'
import { RowList } from './row-list'
import type { ImportActions } from './import-actions'
import classes from './imports.module.css'
import type { SheetView } from './sheet-view'
import type { Report } from './wizard'

/** The report. */
export function ReportStep({
  actions,
  sheets,
  report,
}: {
  readonly actions: ImportActions
  readonly sheets: readonly SheetView[]
  readonly report: Report
}) {
  const store = useRegionStore()
  const places = usePlaces()
  const sevenDays = useSevenDays()
  const { rows, setRows, openStatus, openCount } = useShownRows(report.plan)
  const [undone, setUndone] = useState<string | null>(null)
  const weekend = report.plan.findings.some(each => each.code === 'weekend-closes')
  const undo = async (): Promise<void> => {
    if (report.seq === null) return
    const done = await store.revert(report.seq)
    setUndone(done.ok ? 'The import has been undone.' : storeProblemText(done.problem))
  }
  return (
    <Stack gap="lg">
      <Title order={2}>Imported</Title>
      <CountCards counts={report.plan.total} onOpen={openStatus} />
      <Findings plan={report.plan} onOpen={openCount} />
      {weekend && !sevenDays.isOn && (
        <Group>
          <Button variant="default" onClick={sevenDays.turnOn}>
            Use a 7-day calendar
          </Button>
          <Text className={classes.soft}>Durations then count Saturdays and Sundays as worked.</Text>
        </Group>
      )}
      {sevenDays.isOn && <Text className={classes.soft}>The region works on a 7-day calendar.</Text>}
      <Group>
        <Button onClick={() => places.go({ screen: 'home' })}>Go home</Button>
        <Button
          variant="default"
          disabled={report.seq === null || undone !== null}
          onClick={() => void undo()}
        >
          Undo this import
        </Button>
        {undone && <Text role="status">{undone}</Text>}
      </Group>
      <RowList actions={actions} sheets={sheets} plan={report.plan} shown={rows} onShow={setRows} isDone />
    </Stack>
  )
}
