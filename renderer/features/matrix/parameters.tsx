/** The two numbers beside the cells: how widely closing times spread, and when a standing deal counts nothing (FC-9, FC-10). */
import { Button, NumberInput, Popover } from '@mantine/core'
import { useState } from 'react'
import type { NamedMatrix } from '#shared/forecast/region-matrix'
import styles from './matrix.module.css'

/** The parameters as words, with a form for them. */
export function Parameters(props: {
  readonly version: NamedMatrix
  readonly editable: boolean
  readonly onChange: (sigma: number, ageZero: number) => void
}) {
  const { sigma, ageZero } = props.version.matrix
  const [opened, setOpened] = useState(false)
  const [values, setValues] = useState<readonly [number | string, number | string]>([sigma, ageZero])
  const [spread, zero] = values.map(Number) as [number, number]
  const wrong = !(spread >= 0.2 && spread <= 1.5 && zero >= 1.2 && zero <= 5)
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus width={300}>
      <Popover.Target>
        <button
          type="button"
          className={styles.link}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => {
            setValues([sigma, ageZero])
            setOpened(now => !now)
          }}
        >
          {`Sigma ${sigma}, age zero ${ageZero}`}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Parameters of the version">
        <form
          onSubmit={event => {
            event.preventDefault()
            if (wrong) return
            setOpened(false)
            if (spread !== sigma || zero !== ageZero) props.onChange(spread, zero)
          }}
        >
          <NumberInput
            size="xs"
            data-autofocus
            label="Sigma"
            description="Spread of the time to close: 0.2 (alike) to 1.5 (wide)"
            step={0.05}
            readOnly={!props.editable}
            value={values[0]}
            onChange={value => setValues([value, values[1]])}
          />
          <NumberInput
            size="xs"
            mt={8}
            label="Age zero"
            description="A deal this many times the standard time in its cell counts nothing: 1.2 to 5"
            step={0.1}
            readOnly={!props.editable}
            value={values[1]}
            onChange={value => setValues([values[0], value])}
          />
          {wrong ? (
            <p role="alert" className={styles.alert}>
              Sigma lies between 0.2 and 1.5, age zero between 1.2 and 5.
            </p>
          ) : null}
          {props.editable ? (
            <Button mt={10} size="xs" type="submit" fullWidth disabled={wrong}>
              Set
            </Button>
          ) : null}
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
