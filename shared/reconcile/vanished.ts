/** Records that a newer full export no longer has: marked, never deleted. */
import type { RecordOf } from '../model/catalog'
import type { Run } from './run'
import type { WorkedSheet } from './plan-sheet'
import type { Vanished } from './plan'

/** From this share of the earlier records on a newer file of the same columns counts as a full export. */
const fullShare = 0.8
const fewest = 10

/** Whether a sheet holds every record of its kind, and the records that it lacks. */
export interface Fullness {
  readonly full: boolean
  readonly why: string
  readonly gone: readonly Vanished[]
}

/** The header signature of the file that a shadow comes from, by import and file name. */
export function shadowSignatures(run: Run): (shadow: RecordOf<'shadow'>) => string | null {
  const signatures = new Map<string, string>()
  for (const batch of run.input.region.table('batch').values())
    for (const file of batch.files) signatures.set(`${batch.id}|${file.name}|${file.table}`, file.signature)
  return shadow => signatures.get(`${shadow.batch}|${shadow.file}|${shadow.table}`) ?? null
}

/** Judges one sheet against what earlier files of the same columns held. */
export function judgeFullness(
  run: Run,
  worked: WorkedSheet,
  sheet: number,
  signatureOf: (shadow: RecordOf<'shadow'>) => string | null,
): Fullness {
  const { table, signature } = worked.drafts
  const earlier: RecordOf<'shadow'>[] = []
  for (const shadow of run.shadows.values())
    if (
      shadow.table === table &&
      shadow.vanishedOn === null &&
      shadow.row >= 0 &&
      signatureOf(shadow) === signature
    )
      earlier.push(shadow)
  if (earlier.length === 0) return { full: false, why: 'No earlier import of the same columns.', gone: [] }
  const here = earlier.filter(shadow => worked.seen.has(shadow.id)).length
  const said = run.input.decisions.fullExport[sheet]
  const judged = here / earlier.length >= fullShare && earlier.length >= fewest
  const full = said ?? judged
  const why =
    said !== undefined
      ? 'As you said.'
      : `${here.toLocaleString('en-US')} of ${earlier.length.toLocaleString('en-US')} records of the last such file are in this one.`
  const gone = full
    ? earlier
        .filter(shadow => !worked.seen.has(shadow.id))
        .map(shadow => ({ table, id: shadow.id, name: run.name(table, shadow.id) }))
    : []
  return { full, why, gone }
}
