/** The warnings of the forecast (FC-W): a sentence, the way to the records, and accept with reason. */
import { Button } from '@mantine/core'
import type { Day } from '#shared/base/day'
import { asId } from '#shared/base/id'
import type { PeriodKind } from '#shared/base/fiscal'
import { forecastSentence } from '#shared/forecast/forecast-sentence'
import { forecastWarnings } from '#shared/forecast/region-warnings'
import type { Severity, Warning } from '#shared/region/warning'
import { useWords } from '../../records/use-words'
import { WarningLines } from '../../records/warning-lines'
import { askDealStates } from '../../store/deal-states'
import { askForecast, forecastTables } from '../../store/forecast-answers'
import { query } from '../../store/query'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery, useRegionStore } from '../../store/use-region'
import { Panel } from '../../ui/part/panel'
import { useOpenForecastDeals } from './forecast-places'
import styles from './forecast.module.css'

const grave: readonly Severity[] = ['block', 'warn', 'info']

const askWarnings = query(
  [...forecastTables, 'quota', 'warningAck'],
  (region, asOf: Day, kind: PeriodKind): readonly Warning[] =>
    [...forecastWarnings(region, askDealStates(region, asOf), askForecast(region, asOf, kind))].sort(
      (a, b) =>
        Number(a.accepted !== null) - Number(b.accepted !== null) ||
        grave.indexOf(a.severity) - grave.indexOf(b.severity),
    ),
)

/** The panel. */
export function WarningsPanel({ kind }: { readonly kind: PeriodKind }) {
  const found = useQuery(askWarnings, useAsOf(), kind)
  const words = useWords()
  const open = found.filter(each => each.accepted === null).length
  return (
    <Panel
      title="Warnings"
      note={`${open} open${found.length > open ? `, ${found.length - open} accepted` : ''}`}
    >
      {found.length === 0 ? (
        <span className={styles.note}>Nothing to warn of.</span>
      ) : (
        <WarningLines
          label="Warnings of the forecast"
          lines={found.map(each => ({
            found: each,
            sentence: forecastSentence(each, words) ?? each.code,
            verbs: <WayTo found={each} />,
          }))}
        />
      )}
    </Panel>
  )
}

/** The way to what a warning is about, as a verb. */
function WayTo({ found }: { readonly found: Warning }) {
  const { region } = useRegionStore()
  const places = usePlaces()
  const openDeals = useOpenForecastDeals()
  const go = (label: string, onDo: () => void) => (
    <Button size="compact-xs" variant="light" style={{ flex: 'none' }} onClick={onDo}>
      {label}
    </Button>
  )
  const deals = found.records.filter(each => each.table === 'opportunity').map(each => each.id)
  if (deals.length > 0)
    return go('Show the deals', () => openDeals(deals, forecastTopics[found.code] ?? found.code))
  if (found.code === 'FC-W9')
    return go('Enter a quota', () => places.go({ screen: 'records', filters: { table: 'quota' } }))
  if (found.code === 'FC-W8')
    return go('Open the matrix', () => places.go({ screen: 'forecast', filters: { part: 'matrix' } }))
  const events = found.records.filter(each => each.table === 'opportunityEvent')
  if (events.length === 0) return null
  return go('Show the deals', () => {
    const ids = events.flatMap(each => region.get('opportunityEvent', asId(each.id))?.opportunity ?? [])
    openDeals([...new Set(ids)], forecastTopics[found.code] ?? found.code)
  })
}

/** What the warnings are called where their deals are listed. */
const forecastTopics: Readonly<Record<string, string>> = {
  'FC-W1': 'Blocked and check cells',
  'FC-W2': 'Stalled deals',
  'FC-W3': 'Deals that make a large part of the period',
  'FC-W4': 'Assumed statuses',
  'FC-W5': 'Buyer’s decision date has passed',
  'FC-W6': 'Buying and selling far apart',
  'FC-W7': 'Close dates apart',
  'FC-W10': 'Deals with events recorded late',
  'FC-W11': 'No approved version',
  'FC-W12': 'Deals with events recorded at the end of the period',
}
