/** The edits of each grid that wait to be saved, kept while its screen is away, and what is said when one comes back to no screen. */
import { Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Place, PlaceStore } from '../store/place'
import type { RegionStore } from '../store/region-store'
import type { CellEdit, TakenEdits } from '../ui/grid/edit-answer'
import { PendingCells } from '../ui/grid/pending-cells'

const kept = new WeakMap<RegionStore, Map<string, PendingCells>>()

/** The pending cells of a grid of the open region; the same object as long as the region is open. */
export function pendingCellsOf(store: RegionStore, grid: string): PendingCells {
  const grids = kept.get(store) ?? new Map<string, PendingCells>()
  kept.set(store, grids)
  const cells = grids.get(grid) ?? new PendingCells()
  grids.set(grid, cells)
  return cells
}

/** Says it to the user where edits come back while their grid is not on the screen; the way back leads to them. */
export function tellIfAway(
  pending: PendingCells,
  edits: readonly CellEdit[],
  { judged, saved }: TakenEdits,
  places: PlaceStore,
): void {
  const place: Place = places.trail.here
  void saved?.then(outcomes => {
    const at = outcomes.findIndex((outcome, i) => !outcome.ok && judged[i]?.ok)
    const outcome = outcomes[at]
    if (pending.isSeen || !outcome || outcome.ok) return
    const what = edits.length === 1 && edits[at]?.text ? `“${edits[at].text}”` : 'What you changed'
    const id = `unsaved-${Math.random()}`
    notifications.show({
      id,
      color: 'orange',
      autoClose: false,
      title: `${what} was not saved`,
      message: (
        <Stack gap={6} align="flex-start">
          <Text size="sm">{outcome.reason}</Text>
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => {
              notifications.hide(id)
              places.go(place)
            }}
          >
            Back to it
          </Button>
        </Stack>
      ),
    })
  })
}
