/** What a browser's worker and Node both bring, typed no wider than it is used here. */

/** Decodes bytes in one encoding; the constructor throws on an unknown name. */
export interface Decoder {
  readonly encoding: string
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string
}

/** Inflates raw deflate data as it is fed. */
export interface Inflater {
  readonly writable: {
    getWriter(): { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> }
  }
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> }
  }
}

/** Says that the work is no longer wanted; an AbortSignal is one. */
export interface Signal {
  readonly aborted: boolean
}

interface Platform {
  readonly TextDecoder: new (label?: string, options?: { readonly fatal?: boolean }) => Decoder
  readonly TextEncoder: new () => { encode(text: string): Uint8Array }
  readonly DecompressionStream: new (format: 'deflate-raw') => Inflater
  readonly console: Record<'error' | 'warn' | 'log', unknown>
  setTimeout(run: () => void, ms: number): unknown
}

const platform = globalThis as unknown as Platform

/** A decoder for `label`; throws a RangeError when the platform does not know it. */
export const newDecoder = (label: string, fatal = false): Decoder =>
  new platform.TextDecoder(label, { fatal })

/** Text as UTF-8 bytes. */
export const utf8Bytes = (text: string): Uint8Array => new platform.TextEncoder().encode(text)

/** An inflater for raw deflate data. */
export const newInflater = (): Inflater => new platform.DecompressionStream('deflate-raw')

/** Lets other tasks run, such as the message that cancels. */
export const pause = (): Promise<void> => new Promise(resolve => platform.setTimeout(resolve, 0))

/** Runs `work` while nothing may write to the console; the libraries report oddities that are nobody's to read. */
export function quietly<T>(work: () => T): T {
  const { error, warn, log } = platform.console
  const silent = (): undefined => undefined
  Object.assign(platform.console, { error: silent, warn: silent, log: silent })
  try {
    return work()
  } finally {
    Object.assign(platform.console, { error, warn, log })
  }
}
