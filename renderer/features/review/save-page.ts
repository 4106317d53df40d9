/** The reviewed deal as one page: what is known, who decides, what works for and against us, what is to be done. */
import type { Day } from '#shared/base/day'
import type { Region } from '#shared/region/region'
import type { Words } from '#shared/region/warning'
import { supportIndex } from '#shared/strategy/buyer-map'
import { dealPageHtml, type PageTable } from '#shared/strategy/deal-page'
import { effectiveWeight } from '#shared/strategy/force-field'
import { gapSentence } from '#shared/strategy/strategy-sentence'
import { host } from '../../host/bridge'
import { peopleGraph } from '../../records/buyer-graph'
import { ratingText, roleWords } from '../../records/buyer-words'
import { defaultWords } from '#shared/packs/deal-gaps'
import { askDealMap } from '../../store/deal-map'
import type { DealReview } from '../../store/deal-review'
import { askDealSheet } from '../../store/deal-sheet'
import { graphSvg } from '../../ui/graph/graph-svg'
import { paperColours } from '../../ui/graph/save-picture'
import { evidenceText, scoreFormula, scoreText, stateWord } from './review-words'

/** Saves the page where the user says; the name it was saved under, or null. */
export async function savePage(
  region: Region,
  deal: DealReview,
  asOf: Day,
  words: Words,
): Promise<string | null> {
  const { row, map } = deal
  const score = deal.open ?? deal.last
  const sheet = askDealSheet(region, row.id, asOf)
  const gaps = askDealMap(region, row.id, asOf, '')?.gaps ?? []
  const vocabulary = defaultWords(region)
  const { index, unknown } = supportIndex(map.buyers.map(each => each.role))
  const title = `Deal review, ${row.deal.name}`
  const html = dealPageHtml({
    title,
    note: [
      `As of ${asOf}`,
      row.owner?.name,
      row.value.amount === null ? null : words.money(row.value.amount),
      deal.brief.close ? `close expected ${deal.brief.close}` : null,
      sheet?.sheet?.objective,
    ]
      .filter(Boolean)
      .join(' · '),
    figures: [
      [
        'Known',
        scoreText(score?.knowledge.score ?? null),
        score ? scoreFormula(score.knowledge) : 'not reviewed',
      ],
      [
        'Support',
        index === null ? 'not rated' : index.toFixed(2),
        `${map.buyers.length - unknown} of ${map.buyers.length} people rated`,
      ],
      [
        'Pressure for us',
        typeof sheet?.force?.pressure !== 'number' ? 'none' : `${(sheet.force.pressure * 100).toFixed(1)} %`,
        sheet?.force ? `${sheet.force.favour} for, ${sheet.force.against} against` : 'no strategy sheet',
      ],
      [
        'Sheet',
        sheet?.completeness ? `${Math.round(sheet.completeness.score * 100) / 100} of 10` : 'none',
        'completeness of the strategy sheet',
      ],
    ],
    tables: [
      {
        title: 'What to do',
        empty: 'No open actions.',
        columns: ['Action', 'Owner', 'Due'],
        rows: deal.actions.map(each => [
          each.text,
          region.get('rep', each.rep)?.name ?? each.ownerName ?? '',
          each.dueOn ?? '',
        ]),
      },
      answersTable(deal),
      {
        title: 'Gaps of the buyer map',
        empty: 'No gaps.',
        columns: ['Gap', 'Severity'],
        rows: gaps.map(each => [gapSentence(each, words), each.severity]),
      },
      {
        title: 'For us and against us',
        empty: 'No strategy sheet.',
        columns: ['Factor', 'Side', 'Weight', 'Counts', 'Evidence'],
        rows: (sheet?.sheet?.factors ?? [])
          .filter(each => each.status !== 'invalid')
          .map(each => [
            each.text,
            each.direction === 'favour' ? 'For us' : 'Against us',
            String(each.weight),
            String(Math.round(effectiveWeight(each) * 100) / 100),
            each.evidence ?? '',
          ]),
      },
      {
        title: 'People',
        empty: 'Nobody is on the buyer map.',
        columns: ['Person', 'Title', 'Roles', 'Influence', 'Rating', 'Last two-way'],
        rows: map.buyers.map(each => [
          each.name,
          each.person?.title ?? '',
          roleWords(each, map, vocabulary).join(', '),
          each.role.influence ?? '',
          ratingText(each.role.rating),
          each.lastTwoWay ?? 'never',
        ]),
      },
    ],
    picture:
      map.buyers.length === 0
        ? null
        : graphSvg(
            {
              ...peopleGraph(map, 'organisation', vocabulary, asOf),
              title: `Buyer map, ${row.deal.name}`,
              note: `As of ${asOf}`,
            },
            paperColours(),
          ).svg,
  })
  const name = `${title
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}, ${asOf}.html`
  return host.saveFile(name, new TextEncoder().encode(html), [{ title: 'Web page', extensions: ['html'] }])
}

function answersTable({ open, last }: DealReview): PageTable {
  const score = open ?? last
  return {
    title: score ? `What we know, ${score.review.on}` : 'What we know',
    empty: 'Not reviewed yet.',
    columns: ['Question', 'State', 'Answer', 'Evidence'],
    rows: (score?.knowledge.answered ?? []).map(each => [
      each.question.text,
      stateWord(each.state),
      each.answer?.answer ?? '',
      evidenceText(each.answer),
    ]),
  }
}
