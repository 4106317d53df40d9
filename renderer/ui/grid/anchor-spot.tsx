/** An invisible spot over an element of the grid, for menus and popovers that open there. */
import { forwardRef } from 'react'

/** A rectangle of the window, in pixels. */
export interface AnchorRect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The rectangle of an element now. */
export function rectOf(element: Element): AnchorRect {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

/** The spot itself; give it to a Mantine target. */
export const AnchorSpot = forwardRef<HTMLSpanElement, { readonly rect: AnchorRect }>(function AnchorSpot(
  { rect, ...rest },
  ref,
) {
  return (
    <span
      {...rest}
      ref={ref}
      aria-hidden
      style={{
        position: 'fixed',
        left: rect.left,
        top: rect.top,
        width: rect.width,
        height: rect.height,
        pointerEvents: 'none',
      }}
    />
  )
})
