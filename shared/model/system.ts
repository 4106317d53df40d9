/** Tables that Quarterdeck keeps about its own work: import batches, what files last said, accepted warnings, segments. */
import { choice, day, flag, json, list, must, ref, stamp, table, text, whole, type Json } from './field'

/** One file of an import batch. */
export interface BatchFile {
  readonly name: string
  readonly sheet: string
  readonly table: string
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
  readonly skipped: number
  readonly vanished: number
  /** Header signature that the mapping is remembered by. */
  readonly signature: string
  readonly fullExport: boolean
}

/** One import, whatever number of files. */
export const batch = table(
  'batch',
  'Import',
  'Imports',
  {
    label: must(text('Import'), ''),
    at: must(stamp('At'), ''),
    kind: must(
      choice('Kind', { import: 'Import', pack: 'Coaching pack', sample: 'Sample', restore: 'Restore' }),
      'import',
    ),
    files: json<readonly BatchFile[]>('Files', []),
    dataFrom: day('Data from'),
    reverted: flag('Reverted'),
    revertedAt: stamp('Reverted at'),
    notes: list('Notes'),
  },
  { title: 'label' },
)

/** What a file last said about a record: the ancestor of the three-way merge, and the provenance of its cells. */
export const shadow = table(
  'shadow',
  'File statement',
  'File statements',
  {
    /** The record's id is also this record's id. */
    table: must(text('Table'), ''),
    batch: must(ref('batch', 'Import')),
    file: must(text('File'), ''),
    row: must(whole('Row'), 0),
    /** Field values as converted, by field name; references by id. */
    values: json<Readonly<Record<string, Json>>>('Values', {}),
    /** Missing from a newer full export since. */
    vanishedOn: day('Vanished on'),
  },
  { title: 'file', lazy: true },
)

/** A remembered meaning of a file's columns, by header signature. */
export const importProfile = table(
  'importProfile',
  'Remembered mapping',
  'Remembered mappings',
  {
    signature: must(text('Header signature'), ''),
    fileName: text('Last file'),
    usedAt: must(stamp('Last used'), ''),
    mapping: json<Json>('Mapping', null),
  },
  { title: 'fileName' },
)

/** A warning accepted with a reason (CV-9). */
export const warningAck = table(
  'warningAck',
  'Accepted warning',
  'Accepted warnings',
  {
    code: must(text('Warning'), ''),
    /** The record or scope that it is accepted for. */
    subject: must(text('Subject'), ''),
    reason: must(text('Reason'), ''),
    by: text('By'),
    on: must(day('On')),
    until: day('Until'),
  },
  { title: 'reason' },
)

/** A saved selection of records. */
export const segment = table('segment', 'Segment', 'Segments', {
  name: must(text('Segment'), ''),
  table: must(text('Table'), 'opportunity'),
  filter: json<Json>('Filter', null),
})

/** An answer that settles a pair which looks like one record twice. */
export const duplicateDecision = table(
  'duplicateDecision',
  'Duplicate decision',
  'Duplicate decisions',
  {
    table: must(text('Table'), ''),
    /** Id of a record. */
    one: must(text('One'), ''),
    /** What files call the other: `id:` and its outside id, or `key:` and its natural key. */
    two: must(text('Other'), ''),
    same: flag('Are the same'),
    fills: flag('The other fills gaps'),
    on: must(day('On')),
  },
  { title: null },
)

/** Who looks after the region on this machine; a name for records, not a login (CV-11). */
export const member = table('member', 'Name', 'Names', {
  name: must(text('Name'), ''),
  mode: must(choice('Mode', { manager: 'Manager', vp: 'Regional VP', planner: 'Planner' }), 'manager'),
  rep: ref('rep', 'Rep'),
})
