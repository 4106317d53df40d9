/** The parts of the screen Forecast in their order; a new part is one line here. */
import type { ComponentType } from 'react'
import { CallsPart } from '../features/forecast/calls-part'
import { ChangesPart } from '../features/forecast/changes-part'
import { DealsPart } from '../features/forecast/deals-part'
import { ForecastPart } from '../features/forecast/forecast-part'
import { StatusesPart } from '../features/forecast/statuses-part'
import { AccuracyPart } from '../features/matrix/accuracy-part'
import { CalibrationPart } from '../features/matrix/calibration-part'
import { MatrixPart } from '../features/matrix/matrix-part'

/** A part of the screen Forecast. */
interface ForecastTab {
  /** The name in a place: `go({ screen: 'forecast', filters: { part: 'matrix' } })`. */
  readonly id: string
  /** Sentence case. */
  readonly title: string
  readonly component: ComponentType
}

/** All parts. */
export const forecastTabs: readonly ForecastTab[] = [
  { id: 'forecast', title: 'Forecast', component: ForecastPart },
  { id: 'matrix', title: 'Matrix', component: MatrixPart },
  { id: 'calibration', title: 'Calibration', component: CalibrationPart },
  { id: 'accuracy', title: 'Accuracy', component: AccuracyPart },
  { id: 'deals', title: 'Deals', component: DealsPart },
  { id: 'calls', title: 'Calls', component: CallsPart },
  { id: 'changes', title: 'Changes', component: ChangesPart },
  { id: 'statuses', title: 'Statuses', component: StatusesPart },
]
