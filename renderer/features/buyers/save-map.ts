/** Saving the picture of a map as SVG or PNG. */
import { host } from '../../host/bridge'
import { graphSvg } from '../../ui/graph/graph-svg'
import { paperColours, pngOf } from '../../ui/graph/save-picture'
import type { PeopleGraph } from '../../records/buyer-graph'

/** The kinds of picture. */
export type PictureKind = 'svg' | 'png'

/** Draws the picture and saves it where the user says; the name it was saved under, or null. */
export async function saveMap(
  graph: PeopleGraph,
  words: { readonly title: string; readonly note: string },
  kind: PictureKind,
): Promise<string | null> {
  const { svg, width, height } = graphSvg({ ...graph, ...words }, paperColours())
  const bytes = kind === 'svg' ? new TextEncoder().encode(svg) : await pngOf(svg, width, height)
  const name = `${words.title
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}.${kind}`
  return host.saveFile(name, bytes, [
    kind === 'svg'
      ? { title: 'SVG picture', extensions: ['svg'] }
      : { title: 'PNG picture', extensions: ['png'] },
  ])
}
