/** The menu or list that floats over a table. */
import type { AnchorRect } from './anchor-spot'
import type { Spot } from './selection'

/** What floats, and where. */
export type Floating =
  | { readonly kind: 'column' | 'values'; readonly key: string; readonly rect: AnchorRect }
  | { readonly kind: 'row'; readonly spot: Spot; readonly rect: AnchorRect }
