/** One line of a bench: how long it took and, beside a peer, how many times as long. */
export interface BenchRow {
  readonly name: string
  /** Milliseconds on the clock. */
  readonly ms: number
  /** Times as much processor time as the peer named in the note; below 1 is faster. */
  readonly ratio?: number
  /** The most memory the process held, in megabytes. */
  readonly rssMb?: number
  readonly note?: string
}
