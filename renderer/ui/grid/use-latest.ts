/** A function that stays the same object and does what the newest one would, so that parts given it are not drawn again. */
import { useCallback, useLayoutEffect, useRef } from 'react'

/** `act` behind one lasting function; for handlers only, since it does the newest thing once that has been drawn. */
export function useLatest<A extends readonly unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...args: A) => latest.current(...args), [])
}
