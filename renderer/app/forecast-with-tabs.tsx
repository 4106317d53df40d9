/** The screen Forecast: its parts under one line of tabs. */
import { Tabs } from '@mantine/core'
import { ExportForecast } from '../features/matrix/export-forecast'
import { usePlace, usePlaces } from '../store/use-place'
import { forecastTabs } from './forecast-tabs'
import classes from './forecast.module.css'
import { ScreenBoundary } from './screen-boundary'

/** The screen; the part is kept in the place under `part`. */
export function ForecastWithTabs() {
  const places = usePlaces()
  const chosen = usePlace().filters['part']
  const part = forecastTabs.find(each => each.id === chosen) ?? forecastTabs[0]
  if (!part) return null
  return (
    <Tabs
      value={part.id}
      onChange={next => next && places.setFilters({ part: next })}
      style={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', height: '100%', minHeight: 0 }}
    >
      <div style={{ display: 'flex' }}>
        <Tabs.List style={{ flex: 1 }}>
          {forecastTabs.map(each => (
            <Tabs.Tab key={each.id} value={each.id}>
              {each.title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <span className={classes.verb}>
          <ExportForecast />
        </span>
      </div>
      <Tabs.Panel value={part.id} className={classes.body}>
        <ScreenBoundary name={part.title} key={part.id}>
          <part.component />
        </ScreenBoundary>
      </Tabs.Panel>
    </Tabs>
  )
}
