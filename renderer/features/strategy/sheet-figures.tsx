/** The figures of a sheet: pressure, net, completeness; each opens to its formula with the numbers in it. */
import { effectiveWeight, forceField } from '#shared/strategy/force-field'
import type { RecordOf } from '#shared/model/catalog'
import type { Completeness } from '#shared/strategy/completeness'
import { useAsOf } from '../../store/use-region'
import { FigureRow, NamedFigure } from '../../ui/part/named-figure'
import { pressureText, weightText } from './factor-words'

/** The line of figures of a version of a sheet. */
export function SheetFigures({
  sheet,
  completeness,
}: {
  readonly sheet: Pick<RecordOf<'strategySheet'>, 'factors'>
  /** Null for a frozen version, which is as complete as it was. */
  readonly completeness: Completeness | null
}) {
  const asOf = useAsOf()
  const { favour, against, net, pressure } = forceField(sheet.factors)
  const terms = (direction: 'favour' | 'against'): string =>
    sheet.factors
      .filter(each => each.direction === direction && each.status !== 'invalid')
      .map(each => weightText(effectiveWeight(each)))
      .join(' + ') || '0'
  return (
    <FigureRow>
      <NamedFigure
        label="Pressure for us"
        words={{
          measure:
            'The share of what works for us in all that works on this deal; it never changes a probability',
          formula: `${weightText(favour)} ÷ (${weightText(favour)} + ${weightText(against)}) = ${pressureText(pressure)}`,
          basis: `For us ${terms('favour')}; against us ${terms('against')}, each weight less what is neutralised`,
          asOf,
          rule: 'Without evidence at most 25 % of a factor counts as neutralised',
        }}
      >
        {pressureText(pressure)}
      </NamedFigure>
      <NamedFigure
        label="Net"
        words={{
          measure: 'What works for us less what works against us',
          formula: `${weightText(favour)} − ${weightText(against)} = ${signed(net)}`,
          basis: `${sheet.factors.filter(each => each.status !== 'invalid').length} factors`,
          asOf,
        }}
      >
        {signed(net)}
      </NamedFigure>
      {completeness ? (
        <NamedFigure
          label="Completeness"
          words={{
            measure: 'How complete the sheet is, from 0 to 10',
            formula: `Evidence for us ${completeness.favour} of 2, obstacles ${completeness.against} of 2, heavy obstacles with an action ${weightText(completeness.acted)} of 3, owners and dates ${completeness.owned} of 1, links ${completeness.linked} of 1, reviewed within 14 days ${completeness.reviewed} of 1`,
            basis: `Sum ${weightText(completeness.score)}; what is missing stands as open places on the sheet`,
            asOf,
          }}
          unit="of 10"
        >
          {weightText(completeness.score)}
        </NamedFigure>
      ) : null}
    </FigureRow>
  )
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${weightText(Math.abs(value))}`
