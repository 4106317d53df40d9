/** The looks of a workbook: calm, in print as on the screen, with every font written out in full. */
import type { CellStyle } from 'hucre/xlsx'
import type { BookCell, Condition, Format, Look, Series } from './book'

const ink = '17212D'
const soft = '465363'
const faint = '5F6C7B'
const accent = '1B5C9E'
const line = 'DDE2E8'
const strong = 'B9C2CD'

/** A font without name and size is drawn with serifs by some programs, so both are always given. */
const font = (more: object = {}): NonNullable<CellStyle['font']> => ({
  name: 'Calibri',
  size: 10,
  color: { rgb: ink },
  ...more,
})

const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
})

const under = (rgb: string): NonNullable<CellStyle['border']> => ({
  bottom: { style: 'thin', color: { rgb } },
})

const looks: Readonly<Record<Look, CellStyle>> = {
  plain: { font: font() },
  title: { font: font({ size: 18, bold: true }) },
  subtitle: { font: font({ size: 11, color: { rgb: soft } }) },
  section: { font: font({ size: 12, bold: true, color: { rgb: accent } }), border: under(strong) },
  label: { font: font({ color: { rgb: soft } }) },
  header: header('E7ECF2'),
  headerRight: header('E7ECF2', 'right'),
  headerFill: header('FBE7BD'),
  headerFillRight: header('FBE7BD', 'right'),
  cell: { font: font(), border: under(line) },
  band: { font: font(), border: under(line), fill: fill('F6F8FA') },
  fill: {
    font: font(),
    fill: fill('FFFAEC'),
    border: {
      bottom: { style: 'thin', color: { rgb: 'EAD9AE' } },
      left: { style: 'hair', color: { rgb: 'EAD9AE' } },
    },
    protection: { locked: false },
  },
  key: { font: font({ size: 8, color: { rgb: faint } }), border: under(line) },
  total: {
    font: font({ bold: true }),
    fill: fill('E7ECF2'),
    border: { top: { style: 'thin', color: { rgb: soft } } },
  },
  group: { font: font({ bold: true }), fill: fill('EEF2F6'), border: under(strong) },
  muted: { font: font({ color: { rgb: faint }, italic: true }) },
  figure: { font: font({ size: 14, bold: true }), border: under(line) },
  link: { font: font({ color: { rgb: accent }, underline: true }), border: under(line) },
}

function header(rgb: string, horizontal: 'left' | 'right' = 'left'): CellStyle {
  return {
    font: font({ bold: true }),
    fill: fill(rgb),
    border: { bottom: { style: 'thin', color: { rgb: soft } } },
    alignment: {
      horizontal,
      vertical: 'center',
      wrapText: true,
      ...(horizontal === 'left' ? { indent: 1 } : {}),
    },
  }
}

const codes: Readonly<Record<Format, string>> = {
  general: 'General',
  text: '@',
  whole: '#,##0',
  number: '#,##0.##',
  money: '#,##0',
  cents: '#,##0.00',
  percent: '0.0%',
  tenths: '#,##0.0',
  day: 'yyyy-mm-dd',
  stamp: 'yyyy-mm-dd hh:mm',
}

/** The number format of a format. */
export const formatCode = (format: Format): string => codes[format]

const styles = new Map<string, CellStyle>()

/** The style of a cell; cells that look alike share one object. */
export function styleOf(cell: BookCell): CellStyle {
  const key = `${cell.look ?? ''}/${cell.format ?? ''}/${cell.align ?? ''}/${cell.wrap ? 1 : 0}/${cell.indent ?? 0}`
  let style = styles.get(key)
  if (!style) styles.set(key, (style = makeStyle(cell)))
  return style
}

function makeStyle(cell: BookCell): CellStyle {
  const look = looks[cell.look ?? 'plain']
  const alignment = {
    vertical: 'center' as const,
    ...look.alignment,
    ...(cell.align ? { horizontal: cell.align } : {}),
    ...(cell.wrap ? { wrapText: true } : {}),
    ...(cell.indent ? { indent: cell.indent, horizontal: 'left' as const } : {}),
  }
  return { ...look, alignment, ...(cell.format ? { numFmt: codes[cell.format] } : {}) }
}

const tones: Readonly<Record<Condition['tone'], readonly [text: string, ground: string]>> = {
  warn: ['8A5300', 'FCF0D9'],
  danger: ['A82A1F', 'FBE6E3'],
  good: ['1D6B4F', 'E2F2EA'],
  missing: ['A82A1F', 'FFFAEC'],
}

/** The style that a condition puts over a cell. */
export function toneStyle(tone: Condition['tone']): CellStyle {
  const [text, ground] = tones[tone]
  return {
    font: { color: { rgb: text } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: ground }, bgColor: { rgb: ground } },
  }
}

/** The colours of chart series: they differ in lightness too, for print without colour. */
export const seriesColour: Readonly<Record<Series['tone'], string>> = {
  main: '1B5C9E',
  second: 'B9C2CD',
  third: 'D9902F',
}

/** The colour of a sheet's tab. */
export const tabColour: Readonly<Record<'main' | 'fill' | 'quiet', string>> = {
  main: accent,
  fill: 'D9A441',
  quiet: strong,
}
