/** The parts of an XML workbook around its sheets: which sheets there are, shared strings, number formats. */
import { newDecoder } from './platform'
import { attributes, richText, tags, withoutPrefix } from './xml'
import type { GuardedZip } from './zip-guard'

/** A sheet of the workbook and the part its cells are in; null when the workbook names no such part. */
export interface BookSheet {
  readonly name: string
  readonly hidden: 'no' | 'hidden' | 'veryHidden'
  readonly part: string | null
}

/** A workbook before its sheets are read; `formats` has the number format of each cell style. */
export interface Book {
  readonly sheets: readonly BookSheet[]
  readonly date1904: boolean
  readonly strings: readonly string[]
  readonly formats: readonly string[]
}

/** Reads the parts around the sheets; null when the zip holds no workbook in XML. */
export function openBook(zip: GuardedZip): Book | null {
  const rootLinks = linksOf(zip, '')
  const main = rootLinks.find(link => link.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const xml = partText(zip, main)
  if (xml === null || !/<(\w+:)?workbook[\s>]/.test(xml)) return null
  const links = linksOf(zip, main)
  const target = (kind: string): string | null => links.find(link => link.type.endsWith(kind))?.target ?? null
  const byId = new Map(links.map(link => [link.id, link.target]))
  const sheets = tags(xml, 'sheet').map(tag => {
    const a = attributes(tag)
    const state = a.get('state')
    const hidden = state === 'hidden' || state === 'veryHidden' ? state : 'no'
    return { name: a.get('name') ?? '', hidden, part: byId.get(a.get('id') ?? '') ?? null } as const
  })
  const properties = tags(xml, 'workbookPr')[0]
  return {
    sheets,
    date1904: /^(1|true|on)$/.test(attributes(properties ?? '').get('date1904') ?? ''),
    strings: sharedStrings(partText(zip, target('/sharedStrings'))),
    formats: cellFormats(partText(zip, target('/styles'))),
  }
}

/** The text of a part, or null when it is not there. */
export function partText(zip: GuardedZip, name: string | null): string | null {
  const bytes = name === null ? null : zip.part(name)
  if (bytes === null) return null
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  const big = bytes[0] === 0xfe && bytes[1] === 0xff
  return newDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8').decode(bytes)
}

interface Link {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** The parts that `part` refers to, as full names. */
function linksOf(zip: GuardedZip, part: string): Link[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const xml = partText(zip, `${folder}_rels/${part.slice(slash)}.rels`) ?? ''
  return tags(xml, 'Relationship').map(tag => {
    const a = attributes(tag)
    return {
      id: a.get('Id') ?? '',
      type: a.get('Type') ?? '',
      target: resolve(folder, a.get('Target') ?? ''),
    }
  })
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  if (path.startsWith('/')) return path.slice(1)
  const steps = folder.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function sharedStrings(xml: string | null): string[] {
  if (xml === null) return []
  const text = withoutPrefix(xml, 'sst')
  const strings: string[] = []
  for (let at = text.indexOf('<si'); at >= 0; at = text.indexOf('<si', at)) {
    const open = text.indexOf('>', at)
    if (open < 0) break
    if (text.charCodeAt(open - 1) === 47) {
      strings.push('')
      at = open
      continue
    }
    const close = text.indexOf('</si>', open)
    strings.push(richText(text.slice(open + 1, close < 0 ? text.length : close)))
    if (close < 0) break
    at = close
  }
  return strings
}

function cellFormats(xml: string | null): string[] {
  if (xml === null) return []
  const text = withoutPrefix(xml, 'styleSheet')
  const own = new Map<number, string>()
  for (const tag of tags(text, 'numFmt')) {
    const a = attributes(tag)
    own.set(Number(a.get('numFmtId')), a.get('formatCode') ?? '')
  }
  const cells = /<cellXfs[\s>][^]*?<\/cellXfs>/.exec(text)?.[0] ?? ''
  return tags(cells, 'xf').map(tag => {
    const id = Number(attributes(tag).get('numFmtId') ?? 0)
    return own.get(id) ?? builtIn.get(id) ?? 'General'
  })
}

// Formats that a file may name by number alone (ECMA-376 18.8.30); those of East Asia only matter as dates.
const builtIn: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"$"#,##0_);("$"#,##0)'],
  [6, '"$"#,##0_);[Red]("$"#,##0)'],
  [7, '"$"#,##0.00_);("$"#,##0.00)'],
  [8, '"$"#,##0.00_);[Red]("$"#,##0.00)'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [37, '#,##0_);(#,##0)'],
  [38, '#,##0_);[Red](#,##0)'],
  [39, '#,##0.00_);(#,##0.00)'],
  [40, '#,##0.00_);[Red](#,##0.00)'],
  [41, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'],
  [42, '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)'],
  [43, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'],
  [44, '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(id => [id, 'yyyy/m/d'] as const),
  ...[32, 33, 34, 35, 55, 56].map(id => [id, 'h:mm:ss'] as const),
])
