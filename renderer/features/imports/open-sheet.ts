/** A sheet of an import with what was decided about it. */
import type { SheetSource } from '#shared/mapping/convert'
import type { Drafts } from '#shared/mapping/drafts'
import type { SheetMapping } from '#shared/mapping/mapping'
import type { SheetSuggestion } from '#shared/mapping/suggest'
import type { Sheet } from '#shared/tables/sheet'

/** A sheet with all that was decided about it. */
export interface OpenSheet {
  readonly key: string
  /** As it was read, before anything was put right in it. */
  readonly original: Sheet
  use: boolean
  source: SheetSource
  suggestion: SheetSuggestion
  mapping: SheetMapping
  drafts: Drafts | null
}
