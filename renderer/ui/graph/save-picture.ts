/** The colours of saved pictures, and a picture as the bytes of a PNG. */
import type { PictureColours } from './graph-svg'

/** The colours of the light scheme, whichever is shown: a saved picture is printed and put on white slides. */
export function paperColours(): PictureColours {
  const paper = document.createElement('div')
  paper.className = 'qd-paper'
  document.body.append(paper)
  const style = getComputedStyle(paper)
  const read = (name: string): string => style.getPropertyValue(`--qd-${name}`).trim()
  const colours = {
    ground: read('surface'),
    ink: read('ink'),
    soft: read('ink-soft'),
    line: read('line-strong'),
    box: read('raised'),
    tone: {
      neutral: read('neutral'),
      ok: read('ok'),
      warn: read('warn'),
      danger: read('danger'),
      accent: read('accent'),
    },
    wash: {
      neutral: read('neutral-wash'),
      ok: read('ok-wash'),
      warn: read('warn-wash'),
      danger: read('danger-wash'),
      accent: read('accent-wash'),
    },
  }
  paper.remove()
  return colours
}

const largest = 8000

/** SVG text as a PNG, twice as fine as it is wide unless that is too large for a canvas. */
export async function pngOf(svg: string, width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const scale = Math.min(2, largest / width, largest / height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('The picture is too large for this machine')
  return new Uint8Array(await blob.arrayBuffer())
}
