/** The line over a grid that says what was typed and not saved, and offers it again. */
import { Button } from '@mantine/core'
import styles from './refused-bar.module.css'
import type { GridCore } from './use-grid-core'
import type { RefusedHandle } from './use-refused'

const named = { typed: 'typed', pasted: 'pasted', filled: 'filled', cleared: 'cleared', cut: 'cut' } as const

/** What came back, in words. */
function wordsOf(core: GridCore, { one, more }: RefusedHandle): string {
  const [edit] = one?.edits ?? []
  if (!one || !edit) return ''
  const tail = more > 0 ? ` ${more} more came back as well.` : ''
  if (one.edits.length > 1)
    return `Not saved: ${one.edits.length} cells ${named[one.cause]}. ${one.reason}${tail}`
  const { source, columns } = core.props
  const title = columns.find(each => each.key === edit.column)?.title ?? edit.column
  const first = core.layout.all[0]?.def.key
  const row = source.rowOf(edit.rowId)
  const name = row < 0 || first === undefined ? '' : core.format.plain(source.column(first), row)
  const what = edit.text === '' ? 'emptying' : `“${edit.text}” in`
  return `Not saved: ${what} ${title}${name === '' ? '' : ` of ${name}`}. ${one.reason}${tail}`
}

/** Shown while something came back and is not in the editor. */
export function RefusedBar({ core, refused }: { readonly core: GridCore; readonly refused: RefusedHandle }) {
  const { one } = refused
  if (!one) return null
  return (
    <div className={styles.bar} role="alert">
      <span>{wordsOf(core, refused)}</span>
      <Button size="compact-xs" variant="light" onClick={refused.again}>
        {one.edits.length > 1 ? 'Try again' : 'Edit again'}
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={refused.letGo}>
        Let go
      </Button>
    </div>
  )
}
