/** The scorecard on the screen: every figure opens to its formula and its deals. */
import { Table } from '@mantine/core'
import { toMajor } from '#shared/base/money'
import type { Metric } from '#shared/packs/scorecard'
import { openedRows } from '../../records/record-grid'
import { useWords } from '../../records/use-words'
import { usePlaces } from '../../store/use-place'
import { Figure } from '../../ui/part/figure'
import type { RepPageFacts } from './coaching-facts'
import classes from './coaching.module.css'

/** The figures beside objective, peers and the quarters before. */
export function ScorecardPanel({ page }: { readonly page: RepPageFacts }) {
  const places = usePlaces()
  const words = useWords()
  const { facts } = page.facts
  const show = (value: number | null, kind: Metric['kind']): string => {
    if (value === null) return '–'
    if (kind === 'money') return words.number(toMajor(value, facts.currency))
    return kind === 'percent' ? words.percent(value, 1) : words.number(value, 1)
  }
  return (
    <div className={classes.scroll}>
      <Table className={classes.figures} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Metric</Table.Th>
            {[
              'Objective',
              'Result',
              'Attainment',
              'Peer level',
              ...facts.past.map(each => each.key),
              'n',
            ].map(each => (
              <Table.Th key={each} scope="col" className={classes.number}>
                {each}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.metrics.map(metric => (
            <Table.Tr key={metric.key}>
              <Table.Th scope="row">
                {metric.label}
                {metric.kind === 'money' ? ` (${facts.currency})` : ''}
              </Table.Th>
              <Table.Td className={classes.number}>{show(metric.objective, metric.kind)}</Table.Td>
              <Table.Td className={classes.number}>
                <Figure
                  label={metric.label}
                  words={{
                    measure: `${metric.label} of ${page.facts.rep.name}`,
                    formula: metric.formula,
                    basis: metric.n,
                    asOf: facts.asOf,
                    ...(metric.comment === null ? {} : { caution: metric.comment }),
                  }}
                  recordsLabel="Show the deals"
                  onRecords={() =>
                    places.go({
                      screen: 'pipeline',
                      filters: openedRows('pipeline', {
                        ids: metric.deals,
                        words: `${page.facts.rep.name}: ${metric.label}`,
                      }),
                    })
                  }
                >
                  {show(metric.result, metric.kind)}
                </Figure>
              </Table.Td>
              <Table.Td className={classes.number}>
                {metric.objective && metric.result !== null
                  ? show(metric.result / metric.objective, 'percent')
                  : '–'}
              </Table.Td>
              <Table.Td className={classes.number}>{show(metric.peer, metric.kind)}</Table.Td>
              {metric.trend.map((value, at) => (
                <Table.Td key={facts.past[at]?.key ?? at} className={classes.number}>
                  {show(value, metric.kind)}
                </Table.Td>
              ))}
              <Table.Td className={classes.number}>{metric.n}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
