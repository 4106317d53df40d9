/** Two versions of a cycle compared part by part. */
import { Text } from '@mantine/core'
import type { RecordOf } from '#shared/model/catalog'
import { diffVersions } from '#shared/process/cycle'
import { diffLines } from '#shared/process/cycle-words'
import { Panel } from '../../ui/part/panel'
import classes from './process.module.css'

const kinds = { added: 'New', removed: 'Gone', moved: 'Moved', changed: 'Changed' } as const

/** The comparison; older first, whichever way it was asked. */
export function VersionDiffView(props: {
  readonly before: RecordOf<'salesCycleVersion'>
  readonly after: RecordOf<'salesCycleVersion'>
}) {
  const [before, after] =
    props.before.no < props.after.no ? [props.before, props.after] : [props.after, props.before]
  const lines = diffLines(diffVersions(before.steps, after.steps))
  return (
    <Panel
      title={`From version ${before.no} to version ${after.no}`}
      note={
        lines.length === 0
          ? 'no difference'
          : `${lines.length} ${lines.length === 1 ? 'difference' : 'differences'}`
      }
    >
      {lines.length === 0 ? (
        <Text size="sm">The steps are the same.</Text>
      ) : (
        <ul className={classes.diff}>
          {lines.map(each => (
            <li key={`${each.kind}/${each.step}/${each.part ?? ''}`} data-kind={each.kind}>
              <span>{kinds[each.kind]}</span>
              <div>
                <strong>{each.step}</strong>
                {each.part === null ? '' : `, ${each.part.toLowerCase()}: `}
                {each.before !== null && (
                  <>
                    <del>{each.before}</del> → <ins>{each.after}</ins>
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
