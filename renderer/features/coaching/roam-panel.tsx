/** Results against the manager's other people as number, ratio and value (CO-4), and where that leads (CO-5). */
import { Table, Text } from '@mantine/core'
import { diagnosisText, type Diagnosis } from '#shared/coaching/roam-diagnosis'
import { useOpenDeals, useWords } from '../../records/use-words'
import { useAsOf, useRegion } from '../../store/use-region'
import { Figure } from '../../ui/part/figure'
import classes from './coaching.module.css'

interface Line {
  readonly name: string
  readonly own: string
  readonly peers: string
  readonly part: number | null
  readonly formula: string
}

/** The decomposition with its finding. */
export function RoamPanel({ diagnosis, rep }: { readonly diagnosis: Diagnosis; readonly rep: string }) {
  const words = useWords()
  const asOf = useAsOf()
  const openDeals = useOpenDeals()
  const region = useRegion('rep')
  const { own, peers, parts, peerReps } = diagnosis
  const { finding, advice } = diagnosisText(diagnosis, words)
  const known = parts.kind === 'parts' ? parts : null
  const signed = (x: number): string => `${x < 0 ? '−' : '+'}${words.money(Math.abs(Math.round(x)))}`
  const formula = (name: string, a: string, b: string): string =>
    known === null
      ? 'There is no gap to divide up.'
      : `gap ${signed(known.gap)} × ln(${a} ÷ ${b}) ÷ ln(${words.money(Math.round(known.result))} ÷ ${words.money(Math.round(known.benchmark))}); ${name}`
  const line = (name: string, a: string, b: string, part: number | null): Line => ({
    name,
    own: a,
    peers: b,
    part,
    formula: formula(name, a, b),
  })
  const lines: readonly Line[] = [
    line('Decided deals', words.number(own.n), words.number(peers.n, 1), known?.n ?? null),
    line('Win ratio', words.percent(own.w, 1), words.percent(peers.w, 1), known?.w ?? null),
    line('Mean won deal', words.money(Math.round(own.v)), words.money(Math.round(peers.v)), known?.v ?? null),
  ]
  const names = peerReps.map(id => region.get('rep', id)?.name ?? '').join(', ')
  return (
    <div className={classes.scroll}>
      <Text fw={600}>{finding}</Text>
      <Text size="sm" c="dimmed" mb="xs">
        {advice}
        {diagnosis.thin ? ' The rep has decided too few deals in this period to diagnose by.' : ''}
      </Text>
      <Table className={classes.figures} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Part</Table.Th>
            {[rep, 'Peer level', 'Part of the gap'].map(each => (
              <Table.Th key={each} scope="col" className={classes.number}>
                {each}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(each => (
            <Table.Tr key={each.name}>
              <Table.Th scope="row">{each.name}</Table.Th>
              <Table.Td className={classes.number}>
                <Figure
                  label={each.name}
                  words={{
                    measure: `${each.name} of ${rep} in ${diagnosis.period.key}, against the mean of ${peerReps.length} peers.`,
                    formula: each.formula,
                    basis: `${words.number(own.n)} decided deals, ${words.number(own.won)} won; peers: ${names}`,
                    asOf,
                    rule: 'Decomposition (CO-4)',
                    ...(diagnosis.thin ? { caution: 'Too few deals to diagnose by' } : {}),
                  }}
                  recordsLabel="Show the deals"
                  onRecords={() => openDeals(own.deals, `${rep}: decided in ${diagnosis.period.key}`)}
                >
                  {each.own}
                </Figure>
              </Table.Td>
              <Table.Td className={classes.number}>{each.peers}</Table.Td>
              <Table.Td className={classes.number}>{each.part === null ? '–' : signed(each.part)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">Result</Table.Th>
            <Table.Td className={classes.number}>{words.money(Math.round(parts.result))}</Table.Td>
            <Table.Td className={classes.number}>{words.money(Math.round(parts.benchmark))}</Table.Td>
            <Table.Td className={classes.number}>{known === null ? '–' : signed(known.gap)}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {own.listMean !== null && peers.listMean !== null ? (
        <Text size="sm" mt="xs">
          List price of won deals {words.money(Math.round(own.listMean))} against{' '}
          {words.money(Math.round(peers.listMean))} (mix); won over list{' '}
          {words.percent(own.realisation ?? 0, 1)} against {words.percent(peers.realisation ?? 0, 1)} (price).
        </Text>
      ) : null}
      <Text size="sm" c="dimmed">
        Peers: {names === '' ? 'none' : names}.
      </Text>
    </div>
  )
}
