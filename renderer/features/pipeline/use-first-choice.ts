/** Puts the focus of a form on the choice that stands first, so that arrow keys choose at once. */
import { useLayoutEffect, useRef, type RefObject } from 'react'

/** A ref for the form; with `wanted` its checked radio takes the focus when it is shown. */
export function useFirstChoice(wanted: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const choice = wanted ? form.current?.querySelector<HTMLInputElement>('input[type=radio]:checked') : null
    // A dialog looks for this mark when it takes the focus itself.
    choice?.setAttribute('data-autofocus', 'true')
    choice?.focus()
  }, [wanted])
  return form
}
