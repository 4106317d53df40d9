/** The deals of a rep where the call and the matrix disagree, each with its question (FC-16). */
import { Button } from '@mantine/core'
import type { CallDifference } from '#shared/forecast/forecast-call'
import type { RepCallRow } from '#shared/forecast/rep-call-rows'
import { useWords } from '../../records/use-words'
import { usePlaces } from '../../store/use-place'
import { Panel } from '../../ui/part/panel'
import { useOpenForecastDeals } from './forecast-places'
import { cellName } from './forecast-words'
import styles from './forecast.module.css'

const why: Readonly<Record<CallDifference, string>> = {
  committedUnlikely: 'is committed with a chance below 50 %. Ask which event is missing.',
  likelyNotCommitted: 'has a chance of 70 % or more and is not committed. Ask what holds it back.',
  beforeBuyerDate: 'is committed for a day before the buyer’s own decision date. Ask for the buyer’s word.',
}

/** The panel. */
export function CallDifferences({ row, period }: { readonly row: RepCallRow; readonly period: string }) {
  const words = useWords()
  const places = usePlaces()
  const openForecast = useOpenForecastDeals()
  return (
    <Panel
      title={`Where ${row.rep.name} and the matrix differ`}
      note={`${row.differences.length} ${row.differences.length === 1 ? 'deal' : 'deals'} in ${period}`}
      tools={
        <Button
          size="compact-xs"
          variant="light"
          onClick={() =>
            openForecast(
              row.differences.map(each => each.row.row.id),
              `Call and matrix differ, ${row.rep.name}`,
            )
          }
        >
          Show the deals
        </Button>
      }
    >
      <ul className={styles.lines}>
        {row.differences.map(({ row: each, why: reason }) => (
          <li key={`${each.row.id}/${reason}`}>
            <span>
              <b>{each.row.deal.name}</b> ({words.money(each.deal.amount)}, {cellName(each)},{' '}
              {words.percent(each.forecast.p)}) {why[reason]}
            </span>
            <Button
              size="compact-xs"
              variant="subtle"
              style={{ flex: 'none' }}
              onClick={() => places.open({ table: 'opportunity', id: each.row.id }, { tab: 'events' })}
            >
              Events
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
