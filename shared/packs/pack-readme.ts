/** The first sheet of a pack: whose it is, what the figures are about and how to fill it in. */
import type { BookCell, BookSheet } from './book'
import { daySerial } from './book'
import { rowHeights } from './row-heights'
import { isEmptyRow, type PackContent, type PackSheet } from './pack-content'

const count = (sheet: PackSheet): number => sheet.rows.filter(each => !isEmptyRow(each)).length

/** The sheet README. */
export function readmeSheet(content: PackContent): BookSheet {
  const widths = [18, 84]
  const rows: (BookCell | null)[][] = [
    [{ value: `Coaching pack for ${content.repName}`, look: 'title' }],
    [{ value: `${content.region}, ${content.period}, as of ${content.asOf}`, look: 'subtitle' }],
    [],
  ]
  const line = (label: string, value: string | number, more: Partial<BookCell> = {}): void => {
    rows.push([
      { value: label, look: 'label' },
      { value, look: 'cell', format: 'text', wrap: true, ...more },
    ])
  }
  line('Rep', content.repName)
  line('Manager', content.manager ?? 'Not known')
  line('Period', content.period)
  line('As of', daySerial(content.asOf), { format: 'day', align: 'left' })
  line('Currency', content.currency)
  line('Return to', content.returnTo ?? content.manager ?? 'Your manager')
  line('Pack', `${content.packId}, version ${content.no}`)
  rows.push([])
  rows.push([
    { value: 'How to fill it in', look: 'section' },
    { value: null, look: 'section' },
  ])
  const steps = [
    'Columns whose header begins with ✎ are yours; all others show what is known as of the date above.',
    'Where a value must be one of a list, the list opens in the cell; all lists with their meaning are on the sheet Lists.',
    'Dates are real dates. Money is in the currency of the header, in whole units.',
    'New lines go into the empty rows of a table.',
    'You may filter, print, and save the file under another name or from another program. Sheets are protected without a password; take the protection off to sort.',
    'Leave the column Row as it is: answers are found by it.',
    'Nothing changes by itself: each answer is shown to your manager, who takes it over or not.',
  ]
  steps.forEach((text, at) => line(`${at + 1}`, text))
  rows.push([])
  rows.push([
    { value: 'What is inside', look: 'section' },
    { value: null, look: 'section' },
  ])
  for (const sheet of content.sheets)
    rows.push([
      { value: sheet.name, look: 'link', link: `#'${sheet.name}'!A1` },
      {
        value:
          count(sheet) > 0
            ? `${sheet.title}: ${count(sheet)} ${count(sheet) === 1 ? 'row' : 'rows'}`
            : sheet.empty,
        look: 'cell',
        wrap: true,
      },
    ])
  return {
    name: 'README',
    widths,
    rows,
    heights: rowHeights(
      rows,
      widths,
      new Map([
        [0, 27],
        [1, 18],
      ]),
    ),
    protect: true,
    tab: 'main',
  }
}
