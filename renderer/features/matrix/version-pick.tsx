/** The choice of a version. */
import { NativeSelect } from '@mantine/core'
import type { MatrixView } from './matrix-view'
import { stateText } from './matrix-words'
import styles from './matrix.module.css'

/** The select, with the state of each version. */
export function VersionPick({ view }: { readonly view: MatrixView }) {
  return (
    <NativeSelect
      size="xs"
      aria-label="Version"
      className={styles.versionPick ?? ''}
      value={view.version.id}
      onChange={event => view.choose(event.currentTarget.value)}
      data={view.versions.map(each => ({
        value: each.id,
        label:
          each.basis === 'stored'
            ? `${each.name}, version ${each.no}: ${stateText(each.state).toLowerCase()}${each.rules ? ', in force' : ''}`
            : `${each.name}, in force until a version is approved`,
      }))}
    />
  )
}
