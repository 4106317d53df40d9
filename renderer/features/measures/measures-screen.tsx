/** The measures of the pipeline (section 6), one subject at a time. */
import { NativeSelect, SegmentedControl } from '@mantine/core'
import type { ComponentType } from 'react'
import { askDealStates } from '../../store/deal-states'
import { usePlace, usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { askSegments } from '../../records/segments'
import { EmptyState } from '../../ui/part/empty-state'
import { PanelColumn, ScreenColumn } from '../../ui/part/page-columns'
import { AgeingSection } from './ageing'
import { CoverageSection } from './coverage'
import { CreationSection } from './creation'
import { DependenceSection } from './dependence'
import { useSegmentId } from './measured'
import styles from './measures.module.css'
import { SourcesAndCadences } from './sources-cadences'
import { StandingStill } from './standing-still'
import { StepsSection } from './steps'
import { VerbsSection } from './verbs'
import { WarningsSection } from './warnings'
import { WinRatios } from './win-ratios'

const sections: readonly {
  readonly value: string
  readonly label: string
  readonly component: ComponentType
}[] = [
  { value: 'ratios', label: 'Win ratios', component: WinRatios },
  { value: 'ageing', label: 'Ageing', component: AgeingSection },
  { value: 'still', label: 'Standing still', component: StandingStill },
  { value: 'coverage', label: 'Coverage', component: CoverageSection },
  { value: 'creation', label: 'Creation', component: CreationSection },
  { value: 'steps', label: 'Steps', component: StepsSection },
  { value: 'dependence', label: 'Dependence', component: DependenceSection },
  { value: 'sources', label: 'Sources', component: SourcesAndCadences },
  { value: 'warnings', label: 'Warnings', component: WarningsSection },
  { value: 'verbs', label: 'Five verbs', component: VerbsSection },
]

/** The screen Measures. */
export function MeasuresScreen() {
  const places = usePlaces()
  const chosen = usePlace().filters['section']
  const states = useQuery(askDealStates, useAsOf())
  const segments = useQuery(askSegments)
  const segmentId = useSegmentId()
  const chosenSegment = segments.find(each => each.id === segmentId) ?? null
  const section = sections.find(each => each.value === chosen) ?? sections[0]
  const Section = section?.component
  return (
    <ScreenColumn>
      <div className={styles.head}>
        <SegmentedControl
          size="xs"
          aria-label="Measure"
          value={section?.value ?? ''}
          onChange={value => places.setFilters({ section: value })}
          data={sections.map(({ value, label }) => ({ value, label }))}
        />
        <NativeSelect
          size="xs"
          className={styles.segment}
          aria-label="Measured over"
          title={chosenSegment ? chosenSegment.sentence : 'All deals of the region'}
          value={chosenSegment?.id ?? ''}
          onChange={event => places.setFilters({ segment: event.currentTarget.value || null })}
          data={[
            { value: '', label: 'All deals' },
            ...segments.map(each => ({ value: each.id, label: each.name })),
          ]}
        />
      </div>
      <PanelColumn>
        {states.rows.length === 0 && section?.value !== 'verbs' ? (
          <EmptyState
            title="No deals to measure"
            verb={{ label: 'Import your files', onDo: () => places.go({ screen: 'imports' }) }}
          >
            Win ratios with their intervals, ages, creation, steps, people and prices stand here.
          </EmptyState>
        ) : Section ? (
          <Section />
        ) : null}
      </PanelColumn>
    </ScreenColumn>
  )
}
