/** How long closed deals took: the sorted samples behind stuck (PL-6) and dead by age (PL-9), renewed deal by deal. */

/** The sample that a time belongs to: all ages, ages of a family, cycles, a stage, or a cell. */
export const sampleKey = {
  ages: 'age',
  family: (family: string): string => `age/${family}`,
  cycles: 'cycle',
  stage: (stage: string): string => `stage/${stage}`,
  cell: (buying: number, selling: number): string => `cell/${buying}/${selling}`,
}

/** A time in days and the sample that it belongs to. */
export type DealTime = readonly [sample: string, days: number]

/** Samples of times, each in rising order; never changed, only replaced. */
export class DealTimes {
  private constructor(private readonly samples: ReadonlyMap<string, readonly number[]>) {}

  /** All samples of these times. */
  static of(times: Iterable<DealTime>): DealTimes {
    const samples = new Map<string, number[]>()
    for (const [key, days] of times) {
      const sample = samples.get(key)
      if (sample) sample.push(days)
      else samples.set(key, [days])
    }
    for (const sample of samples.values()) sample.sort((a, b) => a - b)
    return new DealTimes(samples)
  }

  /** A sample in rising order; empty where no deal has added to it. */
  sample(key: string): readonly number[] {
    return this.samples.get(key) ?? []
  }

  /** The samples without some times that are in them and with some others; untouched samples stay the same objects. */
  with(gone: readonly DealTime[], come: readonly DealTime[]): DealTimes {
    if (gone.length === 0 && come.length === 0) return this
    const fresh = new Map<string, number[]>()
    const open = (key: string): number[] => {
      let sample = fresh.get(key)
      if (!sample) fresh.set(key, (sample = this.sample(key).slice()))
      return sample
    }
    for (const [key, days] of gone) {
      const sample = open(key)
      const at = firstAtLeast(sample, days)
      if (sample[at] === days) sample.splice(at, 1)
    }
    for (const [key, days] of come) {
      const sample = open(key)
      sample.splice(firstAtLeast(sample, days), 0, days)
    }
    const samples = new Map(this.samples)
    for (const [key, sample] of fresh)
      if (sample.length > 0) samples.set(key, sample)
      else samples.delete(key)
    return new DealTimes(samples)
  }
}

/** The first place in a rising list whose value is not below `days`. */
function firstAtLeast(sorted: readonly number[], days: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < days) low = middle + 1
    else high = middle
  }
  return low
}
