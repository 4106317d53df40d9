/** Parts of the program whose code is fetched when they are first wanted, or beforehand, so that a start is short. */
import { use, type ComponentType, type ReactNode } from 'react'

/** A part that suspends where it is drawn before its code has come. */
export interface LazyPart<P extends object> {
  (props: P): ReactNode
  /** Fetches the code; once is enough, and after a failure the next call tries again. */
  readonly load: () => Promise<unknown>
}

/** Anything whose code can be fetched beforehand. */
type Loadable = Pick<LazyPart<object>, 'load'>

/** A part made of the component that `fetch` brings. */
export function lazyPart<P extends object = object>(fetch: () => Promise<ComponentType<P>>): LazyPart<P> {
  let found: ComponentType<P> | null = null
  let coming: Promise<ComponentType<P>> | null = null
  const load = (): Promise<ComponentType<P>> => {
    coming ??= fetch().then(
      component => (found = component),
      (error: unknown) => {
        coming = null
        throw error
      },
    )
    return coming
  }
  const Part = (props: P): ReactNode => {
    const Shown = found ?? use(load())
    return <Shown {...props} />
  }
  return Object.assign(Part, { load })
}

/** Fetches parts one after the other while nothing else is to do, so that going there later costs no wait. */
export async function warmParts(parts: readonly Loadable[]): Promise<void> {
  for (const part of parts) {
    await new Promise<void>(next => {
      if (typeof requestIdleCallback === 'function') requestIdleCallback(() => next(), { timeout: 2000 })
      else setTimeout(next, 100)
    })
    // What cannot be fetched now is fetched, or reported, when it is wanted.
    await part.load().catch(() => null)
  }
}
