/** A side of a comparison for a screen, which waits while the archive is read. */
import { useEffect, useState } from 'react'
import type { Day } from '#shared/base/day'
import type { ComparedSnapshot } from '#shared/forecast/region-snapshot'
import { builtSide, keptSide, type Side } from '../../store/compared'
import { useRegionStore } from '../../store/use-region'

/** One side of the comparison; null while it is read, `missing` where the archive has lost it. */
export function useCompared(side: Side, asOf: Day): ComparedSnapshot | 'missing' | null {
  const store = useRegionStore()
  const [read, setRead] = useState<{ side: Side; found: ComparedSnapshot | 'missing' } | null>(null)
  const built = builtSide(store, side, asOf)
  const stored = built === null
  useEffect(() => {
    if (!stored) return
    let gone = false
    void keptSide(store, side).then(found => {
      if (!gone) setRead({ side, found })
    })
    return () => {
      gone = true
    }
  }, [store, side, stored])
  return built ?? (read?.side === side ? read.found : null)
}
