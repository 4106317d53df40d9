/**
 * Runs in the page, once in the main world and once in an isolated world that stands for Electron's preload world.
 * Values cross between the two as CustomEvent.detail, which Chromium structured-clones from world to world;
 * functions and promises cross as ids, so neither world ever holds the other's objects.
 */
export function bridge(role: 'main' | 'preload', preload: { path: string; source: string } | null): void {
  if (window !== window.top) return
  type Packed = unknown
  const mine = role === 'main' ? 'qd-to-main' : 'qd-to-preload'
  const theirs = role === 'main' ? 'qd-to-preload' : 'qd-to-main'
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const ids = new WeakMap<object, number>()
  const promises = new Map<number, { ok(v: unknown): void; no(e: Error): void }>()
  let last = 0
  let returned: { ok: boolean; value: Packed } | null = null
  // The page may have replaced Array.prototype.map and the like by the time these run.
  const each = <T, U>(list: T[], f: (x: T) => U): U[] => {
    const r: U[] = []
    for (let i = 0; i < list.length; i++) r[i] = f(list[i]!)
    return r
  }
  const { entries, fromEntries, freeze, getPrototypeOf } = Object
  const tell = (detail: unknown) => document.dispatchEvent(new CustomEvent(theirs, { detail }))

  const pack = (v: unknown): Packed => {
    if (typeof v === 'function') {
      let id = ids.get(v)
      if (id === undefined) {
        id = ++last
        ids.set(v, id)
        functions.set(id, v as never)
      }
      return { $f: id }
    }
    if (v instanceof Promise) {
      const id = ++last
      v.then(
        x => tell({ t: 'settle', id, ok: true, v: pack(x) }),
        (e: unknown) => tell({ t: 'settle', id, ok: false, v: e instanceof Error ? e.message : String(e) }),
      )
      return { $p: id }
    }
    if (v instanceof Error) return { $e: v.message }
    if (Array.isArray(v)) return { $a: each(v, pack) }
    if (
      v !== null &&
      typeof v === 'object' &&
      (getPrototypeOf(v) === Object.prototype || getPrototypeOf(v) === null)
    )
      return { $o: each(entries(v), kv => [kv[0], pack(kv[1])]) }
    if (v !== null && typeof v === 'object') structuredClone(v) // throws as contextBridge would
    return { $v: v }
  }
  const unpack = (p: Packed): unknown => {
    const o = p as {
      $f?: number
      $p?: number
      $e?: string
      $a?: Packed[]
      $o?: [string, Packed][]
      $v?: unknown
    }
    if (o.$f !== undefined) {
      const id = o.$f
      return (...args: unknown[]) => {
        returned = null
        tell({ t: 'call', id, args: each(args, pack) })
        const r = returned as { ok: boolean; value: Packed } | null
        if (!r) throw new Error('contextBridge: nobody answered')
        if (!r.ok) throw new Error(r.value as string)
        return unpack(r.value)
      }
    }
    if (o.$p !== undefined) return new Promise((ok, no) => promises.set(o.$p!, { ok, no }))
    if (o.$e !== undefined) return new Error(o.$e)
    if (o.$a) return each(o.$a, unpack)
    if (o.$o) return freeze(fromEntries(each(o.$o, kv => [kv[0], unpack(kv[1])])))
    return o.$v
  }
  document.addEventListener(mine, e => {
    e.stopImmediatePropagation()
    const m = (
      e as CustomEvent<{ t: string; id: number; ok: boolean; v: Packed; args: Packed[]; key: string }>
    ).detail
    if (m.t === 'call') {
      let ok = true,
        value: Packed
      try {
        value = pack(functions.get(m.id)!(...each(m.args, unpack)))
      } catch (x) {
        ok = false
        value = x instanceof Error ? x.message : String(x)
      }
      tell({ t: 'return', ok, v: value })
    } else if (m.t === 'return') returned = { ok: m.ok, value: m.v }
    else if (m.t === 'settle') {
      const w = promises.get(m.id)
      promises.delete(m.id)
      if (m.ok) w?.ok(unpack(m.v))
      else w?.no(new Error(m.v as string))
    } else if (m.t === 'expose') {
      if (m.key in window)
        tell({
          t: 'return',
          ok: false,
          v: 'Cannot bind an API on top of an existing property on the window object',
        })
      else {
        Object.defineProperty(window, m.key, { value: unpack(m.v), enumerable: true })
        tell({ t: 'return', ok: true, v: pack(undefined) })
      }
    }
  })
  if (role === 'main' || !preload) return

  // ── the preload world: 'electron' as a sandboxed preload sees it ──
  type Listener = (event: object, ...args: unknown[]) => void
  const listeners = new Map<string, Set<Listener>>()
  const replies = new Map<number, { ok(v: unknown): void; no(e: Error): void }>()
  const g = globalThis as unknown as { qdBinding(s: string): void; qdDeliver(s: string): void }
  const toText = (v: unknown): unknown => {
    if (typeof v === 'function' || typeof v === 'symbol') throw new Error('An object could not be cloned.')
    if (v === undefined) return { $: 'u' }
    if (typeof v === 'bigint') return { $: 'n', v: String(v) }
    if (typeof v === 'number' && !Number.isFinite(v)) return { $: 'x', v: String(v) }
    if (v instanceof ArrayBuffer) return { $: 'b', v: new Uint8Array(v).toBase64(), k: 'ArrayBuffer' }
    if (ArrayBuffer.isView(v))
      return { $: 'b', v: new Uint8Array(v.buffer, v.byteOffset, v.byteLength).toBase64(), k: 'Uint8Array' }
    if (v instanceof Date) return { $: 'd', v: v.getTime() }
    if (v instanceof Map) return { $: 'm', v: [...v].map(toText) }
    if (v instanceof Set) return { $: 's', v: [...v].map(toText) }
    if (Array.isArray(v)) return v.map(toText)
    if (v !== null && typeof v === 'object')
      return { $: 'o', v: Object.entries(v).map(([k, x]) => [k, toText(x)]) }
    return v
  }
  const fromText = (t: unknown): unknown => {
    if (t === null || typeof t !== 'object') return t
    if (Array.isArray(t)) return t.map(fromText)
    const o = t as { $: string; v: never; k?: string }
    switch (o.$) {
      case 'u':
        return undefined
      case 'n':
        return BigInt(o.v)
      case 'x':
        return Number(o.v)
      case 'b': {
        const u = Uint8Array.fromBase64(o.v)
        return o.k === 'ArrayBuffer' ? u.buffer : u
      }
      case 'd':
        return new Date(o.v)
      case 'm':
        return new Map((o.v as unknown[]).map(fromText) as never)
      case 's':
        return new Set((o.v as unknown[]).map(fromText))
      default:
        return Object.fromEntries((o.v as [string, unknown][]).map(([k, x]) => [k, fromText(x)]))
    }
  }
  const post = (m: object) => g.qdBinding(JSON.stringify(m))
  g.qdDeliver = text => {
    const m = JSON.parse(text) as
      { t: 'reply'; id: number; ok: boolean; v: unknown } | { t: 'send'; channel: string; args: unknown }
    if (m.t === 'reply') {
      const w = replies.get(m.id)
      replies.delete(m.id)
      if (m.ok) w?.ok(fromText(m.v))
      else w?.no(new Error(m.v as string))
    } else for (const l of [...(listeners.get(m.channel) ?? [])]) l({}, ...(fromText(m.args) as unknown[]))
  }
  const off = (channel: string, l: Listener) => {
    listeners.get(channel)?.delete(l)
  }
  const on = (channel: string, l: Listener) => {
    ;(listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel)!).add(l)
  }
  const electron = {
    contextBridge: {
      exposeInMainWorld(key: string, api: unknown) {
        returned = null
        tell({ t: 'expose', key, v: pack(api) })
        const r = returned as { ok: boolean; value: Packed } | null
        if (!r?.ok) throw new Error(r ? String(r.value) : 'main world not ready')
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) =>
        new Promise((ok, no) => {
          const id = ++last
          replies.set(id, { ok, no })
          post({ t: 'invoke', id, channel, args: toText(args), url: location.href })
        }),
      send: (channel: string, ...args: unknown[]) =>
        post({ t: 'send', channel, args: toText(args), url: location.href }),
      on,
      off,
      removeListener: off,
      once: (channel: string, l: Listener) => {
        const w: Listener = (e, ...a) => {
          off(channel, w)
          l(e, ...a)
        }
        on(channel, w)
      },
      removeAllListeners: (channel: string) => {
        listeners.delete(channel)
      },
    },
  }
  const require_ = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const process_ = {
    platform: 'linux',
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    versions: {},
    env: {},
    argv: [],
  }
  const module_ = { exports: {} }
  try {
    new Function(
      'require',
      'module',
      'exports',
      'process',
      `${preload.source}\n//# sourceURL=${preload.path}`,
    )(require_, module_, module_.exports, process_)
  } catch (e) {
    post({ t: 'preloadError', message: `Unable to load preload script ${preload.path}: ${String(e)}` })
  }
}
