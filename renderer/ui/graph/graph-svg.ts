/** The picture as SVG text, drawn anew from the same boxes and lines, so that a saved picture needs no screen. */
import {
  boxSize,
  type GraphChip,
  type GraphLink,
  type GraphNode,
  type GraphPlaces,
  type GraphTone,
} from './graph-shapes'
import { elbowPath, straightPath } from './link-path'

/** The colours of a picture as a browser writes them. */
export interface PictureColours {
  readonly ground: string
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly box: string
  readonly tone: Readonly<Record<GraphTone, string>>
  readonly wash: Readonly<Record<GraphTone, string>>
}

/** What is drawn. */
interface Picture {
  readonly title: string
  readonly note: string
  readonly nodes: readonly GraphNode[]
  readonly links: readonly GraphLink[]
  readonly places: GraphPlaces
  readonly shape: 'elbow' | 'straight'
}

const border = 24
const header = 52
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string): string => text.replace(/[&<>"]/g, each => signs[each] ?? each)
const cut = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text

/** The picture with its size in pixels. */
export function graphSvg(
  { title, note, nodes, links, places, shape }: Picture,
  colours: PictureColours,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const here = nodes.flatMap(node => {
    const at = places.get(node.id)
    return at ? [{ node, at }] : []
  })
  const left = Math.min(0, ...here.map(each => each.at.x))
  const top = Math.min(0, ...here.map(each => each.at.y))
  const right = Math.max(420, ...here.map(each => each.at.x + boxSize.width)) - left
  const bottom = Math.max(40, ...here.map(each => each.at.y + boxSize.height)) - top
  const width = Math.ceil(right + 2 * border)
  const height = Math.ceil(bottom + 2 * border + header)
  const lines = links.flatMap(link => {
    const [from, to] = [places.get(link.from), places.get(link.to)]
    return from && to
      ? [lineSvg(link, shape === 'elbow' ? elbowPath(from, to) : straightPath(from, to), colours)]
      : []
  })
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, 'Segoe UI', sans-serif" role="img" aria-label="${safe(title)}">`,
    `<rect width="${width}" height="${height}" fill="${colours.ground}"/>`,
    `<text x="${border}" y="${border + 12}" font-size="16" font-weight="600" fill="${colours.ink}">${safe(title)}</text>`,
    `<text x="${border}" y="${border + 30}" font-size="12" fill="${colours.soft}">${safe(note)}</text>`,
    `<g transform="translate(${border - left} ${border + header - top})">`,
    ...lines,
    ...here.map(({ node, at }) => boxSvg(node, at.x, at.y, colours)),
    '</g></svg>',
  ].join('\n')
  return { svg, width, height }
}

function lineSvg(link: GraphLink, path: ReturnType<typeof elbowPath>, colours: PictureColours): string {
  const stroke = link.tone === 'neutral' ? colours.line : colours.tone[link.tone]
  const dash = link.loose ? ' stroke-dasharray="5 4"' : ''
  const words = link.text
    ? `<text x="${path.middle.x}" y="${path.middle.y}" font-size="11" text-anchor="middle" fill="${colours.soft}" stroke="${colours.ground}" stroke-width="4" paint-order="stroke">${safe(link.text)}</text>`
    : ''
  const head = link.arrow ? `<path d="${path.head}" fill="${stroke}"/>` : ''
  return `<path d="${path.d}" fill="none" stroke="${stroke}" stroke-width="${0.6 + link.weight * 0.9}"${dash}/>${head}${words}`
}

function boxSvg(node: GraphNode, x: number, y: number, colours: PictureColours): string {
  const { width, height } = boxSize
  const edge = node.tone === 'neutral' ? colours.line : colours.tone[node.tone]
  const mark = node.mark ? chipSvg(node.mark, width - 10 - chipWidth(node.mark.text), 7, colours) : ''
  let at = 12
  const chips = node.chips.map(chip => {
    const drawn = at + chipWidth(chip.text) <= width - 6 ? chipSvg(chip, at, 50, colours) : ''
    at += chipWidth(chip.text) + 4
    return drawn
  })
  return [
    `<g transform="translate(${x} ${y})"${node.faint ? ' opacity="0.55"' : ''}>`,
    `<rect width="${width}" height="${height}" rx="4" fill="${colours.box}" stroke="${colours.line}"${node.open ? ' stroke-dasharray="5 4"' : ''}/>`,
    `<rect width="4" height="${height}" rx="2" fill="${edge}"/>`,
    `<text x="12" y="20" font-size="12" font-weight="600" fill="${colours.ink}">${safe(cut(node.title, node.mark ? 22 : 28))}</text>`,
    `<text x="12" y="37" font-size="12" fill="${colours.soft}">${safe(cut(node.subtitle, 31))}</text>`,
    mark,
    ...chips,
    `<text x="12" y="86" font-size="11" fill="${colours.soft}">${safe(cut(node.note, 33))}</text>`,
    '</g>',
  ].join('')
}

const chipWidth = (text: string): number => Math.ceil(text.length * 6 + 12)

const chipSvg = (chip: GraphChip, x: number, y: number, colours: PictureColours): string =>
  `<rect x="${x}" y="${y}" width="${chipWidth(chip.text)}" height="18" rx="3" fill="${colours.wash[chip.tone]}"${chip.loose ? ` stroke="${colours.tone[chip.tone]}" stroke-dasharray="3 3"` : ''}/>` +
  `<text x="${x + chipWidth(chip.text) / 2}" y="${y + 13}" font-size="11" text-anchor="middle" fill="${colours.tone[chip.tone]}">${safe(chip.text)}</text>`
