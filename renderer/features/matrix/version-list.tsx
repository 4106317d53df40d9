/** The history of the versions: who wrote, approved and said what, from when each held, and how many cells it changed. */
import { Button } from '@mantine/core'
import { compareMatrices } from '#shared/forecast/matrix-version'
import { usePlaces } from '../../store/use-place'
import { useRegion } from '../../store/use-region'
import { PanelColumn } from '../../ui/part/page-columns'
import { Panel } from '../../ui/part/panel'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { baseVersion, type MatrixView } from './matrix-view'
import { stateText } from './matrix-words'
import styles from './matrix.module.css'

/** The list. */
export function VersionList({ view }: { readonly view: MatrixView }) {
  const region = useRegion('matrixVersion')
  const places = usePlaces()
  const sets = [...new Set(view.versions.map(each => each.name))]
  return (
    <PanelColumn>
      {sets.map(name => (
        <Panel key={name} title={name}>
          <ol className={styles.versions}>
            {view.versions
              .filter(each => each.name === name)
              .map(each => {
                const record = region.get('matrixVersion', each.record)
                const base = baseVersion(view.versions, each)
                const cells = base ? compareMatrices(base.matrix, each.matrix).length : null
                return (
                  <li key={each.id}>
                    <div className={styles.problemHead}>
                      <b>{each.basis === 'stored' ? `Version ${each.no}` : 'Not stored'}</b>
                      <SeverityBadge
                        severity={each.rules ? 'ok' : each.state === 'superseded' ? 'neutral' : 'info'}
                      >
                        {each.rules && each.basis === 'stored' ? 'In force' : stateText(each.state)}
                      </SeverityBadge>
                      <span className={styles.grow}>
                        {[
                          each.effectiveFrom ? `from ${each.effectiveFrom}` : null,
                          each.author ? `by ${each.author}` : null,
                          each.approver ? `approved by ${each.approver}` : null,
                          record?.decidedAt ? `on ${record.decidedAt.slice(0, 10)}` : null,
                          cells === null
                            ? null
                            : `${cells} ${cells === 1 ? 'cell' : 'cells'} changed since ${base?.basis === 'stored' ? `version ${base.no}` : base?.name.toLowerCase()}`,
                        ]
                          .filter(Boolean)
                          .join(', ')}
                      </span>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        onClick={() => places.setFilters({ version: each.id, section: 'editor' })}
                      >
                        Open
                      </Button>
                      {base ? (
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          onClick={() =>
                            places.setFilters({ version: each.id, compareWith: base.id, section: 'compare' })
                          }
                        >
                          Compare
                        </Button>
                      ) : null}
                      {each.record ? (
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          onClick={() =>
                            places.open({ table: 'matrixVersion', id: each.id }, { tab: 'history' })
                          }
                        >
                          Every change
                        </Button>
                      ) : null}
                    </div>
                    {record?.comment ? <p className={styles.said}>{record.comment}</p> : null}
                    {(record?.comments ?? []).map(said => (
                      <p key={`${said.at}${said.text}`} className={styles.said}>
                        <b>{said.by}</b> <span className={styles.faint}>{said.at.slice(0, 10)}</span>{' '}
                        {said.text}
                      </p>
                    ))}
                    {(record?.exceptions ?? []).map(each => (
                      <p key={each.reason} className={styles.said}>
                        <span className={styles.faint}>Accepted out of order:</span> {each.reason}
                      </p>
                    ))}
                  </li>
                )
              })}
          </ol>
        </Panel>
      ))}
    </PanelColumn>
  )
}
