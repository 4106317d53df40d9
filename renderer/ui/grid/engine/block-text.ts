/** Blocks of cells as text between this grid and a spreadsheet: tab-separated out and in, and an HTML table out. */

/** Tab-separated lines as Excel writes them: cells with tabs, breaks or quotes are quoted. */
export function blockToText(block: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return block.map(line => line.map(cell).join('\t')).join('\r\n')
}

/** The block as an HTML table, which keeps texts such as "007" from becoming numbers on the way to Excel. */
export function blockToHtml(
  block: readonly (readonly string[])[],
  isWord: (column: number) => boolean,
): string {
  const escape = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const cell = (text: string, column: number) =>
    `<td${isWord(column) ? ' style=\'mso-number-format:"\\@"\'' : ''}>${escape(text)}</td>`
  const lines = block.map(line => `<tr>${line.map(cell).join('')}</tr>`)
  return `<table>${lines.join('')}</table>`
}

/** Reads tab-separated lines; a quoted cell may hold tabs and breaks. The last line break ends, it does not begin a line. */
export function textToBlock(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  let at = 0
  while (at <= text.length) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at)
      if (quoted) {
        line.push(quoted.cell)
        at = quoted.end
      } else at = plain()
    } else at = plain()
    const char = text[at]
    if (char === '\t') {
      at++
      continue
    }
    lines.push(line)
    line = []
    if (char === undefined) break
    at += char === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (at === text.length) break
  }
  return lines.length === 1 && lines[0]?.length === 1 && lines[0][0] === '' ? [] : lines

  function plain(): number {
    let end = at
    while (end < text.length && !'\t\r\n'.includes(text[end] as string)) end++
    line.push(text.slice(at, end))
    return end
  }
}

/** A quoted cell that ends before a tab, a break or the end; else the quote is just a character. */
function readQuoted(text: string, start: number): { readonly cell: string; readonly end: number } | null {
  let cell = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    cell += text.slice(at, quote)
    if (text[quote + 1] === '"') {
      cell += '"'
      at = quote + 2
      continue
    }
    const next = text[quote + 1]
    return next === undefined || '\t\r\n'.includes(next) ? { cell, end: quote + 1 } : null
  }
}
