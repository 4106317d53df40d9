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

/** The attributes of a tag such as `<sheet name="A" r:id="rId1"/>`; prefixes are dropped. */
export function attributes(tag: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const match of tag.matchAll(/([\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
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
  const at = xml.indexOf('<t')
  if (at < 0) return ''
  const body = xml.includes('<rPh') ? xml.replace(/<rPh[\s>][^]*?<\/rPh>/g, '') : xml
  let text = ''
  for (const match of body.matchAll(/<t(?:\s[^>]*)?>([^]*?)<\/t>/g)) text += plainText(match[1] as string)
  return text
}

/** Character data with its CDATA sections opened. */
export function plainText(xml: string): string {
  if (!xml.includes('<![CDATA[')) return cellText(xml)
  return xml
    .split(/<!\[CDATA\[([^]*?)\]\]>/)
    .map((piece, i) => (i % 2 === 1 ? piece : cellText(piece)))
    .join('')
}
