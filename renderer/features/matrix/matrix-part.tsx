/** The matrices of the forecast: one version's cells as a spreadsheet, its history, and two versions compared. */
import { usePlace, usePlaces } from '../../store/use-place'
import { EmptyState } from '../../ui/part/empty-state'
import { ScreenColumn } from '../../ui/part/page-columns'
import { ComparePanel } from './compare-panel'
import { MatrixEditor } from './matrix-editor'
import { useMatrixView, type MatrixView } from './matrix-view'
import { useDesk } from './use-desk'
import { useMatrixFiles } from './use-matrix-files'
import { VersionBar } from './version-bar'
import { VersionList } from './version-list'

/** The part Matrix of the screen Forecast. */
export function MatrixPart() {
  const places = usePlaces()
  const view = useMatrixView()
  if (!view)
    return (
      <EmptyState
        title="No matrices"
        verb={{
          label: 'Give a cycle its statuses',
          onDo: () => places.go({ screen: 'forecast', filters: { part: 'statuses' } }),
        }}
      >
        Probability and time by buying and sales status stand here once there are statuses.
      </EmptyState>
    )
  return <Sections view={view} />
}

function Sections({ view }: { readonly view: MatrixView }) {
  const desk = useDesk()
  const places = usePlaces()
  const chosen = usePlace().filters['section']
  const section = chosen === 'versions' || chosen === 'compare' ? chosen : 'editor'
  const files = useMatrixFiles(view, desk)
  return (
    <ScreenColumn>
      <VersionBar
        view={view}
        desk={desk}
        section={section}
        onSection={next => places.setFilters({ section: next })}
        onExport={files.save}
        onTakeBack={files.takeBack}
      />
      {section === 'versions' ? (
        <VersionList view={view} />
      ) : section === 'compare' ? (
        <ComparePanel view={view} />
      ) : (
        <MatrixEditor
          key={view.version.id}
          view={view}
          desk={desk}
          refusedFile={files.refused}
          onForgetFile={files.forget}
        />
      )}
    </ScreenColumn>
  )
}
