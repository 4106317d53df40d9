/** A sheet of an import with what was decided about it. */
import type { SheetSource } from '#shared/mapping/convert'
import type { Drafts } from '#shared/mapping/drafts'
import type { SheetMapping } from '#shared/mapping/mapping'
import type { SheetSuggestion } from '#shared/mapping/suggest'

/** A sheet with all that was decided about it. */
export interface OpenSheet {
  readonly key: string
  use: boolean
  source: SheetSource
  suggestion: SheetSuggestion
  mapping: SheetMapping
  drafts: Drafts | null
}
