/** The little XML that spreadsheets need: attributes, entities and the text inside elements. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its entities resolved; only the five named ones and numbers exist, others stay as they are. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex, decimal, name) => {
      if (typeof name === 'string') return named[name.toLowerCase()] ?? all
      const point = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
    },
  )
}

/** Cell text as Excel writes it (ECMA-376 22.9.2.19): entities, and `_x000D_` for characters XML cannot hold. */
export function cellText(text: string): string {
  const plain = unescapeXml(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
  if (!plain.includes('_x')) return plain
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

// No honest tag is longer; a dishonest one would be searched in vain again and again.
const longestTag = 8192

/** The attributes of a tag such as `<sheet name="A" r:id="rId1"/>`; prefixes are dropped. */
export function attributes(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  const text = tag.length > longestTag ? tag.slice(0, longestTag) : tag
  for (const match of text.matchAll(/([\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (match[1] !== 'xmlns:') found.set(match[2] as string, unescapeXml(match[3] ?? match[4] ?? ''))
  return found
}

/** All tags called `name`, whatever their prefix, as they stand with their attributes. */
export function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
}

/** Rids a text of the prefix its main elements have, if they have one: `<x:row>` becomes `<row>`. */
export function withoutPrefix(xml: string, root: string): string {
  const prefix = new RegExp(`<(\\w+):${root}[\\s>]`).exec(xml.slice(0, 4096))?.[1]
  return prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</')
}

/** The text of a shared or inline string: its runs joined, without the reading aids of Japanese (`rPh`). */
export function richText(xml: string): string {
  let text = ''
  let at = xml.indexOf('<t')
  // Plain searches that only go forward: an unclosed element must not make every other one be searched again.
  let aid = xml.indexOf('<rPh')
  while (at >= 0) {
    if (aid >= 0 && aid < at) {
      const end = xml.indexOf('</rPh>', aid)
      if (end < 0) break
      aid = xml.indexOf('<rPh', end)
      if (at < end) at = xml.indexOf('<t', end)
      continue
    }
    const open = xml.indexOf('>', at)
    const after = xml.charCodeAt(at + 2)
    if (open < 0) break
    if ((after === 62 || after <= 32) && xml.charCodeAt(open - 1) !== 47) {
      const close = xml.indexOf('</t>', open)
      if (close < 0) break
      text += plainText(xml.slice(open + 1, close))
      at = xml.indexOf('<t', close)
    } else at = xml.indexOf('<t', open)
  }
  return text
}

const dataOpen = '<![CDATA['

/** Character data with its CDATA sections opened. */
export function plainText(xml: string): string {
  let at = xml.indexOf(dataOpen)
  if (at < 0) return cellText(xml)
  let text = ''
  let from = 0
  while (at >= 0) {
    const close = xml.indexOf(']]>', at)
    if (close < 0) break
    text += cellText(xml.slice(from, at)) + xml.slice(at + dataOpen.length, close)
    from = close + 3
    at = xml.indexOf(dataOpen, from)
  }
  return text + cellText(xml.slice(from))
}
