/** Finishes a workbook file: no forced recalculation when it is opened, and charts that carry their values. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { BookCell, BookSheet } from './book'
import { formatCode } from './book-style'

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const unescape = (text: string): string =>
  text
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** A moment that zip files can hold; the same for every part, so that equal content gives equal bytes. */
const partTime = new Date(1980, 0, 1)

/**
 * hucre asks for a full recalculation on opening (and Excel then to save on closing), and writes charts without the
 * values they draw, which previewers leave empty. Both are put right here.
 */
export function finishBook(bytes: Uint8Array, sheets: readonly BookSheet[]): Uint8Array {
  const parts = unzipSync(bytes)
  const finished: Zippable = {}
  for (const [name, part] of Object.entries(parts)) {
    let content = part
    if (name === 'xl/workbook.xml') content = strToU8(finishWorkbook(strFromU8(part)))
    else if (/^xl\/charts\/chart\d+\.xml$/.test(name))
      content = strToU8(withQuietLines(withCaches(strFromU8(part), sheets)))
    finished[name] = [content, { level: 6, mtime: partTime }]
  }
  return zipSync(finished)
}

const finishWorkbook = (xml: string): string =>
  xml
    .replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029"/>')
    .replaceAll(
      '<definedName name="_xlnm._FilterDatabase"',
      '<definedName name="_xlnm._FilterDatabase" hidden="1"',
    )

const lineOf = (colour: string): string =>
  `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`

/** Pale grid lines and no tick marks; where nothing is said, some programs draw both black. */
const withQuietLines = (xml: string): string =>
  xml
    .replaceAll('<c:majorGridlines/>', `<c:majorGridlines>${lineOf('DDE2E8')}</c:majorGridlines>`)
    .replaceAll(
      '<c:crossAx ',
      `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${lineOf('B9C2CD')}<c:crossAx `,
    )

function withCaches(xml: string, sheets: readonly BookSheet[]): string {
  return xml.replace(
    /<c:(numRef|strRef)><c:f>([^<]*)<\/c:f><\/c:\1>/g,
    (whole: string, kind: string, reference: string) => {
      const cells = cellsOf(unescape(reference), sheets)
      if (!cells) return whole
      const points = cells
        .map((cell, at) =>
          cell && cell.value !== null
            ? `<c:pt idx="${at}"><c:v>${escape(String(cell.value))}</c:v></c:pt>`
            : '',
        )
        .join('')
      const code = formatCode(cells.find(each => each?.format)?.format ?? 'general')
      const format = kind === 'numRef' ? `<c:formatCode>${escape(code)}</c:formatCode>` : ''
      const cache = kind === 'numRef' ? 'numCache' : 'strCache'
      return `<c:${kind}><c:f>${reference}</c:f><c:${cache}>${format}<c:ptCount val="${cells.length}"/>${points}</c:${cache}></c:${kind}>`
    },
  )
}

function cellsOf(reference: string, sheets: readonly BookSheet[]): (BookCell | null)[] | null {
  const parts = /^(?:'((?:[^']|'')+)'|([^!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(reference)
  if (!parts) return null
  const name = (parts[1] ?? parts[2] ?? '').replaceAll("''", "'")
  const sheet = sheets.find(each => each.name === name)
  if (!sheet) return null
  const left = columnAt(parts[3] ?? 'A')
  const top = Number(parts[4]) - 1
  const right = parts[5] ? columnAt(parts[5]) : left
  const bottom = parts[6] ? Number(parts[6]) - 1 : top
  const cells: (BookCell | null)[] = []
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) cells.push(sheet.rows[row]?.[column] ?? null)
  return cells
}

const columnAt = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
