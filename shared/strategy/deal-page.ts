/** One reviewed deal on one page: text that a browser shows and prints, with nothing to load from anywhere. */

/** A table of the page. */
export interface PageTable {
  readonly title: string
  /** What stands there where there are no rows. */
  readonly empty: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What is on the page. */
interface DealPage {
  readonly title: string
  readonly note: string
  /** Name, value and how it is formed. */
  readonly figures: readonly (readonly [name: string, value: string, formula: string])[]
  readonly tables: readonly PageTable[]
  /** The map as SVG text; null without one. */
  readonly picture: string | null
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string): string => text.replace(/[&<>"]/g, each => signs[each] ?? each)

const style = `body{font:14px/1.45 'Segoe UI',system-ui,sans-serif;color:#17212d;margin:32px auto;max-width:1000px;padding:0 20px}
h1{font-size:22px;margin:0}h2{font-size:16px;margin:24px 0 6px}p{margin:4px 0;color:#465363}
.figures{display:flex;flex-wrap:wrap;gap:24px;margin:16px 0}.figures b{display:block;font-size:20px}.figures small{color:#5f6c7b}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:4px 8px;border-bottom:1px solid #dde2e8}
th{color:#465363;font-weight:600}svg{max-width:100%;height:auto}@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}}`

/** The page as an HTML document. */
export function dealPageHtml({ title, note, figures, tables, picture }: DealPage): string {
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${safe(title)}</title><style>${style}</style></head><body>`,
    `<h1>${safe(title)}</h1><p>${safe(note)}</p>`,
    `<div class="figures">${figures
      .map(([name, value, how]) => `<div>${safe(name)}<b>${safe(value)}</b><small>${safe(how)}</small></div>`)
      .join('')}</div>`,
    ...tables.map(tableHtml),
    picture === null ? '' : `<h2>Buyer map</h2>${picture}`,
    '</body></html>',
  ].join('\n')
}

function tableHtml({ title, empty, columns, rows }: PageTable): string {
  if (rows.length === 0) return `<h2>${safe(title)}</h2><p>${safe(empty)}</p>`
  const cells = (tag: 'th' | 'td', row: readonly string[]): string =>
    `<tr>${row.map(each => `<${tag}>${safe(each)}</${tag}>`).join('')}</tr>`
  return `<h2>${safe(title)}</h2><table><thead>${cells('th', columns)}</thead><tbody>${rows.map(row => cells('td', row)).join('')}</tbody></table>`
}
