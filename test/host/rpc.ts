/** Request/response over a child_process channel opened with serialization: 'advanced' (structured clone). */
export interface Port {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}
export type Handlers = Record<string, (...args: never[]) => unknown>
type Message =
  { k: 'q'; id: number; m: string; a: unknown[] } | { k: 'r'; id: number; ok: boolean; v: unknown }

export function rpc(port: Port, handlers: Handlers) {
  let next = 0
  const waiting = new Map<number, { ok(v: unknown): void; no(e: Error): void }>()
  port.onMessage(async raw => {
    const msg = raw as Message
    if (msg.k === 'r') {
      const w = waiting.get(msg.id)
      waiting.delete(msg.id)
      if (msg.ok) w?.ok(msg.v)
      else w?.no(new Error(String(msg.v)))
      return
    }
    const handler = handlers[msg.m]
    let ok = true,
      v: unknown
    try {
      if (!handler) throw new Error(`test host: no '${msg.m}'`)
      v = await handler(...(msg.a as never[]))
    } catch (e) {
      ok = false
      v = e instanceof Error ? e.message : String(e)
    }
    port.send({ k: 'r', id: msg.id, ok, v } satisfies Message)
  })
  return <R>(m: string, ...a: unknown[]) =>
    new Promise<R>((ok, no) => {
      waiting.set(++next, { ok: ok, no })
      port.send({ k: 'q', id: next, m, a } satisfies Message)
    })
}

/** Promise.withResolvers is missing from Node 20. */
export function deferred<T>() {
  let resolve!: (v: T) => void, reject!: (e: Error) => void
  const promise = new Promise<T>((ok, no) => {
    resolve = ok
    reject = no
  })
  return { promise, resolve, reject }
}
