/** The limits that open deals are held against, worked out from the times of closed ones: PL-6 and PL-9. */
import type { RecordOf } from '../model/catalog'
import type { DealStatus } from './deal-status'
import { sampleKey, type DealTimes } from './deal-times'
import {
  limitFromStep,
  limitFromWon,
  type AgeLimit,
  type StillSettings,
  type StuckLimit,
} from './standing-still'

/** The limits of PL-9: by product family with enough closed deals, and over all. */
export class AgeLimits {
  private readonly known = new Map<string | null, AgeLimit | null>()

  constructor(
    private readonly times: DealTimes,
    private readonly minN: number,
  ) {}

  /** The limit for a family: its own with at least minN closed deals, else that of all deals, else null. */
  of(family: string | null): AgeLimit | null {
    let limit = this.known.get(family)
    if (limit === undefined) {
      limit = (family === null ? null : this.from(family)) ?? this.from(null)
      this.known.set(family, limit)
    }
    return limit
  }

  private from(family: string | null): AgeLimit | null {
    const sample = this.times.sample(family === null ? sampleKey.ages : sampleKey.family(family))
    return sample.length > 0 && sample.length >= this.minN
      ? { family, days: Math.max(0, sample.at(-1) ?? 0), n: sample.length }
      : null
  }
}

/** The limits of PL-6, each worked out when first asked for. */
export class StuckLimits {
  private readonly known = new Map<string, StuckLimit | null>()
  private readonly step: StuckLimit | null

  /** `stepDays` is the standard duration of a step that stands in for cells with too few won deals. */
  constructor(
    private readonly times: DealTimes,
    private readonly settings: StillSettings,
    stepDays: number | null,
  ) {
    this.step = limitFromStep(stepDays, settings)
  }

  /** The limit of a deal: of its cell where events tell it, else of its stage where its date is known, else of all. */
  of(deal: RecordOf<'opportunity'>, status: DealStatus): StuckLimit | null {
    if (status.basis === 'events')
      return this.from(sampleKey.cell(status.buying, status.selling), 'cell') ?? this.step
    const stage =
      deal.stage === null || deal.stageSince === null ? null : this.from(sampleKey.stage(deal.stage), 'stage')
    return stage ?? this.from(sampleKey.cycles, 'cycle')
  }

  private from(key: string, basis: StuckLimit['basis']): StuckLimit | null {
    let limit = this.known.get(key)
    if (limit === undefined) {
      const sample = this.times.sample(key)
      limit = sample.length > 0 ? limitFromWon(sample, this.settings, basis) : null
      this.known.set(key, limit)
    }
    return limit
  }
}
