/** People in bands, the mighty above, and within a band near those whom they are tied to. */
import { boxGap, boxSize, type GraphPlaces } from './graph-shapes'

/** Somebody with the band that they stand in; 0 is the highest. */
interface RankItem {
  readonly id: string
  readonly rank: number
}

/** A tie that pulls two people together. */
interface RankTie {
  readonly from: string
  readonly to: string
}

const sweeps = 8
/** Room for the words on a line between two neighbours, in pixels. */
const aside = 88

/**
 * Places for people in bands. Lines hold at most `perLine` boxes (as many as give a picture wider than high unless
 * told); within a band people are ordered by the middle of their ties, so that few lines cross.
 */
export function rankLayout(
  items: readonly RankItem[],
  ties: readonly RankTie[],
  perLine: number = Math.max(4, Math.ceil(Math.sqrt(items.length * 1.4))),
): GraphPlaces {
  const neighbours = new Map<string, string[]>(items.map(each => [each.id, []]))
  for (const { from, to } of ties) {
    if (!neighbours.has(from) || !neighbours.has(to)) continue
    neighbours.get(from)?.push(to)
    neighbours.get(to)?.push(from)
  }
  const ranks = [...new Set(items.map(each => each.rank))].sort((a, b) => a - b)
  const bands = ranks.map(rank => items.filter(each => each.rank === rank).map(each => each.id))
  const x = new Map<string, number>()
  const number = (band: readonly string[]): void =>
    band.forEach((id, at) => x.set(id, (at + 0.5) / band.length))
  for (const band of bands) number(band)
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const band of sweep % 2 === 0 ? bands : [...bands].reverse()) {
      const wish = new Map(
        band.map(id => {
          const ties = neighbours.get(id) ?? []
          const sum = ties.reduce((all, each) => all + (x.get(each) ?? 0.5), 0)
          return [id, ties.length > 0 ? sum / ties.length : (x.get(id) ?? 0.5)]
        }),
      )
      band.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0))
      number(band)
    }
  const places = new Map<string, { x: number; y: number }>()
  let y = 0
  const step = boxSize.width + aside
  const widest = Math.min(perLine, Math.max(1, ...bands.map(band => band.length)))
  for (const band of bands) {
    const lines = Math.ceil(band.length / perLine)
    const inLine = Math.ceil(band.length / lines)
    band.forEach((id, at) => {
      // Neighbours in order stand over each other where a band needs several lines.
      const line = lines === 1 ? 0 : at % lines
      const column = lines === 1 ? at : Math.floor(at / lines)
      const here = lines === 1 ? band.length : Math.ceil((band.length - line) / lines)
      const left = ((widest - Math.max(here, lines === 1 ? here : inLine)) * step) / 2
      places.set(id, { x: left + column * step, y: y + line * (boxSize.height + boxGap.y / 2) })
    })
    y += lines * boxSize.height + (lines - 1) * (boxGap.y / 2) + boxGap.y
  }
  return places
}
